"""How a figure was computed, in words. An underscore stands for U+00A0."""

import attrs
import pytest

from offinno.datasets import series
from offinno.exceptions import UnknownName
from offinno.language import Lang, Term, text_of
from offinno.model import (
    Derivation,
    Dimension,
    Dropped,
    Factsheet,
    Indicator,
    Input,
    Measuring,
    Method,
    Observations,
    Source,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Value
from offinno.wording import Branch, _lineage, lineage_text, lineage_titles, lineage_tree

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
BANK = Source(key="bank", publisher="Banken", title="Kurser", published=2020)
AMOUNT = Input(figure="amount", value=Value("18.1E6", parse_unit("EUR")), period="2014/2019")
RATE = Input(
    figure="rate", value=Value("9.8511", parse_unit("NOK / EUR")), period=2019, source=BANK
)


def shown(derivation: Derivation, lang: Lang) -> str:
    """Return the wording with underscores for no-break spaces."""
    return lineage_text(derivation, lang=lang).replace("\u00a0", "_")


def test_calculation_names_its_inputs() -> None:
    """Each number stands with its area, period and source."""
    exchange = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE))

    assert [
        "beregnet som 18,1_mill._euro (2014–2019) × 9,8511_kr per euro (2019, Banken (2020))",
        "rekna ut som 18,1_mill._euro (2014–2019) × 9,8511_kr per euro (2019, Banken (2020))",
        "computed as 18.1_million_EUR (2014–2019) × 9.8511_NOK per EUR (2019, Banken (2020))",
    ] == [shown(exchange, lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("method", "sign"),
    [
        (Method.SUM, "+"),
        (Method.DIFFERENCE, "−"),
        (Method.PRODUCT, "×"),
        (Method.QUOTIENT, "÷"),
        (Method.RELATIVE, "÷"),
        (Method.PER, "÷"),
    ],
)
def test_sign_is_that_of_the_method(method: Method, sign: str) -> None:
    """A method that is a calculation is written as one."""
    two = Input(figure="a", value=Value(2, parse_unit("NOK")), area="NO")
    derivation = Derivation(method=method, inputs=(two, two))

    assert [
        f"beregnet som 2_kr (Norge) {sign} 2_kr (Norge)",
        f"rekna ut som 2_kr (Noreg) {sign} 2_kr (Noreg)",
        f"computed as 2_NOK (Norway) {sign} 2_NOK (Norway)",
    ] == [shown(derivation, lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("method", "nb", "nn", "en"),
    [
        (Method.DEFLATION, "regnet om til faste priser ut fra 2_km og 3_km",
         "rekna om til faste prisar ut frå 2_km og 3_km",
         "converted to constant prices from 2_km and 3_km"),
        (Method.CHAIN, "kjedet ut fra 2_km og 3_km", "kjeda ut frå 2_km og 3_km",
         "chained from 2_km and 3_km"),
        (Method.AGGREGATE, "aggregert fra 2_km og 3_km", "aggregert frå 2_km og 3_km",
         "aggregated from 2_km and 3_km"),
    ],
)  # fmt: skip
def test_other_methods_list_their_inputs(method: Method, nb: str, nn: str, en: str) -> None:
    """What is no calculation, or lacks a part of it, says what it was made from."""
    two, three = (Input(figure="a", value=Value(n, parse_unit("km"))) for n in (2, 3))
    derivation = Derivation(method=method, inputs=(two, three))

    assert [nb, nn, en] == [shown(derivation, lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("method", "nb", "nn", "en"),
    [
        (Method.REBASE, "regnet om til en annen basisperiode ut fra 2_km",
         "rekna om til ein annan basisperiode ut frå 2_km",
         "converted to another base period from 2_km"),
        (Method.GROWTH, "relativ endring mellom 2_km", "relativ endring mellom 2_km",
         "relative change between 2_km"),
        (Method.EXCHANGE, "beregnet som 2_km", "rekna ut som 2_km", "computed as 2_km"),
    ],
)  # fmt: skip
def test_single_inputs_are_told(method: Method, nb: str, nn: str, en: str) -> None:
    """A working that lacks its second figure still says the first."""
    two = Input(figure="a", value=Value(2, parse_unit("km")))
    derivation = Derivation(method=method, inputs=[two])

    assert [nb, nn, en] == [shown(derivation, lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("method", "unit", "numbers", "expected"),
    [
        (Method.COMPOUND, "% change on year before", "10 -2.5",
         ["sammensatte relative endringer: (1 + 10_%) × (1 + −2,5_%) − 1",
          "samansette relative endringar: (1 + 10_%) × (1 + −2,5_%) − 1",
          "relative changes composed: (1 + 10%) × (1 + −2.5%) − 1"]),
        (Method.COMPOUND, "NOK", "5 4",
         ["sammensatte relative endringer: 5_kr × 4_kr",
          "samansette relative endringar: 5_kr × 4_kr",
          "relative changes composed: 5_NOK × 4_NOK"]),
        (Method.GROWTH, "NOK", "5 4",
         ["relativ endring: 5_kr ÷ 4_kr − 1",
          "relativ endring: 5_kr ÷ 4_kr − 1",
          "relative change: 5_NOK ÷ 4_NOK − 1"]),
        (Method.CHAIN, "index 2015=100", "108 50 100",
         ["kjedet: 108 × 50 ÷ 100", "kjeda: 108 × 50 ÷ 100", "chained: 108 × 50 ÷ 100"]),
        (Method.SUM, "NOK", "1 2 3",
         ["beregnet som 1_kr + 2_kr + 3_kr", "rekna ut som 1_kr + 2_kr + 3_kr",
          "computed as 1_NOK + 2_NOK + 3_NOK"]),
        (Method.PRODUCT, "workplaces", "2 3",
         ["beregnet som 2_arbeidsplasser × 3_arbeidsplasser",
          "rekna ut som 2_arbeidsplassar × 3_arbeidsplassar",
          "computed as 2_workplaces × 3_workplaces"]),
    ],
)  # fmt: skip
def test_calculation_of_each_method(
    method: Method, unit: str, numbers: str, expected: list[str]
) -> None:
    """Changes are composed, levels set against each other, links multiplied and divided."""
    inputs = [Input(figure="a", value=Value(n, parse_unit(unit))) for n in numbers.split()]
    derivation = Derivation(method=method, inputs=inputs)

    assert expected == [shown(derivation, lang) for lang in LANGS]


def test_level_is_moved_by_changes() -> None:
    """A level that changes follow is multiplied by one more than each."""
    level = Input(figure="a", value=Value(5, parse_unit("NOK")))
    change = Input(figure="b", value=Value(10, parse_unit("% change on year before")))
    derivation = Derivation(method=Method.COMPOUND, inputs=[level, change])

    assert "relative changes composed: 5_NOK × (1 + 10%)" == shown(derivation, "en")


@pytest.mark.parametrize("why", Dropped)
def test_margin_that_was_left_behind_is_told(why: Dropped) -> None:
    """Each reason has words in every language."""
    derivation = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE), dropped=why)
    told = [shown(derivation, lang).rpartition("; ")[2] for lang in LANGS]

    assert told[0].startswith("feilmarginen er ikke ført videre, for ")
    assert told[1].startswith("feilmarginen er ikkje ført vidare, for ")
    assert told[2].startswith("the margin of error is not carried over, as ")
    assert 3 == len(set(told))


def test_many_parts_are_cut() -> None:
    """Of a long sum or list the first and the last part are told."""
    inputs = [Input(figure="a", value=Value(n, parse_unit("NOK"))) for n in range(1, 10)]

    assert "computed as 1_NOK + … + 9_NOK" == shown(
        Derivation(method=Method.SUM, inputs=inputs), "en"
    )
    assert "aggregated from 1_NOK … 9_NOK" == shown(
        Derivation(method=Method.AGGREGATE, inputs=inputs), "en"
    )


def test_vintage_stands_in_the_working() -> None:
    """A figure that was revised says which state of it went in."""
    rate = attrs.evolve(RATE, vintage="2020-03-02", source=None)
    derivation = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, rate))

    assert ["per 2. mars 2020)", "per 2. mars 2020)", "as of 2 March 2020)"] == [
        shown(derivation, lang).rpartition(", ")[2] for lang in LANGS
    ]


