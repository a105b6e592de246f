"""Why figures may not, or only with caveats, stand side by side, in words."""

from typing import Any

import attrs
import pytest

from offinno.language import Lang, Term, Text, vocabulary
from offinno.model import (
    Adjustment,
    Break,
    Comparison,
    Datum,
    Measuring,
    Population,
    Question,
    Reason,
    Rule,
    Sample,
    Status,
    Verdict,
)
from offinno.units import PriceBasis, parse_unit
from offinno.values import Period, Value
from offinno.wording import comparison_text, member_text, reason_text, reasons_text, say

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
WORDS = vocabulary()
MUNICIPAL = Term(
    key="municipal",
    label={"nb": "kommunalt nivå", "nn": "kommunalt nivå", "en": "the municipal level"},
)
STATE = Term(
    key="state", label={"nb": "statlig nivå", "nn": "statleg nivå", "en": "the state level"}
)
HEALTH = Term(key="health", label={"nb": "helse", "nn": "helse", "en": "health"})
SCHOOL = Term(key="school", label={"nb": "skole", "nn": "skule", "en": "school"})
WORKS = Question(key="works", text={"nb": "Jobber dere?", "nn": "Jobbar de?", "en": "Do you?"})
HAS = Question(key="has", text={"nb": "Har dere?", "nn": "Har de?", "en": "Have you?"})
CHANGE = Break(
    key="new", at=2019, changed={"nb": "ny metode.", "nn": "ny metode", "en": "new method"}
)
UNKNOWN = Period("2 years before ?")
SPENT = Text({"nb": "Utgifter", "nn": "Utgifter", "en": "Spending."})
BOUGHT = Text({"nb": "Innkjøp", "nn": "Innkjøp", "en": "Purchases."})
DIFFERS = Status.DEFINITION_DIFFERS

