"""Each rule of comparability speaks where its aspect differs, and is silent where it agrees."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import Term, UnsafeText, vocabulary
from offinno.model import (
    RULES,
    Adjustment,
    BadOverrides,
    Break,
    Datum,
    Dimension,
    Indicator,
    Measuring,
    Observation,
    Population,
    Question,
    Reason,
    Rule,
    Sample,
    Status,
    Verdict,
    WrongType,
)
from offinno.model._rules import overrides_of
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Value

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]
Figure = Callable[..., Datum]

UNKNOWN = Missing(MissingReason.NOT_STATED)
WORKPLACES = vocabulary()["public-workplaces"]
A, B = Term(key="a", label="A"), Term(key="b", label="B")
YES, NO = Term(key="yes", label="ja"), Term(key="no", label="nei")
ASKED = Question(key="q", text="Har dere?", answers=[YES])
BREAK = Break(key="weights", at=2018, changed="vekting")
REFUSED, CAVEAT = Verdict.NOT_COMPARABLE, Verdict.CAVEATS


@pytest.fixture
def figure(indicator: Indicators, row: Rows) -> Figure:
    """Return the builder of one figure: fields of its row, and of its header in *header*."""

    def make(unit: str = "NOK", header: dict[str, Any] | None = None, **own: Any) -> Datum:
        found = parse_unit(unit)
        number = 101 if found.kind.value == "index" else 10
        return indicator([row(Value(number, found), **own)], unit=found, **header or {}).at()

    return make


def people(**other: Any) -> dict[str, Any]:
    """Return a row's own population."""
    return {"population": Population(**{"unit": WORKPLACES} | other)}


def header(**other: Any) -> dict[str, Any]:
    """Return the header of a figure."""
    return {"header": other}


def adjusted(how: Adjustment | None, period: str = "2018-Q3", **other: Any) -> dict[str, Any]:
    """Return a figure for a part of a year, and how it was adjusted."""
    return {"header": {"adjustment": how, **other}, "period": period}


STOCK, FLOW, MEAN = (
    header(measuring=how) for how in (Measuring.STOCK, Measuring.FLOW, Measuring.MEAN)
)
RAW, DAYS, SEASONAL, TREND = map(adjusted, Adjustment)
DIFFERS: dict[str, Any] = {"status": [Status.DEFINITION_DIFFERS]}
PROVISIONAL: dict[str, Any] = {"status": [Status.PROVISIONAL]}


def dimension(key: str) -> dict[str, Any]:
    """Return a row broken down by something, with its header."""
    declared = Dimension(key=key, label="A", categories=[A, B])
    return {"header": {"dimensions": [declared]}, "breakdowns": {key: "a"}}