def test_parts_of_a_total_say_which_they_are() -> None:
    """A category is told by the word that offinno has for it, or by its key."""
    unit = parse_unit("NOK")
    parts = [
        Input(figure="a", value=Value(n, unit), breakdowns={"of": key})
        for n, key in ((1, "workplaces"), (2, "x-own"))
    ]
    total = Derivation(method=Method.AGGREGATE, inputs=parts)

    assert "aggregert fra 1_kr (arbeidsplasser) og 2_kr (x-own)" == shown(total, "nb")


def nested(times: int) -> Derivation:
    """Return a sum of a figure that is such a sum itself, and so on."""
    inner = Derivation(method=Method.SUM, inputs=[Input(figure="a", value=AMOUNT.value)])
    for _ in range(times):
        given = Input(figure="total", value=AMOUNT.value, lineage=inner)
        inner = Derivation(method=Method.SUM, inputs=[given])
    return inner


@pytest.mark.parametrize(
    ("lang", "itself"),
    [("nb", "selv regnet ut"), ("nn", "sjølv rekna ut"), ("en", "computed itself")],
)
def test_one_line_goes_only_so_deep(lang: Lang, itself: str) -> None:
    """Brackets in brackets in brackets are left out."""
    assert shown(nested(2), lang).count("(") == 2
    assert itself not in shown(nested(2), lang)
    assert shown(nested(3), lang).endswith(f"({itself})))")
    assert shown(nested(3), lang) == shown(nested(9), lang)


