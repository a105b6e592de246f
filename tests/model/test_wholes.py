"""Figures that are the parts of one whole, and those that only look like it."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import pytest

from offinno.exceptions import UnknownName
from offinno.language import Term, vocabulary
from offinno.model import (
    Call,
    Contradiction,
    Dimension,
    Factsheet,
    FundingScheme,
    Indicator,
    LackingParts,
    NotAWhole,
    Observation,
    Observations,
    Parts,
    Population,
    SchemeName,
    SchemeTimeline,
    check_whole,
    shown_time,
)
from offinno.model._wholes import rounding
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Range, Value

GONE = Missing(MissingReason.NOT_COLLECTED)


def split(*figures: Any, unit: str = "% of workplaces", **header: Any) -> Indicator:
    """Return an indicator of one figure for each of some categories, or rows of one's own."""
    parsed = parse_unit(unit)
    names = "abcdefghijklmnop"[: max(len(figures), 2)]
    terms = [Term(key=name, label=name) for name in names]
    dimension = Dimension(key="field", label="field", categories=terms, exclusive=True)
    place: dict[str, Any] = {"area": "NO", "period": 2018}
    rows = [
        Observation(**(place | {"breakdowns": {"field": name}} | row))
        for name, row in zip(names, _rows(figures, unit), strict=False)
    ]
    defaults: dict[str, Any] = {
        "key": "split",
        "title": "Split",
        "definition": "Made up.",
        "population": Population(unit=vocabulary()["workplaces"]),
        "dimensions": [dimension],
    }
    return Indicator(unit=parsed, observations=Observations.of(parsed, rows), **(defaults | header))


def _rows(figures: tuple[Any, ...], unit: str) -> Iterator[dict[str, Any]]:
    """Return rows: a bare number is a value, a mapping has more fields."""
    for figure in figures:
        row = figure if isinstance(figure, dict) else {"value": figure}
        number = row["value"]
        value = Value(number, parse_unit(unit)) if isinstance(number, int | str) else number
        yield row | {"value": value}


def whole(indicator: Indicator) -> None:
    """Check the figures of an indicator."""
    check_whole(indicator.data(), along="field")


@pytest.mark.parametrize(
    "figures", [("33.3", "33.3", "33.3"), (33, 33, 33), (50, 50), ("99.5", 0), (51, 50), (60, GONE)]
)
def test_shares_that_rounding_explains(figures: tuple[Any, ...]) -> None:
    """Half a unit of the last digit of each may be lacking, or too much."""
    whole(split(*figures))


@pytest.mark.parametrize(
    ("figures", "total", "slack"),
    [
        (("33.2", "33.2", "33.3"), "99.7", "0.15"),
        ((50, 48), "98", "1"),
        ((50, 52), "102", "1"),
        (("99.94", "0.00"), "99.94", "0.01"),
    ],
)
def test_shares_that_rounding_does_not_explain(
    figures: tuple[Any, ...], total: str, slack: str
) -> None:
    """The error holds their sum and how much would be explained."""
    with pytest.raises(NotAWhole) as caught:
        whole(split(*figures))

    expected = NotAWhole("split", len(figures), total, slack)
    assert attrs.astuple(expected) == attrs.astuple(caught.value)


def test_known_shares_may_not_pass_the_whole() -> None:
    """Whatever the missing ones are."""
    with pytest.raises(NotAWhole, match=r"the 2 known of the 3 parts .* and not to at most 100"):
        whole(split(70, 35, GONE))


def test_missing_parts_need_all_the_others() -> None:
    """Else the rest would be partly that of a category without a row."""
    indicator = split(40, GONE, 20)
    with pytest.raises(LackingParts, match="lack 'c'"):
        check_whole(indicator.data()[:2], along="field")


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ((100,), "there are 1; a bar shows 2 to 12"),
        ((1,) * 13, "there are 13"),
        ((60, {"value": 40, "area": "SE"}), "several areas"),
        ((60, {"value": 40, "period": 2017}), "several times"),
        ((60, {"value": 40, "vintage": 2020}), "several vintages"),
        (
            (60, {"value": 40, "population": Population(unit=vocabulary()["persons"])}),
            "several populations",
        ),
        ((0, 0), "all zero"),
    ],
)
def test_figures_that_are_no_parts_of_one_whole(figures: tuple[Any, ...], why: str) -> None:
    """They are too few or too many, of several wholes, or of nothing."""
    with pytest.raises(Contradiction, match=why):
        whole(split(*figures))


