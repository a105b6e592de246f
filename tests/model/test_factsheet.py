"""Factsheets: every reference resolves, and every block shows what it can."""

from collections.abc import Callable
from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import Term, TermTwice
from offinno.model import (
    Amount,
    AmountKind,
    Bars,
    Call,
    Contact,
    ContactPoint,
    Contradiction,
    Dimension,
    Factsheet,
    FundingScheme,
    GroupedBars,
    Heading,
    Indicator,
    Link,
    Links,
    ManyFigures,
    NoSuchFigure,
    Notes,
    Number,
    Observation,
    Pictogram,
    Preferred,
    Prose,
    Ranking,
    Round,
    SchemeName,
    Schemes,
    Source,
    SupportRate,
    Tally,
    WrongType,
    parse_reference,
)
from offinno.units import parse_unit
from offinno.values import Value

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]
Sheets = Callable[..., Factsheet]

NOK = parse_unit("NOK")
SECTOR = Dimension(
    key="sector",
    label="sektor",
    categories=[Term(key="health", label="helse"), Term(key="school", label="skole")],
)
COSTS = parse_unit("% of project-costs")
LINK = Link(label="Side", url="https://example.org")


def scheme(**other: Any) -> FundingScheme:
    """Return a scheme."""
    parts = {
        "key": "scheme",
        "names": [SchemeName(name="Ordning")],
        "provider": "A",
        "purpose": "B",
    }
    return FundingScheme(**parts | other)


def amount(**other: Any) -> Amount:
    """Return an announced amount."""
    return Amount(value=Value(1, NOK), kind=AmountKind.ANNOUNCED, **other)


def tally(**other: Any) -> Tally:
    """Return a number of applications."""
    return Tally(value=Value(1, parse_unit("applications")), **other)


@pytest.fixture
def sheet(indicator: Indicators, row: Rows, one: Source) -> Sheets:
    """Return the builder of a sheet of two areas, and of one in two categories."""
    plain = indicator([row(1), row(2, "SE")], sources=[one])
    split = indicator(
        [
            row(n, area, breakdowns={"sector": key})
            for n, (area, key) in enumerate(
                [("NO", "health"), ("NO", "school"), ("SE", "health"), ("SE", "school")]
            )
        ],
        key="split",
        dimensions=[SECTOR],
    )

    def make(*blocks: Any, **other: Any) -> Factsheet:
        usual: dict[str, Any] = {
            "key": "sheet",
            "title": "Ark",
            "blocks": blocks,
            "sources": [one],
            "indicators": [plain, split],
            "schemes": [scheme()],
        }
        return Factsheet(**usual | other)

    return make


