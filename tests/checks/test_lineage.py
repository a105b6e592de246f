"""OFF107 to OFF109: whether the working of a computed figure holds."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest

from offinno.analysis import deflate, exchange, per, rebase, relative_to
from offinno.checks import _lineage, check
from offinno.checks._working import gives, last_digit, results
from offinno.datasets import series
from offinno.exceptions import UnknownName
from offinno.model import (
    Datum,
    Derivation,
    Evidence,
    Factsheet,
    Indicator,
    Input,
    Method,
    Observation,
    Observations,
    Source,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Range, Value

OFFICE = Source(key="office", publisher="The office", title="A table", published=2020)
AGAIN = attrs.evolve(OFFICE, key="office-2021", published=2021)
Number = str | int | Value | Range | Missing


def figure(given: Number, unit: str) -> Value | Range | Missing:
    """Return a number in *unit*, or what is given as it is."""
    return Value(given, parse_unit(unit)) if isinstance(given, str | int) else given


def indicator(
    key: str,
    unit: str,
    *rows: tuple[str | int, Number] | dict[str, Any],
    lineage: Derivation | None = None,
) -> Indicator:
    """Return an indicator of Norway; with a lineage its rows are computed ones."""
    evidence = Evidence.PUBLISHED if lineage is None else Evidence.DERIVED
    made = []
    for row in rows:
        given = row if isinstance(row, dict) else {"period": row[0], "value": row[1]}
        value = figure(given["value"], unit)
        full = {"area": "NO", "evidence": evidence} | given | {"value": value}
        made.append(Observation(**full))
    return Indicator(
        key=key,
        title=key,
        definition=key,
        unit=parse_unit(unit),
        population=Missing(MissingReason.NOT_APPLICABLE),
        sources=[OFFICE, AGAIN],
        lineage=lineage,
        observations=Observations.of(parse_unit(unit), made),
    )


def given(number: Number, unit: str, key: str = "input", **more: Any) -> Input:
    """Return what went in."""
    value = figure(number, unit)
    assert isinstance(value, Value)
    return Input(figure=key, value=value, **more)


def places(code: str, *indicators: Indicator) -> list[str]:
    """Return where a rule finds something in a sheet of indicators."""
    named = [source for each in indicators for source in each.sources]
    lineages = [each.lineage for each in indicators if each.lineage is not None]
    inputs = [part.source for lineage in lineages for part in lineage.inputs if part.source]
    sources = list(dict.fromkeys((*named, *inputs)))
    sheet = Factsheet(key="sheet", title="Sheet", sources=sources, indicators=indicators)
    return [finding.path for finding in check(sheet, select=[code])]


def said(code: str, *indicators: Indicator) -> list[str]:
    """Return what a rule says of a sheet of indicators."""
    sheet = Factsheet(key="sheet", title="Sheet", sources=[OFFICE, AGAIN], indicators=indicators)
    return [finding.message() for finding in check(sheet, select=[code])]


def computed(method: Method, unit: str, number: Number, *inputs: Input, **more: Any) -> Indicator:
    """Return an indicator with one figure that was computed."""
    lineage = Derivation(method=method, inputs=inputs, **more)
    return indicator("result", unit, (2018, number), lineage=lineage)


NOK, SHARE, GDP = "NOK", "% of workplaces", "% of GDP"


@pytest.mark.parametrize(
    ("method", "unit", "right", "wrong", "inputs"),
    [
        (Method.SUM, NOK, "5", "6", [("2", NOK), ("3", NOK)]),
        (Method.DIFFERENCE, "pp of workplaces", "-1", "1", [("77", SHARE), ("78", SHARE)]),
        (Method.DIFFERENCE, NOK, "2", "8", [("5", NOK), ("3", NOK)]),
        (Method.PRODUCT, NOK, "60", "6000", [("20", GDP), ("300", NOK)]),
        (Method.PRODUCT, NOK, "10", "7", [("5", "NOK / inhabitants"), ("2", "inhabitants")]),
        (Method.QUOTIENT, SHARE, "25", "0.25", [("1", "workplaces"), ("4", "workplaces")]),
        (Method.QUOTIENT, "NOK / inhabitants", "2.5", "5", [("5", NOK), ("2", "inhabitants")]),
        (Method.QUOTIENT, NOK, "400", "4", [("100", NOK), ("25", SHARE)]),
        (Method.EXCHANGE, NOK, "20", "5", [("10", "EUR"), ("2", "NOK / EUR")]),
        (Method.EXCHANGE, "EUR", "5", "20", [("10", NOK), ("2", "NOK / EUR")]),
        (Method.EXCHANGE, "EUR / inhabitants", "5", "20",
         [("10", "NOK / inhabitants"), ("2", "NOK / EUR")]),
        (Method.DEFLATION, "NOK@2019:cpi", "110", "91",
         [("100", NOK), ("110", "index 2015=100"), ("100", "index 2015=100")]),
        (Method.RELATIVE, GDP, "25", "400", [("1", NOK), ("4", NOK)]),
        (Method.PER, "NOK / inhabitants", "0.25", "4", [("1", NOK), ("4", "inhabitants")]),
        (Method.REBASE, "index 2019=100", "50", "0.5",
         [("55", "index 2015=100"), ("110", "index 2015=100")]),
        (Method.COMPOUND, "% change on 2016", "21", "20",
         [("10", "% change on year before"), ("10", "% change on year before")]),
        (Method.COMPOUND, NOK, "110", "121", [("100", NOK), ("10", "% change on year before")]),
        (Method.GROWTH, "% change on year before", "25", "125", [("5", NOK), ("4", NOK)]),
        (Method.CHAIN, NOK, "20", "5", [("10", NOK), ("4", NOK), ("2", NOK)]),
    ],
)  # fmt: skip
def test_working_is_computed_again(
    method: Method, unit: str, right: str, wrong: str, inputs: list[tuple[str, str]]
) -> None:
    """Every method gives its result, and another one is found."""
    parts = [given(*each) for each in inputs]

    assert [] == places("OFF107", computed(method, unit, right, *parts))
    assert ["indicators[0].observations[0]"] == places(
        "OFF107", computed(method, unit, wrong, *parts)
    )


def parts(*keys: str) -> tuple[Input, ...]:
    """Return two parts of a total, each from the figure named."""
    return tuple(
        given(n, NOK, key, area="NO", period=2018) for n, key in zip((2, 3), keys, strict=True)
    )


def test_aggregate_of_listed_parts_is_computed_again() -> None:
    """The parts of one figure make a total."""
    assert [] == places("OFF107", computed(Method.AGGREGATE, NOK, 5, *parts("a", "a")))
    assert 1 == len(places("OFF107", computed(Method.AGGREGATE, NOK, 6, *parts("a", "a"))))


@pytest.mark.parametrize(
    ("method", "unit", "inputs"),
    [
        (Method.AGGREGATE, NOK, parts("a", "b")),
        (Method.AGGREGATE, NOK, parts("a", "b")[:1]),
        (Method.SUM, NOK, (given(1, NOK), given(1, "EUR"))),
        (Method.SUM, "pp of workplaces", (given(1, NOK), given(2, NOK))),
        (Method.DEFLATION, NOK, (given(1, NOK), given(2, NOK))),
        (Method.QUOTIENT, GDP, (given(1, NOK), given(0, NOK))),
    ],
)
def test_what_cannot_be_computed_is_left_alone(
    method: Method, unit: str, inputs: tuple[Input, ...]
) -> None:
    """Records that are not listed, other units, a part too few, a zero to divide by."""
    assert [] == places("OFF107", computed(method, unit, 9, *inputs))


def test_message_shows_as_many_digits() -> None:
    """What the working gives is rounded as the figure is."""
    inputs = (given("797.4E9", NOK), given("3304.4E9", NOK))

    assert ["“result” is 42.1%, but its working gives 24.1%"] == said(
        "OFF107", computed(Method.RELATIVE, GDP, "42.1", *inputs)
    )


def test_share_beyond_the_whole_is_told() -> None:
    """More than all is no share, so the number stands alone."""
    wrong = computed(Method.QUOTIENT, SHARE, 50, given(3, "workplaces"), given(2, "workplaces"))

    assert ["“result” is 50%, but its working gives 150"] == said("OFF107", wrong)


@pytest.mark.parametrize(
    ("stated", "digits", "expected"),
    [
        (Value("17.8E1", parse_unit(NOK)), None, True),
        (Value("180", parse_unit(NOK)), None, False),
        (Value("180", parse_unit(NOK)), 2, True),
        (Value("180", parse_unit(NOK), Qualifier.ABOUT), None, True),
        (Value("200", parse_unit(NOK), Qualifier.ABOUT), None, True),
        (Value("170", parse_unit(NOK), Qualifier.OVER), None, True),
        (Value("180", parse_unit(NOK), Qualifier.OVER), None, False),
        (Value("180", parse_unit(NOK), Qualifier.NEARLY), None, True),
        (Value("170", parse_unit(NOK), Qualifier.AT_MOST), None, False),
    ],
)
def test_rounding_is_allowed_for(stated: Value, digits: int | None, expected: bool) -> None:  # noqa: FBT001
    """A figure may be rounded as it is published, and a bound lies on its side."""
    assert expected is gives(Fraction("178.3"), stated, digits)


def test_nothing_is_rounded_off_zero() -> None:
    """Zero has no first digit to count from."""
    assert 0 == last_digit(Value(0, parse_unit(NOK)), 3)


def test_ends_of_a_range_are_computed_apart() -> None:
    """Of a range each end has its step."""
    ends = [given(n, k) for n, k in ((1, "EUR"), (10, "NOK / EUR"), (2, "EUR"), (10, "NOK / EUR"))]

    def about(low: int, high: int) -> Indicator:
        unit = parse_unit(NOK)
        between = Range(low=Value(low, unit), high=Value(high, unit))
        return computed(Method.EXCHANGE, NOK, between, *ends)

    assert [] == places("OFF107", about(10, 20))
    assert 1 == len(places("OFF107", about(10, 21)))


def test_years_of_one_figure_are_added() -> None:
    """Amounts that were exchanged year by year make one sum; shares do not."""
    steps = [given(n, k) for n, k in ((1, "EUR"), (8, "NOK / EUR"), (2, "EUR"), (10, "NOK / EUR"))]

    assert [] == places("OFF107", computed(Method.EXCHANGE, NOK, 28, *steps))
    assert tuple(map(Fraction, (28, 8, 20))) == results(
        Method.EXCHANGE, [tuple(steps[:2]), tuple(steps[2:])], parse_unit(NOK)
    )
    assert (Fraction(50),) * 2 == results(
        Method.RELATIVE, [(given(1, NOK), given(2, NOK))] * 2, parse_unit(GDP)
    )


def test_published_and_missing_rows_need_no_working() -> None:
    """Only what was computed is computed again."""
    lineage = Derivation(method=Method.SUM, inputs=[given(1, NOK), given(1, NOK)])
    rows = [
        {"period": 2017, "value": 9, "evidence": Evidence.PUBLISHED},
        {"period": 2018, "value": Missing(MissingReason.SUPPRESSED)},
    ]

    assert [] == places("OFF107", indicator("result", NOK, *rows, lineage=lineage))


def test_rows_of_a_series_have_each_their_step() -> None:
    """A conversion tells which row it is about; a row that is told of nowhere is left alone."""
    steps = [
        part
        for year in (2017, 2018)
        for part in (given(1, "EUR", area="NO", period=year), given(year, "NOK / EUR"))
    ]
    lineage = Derivation(method=Method.EXCHANGE, inputs=steps)
    rows = [(2017, 2017), (2018, 2017), (2019, 5)]

    assert ["indicators[0].observations[1]"] == places(
        "OFF107", indicator("result", NOK, *rows, lineage=lineage)
    )


def test_sum_of_one_year_is_about_that_year() -> None:
    """A sum beside other rows is checked where all parts are of its area and period."""
    inputs = [given(1, NOK, area="NO", period=2018), given(2, NOK, area="NO", period=2018)]
    lineage = Derivation(method=Method.SUM, inputs=inputs)

    assert ["indicators[0].observations[1]"] == places(
        "OFF107", indicator("result", NOK, (2017, 7), (2018, 7), lineage=lineage)
    )


def test_vintages_of_a_row_are_told_apart() -> None:
    """A step of one vintage says nothing of another."""
    steps = [
        part
        for vintage, amount in ((2019, 1), (2020, 2))
        for part in (
            given(amount, "EUR", area="NO", period=2018, vintage=vintage),
            given(10, "NOK / EUR"),
        )
    ]
    lineage = Derivation(method=Method.EXCHANGE, inputs=steps)
    rows = [
        {"period": 2018, "vintage": Period(2019), "value": 20},
        {"period": 2018, "vintage": Period(2020), "value": 20},
    ]

    assert ["indicators[0].observations[0]"] == places(
        "OFF107", indicator("result", NOK, *rows, lineage=lineage)
    )


def test_earlier_steps_are_computed_again() -> None:
    """A figure that went in must be what its own working gives."""
    before = Derivation(method=Method.SUM, inputs=[given(1, "EUR"), given(1, "EUR")])
    amount = given(3, "EUR", lineage=before)
    result = computed(Method.EXCHANGE, NOK, 30, amount, given(10, "NOK / EUR"))

    assert ["indicators[0].lineage.inputs[0]"] == places("OFF107", result)
    assert ["“input” is 3 EUR, but its working gives 2 EUR"] == [
        text.replace("\u00a0", " ") for text in said("OFF107", result)
    ]


CONVERSIONS: dict[str, Callable[[], Indicator]] = {
    "exchange": lambda: exchange(series("government-expenditure"), to="EUR", by="ecb-eur-nok"),
    "deflate": lambda: deflate(series("procurement"), to=2019, by="cpi"),
    "rebase": lambda: rebase(series("cpi"), to=2015),
    "per": lambda: per(series("government-expenditure"), "population"),
    "relative": lambda: relative_to(series("procurement"), "gdp"),
    "in turn": lambda: exchange(
        deflate(series("government-expenditure"), to=2019, by="cpi"), to="EUR", by="ecb-eur-nok"
    ),
}


@pytest.mark.parametrize("name", CONVERSIONS)
def test_what_offinno_computes_holds(name: str) -> None:
    """The linter confirms every conversion, of all figures together and of one."""
    whole = CONVERSIONS[name]()

    assert [[], [], []] == [places(code, whole) for code in ("OFF107", "OFF108", "OFF109")]
    assert [] == places("OFF107", *(alone(datum) for datum in whole.data()[-1:]))


def alone(datum: Datum) -> Indicator:
    """Return the indicator of a figure with that figure alone."""
    rows = Observations.of(datum.unit, [datum.observation])
    lineage = datum.lineage
    return attrs.evolve(datum.indicator, observations=rows, breaks=(), lineage=lineage)


def total(number: Number, unit: str = NOK, **more: Any) -> Indicator:
    """Return a figure computed from one figure of the indicator `part`."""
    full = {"area": "NO", "period": 2018} | more
    return computed(Method.SUM, NOK, number, given(number, unit, "part", **full))


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (total(5), []),
        (total(6), ["indicators[0].lineage.inputs[0]"]),
        (total(5, "EUR"), ["indicators[0].lineage.inputs[0]"]),
        (total(6, area=None), ["indicators[0].lineage.inputs[0]"]),
        (total(6, source=OFFICE), ["indicators[0].lineage.inputs[0]"]),
        (total(6, source=attrs.evolve(OFFICE, key="other", title="Other")), []),
        (total(6, area="SE"), []),
        (total(6, period=2017), []),
        (total(6, period=None), []),
        (total(6, period=2019), []),
    ],
)
def test_input_agrees_with_the_sheet(result: Indicator, expected: list[str]) -> None:
    """A figure of the sheet and what went in under its name are one number."""
    part = indicator("part", NOK, (2018, 5), (2019, Missing(MissingReason.SUPPRESSED)))

    assert expected == places("OFF108", result, part)


@pytest.mark.parametrize(("used", "expected"), [("18.1E6", 0), ("18.3E6", 1)])
def test_input_may_be_rounded(used: str, expected: int) -> None:
    """Either may have fewer digits than the other."""
    part = indicator("part", NOK, (2018, 18103288))

    assert expected == len(places("OFF108", total(used), part))


def test_early_inputs_are_held_against_the_sheet() -> None:
    """What went into an input is looked at too."""
    before = Derivation(method=Method.SUM, inputs=[given(6, NOK, "part", area="NO", period=2018)])
    result = computed(Method.SUM, NOK, 6, given(6, NOK, lineage=before))

    assert ["indicators[0].lineage.inputs[0].lineage.inputs[0]"] == places(
        "OFF108", result, indicator("part", NOK, (2018, 5))
    )


def revised(*numbers: Number, vintages: tuple[str | int, ...] = (2019, 2020)) -> Indicator:
    """Return an indicator whose figure was published in several vintages."""
    rows = [
        {"period": 2018, "value": number, "vintage": Period(vintage)}
        for number, vintage in zip(numbers, vintages, strict=True)
    ]
    return indicator("part", NOK, *rows)


@pytest.mark.parametrize(
    ("used", "part", "outdated", "differing"),
    [
        (total(5), revised(5, 6), 1, 0),
        (total(6), revised(5, 6), 0, 0),
        (total(5, vintage=2019), revised(5, 6), 1, 0),
        (total(6, vintage=2020), revised(5, 6), 0, 0),
        (total(6, vintage=2019), revised(5, 6), 0, 1),
        (total(5, vintage=2019), revised(5, 5), 0, 0),
        (total(7), revised(5, 6), 0, 1),
        (total(5), revised(5, 6, vintages=(2019, "?")), 0, 0),
        (total(5), revised(5, 6, 5, vintages=(2018, 2019, 2020)), 0, 0),
        (total(5), revised(5, Missing(MissingReason.SUPPRESSED)), 0, 0),
    ],
)
def test_newer_vintage_is_found(
    used: Indicator, part: Indicator, outdated: int, differing: int
) -> None:
    """A revision is told from a contradiction, and one that changes nothing from both."""
    assert outdated == len(places("OFF109", used, part))
    assert differing == len(places("OFF108", used, part))


BUDGET = "ssb-general-government-2020"
ISSUE = Source(
    key=BUDGET, publisher="Statistics Norway", title="Government", published="2019-03-01"
)


@pytest.mark.parametrize(
    ("number", "more", "expected"),
    [
        ("1700E9", {"source": ISSUE}, 1),
        ("1707E9", {"source": ISSUE}, 0),
        ("1700E9", {"source": attrs.evolve(ISSUE, published="2020-03-02")}, 0),
        ("1700E9", {"source": attrs.evolve(ISSUE, published=None)}, 0),
        ("1700E9", {"source": attrs.evolve(ISSUE, key="another")}, 0),
        ("1700E9", {}, 0),
        ("1700E9", {"vintage": "2019-03-01"}, 1),
        ("1700E9", {"vintage": "2021"}, 0),
    ],
)
def test_catalogue_knows_newer_vintages(number: str, more: dict[str, Any], expected: int) -> None:
    """A reference series that was published anew makes what was read before outdated."""
    used = given(number, NOK, "government-expenditure", area="NO", period=2018, **more)

    assert expected == len(places("OFF109", computed(Method.SUM, NOK, number, used)))


def test_series_that_cannot_be_read_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken plug-in does not stop the linter."""

    def broken(key: str) -> Indicator:
        raise UnknownName("reference series", key, ())

    monkeypatch.setattr(_lineage, "series", broken)
    used = given(1, NOK, "government-expenditure", area="NO", period=2018, source=ISSUE)

    assert [] == places("OFF109", computed(Method.SUM, NOK, 1, used))


def test_nothing_is_known_of_other_figures() -> None:
    """A figure that is neither on the sheet nor in the catalogue is taken as it is."""
    result = computed(Method.SUM, NOK, 1, given(1, NOK, area="NO", period=2018))

    assert [[], []] == [places(code, result) for code in ("OFF108", "OFF109")]