#: Rule, what the member has, what the reference has, and the clause in each language, in which
#: @ stands for the reference.
CLAUSES: list[tuple[Rule, Any, Any, str, str, str]] = [
    (Rule.UNIT, parse_unit("% of GDP"), parse_unit("municipalities"),
     "målt i prosent av BNP, mens @ er målt i antall kommuner",
     "målt i prosent av BNP, medan @ er målt i talet på kommunar",
     "measured in per cent of GDP, while @ is measured in number of municipalities"),
    (Rule.CURRENCY, "DKK", "NOK",
     "i danske kroner, mens @ er i kroner",
     "i danske kroner, medan @ er i kroner",
     "in Danish kroner, while @ is in Norwegian kroner"),
    (Rule.CURRENCY, "DKK", "XXX",
     "i danske kroner, mens valutaen til @ ikke er oppgitt",
     "i danske kroner, medan valutaen til @ ikkje er oppgitt",
     "in Danish kroner, while the currency of @ is not stated"),
    (Rule.CURRENCY, "XXX", "NOK",
     "valutaen er ikke oppgitt, mens @ er i kroner",
     "valutaen er ikkje oppgitt, medan @ er i kroner",
     "the currency is not stated, while @ is in Norwegian kroner"),
    (Rule.CURRENCY, "XXX", "XXX",
     "valutaen er ikke oppgitt, og det er den heller ikke for @",
     "valutaen er ikkje oppgitt, og det er han heller ikkje for @",
     "the currency is not stated, nor is that of @"),
    (Rule.PRICE_BASIS, PriceBasis(2015, "cpi"), None,
     "i faste 2015-priser (KPI), mens @ er i løpende priser",
     "i faste 2015-prisar (KPI), medan @ er i løpande prisar",
     "in constant 2015 prices (CPI), while @ is in current prices"),
    (Rule.PRICE_BASIS, Period(2018), Period(2017),
     "i løpende priser for 2018, mens @ er i løpende priser for 2017",
     "i løpande prisar for 2018, medan @ er i løpande prisar for 2017",
     "in current prices of 2018, while @ is in current prices of 2017"),
    (Rule.DEFINITION, SPENT, BOUGHT,
     "definert som «Utgifter», mens @ er definert som «Innkjøp»",
     "definert som «Utgifter», medan @ er definert som «Innkjøp»",
     "defined as ‘Spending’, while @ is defined as ‘Purchases’"),
    (Rule.DEFINITION, DIFFERS, None,
     "utgiveren har merket tallet som definert på en annen måte, det er ikke @",
     "utgivaren har merkt talet som definert på ein annan måte, det er ikkje @",
     "its publisher marks it as differently defined, which @ is not"),
    (Rule.DEFINITION, None, DIFFERS,
     "ikke merket som definert på en annen måte, det er @",
     "ikkje merkt som definert på ein annan måte, det er @",
     "not marked as differently defined, which @ is"),
    (Rule.DEFINITION, DIFFERS, DIFFERS,
     "utgiveren har merket tallet som definert på en annen måte, og @ også",
     "utgivaren har merkt talet som definert på ein annan måte, og @ også",
     "its publisher marks it as differently defined, and @ as well"),
    (Rule.MEASURING, Measuring.STOCK, Measuring.FLOW,
     "målt som nivå på et tidspunkt, mens @ er målt som sum over perioden",
     "målt som nivå på eit tidspunkt, medan @ er målt som sum over perioden",
     "measured as a level at a point in time, while @ is a sum over the period"),
    (Rule.MEASURING, Measuring.MEAN, None,
     "målt som gjennomsnitt over perioden; det er ikke oppgitt hva @ er målt som",
     "målt som gjennomsnitt over perioden; det er ikkje oppgitt kva @ er målt som",
     "measured as a mean over the period; as what @ is measured is not stated"),
    (Rule.MEASURING, None, Measuring.FLOW,
     "det er ikke oppgitt hva tallet er målt som, mens @ er målt som sum over perioden",
     "det er ikkje oppgitt kva talet er målt som, medan @ er målt som sum over perioden",
     "as what it is measured is not stated, while @ is a sum over the period"),
    (Rule.MEASURING, None, None,
     ("det er ikke oppgitt om tallet er et nivå, en sum eller et gjennomsnitt, "
     "heller ikke for @"),
     ("det er ikkje oppgitt om talet er eit nivå, ein sum eller eit gjennomsnitt, "
     "heller ikkje for @"),
     "whether it is a level, a sum or a mean is not stated, nor for @"),
    (Rule.ADJUSTMENT, Adjustment.SEASONAL, Adjustment.NONE,
     "sesongjustert, mens @ er ujustert",
     "sesongjustert, medan @ er ujustert",
     "seasonally adjusted, while @ is not adjusted"),
    (Rule.ADJUSTMENT, Adjustment.WORKING_DAY, None,
     "justert for virkedager, mens det ikke er oppgitt om @ er justert",
     "justert for verkedagar, medan det ikkje er oppgitt om @ er justert",
     "adjusted for working days, while it is not stated whether @ is adjusted"),
    (Rule.ADJUSTMENT, None, Adjustment.TREND,
     "det er ikke oppgitt om tallet er justert, mens @ er trend",
     "det er ikkje oppgitt om talet er justert, medan @ er trend",
     "whether it is adjusted is not stated, while @ is trend"),
    (Rule.ADJUSTMENT, None, None,
     "det er ikke oppgitt om tallet er justert, heller ikke for @",
     "det er ikkje oppgitt om talet er justert, heller ikkje for @",
     "whether it is adjusted is not stated, nor for @"),
    (Rule.UNIT_OF_COUNT, WORDS["municipal-units"], WORDS["municipalities"],
     "det som telles, er kommunale enheter, for @ er det kommuner",
     "det som blir talt, er kommunale einingar, for @ er det kommunar",
     "what is counted is municipal units, for @ it is municipalities"),
    (Rule.UNIT_OF_COUNT, WORDS["municipalities"], None,
     "det som telles, er kommuner, for @ er det ikke kjent",
     "det som blir talt, er kommunar, for @ er det ikkje kjent",
     "what is counted is municipalities, for @ it is not known"),
    (Rule.UNIT_OF_COUNT, None, WORDS["municipalities"],
     "hva som telles, er ikke kjent, for @ er det kommuner",
     "kva som blir talt, er ikkje kjent, for @ er det kommunar",
     "what is counted is not known, for @ it is municipalities"),
    (Rule.UNIT_OF_COUNT, None, None,
     "hva som telles, er ikke kjent, heller ikke for @",
     "kva som blir talt, er ikkje kjent, heller ikkje for @",
     "what is counted is not known, nor for @"),
    (Rule.SECTOR, {HEALTH}, {SCHOOL, HEALTH},
     "bare helse, mens @ bare dekker helse og skole",
     "berre helse, medan @ berre dekkjer helse og skule",
     "only health, while @ covers only health and school"),
    (Rule.SECTOR, {HEALTH}, set(),
     "bare helse, mens @ dekker alle sektorer",
     "berre helse, medan @ dekkjer alle sektorar",
     "only health, while @ covers all sectors"),
    (Rule.SECTOR, set(), {HEALTH},
     "alle sektorer, mens @ bare dekker helse",
     "alle sektorar, medan @ berre dekkjer helse",
     "all sectors, while @ covers only health"),
    (Rule.LEVEL, {MUNICIPAL}, set(),
     "bare kommunalt nivå, mens @ dekker alle nivåer",
     "berre kommunalt nivå, medan @ dekkjer alle nivå",
     "only the municipal level, while @ covers all levels"),
    (Rule.LEVEL, set(), {MUNICIPAL},
     "alle nivåer, mens @ bare dekker kommunalt nivå",
     "alle nivå, medan @ berre dekkjer kommunalt nivå",
     "all levels, while @ covers only the municipal level"),
    (Rule.LEVEL, {MUNICIPAL}, {STATE},
     "bare kommunalt nivå, mens @ bare dekker statlig nivå",
     "berre kommunalt nivå, medan @ berre dekkjer statleg nivå",
     "only the municipal level, while @ covers only the state level"),
    (Rule.FILTER, {HEALTH}, {SCHOOL},
     "avgrenset til helse, mens @ er avgrenset til skole",
     "avgrensa til helse, medan @ er avgrensa til skule",
     "limited to health, while @ is limited to school"),
    (Rule.FILTER, {HEALTH}, set(),
     "avgrenset til helse, mens @ ikke er avgrenset",
     "avgrensa til helse, medan @ ikkje er avgrensa",
     "limited to health, while @ is not limited"),
    (Rule.FILTER, set(), {HEALTH},
     "ikke avgrenset, mens @ er avgrenset til helse",
     "ikkje avgrensa, medan @ er avgrensa til helse",
     "not limited, while @ is limited to health"),
    (Rule.QUESTION, WORKS, HAS,
     "spørsmålet var «Jobber dere?», for @ var det «Har dere?»",
     "spørsmålet var «Jobbar de?», for @ var det «Har de?»",
     "the question was ‘Do you?’, for @ it was ‘Have you?’"),
    (Rule.QUESTION, WORKS, None,
     "spørsmålet var «Jobber dere?», for @ er det ikke kjent",
     "spørsmålet var «Jobbar de?», for @ er det ikkje kjent",
     "the question was ‘Do you?’, for @ it is not known"),
    (Rule.QUESTION, None, HAS,
     "spørsmålet er ikke kjent, for @ var det «Har dere?»",
     "spørsmålet er ikkje kjent, for @ var det «Har de?»",
     "the question is not known, for @ it was ‘Have you?’"),
    (Rule.QUESTION, None, None,
     "spørsmålet er ikke kjent, heller ikke for @",
     "spørsmålet er ikkje kjent, heller ikkje for @",
     "the question is not known, nor for @"),
    (Rule.ANSWERS, {HEALTH}, set(),
     "svarene som teller, er helse, for @ er de et rent ja",
     "svara som tel, er helse, for @ er dei eit reint ja",
     "the answers that count are health, for @ they are a plain yes"),
    (Rule.WINDOW, Period("3 years before 2018"), Period("2 years before 2018"),
     ("perioden er de tre siste årene før undersøkelsen (2018), for @ er den de to siste årene "
     "før undersøkelsen (2018): ikke like lang"),
     ("perioden er dei tre siste åra før undersøkinga (2018), for @ er han dei to siste åra "
     "før undersøkinga (2018): ikkje like lang"),
     ("the period is the last three years before the survey (2018), for @ it is the last two "
     "years before the survey (2018): not equally long")),
    (Rule.WINDOW, Period("2014/.."), Period(2018),
     "perioden er siden 2014, for @ er den 2018; det er ikke kjent hvilken som er lengst",
     "perioden er sidan 2014, for @ er han 2018; det er ikkje kjent kva for ein som er lengst",
     "the period is since 2014, for @ it is 2018; which is longer is not known"),
    (Rule.WINDOW, Period("?"), Period("?"),
     "perioden er ikke oppgitt, som for @; det er ikke kjent hvor lang den er",
     "perioden er ikkje oppgitt, som for @; det er ikkje kjent kor lang han er",
     "the period is not stated, as for @; how long that is, is not known"),
    (Rule.OVERLAP, Period(2018), Period(2016),
     "perioden er 2018, for @ er den 2016: de to overlapper ikke",
     "perioden er 2018, for @ er han 2016: dei to overlappar ikkje",
     "the period is 2018, for @ it is 2016: the two do not overlap"),
    (Rule.OVERLAP, UNKNOWN, Period(2016),
     ("perioden er de to siste årene før undersøkelsen (tidspunkt ikke oppgitt), for @ er den "
     "2016; det er ikke kjent om de overlapper"),
     ("perioden er dei to siste åra før undersøkinga (tidspunkt ikkje oppgitt), for @ er han "
     "2016; det er ikkje kjent om dei overlappar"),
     ("the period is the last two years before the survey (time not stated), for @ 2016; "
     "whether they overlap is not known")),
    (Rule.OVERLAP, UNKNOWN, UNKNOWN,
     ("perioden er de to siste årene før undersøkelsen (tidspunkt ikke oppgitt), som for @; "
     "det er ikke kjent om de to overlapper"),
     ("perioden er dei to siste åra før undersøkinga (tidspunkt ikkje oppgitt), som for @; "
     "det er ikkje kjent om dei to overlappar"),
     ("the period is the last two years before the survey (time not stated), as for @; "
     "whether the two overlap is not known")),
    (Rule.METHOD_BREAK, CHANGE, None,
     "et brudd i tidsserien skiller den fra @: 2019, ny metode",
     "eit brot i tidsserien skil han frå @: 2019, ny metode",
     "a break lies between this and @: 2019, new method"),
    (Rule.METHOD_BREAK, Period(2019), None,
     "et brudd i tidsserien skiller den fra @: 2019",
     "eit brot i tidsserien skil han frå @: 2019",
     "a break lies between this and @: 2019"),
    (Rule.VINTAGE, None, None,
     "versjonen er ikke oppgitt, heller ikke for @",
     "versjonen er ikkje oppgitt, heller ikkje for @",
     "the version is not stated, nor is that of @"),
    (Rule.STATUS, {Status.PROVISIONAL}, {Status.FORECAST, Status.ESTIMATED},
     "merket som foreløpig, @ som anslått og prognose",
     "merkt som førebels, @ som anslått og prognose",
     "marked as provisional, @ as estimated and forecast"),
    (Rule.STATUS, {Status.PROVISIONAL}, {Status.PROVISIONAL},
     "merket som foreløpig, det er @ også",
     "merkt som førebels, det er @ også",
     "marked as provisional, as is @"),
    (Rule.STATUS, {Status.PROVISIONAL}, None,
     "merket som foreløpig, det er ikke @",
     "merkt som førebels, det er ikkje @",
     "marked as provisional, which @ is not"),
    (Rule.STATUS, None, {Status.PROVISIONAL},
     "ikke merket som foreløpig, det er @",
     "ikkje merkt som førebels, det er @",
     "not marked as provisional, which @ is"),
    (Rule.VINTAGE, Period("2020-03"), Period("2021-03"),
     "versjon fra mars 2020, mens @ er fra mars 2021",
     "versjon frå mars 2020, medan @ er frå mars 2021",
     "version of March 2020, while @ is of March 2021"),
    (Rule.VINTAGE, Period("2020-03"), None,
     "versjon fra mars 2020, mens versjonen til @ ikke er oppgitt",
     "versjon frå mars 2020, medan versjonen til @ ikkje er oppgitt",
     "version of March 2020, while that of @ is not stated"),
    (Rule.VINTAGE, None, Period("2021-03"),
     "versjonen er ikke oppgitt, mens @ er fra mars 2021",
     "versjonen er ikkje oppgitt, medan @ er frå mars 2021",
     "the version is not stated, while @ is of March 2021"),
    (Rule.SAMPLE, 1234, None,
     "det er ikke kjent hvor mange som svarte for @",
     "det er ikkje kjent kor mange som svarte for @",
     "how many answered for @ is not known"),
    (Rule.SAMPLE, None, 1234,
     "det er ikke kjent hvor mange som svarte",
     "det er ikkje kjent kor mange som svarte",
     "how many answered is not known"),
    (Rule.SAMPLE, None, None,
     "det er ikke kjent hvor mange som svarte, heller ikke for @",
     "det er ikkje kjent kor mange som svarte, heller ikkje for @",
     "how many answered is not known, nor for @"),
    (Rule.COVERAGE, Period("2018-H1"), None,
     "bare 1. halvår 2018 er dekket, mens @ dekker hele perioden",
     "berre 1. halvår 2018 er dekt, medan @ dekkjer heile perioden",
     "only first half of 2018 is covered, while @ covers all of its period"),
    (Rule.COVERAGE, None, Period("2018-H1"),
     "hele perioden er dekket, mens @ bare dekker 1. halvår 2018",
     "heile perioden er dekt, medan @ berre dekkjer 1. halvår 2018",
     "all of the period is covered, while @ covers only first half of 2018"),
    (Rule.COVERAGE, Period("2018-H1"), Period("2018-H2"),
     "bare 1. halvår 2018 er dekket, mens @ bare dekker 2. halvår 2018",
     "berre 1. halvår 2018 er dekt, medan @ berre dekkjer 2. halvår 2018",
     "only first half of 2018 is covered, while @ covers only second half of 2018"),
    (Rule.COVERAGE, Period("?"), None,
     "det er ikke kjent om tallet og @ dekker samme del av perioden",
     "det er ikkje kjent om talet og @ dekkjer same delen av perioden",
     "whether this and @ cover the same part of their period is not known"),
    (Rule.COVERAGE, Period("?"), Period("?"),
     "det er ikke kjent om tallet og @ dekker samme del av perioden",
     "det er ikkje kjent om talet og @ dekkjer same delen av perioden",
     "whether this and @ cover the same part of their period is not known"),
    (Rule.COVERAGE, Period("?"), Period("2018-H1"),
     "det er ikke kjent om tallet og @ dekker samme del av perioden",
     "det er ikkje kjent om talet og @ dekkjer same delen av perioden",
     "whether this and @ cover the same part of their period is not known"),
]  # fmt: skip