class TestThings:
    """Everything with a key is found by it."""

    def test_by_key_alone(self, sheet: Sheets) -> None:
        """Indicators, schemes and sources."""
        whole = sheet()

        assert ["made-up", "scheme", "one"] == [
            whole[key].key for key in ("made-up", "scheme", "one")
        ]
        with pytest.raises(UnknownName, match="did you mean 'made-up'"):
            whole["madeup"]

    def test_by_kind(self, sheet: Sheets) -> None:
        """A key of another kind is not found."""
        whole = sheet()

        assert whole["made-up"] == whole.indicator("made-up")
        assert whole["one"] == whole.source("one")
        assert whole["scheme"] == whole.scheme("scheme")
        for find in (whole.indicator, whole.source, whole.scheme):
            with pytest.raises(UnknownName):
                find("zzz")

    def test_figures_by_reference(self, sheet: Sheets) -> None:
        """As text or as a reference."""
        whole = sheet()

        assert 2 == whole.figure("made-up[area=SE]").number.magnitude
        assert 2 == len(whole.select(parse_reference("split[area=NO]")))
        assert whole["made-up"] is whole.select("made-up")
        with pytest.raises(ManyFigures):
            whole.figure(parse_reference("made-up"))
        with pytest.raises(NoSuchFigure):
            whole.select("made-up[area=DK]")

    def test_figures_with_what_they_are_held_against(self, sheet: Sheets) -> None:
        """What the reference does not name stays as it is, breakdowns included."""
        whole = sheet()
        named = {
            "split[area=NO, sector=health]:difference[area=SE]": "split[area=SE, sector=health]",
            "split[area=NO, sector=health]:ratio[sector=school]": "split[area=NO, sector=school]",
            "split[area=SE, sector=health]:margin[indicator=made-up]": "made-up[area=SE]",
        }

        for reference, other in named.items():
            assert (
                whole.figure(reference.partition(":")[0]),
                whole.figure(other),
            ) == whole.figures(reference)
        assert (whole.figure("made-up[area=SE]"),) == whole.figures(
            parse_reference("made-up[area=SE]:change")
        )
        with pytest.raises(NoSuchFigure):
            whole.figures("made-up[area=SE]:difference[area=DK]")
        with pytest.raises(UnknownName):
            whole.figures("made-up[area=SE]:difference[indicator=zzz]")

    def test_keys_as_in_a_mapping(self, sheet: Sheets) -> None:
        """Its things are counted, listed and found by their keys."""
        whole = sheet()

        assert ["made-up", "split", "scheme", "one"] == list(whole)
        assert 4 == len(whole)
        assert "made-up" in whole
        assert "zzz" not in whole
        assert 0 not in whole
        with pytest.raises(UnknownName, match="is called 0; known: made-up, split, scheme, one"):
            whole[0]  # type: ignore[index]

    def test_is_something_without_any_key(self) -> None:
        """A sheet is never false, though nothing is in it."""
        empty = Factsheet(key="empty", title="A")

        assert 0 == len(empty)
        assert empty

    def test_shows_itself_in_short(self, sheet: Sheets) -> None:
        """Its key, and how many indicators it has."""
        assert "<Factsheet sheet: 2 indicators>" == repr(sheet())


class TestHeader:
    """What a sheet says of itself."""

    def test_a_language_is_one_under_two_names(self, sheet: Sheets) -> None:
        """And stands once."""
        assert ("nb", "en") == sheet(languages=["no", "nb", "en"]).languages
        assert ("nb", "nn", "en") == sheet().languages

    @pytest.mark.parametrize(
        ("header", "error", "said"),
        [
            ({"languages": []}, Contradiction, "it is published in no language"),
            ({"languages": "nb"}, Contradiction, "put it in brackets"),
            ({"languages": ["sv"]}, UnknownName, "no language is called 'sv'"),
            ({"terms": [Term(key="a", label="A"), Term(key="a", label="B")]}, TermTwice, "'a'"),
            ({"terms": ["a"]}, WrongType, "tuple of Term"),
            (
                {"schemes": [scheme(key="made-up")]},
                Contradiction,
                "two things are called 'made-up'",
            ),
            ({"sources": []}, Contradiction, "'made-up': source 'one' is not listed"),
            (
                {"sources": [Source(key="one", publisher="A", title="Another")]},
                Contradiction,
                "'made-up': source 'one' is not listed",
            ),
        ],
    )
    def test_contradictions_are_refused(
        self, sheet: Sheets, header: dict[str, Any], error: type[Exception], said: str
    ) -> None:
        """A source of the same key that says something else is another one."""
        with pytest.raises(error, match=said):
            sheet(**header)

    @pytest.mark.parametrize("phone", ["+47 22 03 70 00", "02800"])
    def test_phones_are_digits(self, phone: str) -> None:
        """With blanks between them."""
        assert phone == ContactPoint(organisation="A", phone=phone).phone

    @pytest.mark.parametrize("phone", ["", "call us", "+47 22 03 70 00<script>", "1" * 40])
    def test_other_phones_are_refused(self, phone: str) -> None:
        """Words are no number."""
        with pytest.raises(Contradiction, match="is no telephone number"):
            ContactPoint(organisation="A", phone=phone)