class TestTree:
    """The same as a tree."""

    def test_inputs_stand_below_the_calculation(self) -> None:
        """The line above holds the numbers, those below what they are."""
        titles = {"amount": text_of({"nb": "Støtte", "nn": "Stønad", "en": "Support"})}
        exchange = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE))

        assert [
            ["beregnet som 18,1_mill._euro × 9,8511_kr per euro",
             "18,1_mill._euro: Støtte, 2014–2019",
             "9,8511_kr per euro: 2019, Banken (2020)"],
            ["rekna ut som 18,1_mill._euro × 9,8511_kr per euro",
             "18,1_mill._euro: Stønad, 2014–2019",
             "9,8511_kr per euro: 2019, Banken (2020)"],
            ["computed as 18.1_million_EUR × 9.8511_NOK per EUR",
             "18.1_million_EUR: Support, 2014–2019",
             "9.8511_NOK per EUR: 2019, Banken (2020)"],
        ] == [
            [line.replace("\u00a0", "_") for _, line in
             lineage_tree(exchange, lang=lang, titles=titles).lines()]
            for lang in LANGS
        ]  # fmt: skip

    def test_computations_stand_one_below_the_other(self) -> None:
        """What went in and was computed itself has its own inputs below."""
        first = Derivation(method=Method.SUM, inputs=(AMOUNT, AMOUNT), note={"nb": "lagt sammen"})
        total = Input(figure="total", value=Value("36.2E6", parse_unit("EUR")), lineage=first)
        tree = lineage_tree(
            Derivation(method=Method.EXCHANGE, inputs=(total, RATE), digits=2), lang="nb"
        )

        assert [
            (0, "beregnet som 36,2_mill._euro × 9,8511_kr per euro; avrundet til 2_gjeldende sifre"),  # noqa: E501
            (1, "36,2_mill._euro: beregnet som 18,1_mill._euro + 18,1_mill._euro; lagt sammen"),
            (2, "18,1_mill._euro: 2014–2019"),
            (1, "9,8511_kr per euro: 2019, Banken (2020)"),
        ] == [(depth, line.replace("\u00a0", "_")) for depth, line in tree.lines()]  # fmt: skip

    def test_figure_of_which_nothing_is_known_stands_alone(self) -> None:
        """A bare number has nothing behind it."""
        two = Input(figure="a", value=Value(2, parse_unit("km")))
        tree = lineage_tree(Derivation(method=Method.SUM, inputs=[two]), lang="en")

        assert (Branch("2\u00a0km"),) == tree.branches

    @pytest.mark.parametrize(
        ("lang", "itself"),
        [("nb", "selv regnet ut"), ("nn", "sjølv rekna ut"), ("en", "computed itself")],
    )
    def test_tree_goes_only_so_deep(self, lang: Lang, itself: str) -> None:
        """What lies deeper is named and not told."""
        whole = list(lineage_tree(nested(6), lang=lang).lines())
        cut = list(lineage_tree(nested(7), lang=lang).lines())

        assert 7 == max(depth for depth, _ in whole) == max(depth for depth, _ in cut)
        assert not whole[-1][1].endswith(itself)
        assert cut[-1][1].endswith(f": {itself}")

    def test_tree_is_only_so_broad(self) -> None:
        """Of very many inputs the first and the last have a line."""
        inputs = [Input(figure="a", value=Value(n, parse_unit("NOK"))) for n in range(1, 30)]
        tree = lineage_tree(Derivation(method=Method.SUM, inputs=inputs), lang="en")

        assert ["1\u00a0NOK", "29\u00a0NOK"] == [branch.text for branch in tree.branches]

    def test_steps_that_are_not_told_have_no_branch(self) -> None:
        """Of a long series the first and the last figure have their inputs below."""
        rates = [attrs.evolve(RATE, period=year) for year in range(2010, 2020)]
        steps = [part for rate in rates for part in (AMOUNT, rate)]
        tree = lineage_tree(Derivation(method=Method.EXCHANGE, inputs=steps), lang="en")

        assert ["2014–2019", "2010", "2019"] == [
            branch.text.rpartition(": ")[2].partition(",")[0] for branch in tree.branches
        ]


