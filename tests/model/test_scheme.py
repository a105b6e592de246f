"""Funding schemes: amounts of a kind, calls in order, and sources that may disagree."""

from typing import Any

import pytest

from offinno.model import (
    Amount,
    AmountKind,
    BadKey,
    Call,
    Contradiction,
    FundingScheme,
    Round,
    SchemeName,
    SupportRate,
    Tally,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Range, Value

NOK = parse_unit("NOK")
APPLICATIONS = parse_unit("applications")
COSTS = parse_unit("% of project-costs")
GAP = Missing(MissingReason.NOT_STATED)


def scheme(**other: Any) -> FundingScheme:
    """Return a scheme."""
    usual: dict[str, Any] = {"key": "scheme", "names": [SchemeName(name="Ordning")]}
    return FundingScheme(**usual | {"provider": "A", "purpose": "B"} | other)


@pytest.mark.parametrize("kind", AmountKind)
@pytest.mark.parametrize(
    "value", [Value(5, NOK), GAP, Range(low=Value(1, NOK), high=Value(2, NOK))]
)
def test_amounts_are_money(kind: AmountKind, value: Value | Missing) -> None:
    """Of any kind; a missing one says why."""
    assert value == Amount(value=value, kind=kind).value


def test_other_units_are_no_money() -> None:
    """A number of applications is no amount."""
    with pytest.raises(Contradiction, match="applications is no money"):
        Amount(value=Value(5, APPLICATIONS), kind=AmountKind.GRANT)


@pytest.mark.parametrize("kind", [AmountKind.GRANT, AmountKind.DISBURSEMENT])
def test_a_ceiling_is_announced(kind: AmountKind) -> None:
    """What was granted or paid out is so much, and no ceiling."""
    ceiling = Value(5, NOK, Qualifier.AT_MOST)
    with pytest.raises(Contradiction, match="is it announced"):
        Amount(value=ceiling, kind=kind)

    assert ceiling == Amount(value=ceiling, kind=AmountKind.ANNOUNCED).value


@pytest.mark.parametrize("value", [Value(0, APPLICATIONS), Value(141, APPLICATIONS), GAP])
def test_tallies_count(value: Value | Missing) -> None:
    """None is a number of applications as well."""
    assert value == Tally(value=value).value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Value(5, NOK), "NOK is no count"),
        (Value(-1, APPLICATIONS), "is fewer than none"),
        (Range(low=Value(-1, APPLICATIONS), high=Value(2, APPLICATIONS)), "is fewer than none"),
    ],
)
def test_other_numbers_are_no_tally(value: Value | Range, said: str) -> None:
    """Money is not counted, and nothing is fewer than none."""
    with pytest.raises(Contradiction, match=said):
        Tally(value=value)


@pytest.mark.parametrize("number", [0, 75, 100])
def test_rates_are_parts_of_a_cost(number: int) -> None:
    """From nothing to all of it."""
    assert number == SupportRate(rate=Value(number, COSTS)).rate.magnitude


@pytest.mark.parametrize(
    "rate", [Value(101, COSTS), Value(-1, COSTS), Value(50, parse_unit("% of workplaces"))]
)
def test_other_rates_are_refused(rate: Value) -> None:
    """More than the cost is no support, and a share of workplaces is no rate."""
    with pytest.raises(Contradiction, match="support rate"):
        SupportRate(rate=rate)


def test_calls_may_come_back_each_year() -> None:
    """A month without a year is a deadline, and so is one that is not stated."""
    assert Period("?-09") == Call(deadline="?-09", opens="2019-06").deadline
    assert GAP is Call(deadline=GAP, opens="2019-06").deadline


def test_calls_open_before_they_close() -> None:
    """A call opens at the latest on its last day."""
    assert Call(deadline="2019-09-25", opens="2019-09").opens == Period("2019-09")
    with pytest.raises(Contradiction, match="it opens 2019-10, after its deadline 2019-09-25"):
        Call(deadline="2019-09-25", opens="2019-10")


def test_names_hold_for_a_time() -> None:
    """A name may begin at a time that is not stated, and ends after it begins."""
    name = SchemeName(name="Ordning", since=2014, until="2019-06")

    assert (Period("2014"), Period("2019-06")) == (name.since, name.until)
    assert SchemeName(name="Ordning", since=GAP, until=2014).since is GAP
    assert SchemeName(name="Ordning", since=2014, until=GAP).until is GAP
    with pytest.raises(Contradiction, match="from 2015 until 2014"):
        SchemeName(name="Ordning", since=2015, until=2014)


def test_the_first_name_is_the_present_one() -> None:
    """Older names follow."""
    names = [SchemeName(name="Ny"), SchemeName(name="Gammel")]

    assert "Ny" == str(scheme(names=names).name)


def test_sources_may_disagree() -> None:
    """Two numbers for one thing stand side by side, each with its sources."""
    granted = [
        Amount(value=Value(number, NOK), kind=AmountKind.GRANT, sources=[source])
        for number, source in ((1, "one"), (2, "two"))
    ]

    assert 2 == len(Round(period=2019, granted=granted).granted)


@pytest.mark.parametrize(
    ("wrong", "error", "said"),
    [
        ({"names": []}, Contradiction, "it has no name"),
        ({"succeeds": "scheme"}, Contradiction, "it cannot succeed itself"),
        ({"succeeds": "the old one"}, BadKey, "is not a key"),
        ({"sources": "report"}, Contradiction, "put it in brackets"),
        (
            {"calls": [Call(deadline="2019-09-25"), Call(deadline="2018")]},
            Contradiction,
            "out of order",
        ),
    ],
)
def test_contradictions_are_refused(
    wrong: dict[str, Any], error: type[Exception], said: str
) -> None:
    """A scheme has a name, a past that is not itself, and deadlines in order."""
    with pytest.raises(error, match=said):
        scheme(**wrong)


def test_unknown_deadlines_are_not_ordered() -> None:
    """Only deadlines whose year is known are held against each other."""
    deadlines = ["2018", "?-09", "2018-12", "2019"]
    calls = [Call(deadline=d) for d in deadlines] + [Call(deadline=GAP)]

    assert 5 == len(scheme(calls=calls).calls)