class TestBlocks:
    """A block shows figures that are here, in a way that it can."""

    @pytest.mark.parametrize(
        "block",
        [
            Heading(text="Del {uten tall}"),
            Prose(text="{made-up[area=NO]} av {'Horisont 2020'}, {{så}}"),
            Number(figure="made-up[area=NO]", headline="{made-up[area=SE]:fraction}"),
            Pictogram(figure="split[area=NO, sector=health]", headline="A"),
            Ranking(figure="made-up", headline="A", reference="NO", highlight="SE"),
            Ranking(figure="split[area=NO]", headline="A", along="sector"),
            Bars(figure="made-up", headline="A", highlight="SE"),
            Bars(figure="split[sector=health]", headline="A"),
            GroupedBars(figure="split", headline="A", along="area", by="sector"),
            Schemes(schemes=["scheme"]),
            Links(),
            Contact(),
            Notes(),
        ],
    )
    def test_shows_what_is_here(self, sheet: Sheets, block: Any) -> None:
        """Each kind of block, where all it needs is there."""
        whole = sheet(block, contact=ContactPoint(organisation="A"), links=[LINK])

        assert (block,) == whole.blocks

    @pytest.mark.parametrize(
        ("block", "said"),
        [
            (
                Prose(text={"nb": "a", "en": "{zzz}"}),
                "blocks[0].text.en: no indicator is called 'zzz'",
            ),
            (
                Prose(text="{made-up[area=DK]}"),
                "blocks[0].text.und: made-up has no figure for area=DK",
            ),
            (Prose(text="{made-up}"), "blocks[0].text.und: made-up has 2 figures"),
            (
                Prose(text="{made-up[area=NO]:ratio[area=DK]}"),
                "blocks[0].text.und: made-up has no figure for area=DK",
            ),
            (
                Number(figure="made-up[area=NO]:ratio[area=SE]", headline="A"),
                "blocks[0].figure: a block holds its figure against no other",
            ),
            (Number(figure="zzz", headline="A"), "blocks[0].figure: no indicator is called 'zzz'"),
            (Number(figure="made-up", headline="A"), "blocks[0].figure: made-up has 2 figures"),
            (
                Number(figure="made-up[area=NO]", headline="{zzz}"),
                "blocks[0].headline.und: no indi",
            ),
            (Pictogram(figure="made-up", headline="A"), "blocks[0].figure: made-up has 2 figures"),
            (
                Ranking(figure="made-up[area=NO]", headline="A"),
                "blocks[0].figure: comparison: two figures at least are needed",
            ),
            (
                Ranking(figure="split", headline="A"),
                "blocks[0].figure: comparison: two figures along area are called 'NO'",
            ),
            (
                Ranking(figure="made-up", headline="A", along="sex"),
                "blocks[0].along: no dimension is called 'sex'",
            ),
            (
                Ranking(figure="made-up", headline="A", reference="DK"),
                "blocks[0].reference: no member is called 'DK'",
            ),
            (
                Ranking(figure="made-up", headline="A", highlight="DK"),
                "blocks[0].highlight: no member is called 'DK'",
            ),
            (
                Bars(figure="split", headline="A"),
                "they differ in sector (health, school); choose by selectors, as in split[",
            ),
            (
                Bars(figure="made-up", headline="A", along="sex"),
                "blocks[0].along: no dimension is called 'sex'",
            ),
            (
                Bars(figure="made-up", headline="A", along="indicator"),
                "blocks[0].along: no dimension is called 'indicator'; known: area, period",
            ),
            (
                Bars(figure="made-up", headline="A", highlight="DK"),
                "blocks[0].highlight: no member is called 'DK'",
            ),
            (
                GroupedBars(figure="split", headline="A", along="area", by="sex"),
                "blocks[0].by: no dimension is called 'sex'",
            ),
            (
                GroupedBars(figure="split", headline="A", along="area", by="period"),
                "several figures for NO and 2018 along area and period",
            ),
            (Schemes(schemes=["zzz"]), "blocks[0].schemes[0]: no scheme is called 'zzz'"),
            (Links(), "blocks[0]: the sheet has no links to show"),
            (Contact(), "blocks[0]: the sheet has no contact to show"),
        ],
    )
    def test_says_what_is_not(self, sheet: Sheets, block: Any, said: str) -> None:
        """With the place of the block."""
        with pytest.raises(Contradiction) as refused:
            sheet(block)

        assert "factsheet 'sheet': " in str(refused.value)
        assert said in str(refused.value)

    def test_says_all_that_is_not(self, sheet: Sheets) -> None:
        """In one error, each with the steps to where it stands."""
        with pytest.raises(Contradiction) as refused:
            sheet(Links(), Prose(text="{zzz} {made-up}"), Ranking(figure="yyy", headline="{xxx}"))
        found = [refused.value, *refused.value.others]

        assert [
            ("blocks", 0),
            ("blocks", 1, "text", "und"),
            ("blocks", 1, "text", "und"),
            ("blocks", 2, "headline", "und"),
            ("blocks", 2, "figure"),
        ] == [one.steps for one in found]
        assert {"factsheet 'sheet'"} == {one.what for one in found}

    def test_shows_one_of_disputed_figures(
        self, sheet: Sheets, indicator: Indicators, row: Rows, one: Source, two: Source
    ) -> None:
        """The preferred one, in prose as in charts."""
        disputed = indicator(
            [row(1), row(2, source="two"), row(3, "SE")],
            key="disputed",
            sources=[one, two],
            preferred=Preferred(source="two", reason="nyest"),
        )
        blocks = [
            Prose(text="{disputed[area=NO]}"),
            Ranking(figure="disputed", headline="A"),
            Bars(figure="disputed", headline="A"),
        ]
        whole = sheet(*blocks, indicators=[disputed], sources=[one, two])

        assert 2 == whole.figure("disputed[area=NO]").number.magnitude

    def test_references_have_places(self, sheet: Sheets) -> None:
        """For a linter that tells where something stands."""
        number = Number(
            figure="made-up[area=NO]", headline={"nb": "{split[area=SE, sector=health]}"}
        )
        whole = sheet(Heading(text="Del"), Prose(text="{made-up[area=SE]}"), number)

        assert [
            ("blocks[1].text.und", "made-up[area=SE]"),
            ("blocks[2].headline.nb", "split[area=SE, sector=health]"),
            ("blocks[2].figure", "made-up[area=NO]"),
        ] == [(where, str(reference)) for where, reference in whole.references()]