SILENT: list[tuple[Rule, dict[str, Any], dict[str, Any]]] = [
    (Rule.UNIT, {"unit": "km"}, {"unit": "m"}),
    (Rule.UNIT, {"unit": "NOK"}, {"unit": "EUR"}),
    (Rule.UNIT, {"unit": "NOK / km"}, {"unit": "EUR / m"}),
    (Rule.UNIT, {"unit": "% of workplaces"}, {"unit": "% of workplaces"}),
    (Rule.CURRENCY, {"unit": "NOK"}, {"unit": "NOK@2015:cpi"}),
    (Rule.CURRENCY, {"unit": "NOK"}, {"unit": "municipalities"}),
    (Rule.CURRENCY, {"unit": "NOK / inhabitants"}, {"unit": "NOK / inhabitants"}),
    (Rule.CURRENCY, {"unit": "NOK / EUR"}, {"unit": "SEK / EUR"}),
    (Rule.PRICE_BASIS, {}, {}),
    (Rule.PRICE_BASIS, {"unit": "NOK@2015:cpi"}, {"unit": "NOK@2015:cpi", "period": 2019}),
    (Rule.PRICE_BASIS, {"unit": "municipalities"}, {"unit": "NOK", "period": 2019}),
    (Rule.PRICE_BASIS, {"unit": "NOK / EUR"}, {"unit": "NOK / EUR", "period": 2019}),
    (Rule.DEFINITION, header(title="A"), header(title="B")),
    (Rule.MEASURING, {}, {}),
    (Rule.MEASURING, FLOW, header(key="b", definition="B", measuring=Measuring.FLOW)),
    (Rule.MEASURING, {}, header(key="b", definition="B")),
    (Rule.ADJUSTMENT, {}, {}),
    (Rule.ADJUSTMENT, SEASONAL, SEASONAL),
    (Rule.ADJUSTMENT, adjusted(None), adjusted(None)),
    (Rule.ADJUSTMENT, adjusted(None), adjusted(None, key="b", definition="B")),
    (Rule.ADJUSTMENT, adjusted(Adjustment.NONE, "2018"), adjusted(Adjustment.TREND, "2019")),
    (Rule.UNIT_OF_COUNT, people(), people(sectors=[A])),
    (Rule.SECTOR, people(sectors=[A, B]), people(sectors=[B, A])),
    (Rule.SECTOR, {"population": UNKNOWN}, people(sectors=[A])),
    (Rule.LEVEL, people(levels=[A]), people(levels=[A])),
    (Rule.LEVEL, people(levels=[A]), {"population": UNKNOWN}),
    (Rule.FILTER, people(filters=[A]), people(filters=[A])),
    (Rule.FILTER, {"population": UNKNOWN}, people(filters=[A])),
    (Rule.FILTER, dimension("sector"), dimension("sector")),
    (Rule.FILTER, dimension("sector"), people(filters=[A])),
    (Rule.QUESTION, {}, {}),
    (Rule.QUESTION, {"question": ASKED}, {"question": Question(key="q", text="Did you?")}),
    (Rule.ANSWERS, {"question": ASKED}, {"question": Question(key="q", text="?", answers=[YES])}),
    (Rule.ANSWERS, {"question": ASKED}, {"question": Question(key="r", text="?", answers=[NO])}),
    (Rule.ANSWERS, {"question": ASKED}, {}),
    (Rule.WINDOW, {"period": 2018}, {"period": 2019}),
    (Rule.WINDOW, {"period": 2020}, {"period": "year to 2018-Q3"}),
    (Rule.WINDOW, {"period": "2018-01-01"}, {"period": "2019-01-01"}),
    (Rule.WINDOW, {"period": "2018-01-02/2018-01-05"}, {"period": "2019-02-01/2019-02-04"}),
    (Rule.WINDOW, {"period": "2 years before ?"}, {"period": "2 years before 2018-10"}),
    (Rule.WINDOW, {"period": "2018-spring"}, {"period": "2018-spring"}),
    (Rule.OVERLAP, {"period": 2018}, {"period": "2018-Q3"}),
    (Rule.OVERLAP, {"period": "2018-01-01"}, {"period": "2018-01-01"}),
    (Rule.METHOD_BREAK, {"period": 2017}, {"period": 2018}),
    (
        Rule.METHOD_BREAK,
        {"period": 2018, "header": {"breaks": [BREAK]}},
        {"period": 2019, "header": {"breaks": [BREAK], "series": "2018/2019"}},
    ),
    (
        Rule.METHOD_BREAK,
        {"period": 2018, "status": [Status.BREAK]},
        {"period": 2019},
    ),
    (Rule.VINTAGE, {}, {}),
    (Rule.STATUS, {}, {"status": [Status.REVISED, Status.BREAK]}),
    (Rule.VINTAGE, {"vintage": "2020-01-02"}, {"vintage": "2020-01-02"}),
    (Rule.SAMPLE, {}, {}),
    (Rule.SAMPLE, {"sample": Missing(MissingReason.NOT_APPLICABLE)}, {}),
    (Rule.SAMPLE, {"question": ASKED, "sample": Sample(n=5)}, {"sample": Sample(base=3)}),
    (Rule.COVERAGE, {}, {}),
    (Rule.COVERAGE, {"covers": "2018-H1"}, {"covers": "2018-H1"}),
]