class TestTitles:
    """What the figures that went in are called."""

    def test_sheet_comes_before_the_catalogue(self) -> None:
        """A figure of the sheet has the title that it has there; others may be nowhere."""
        index_ = series("cpi")
        sheet = Factsheet(
            key="sheet",
            title="Sheet",
            sources=index_.sources,
            indicators=[attrs.evolve(index_, title="Prices")],
        )
        rate = attrs.evolve(RATE, figure="ecb-eur-nok")
        first = Derivation(
            method=Method.DEFLATION, inputs=(AMOUNT, index("2", 2001), index("3", 2002))
        )
        amount = attrs.evolve(AMOUNT, lineage=first)
        given = lineage_titles(Derivation(method=Method.EXCHANGE, inputs=(amount, rate)), sheet)

        assert {"cpi": "Prices", "ecb-eur-nok": "Exchange rate of euro in Norwegian kroner"} == {
            key: title.in_("en") for key, title in given.items()
        }

    def test_categories_have_the_labels_of_the_sheet(self) -> None:
        """A part of a total is called as its breakdown calls it."""
        unit = parse_unit("NOK")
        kinds = [Term(key="new", label={"nb": "nye", "nn": "nye", "en": "new ones"})]
        spending = Indicator(
            key="spending",
            title="Spending",
            definition="Spending",
            unit=unit,
            population=Missing(MissingReason.NOT_STATED),
            dimensions=[Dimension(key="kind", label="kind", categories=kinds)],
            observations=Observations.of(unit, []),
        )
        part = Input(figure="spending", value=Value(1, unit), breakdowns={"kind": "new"})
        total = Derivation(method=Method.AGGREGATE, inputs=[part])
        sheet = Factsheet(key="sheet", title="Sheet", indicators=[spending])
        tree = lineage_tree(total, lang="nb", titles=lineage_titles(total, sheet))

        assert ["1\u00a0kr: Spending, nye"] == [branch.text for branch in tree.branches]

    def test_series_that_cannot_be_read_has_no_title(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A broken plug-in spoils no sheet."""

        def broken(key: str) -> Indicator:
            raise UnknownName("reference series", key, ())

        monkeypatch.setattr(_lineage, "series", broken)
        derivation = Derivation(method=Method.REBASE, inputs=(index("2", 2001), index("3", 2002)))

        assert {} == lineage_titles(derivation, Factsheet(key="sheet", title="Sheet"))


def index(number: str, period: int) -> Input:
    """Return a figure of a price index."""
    return Input(
        figure="cpi",
        value=Value(number, parse_unit("index 2025=100")),
        period=period,
        measuring=Measuring.MEAN,
    )


def test_deflation_is_a_calculation() -> None:
    """An amount is multiplied by the index of the one year and divided by that of the other."""
    amount = Input(figure="amount", value=Value("1636E9", parse_unit("NOK")), period=2017)
    inputs = (amount, index("80.4", 2019), index("76.6", 2017))
    derivation = Derivation(method=Method.DEFLATION, inputs=inputs)
    mean = "årsgjennomsnitt"
    norwegian = f"1636_mrd._kr (2017) × 80,4 ({mean} 2019) ÷ 76,6 ({mean} 2017)"
    english = "1636_billion_NOK (2017) × 80.4 (annual mean 2019) ÷ 76.6 (annual mean 2017)"

    assert [
        f"regnet om til faste priser: {norwegian}",
        f"rekna om til faste prisar: {norwegian}",
        f"converted to constant prices: {english}",
    ] == [shown(derivation, lang) for lang in LANGS]


def test_rebasing_is_a_calculation() -> None:
    """A level is divided by that of the new base."""
    inputs = (index("80.4", 2019), index("72.6", 2015))
    derivation = Derivation(method=Method.REBASE, inputs=inputs)
    norwegian = "80,4 (årsgjennomsnitt 2019) ÷ 72,6 (årsgjennomsnitt 2015)"

    assert [
        f"regnet om til en annen basisperiode: {norwegian}",
        f"rekna om til ein annan basisperiode: {norwegian}",
        "converted to another base period: 80.4 (annual mean 2019) ÷ 72.6 (annual mean 2015)",
    ] == [shown(derivation, lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("measuring", "period", "words"),
    [
        (Measuring.MEAN, "2019", ["årsgjennomsnitt 2019", "årsgjennomsnitt 2019",
                                  "annual mean 2019"]),
        (Measuring.MEAN, "2019-03", ["gjennomsnitt mars 2019", "gjennomsnitt mars 2019",
                                     "mean March 2019"]),
        (Measuring.END_OF_PERIOD, "2019", ["ved utgangen av 2019", "ved utgangen av 2019",
                                           "end of 2019"]),
        (Measuring.FLOW, "2019", ["2019", "2019", "2019"]),
    ],
)  # fmt: skip
def test_kind_of_rate_stands_in_the_working(
    measuring: Measuring, period: str, words: list[str]
) -> None:
    """A mean and the level of the last day are told apart."""
    rate = attrs.evolve(RATE, measuring=measuring, period=Period(period), source=None)
    derivation = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, rate))

    assert [f"({word})" for word in words] == [
        shown(derivation, lang)[-len(word) - 2 :] for lang, word in zip(LANGS, words, strict=True)
    ]


def test_partial_rate_says_what_it_covers() -> None:
    """A rate that covers a part of its period says which."""
    rate = attrs.evolve(RATE, covers="2019-02/2019-12", source=None)
    derivation = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, rate))

    assert shown(derivation, "nb").endswith("(2019, dekker bare februar til desember 2019)")


@pytest.mark.parametrize("unit", ["NOK", "NOK@2019:cpi", "NOK / inhabitants"])
def test_amount_is_divided_by_a_rate_the_other_way_round(unit: str) -> None:
    """Kroner become euro by division with what a euro costs."""
    amount = Input(figure="amount", value=Value(20, parse_unit(unit)))
    derivation = Derivation(method=Method.EXCHANGE, inputs=(amount, RATE))

    assert " ÷ 9.8511" in shown(derivation, "en")


def test_series_is_worked_out_figure_by_figure() -> None:
    """Calculations follow each other; of many, the first and the last are shown."""
    few = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE) * 2)
    many = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE) * 7)
    one = shown(Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE)), "en")
    calculation = one.removeprefix("computed as ")

    assert f"{one}; {calculation}" == shown(few, "en")
    assert f"{one} … {calculation}" == shown(many, "en")


def test_every_method_has_words() -> None:
    """No method is without a wording."""
    given = (AMOUNT, RATE)

    assert all(
        shown(Derivation(method=method, inputs=given), lang) for method in Method for lang in LANGS
    )


def test_tells_rounding_notes_and_earlier_steps() -> None:
    """What was decided on the way follows, and an input that was computed says how."""
    first = Derivation(method=Method.SUM, inputs=(AMOUNT, AMOUNT))
    total = Input(figure="total", value=Value("36.2E6", parse_unit("EUR")), lineage=first)
    derivation = Derivation(
        method=Method.EXCHANGE, inputs=(total, RATE), digits=15, note={"nb": "årsgjennomsnitt"}
    )

    assert (
        "beregnet som 36,2_mill._euro (beregnet som 18,1_mill._euro (2014–2019) + "
        "18,1_mill._euro (2014–2019)) × 9,8511_kr per euro (2019, Banken (2020)); "
        "avrundet til 15_gjeldende sifre; årsgjennomsnitt"
    ) == shown(derivation, "nb")
    assert shown(derivation, "nn").endswith("; avrunda til 15_gjeldande siffer; årsgjennomsnitt")