REFERENCE = {
    "nb": "referansen (Island)",
    "nn": "referansen (Island)",
    "en": "the reference (Iceland)",
}


def fact(given: Any) -> Any:
    """Return sets as the model holds them."""
    return frozenset(given) if isinstance(given, set) else given


#: The same for a break of which it is not known whether it parts the two.
UNSURE = [
    (
        Rule.METHOD_BREAK,
        Break(key="late", at="2018-Q3", changed=CHANGE.changed),
        None,
        "det er ikke kjent om et brudd i tidsserien skiller den fra @: 3. kvartal 2018, ny metode",
        "det er ikkje kjent om eit brot i tidsserien skil han frå @: 3. kvartal 2018, ny metode",
        "whether a break lies between this and @ is not known: Q3 2018, new method",
    ),
    (
        Rule.METHOD_BREAK,
        Period("2018-Q3"),
        None,
        "det er ikke kjent om et brudd i tidsserien skiller den fra @: 3. kvartal 2018",
        "det er ikkje kjent om eit brot i tidsserien skil han frå @: 3. kvartal 2018",
        "whether a break lies between this and @ is not known: Q3 2018",
    ),
]


@pytest.mark.parametrize(
    "clause",
    [*CLAUSES, *UNSURE],
    ids=[f"{row[0].value}-{at}" for at, row in enumerate([*CLAUSES, *UNSURE])],
)
def test_clause(figure: Any, clause: tuple[Rule, Any, Any, str, str, str]) -> None:
    """Who differs in what, and what the reference has."""
    rule, have, want, *texts = clause
    reason = Reason(
        rule=rule,
        outcome=Verdict.NOT_COMPARABLE,
        member=figure(area="FI", period=2019 if rule is Rule.METHOD_BREAK else 2018),
        reference=figure(area="IS"),
        have=fact(have),
        want=fact(want),
    )

    for lang, text in zip(LANGS, texts, strict=True):
        expected = f"Finland: {text.replace('@', REFERENCE[lang])}"

        assert expected == reason_text(reason, lang=lang)