def test_figures_of_other_breakdowns_are_of_other_wholes() -> None:
    """Each category of another dimension has a whole of its own."""
    sexes = [Term(key=name, label=name) for name in ("women", "men")]
    terms = [Term(key=name, label=name) for name in "ab"]
    dimensions = [
        Dimension(key="field", label="field", categories=terms),
        Dimension(key="sex", label="sex", categories=sexes),
    ]
    rows = [
        {"value": 60, "breakdowns": {"field": "a", "sex": "women"}},
        {"value": 40, "breakdowns": {"field": "b", "sex": "men"}},
    ]
    with pytest.raises(Contradiction, match="several categories"):
        whole(split(*rows, dimensions=dimensions))


def test_ranges_and_losses_are_no_parts() -> None:
    """How large they are stays open, or they have no size."""
    unit = parse_unit("NOK")
    span = Range(low=Value(1, unit), high=Value(2, unit))
    with pytest.raises(Contradiction, match="is a range"):
        whole(split(5, span, unit="NOK"))
    with pytest.raises(Contradiction, match="below zero"):
        whole(split(5, -1, unit="NOK"))


def test_amounts_may_be_of_several_populations() -> None:
    """Each part counts its own then, and the dimension says that they do not overlap."""
    other = Population(unit=vocabulary()["persons"])
    whole(split(60, {"value": 40, "population": other}, unit="persons"))


def test_sums_do_not_depend_on_the_context_of_the_caller() -> None:
    """Nor does the text of an error."""
    with localcontext(prec=2), pytest.raises(NotAWhole) as caught:
        whole(split("33.333", "33.333"))

    assert ("66.666", "0.001") == (caught.value.total, caught.value.slack)


def test_rounding_is_exact() -> None:
    """It is a fraction, also for numbers in tens."""
    assert Fraction(11, 2) == rounding([Decimal("1E1"), Decimal(5)])


def sheet(*indicators: Indicator, **fields: Any) -> Factsheet:
    """Return a sheet of indicators."""
    return Factsheet(key="sheet", title="Sheet", indicators=indicators, **fields)


def test_blocks_show_parts() -> None:
    """One bar, one for each area, or one for each of several indicators."""
    areas = split(60, 40)
    blocks = [
        Parts(figure="split", headline="H", along="field", highlight="b"),
        Parts(figure="split", headline="H", along="field", by="area"),
        Parts(figure="split", headline="H", along="field", beside="other[period=2018]"),
    ]
    made = sheet(areas, split(30, 70, key="other", unit="% part of GDP"), blocks=blocks)

    assert 3 == len(made.blocks)
    assert ["blocks[0].figure", "blocks[1].figure", "blocks[2].figure", "blocks[2].beside[0]"] == [
        place for place, _ in made.references()
    ]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"along": "sex"}, r"along: .*'sex'"),
        ({"along": "field", "by": "sex"}, r"by: .*'sex'"),
        ({"along": "field", "highlight": "z"}, r"highlight: .*'z'"),
        ({"along": "field", "beside": ["none"]}, r"beside\[0\]: .*'none'"),
        ({"along": "field", "beside": ["split"]}, "stands beside itself"),
        ({"along": "field", "beside": ["money"]}, "cannot share an axis"),
        ({"along": "field", "beside": ["half"]}, "add up to 50 %"),
        ({"along": "field", "beside": ["empty"]}, "add up to 50 %|there are no figures"),
    ],
)
def test_blocks_that_show_no_whole(fields: dict[str, Any], why: str) -> None:
    """A sheet says so when it is made, with the place of what is wrong."""
    others = [
        split(5, 5, key="money", unit="NOK"),
        split(20, 30, key="half"),
        split(20, 30, key="empty"),
    ]
    with pytest.raises(Contradiction, match=why):
        sheet(split(60, 40), *others, blocks=[Parts(figure="split", headline="H", **fields)])