SPEAKING: list[tuple[Rule, Verdict, dict[str, Any], dict[str, Any]]] = [
    (Rule.UNIT, REFUSED, {"unit": "NOK"}, {"unit": "municipalities"}),
    (Rule.UNIT, REFUSED, {"unit": "% of workplaces"}, {"unit": "% of public-workplaces"}),
    (Rule.UNIT, REFUSED, {"unit": "% of GDP"}, {"unit": "% part of GDP"}),
    (Rule.UNIT, REFUSED, {"unit": "% of workplaces"}, {"unit": "pp of workplaces"}),
    (Rule.UNIT, REFUSED, {"unit": "index 2015=100"}, {"unit": "index 2025=100"}),
    (Rule.UNIT, REFUSED, {"unit": "km"}, {"unit": "hours"}),
    (Rule.UNIT, REFUSED, {"unit": "NOK / EUR"}, {"unit": "SEK / EUR"}),
    (Rule.UNIT, REFUSED, {"unit": "NOK / inhabitants"}, {"unit": "NOK / workplaces"}),
    (Rule.CURRENCY, REFUSED, {"unit": "NOK"}, {"unit": "EUR"}),
    (Rule.CURRENCY, REFUSED, {"unit": "XXX"}, {"unit": "XXX"}),
    (Rule.CURRENCY, REFUSED, {"unit": "NOK / inhabitants"}, {"unit": "EUR / inhabitants"}),
    (Rule.PRICE_BASIS, REFUSED, {"unit": "NOK"}, {"unit": "NOK@2015:cpi"}),
    (Rule.PRICE_BASIS, REFUSED, {"unit": "NOK@2015:cpi"}, {"unit": "NOK@2015:ppi"}),
    (Rule.PRICE_BASIS, CAVEAT, {"period": 2018}, {"period": 2019}),
    (
        Rule.PRICE_BASIS,
        CAVEAT,
        {"unit": "NOK / inhabitants"},
        {"unit": "NOK / inhabitants", "period": 2019},
    ),
    (Rule.DEFINITION, CAVEAT, {}, header(definition="B")),
    (Rule.DEFINITION, CAVEAT, {}, header(definition={"nb": "Oppdiktet andel"})),
    (Rule.DEFINITION, CAVEAT, {}, {"status": [Status.DEFINITION_DIFFERS]}),
    (Rule.DEFINITION, CAVEAT, DIFFERS, DIFFERS),
    (Rule.MEASURING, REFUSED, STOCK, FLOW),
    (Rule.MEASURING, REFUSED, MEAN, FLOW),
    (Rule.MEASURING, CAVEAT, STOCK, MEAN),
    (Rule.MEASURING, CAVEAT, STOCK, {}),
    (Rule.MEASURING, CAVEAT, {}, header(key="b")),
    (Rule.ADJUSTMENT, REFUSED, SEASONAL, RAW),
    (Rule.ADJUSTMENT, REFUSED, TREND, DAYS),
    (Rule.ADJUSTMENT, CAVEAT, RAW, DAYS),
    (Rule.ADJUSTMENT, CAVEAT, SEASONAL, TREND),
    (Rule.ADJUSTMENT, CAVEAT, SEASONAL, adjusted(None)),
    (Rule.ADJUSTMENT, CAVEAT, adjusted(None), adjusted(None, key="b")),
    (Rule.UNIT_OF_COUNT, REFUSED, people(), people(unit=vocabulary()["municipalities"])),
    (Rule.UNIT_OF_COUNT, CAVEAT, people(), {"population": UNKNOWN}),
    (Rule.UNIT_OF_COUNT, CAVEAT, {"population": UNKNOWN}, {"population": UNKNOWN}),
    (Rule.SECTOR, REFUSED, people(sectors=[A]), people(sectors=[A, B])),
    (Rule.SECTOR, REFUSED, people(sectors=[A]), people()),
    (Rule.LEVEL, REFUSED, people(levels=[A]), people()),
    (Rule.FILTER, REFUSED, people(filters=[A]), people(filters=[B])),
    (Rule.FILTER, REFUSED, dimension("sector"), {}),
    (Rule.FILTER, REFUSED, dimension("sector"), {"population": UNKNOWN}),
    (Rule.QUESTION, REFUSED, {"question": ASKED}, {"question": Question(key="r", text="?")}),
    (Rule.QUESTION, CAVEAT, {"question": ASKED}, {}),
    (Rule.QUESTION, CAVEAT, {"sample": Sample(n=5)}, {"sample": Sample(n=6)}),
    (Rule.QUESTION, CAVEAT, {"sample": UNKNOWN}, {}),
    (
        Rule.ANSWERS,
        REFUSED,
        {"question": ASKED},
        {"question": Question(key="q", text="?", answers=[NO])},
    ),
    (Rule.WINDOW, REFUSED, {"period": 2018}, {"period": "2018-Q3"}),
    (Rule.WINDOW, REFUSED, {"period": "2 years before ?"}, {"period": "3 years before ?"}),
    (Rule.WINDOW, CAVEAT, {"period": "?"}, {"period": "?"}),
    (Rule.WINDOW, CAVEAT, {"period": "?"}, {"period": 2018}),
    (Rule.WINDOW, CAVEAT, {"period": "2018-spring"}, {"period": "2019-spring"}),
    (Rule.WINDOW, CAVEAT, {"period": "2018-01-01"}, {"period": 2018}),
    (Rule.WINDOW, CAVEAT, {"period": "2018-01-02/2018-01-05"}, {"period": "2018-01-02/2018-01-06"}),
    (Rule.OVERLAP, REFUSED, {"period": 2018}, {"period": 2019}),
    (Rule.OVERLAP, CAVEAT, {"period": "?"}, {"period": "?"}),
    (Rule.OVERLAP, CAVEAT, {"period": "2 years before ?"}, {"period": 2018}),
    (
        Rule.METHOD_BREAK,
        REFUSED,
        {"period": 2017},
        {"period": 2018, "header": {"breaks": [BREAK]}},
    ),
    (
        Rule.METHOD_BREAK,
        CAVEAT,
        {"period": "?"},
        {"period": 2018, "header": {"breaks": [BREAK]}},
    ),
    (
        Rule.METHOD_BREAK,
        CAVEAT,
        {"period": "2017/2018"},
        {"period": 2018, "header": {"breaks": [BREAK]}},
    ),
    (
        Rule.METHOD_BREAK,
        REFUSED,
        {"period": 2018, "status": [Status.BREAK]},
        {"period": 2017},
    ),
    (
        Rule.METHOD_BREAK,
        CAVEAT,
        {"period": 2018, "status": [Status.BREAK]},
        {"period": "?"},
    ),
    (Rule.VINTAGE, CAVEAT, {"vintage": "?"}, {"vintage": "?"}),
    (Rule.STATUS, CAVEAT, {"status": [Status.PROVISIONAL]}, {}),
    (Rule.STATUS, CAVEAT, PROVISIONAL, PROVISIONAL),
    (Rule.STATUS, CAVEAT, {"status": [Status.FORECAST]}, {"status": [Status.ESTIMATED]}),
    (Rule.VINTAGE, CAVEAT, {"vintage": "2020-01-02"}, {"vintage": "2020-06-02"}),
    (Rule.VINTAGE, CAVEAT, {"vintage": "2020-01-02"}, {}),
    (Rule.SAMPLE, CAVEAT, {"question": ASKED}, {"question": ASKED}),
    (Rule.SAMPLE, CAVEAT, {"question": ASKED, "sample": Sample(n=5)}, {}),
    (Rule.SAMPLE, CAVEAT, {"sample": Sample(invited=5)}, {"sample": Sample(n=5)}),
    (Rule.SAMPLE, CAVEAT, {"sample": UNKNOWN}, {}),
    (Rule.COVERAGE, CAVEAT, {"covers": "2018-H1"}, {}),
    (Rule.COVERAGE, CAVEAT, {"covers": "2018-H1"}, {"covers": "2018-H2"}),
    (Rule.COVERAGE, CAVEAT, {"covers": "?"}, {"covers": "?"}),
]