def test_every_rule_is_worded() -> None:
    """No rule is without a clause in the table above."""
    assert set(Rule) == {rule for rule, *_ in CLAUSES}


def test_override_is_shown(figure: Any) -> None:
    """A rule that was overridden says why."""
    reason = Reason(
        rule=Rule.LEVEL,
        outcome=Verdict.CAVEATS,
        member=figure(area="FI"),
        reference=figure(area="IS"),
        have=frozenset({MUNICIPAL}),
        want=frozenset(),
        allowed="en {test}",
    )

    assert reason_text(reason, lang="nb").endswith("dekker alle nivåer (godtatt fordi: en {test})")
    assert reason_text(reason, lang="nn").endswith("dekkjer alle nivå (godteke fordi: en {test})")
    assert reason_text(reason, lang="en").endswith("covers all levels (allowed because: en {test})")


def test_real_reasons_are_worded(figure: Any) -> None:
    """What the rules of the model answer is worded in every language."""
    one = figure(
        Value(5, parse_unit("NOK")),
        unit="NOK",
        area="FI",
        population=Population(unit=WORDS["municipalities"], levels=[MUNICIPAL]),
        question=WORKS,
        vintage="2020",
        covers="2018-H1",
    )
    other = figure(
        Value(5, parse_unit("DKK@2015:cpi")),
        unit="DKK@2015:cpi",
        area="IS",
        period=2016,
        question=HAS,
        sample=Sample(n=5),
    )
    comparison = Comparison.between(one, other, reference="IS")

    assert len(comparison.reasons) > 7
    for lang in LANGS:
        text = comparison_text(comparison, lang=lang)

        assert text == say(comparison, lang=lang)
        assert "{" not in text