def test_blocks_without_figures_or_with_too_many() -> None:
    """Selectors choose one figure for each part."""
    with pytest.raises(Contradiction, match="there are no figures"):
        sheet(split(), blocks=[Parts(figure="split", headline="H", along="field")])
    rows = [60, 40, {"value": 60, "period": 2017, "breakdowns": {"field": "a"}}]
    with pytest.raises(Contradiction, match="for split and a; they differ in period"):
        sheet(split(*rows), blocks=[Parts(figure="split", headline="H", along="field")])


def test_blocks_tell_bars_apart_in_one_way() -> None:
    """By a dimension or by indicators."""
    with pytest.raises(Contradiction, match="both part and bar"):
        Parts(figure="a", headline="H", along="field", by="field")
    with pytest.raises(Contradiction, match="not by both"):
        Parts(figure="a", headline="H", along="field", by="area", beside=["b"])


def scheme(key: str, *deadlines: Any, opens: Any = None) -> FundingScheme:
    """Return a scheme with calls."""
    calls = [Call(deadline=deadline, opens=opens) for deadline in deadlines]
    return FundingScheme(
        key=key, names=[SchemeName(name=key)], provider="P", purpose="P", calls=calls
    )


def test_the_time_of_a_timeline_is_whole_years() -> None:
    """From the first day that is known to the last, opening days included, if none is asked for."""
    made = [scheme("a", "2019-05-02", opens="2018-12-01"), scheme("b", "?-09", "2020-03", GONE)]
    first, last = shown_time(made, start=None, end=None)

    assert ("2018-01-01", "2020-12-31") == (first.isoformat(), last.isoformat())


def test_the_time_of_a_timeline_is_as_asked() -> None:
    """Also where no call has a date."""
    first, last = shown_time([scheme("a", "?-09")], start=Period("2019-03"), end=Period("2020-H1"))

    assert ("2019-03-01", "2020-06-30") == (first.isoformat(), last.isoformat())
    alone = shown_time([scheme("a", "?-09")], start=Period(2019), end=None)
    assert ("2019-01-01", "2019-12-31") == tuple(day.isoformat() for day in alone)


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (None, None, "no call has a date"),
        ("2020", "2019", "after its end"),
        ("2019-spring", None, "needs a first and a last day"),
        (None, "2019-spring", "needs a first and a last day"),
        ("1950", "2019", "it shows 1950 to 2019"),
    ],
)
def test_times_that_cannot_be_shown(start: str | None, end: str | None, why: str) -> None:
    """They have no days, end before they start, or are too long."""
    times = {"start": start and Period(start), "end": end and Period(end)}
    with pytest.raises(Contradiction, match=why):
        shown_time([scheme("a", "?-09", "2019-autumn")], **times)  # type: ignore[arg-type]


def test_blocks_show_calls() -> None:
    """Of schemes that the sheet has, in a time that has days."""
    made = scheme("a", "2019-05-02")
    block = SchemeTimeline(schemes=["a"], headline="H", start=2019, end=2020, highlight="a")

    assert (block,) == sheet(schemes=[made], blocks=[block]).blocks
    with pytest.raises(Contradiction, match=r"schemes\[0\]: .*'b'"):
        sheet(schemes=[made], blocks=[SchemeTimeline(schemes=["b"], headline="H", start=2019)])
    with pytest.raises(Contradiction, match="no call has a date"):
        sheet(schemes=[scheme("a")], blocks=[SchemeTimeline(schemes=["a"], headline="H")])


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"schemes": []}, "each of them once"),
        ({"schemes": ["a", "a"]}, "each of them once"),
        ({"schemes": ["a"], "highlight": "b"}, "'b' is none of its schemes"),
        ({"schemes": ["a"], "start": 2020, "end": 2019}, "after its end"),
    ],
)
def test_blocks_that_show_no_calls(fields: dict[str, Any], why: str) -> None:
    """They have no schemes, one twice, or a time that is none."""
    with pytest.raises(Contradiction, match=why):
        SchemeTimeline(headline="H", **fields)


def test_parts_lie_along_dimensions_only() -> None:
    """Areas and times are no categories."""
    with pytest.raises(UnknownName, match="area"):
        check_whole(split(60, 40).data(), along="area")