class TestSchemes:
    """Schemes and sources that schemes name are on the sheet."""

    @pytest.mark.parametrize(
        "part",
        [
            {"sources": ["zzz"]},
            {"calls": [Call(deadline=2019, sources=["zzz"])]},
            {"calls": [Call(deadline=2019, amounts=[amount(sources=["zzz"])])]},
            {"rounds": [Round(period=2019, grants=[tally(sources=["zzz"])])]},
            {"rounds": [Round(period=2019, granted=[amount(sources=["zzz"])])]},
            {"support_rates": [SupportRate(rate=Value(1, COSTS), sources=["zzz"])]},
        ],
    )
    def test_sources_are_here(self, sheet: Sheets, part: dict[str, Any]) -> None:
        """Wherever in a scheme they are named."""
        with pytest.raises(Contradiction, match="scheme 'scheme': no source is called 'zzz'"):
            sheet(schemes=[scheme(**part)])

    @pytest.mark.parametrize(
        "part", [{"succeeds": "zzz"}, {"rounds": [Round(period=2019, together_with=["zzz"])]}]
    )
    def test_schemes_are_here(self, sheet: Sheets, part: dict[str, Any]) -> None:
        """One that is followed, and one that is counted together."""
        with pytest.raises(Contradiction, match="scheme 'scheme' names 'zzz'"):
            sheet(schemes=[scheme(**part)])

    def test_schemes_follow_each_other(self, sheet: Sheets) -> None:
        """Where both are on the sheet."""
        both = [scheme(key="old"), scheme(succeeds="old", sources=["one"])]

        assert 2 == len(sheet(schemes=both).schemes)