class TestMember:
    """What a figure is called beside another."""

    def test_is_what_tells_the_two_apart(self, figure: Any) -> None:
        """Area, then period, then indicator, then breakdowns."""
        one = figure()
        other = figure(header={"key": "other", "title": "Annet"})
        sector = figure(breakdowns={"sector": "health"})

        assert "Norge" == member_text(one, figure(area="IS"), lang="nb")
        assert "2018" == member_text(one, figure(period=2016), lang="nb")
        assert "Annet" == member_text(other, one, lang="nb")
        assert "helse" == member_text(sector, one, lang="nb")
        assert "Noe som er målt" == member_text(one, one, lang="nb")


class TestComparison:
    """A verdict for each member, then the reasons."""

    @staticmethod
    def compared(*members: Datum) -> Comparison:
        """Return a comparison with the first as reference."""
        return Comparison.between(*members, reference=members[0].area.code)

    def test_groups_members_of_which_the_same_is_said(self, figure: Any) -> None:
        """Members share a clause, and what forbids comes before what warns."""
        municipal = Population(unit=WORDS["public-workplaces"], levels=[MUNICIPAL])
        unknown = {"period": "2 years before ?"}
        members = [
            figure(area="IS", **unknown),
            figure(area="NO", **unknown),
            figure(area="FI", population=municipal, **unknown),
        ]

        assert (
            "Finland kan ikke sammenlignes med Island. "
            "Norge kan sammenlignes med Island, med forbehold. "
            "Finland: bare kommunalt nivå, mens referansen (Island) dekker alle nivåer. "
            "Norge og Finland: perioden er de to siste årene før undersøkelsen (tidspunkt ikke "
            "oppgitt), som for referansen (Island); det er ikke kjent om de to overlapper."
        ) == comparison_text(self.compared(*members), lang="nb")

    def test_says_so_when_nothing_speaks_against(self, figure: Any) -> None:
        """Without reasons there is only the verdict."""
        members = [figure(area=code) for code in ("IS", "NO", "SE")]
        comparison = self.compared(*members)

        assert "Noreg og Sverige kan samanliknast med Island." == comparison_text(
            comparison, lang="nn"
        )
        assert () == reasons_text(comparison.reasons, lang="nn")

    def test_caveats_in_english(self, figure: Any) -> None:
        """A caveat is not a refusal."""
        one, other = figure(area="IS", vintage="2020"), figure(area="NO")

        assert (
            "Norway can be compared with Iceland, with caveats. Norway: the version is not stated, "
            "while the reference (Iceland) is of 2020."
        ) == comparison_text(self.compared(one, other), lang="en")


def test_facts_are_not_looked_into(figure: Any) -> None:
    """Braces in a user's text mean nothing."""
    hostile = Question(key="x", text="{reference} {0} {have!r:>999}")
    reason = Reason(
        rule=Rule.QUESTION,
        outcome=Verdict.NOT_COMPARABLE,
        member=figure(area="FI"),
        reference=figure(area="IS"),
        have=hostile,
        want=HAS,
    )

    assert "«{reference} {0} {have!r:>999}»" in reason_text(reason, lang="nb")
    assert reason_text(attrs.evolve(reason, have=None), lang="nb")