def test_every_rule_has_both_cases() -> None:
    """No rule is tried only where it speaks, or only where it is silent."""
    assert (
        set(Rule) == set(RULES) == {rule for rule, *_ in SILENT} == {rule for rule, *_ in SPEAKING}
    )


@pytest.mark.parametrize(("rule", "one", "other"), SILENT)
def test_rules_are_silent(
    figure: Figure, rule: Rule, one: dict[str, Any], other: dict[str, Any]
) -> None:
    """Where the two agree, from either side."""
    mine, theirs = figure(**one), figure(**other)

    assert (None, None) == (RULES[rule](mine, theirs), RULES[rule](theirs, mine))


@pytest.mark.parametrize(("rule", "outcome", "one", "other"), SPEAKING)
def test_rules_speak(
    figure: Figure, rule: Rule, outcome: Verdict, one: dict[str, Any], other: dict[str, Any]
) -> None:
    """Where the two differ, alike from either side, with the facts turned round."""
    mine, theirs = figure(**one), figure(**other)
    there, back = RULES[rule](mine, theirs), RULES[rule](theirs, mine)

    assert there is not None
    assert back is not None
    assert outcome is there[0] is back[0]
    if rule is not Rule.METHOD_BREAK:  # whose fact is the break, not the two periods
        assert there[1:] == back[:0:-1]


def test_a_certain_break_speaks_before_a_possible_one(figure: Figure) -> None:
    """Of several breaks one that surely lies between is named."""
    spring = Break(key="unsure", at="2018-spring", changed="usikker")
    both = {"breaks": [Break(key="span", at="2017/2018", changed="A"), BREAK]}
    answer = RULES[Rule.METHOD_BREAK](figure(period=2017), figure(period=2018, header=both))

    assert (REFUSED, BREAK, None) == answer
    assert spring.parts(Period("2017"), Period("2018")) is None


def test_flags_speak_of_their_own_series(indicator: Indicators, row: Rows) -> None:
    """A row that is flagged parts those before it from itself and from those after it."""
    rows = [
        row(at, area, period=2016 + at, status=[Status.BREAK] if (at, area) == (1, "NO") else [])
        for at in range(3)
        for area in ("NO", "SE")
    ]
    given, rule = indicator(rows), RULES[Rule.METHOD_BREAK]
    norway, sweden = ([given.at(area=a, period=2016 + n) for n in range(3)] for a in ("NO", "SE"))

    assert (REFUSED, Period("2017"), None) == rule(norway[0], norway[2])
    assert (REFUSED, Period("2017"), None) == rule(norway[1], norway[0])
    assert (None, None) == (rule(norway[1], norway[2]), rule(sweden[0], sweden[2]))


def test_verdicts_have_an_order() -> None:
    """The later, the worse."""
    assert [0, 1, 2] == [verdict.severity for verdict in Verdict]
    assert "comparable with caveats" == str(CAVEAT)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (None, "not known"),
        (frozenset(), "all"),
        (frozenset({B, A}), "a and b"),
        (ASKED, "q"),
        (BREAK, "weights at 2018"),
        (Measuring.FLOW, "flow"),
        (frozenset({Status.FORECAST, Status.IMPUTED}), "forecast and imputed"),
        (Period("2018"), "2018"),
        (5, "5"),
        (parse_unit("NOK"), "NOK"),
    ],
)
def test_reasons_are_short_for_developers(figure: Figure, fact: Any, text: str) -> None:
    """Who, which rule, and what is held against what."""
    datum = figure()
    reason = Reason(
        rule=Rule.LEVEL, outcome=CAVEAT, member=datum, reference=datum, have=fact, allowed="fordi"
    )

    assert f"Norway: level is {text}, against not known (allowed: fordi)" == str(reason)
    assert "<Reason level: comparable with caveats>" == repr(reason)


def test_reasons_name_areas_without_a_label(figure: Figure) -> None:
    """By their code."""
    datum = figure(area="DE")
    reason = Reason(rule=Rule.LEVEL, outcome=CAVEAT, member=datum, reference=datum)

    assert "DE: level is not known, against not known" == str(reason)


@pytest.mark.parametrize("wrong", [{"have": ["a"]}, {"outcome": "worst"}, {"member": "NO"}])
def test_reasons_hold_facts(figure: Figure, wrong: dict[str, Any]) -> None:
    """A list could change, and a word is no verdict."""
    datum = figure()
    usual: dict[str, Any] = {"rule": Rule.LEVEL, "outcome": CAVEAT}
    with pytest.raises(WrongType):
        Reason(**usual | {"member": datum, "reference": datum} | wrong)


def test_overrides_name_rules_and_say_why() -> None:
    """In the order of the rules' names."""
    assert (("level", "b"), ("window", "a")) == overrides_of({"window": "a", "level": "b"})
    with pytest.raises(UnknownName, match="did you mean 'window'"):
        overrides_of({"windows": "a"})
    with pytest.raises(UnsafeText):
        overrides_of([("level", "")])


def test_an_unknown_rule_is_refused_with_all_there_are() -> None:
    """Where no rule comes near, the error lists every one of them."""
    known = ", ".join(rule.value for rule in Rule)
    with pytest.raises(UnknownName) as caught:
        overrides_of({"foo": "why"})

    assert f"no rule of comparability is called 'foo'; known: {known}" == str(caught.value)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("level", "not 'level'; write it as in allow={'level': 'why'}"),
        ("foo", "not 'foo'; write it as in allow={'window': 'why'}"),
        (["level"], "not ['level']; write it as in allow={'level': 'why'}"),
        ({"level": None}, "not {'level': None}; write it as in allow={'level': 'why'}"),
        ([("level", "a", "b")], "not [('level', 'a', 'b')]; write it as in"),
        ({5: "why"}, "not {5: 'why'}; write it as in allow={'window': 'why'}"),
        (5, "not 5; write it as in"),
        (None, "not None; write it as in"),
        ([5], "not [5]; write it as in"),
    ],
)
def test_an_override_without_a_reason_is_refused(given: Any, said: str) -> None:
    """The name of a rule alone does not say why it may be overridden."""
    with pytest.raises(BadOverrides) as caught:
        overrides_of(given)

    assert f"allow takes rules, each with the reason why it is overridden, {said}" in str(
        caught.value
    )
    assert isinstance(caught.value, TypeError)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))
