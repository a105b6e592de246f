"""Laws of intervals of shares and of tests of two of them."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binomtest

from offinno.analysis import CannotEstimate, difference_test, wilson
from offinno.analysis._score import Answers, difference_ends, p_value, pooled_z, quantile
from offinno.language import vocabulary
from offinno.model import Datum, Indicator, Observation, Observations, Population, Sample
from offinno.units import parse_unit
from offinno.values import Counted, Value
from offinno.wording import say

UNIT = parse_unit("% of workplaces")
HUNDRED = Decimal(100)
LEVELS = st.decimals(50, "99.99", places=2)
MOST = 10**18 - 1
SIZES = st.integers(1, 10**6) | st.integers(1, MOST)


def shares(places: int = 2) -> st.SearchStrategy[Decimal]:
    """Return a strategy for published shares."""
    return st.integers(0, places).flatmap(lambda digits: st.decimals(0, 100, places=digits))


@st.composite
def counts(draw: st.DrawFn, sizes: st.SearchStrategy[int] = SIZES) -> Counted:
    """Draw counts of any size."""
    n = draw(sizes)
    return Counted(draw(st.integers(0, n)), n)


@given(shares(), SIZES, LEVELS)
def test_interval_holds_the_share_and_stays_within_0_and_100(
    share: Decimal, n: int, level: Decimal
) -> None:
    """Whatever was published, it lies in its interval, and both in what a share may be."""
    found = wilson(Value(share, UNIT), n=n, level=level)

    assert 0 <= found.low <= share <= found.high <= HUNDRED
    assert found.low < found.high
    assert Value(share, UNIT, interval=found).interval == found


@given(shares(), SIZES, SIZES, LEVELS)
def test_interval_shrinks_with_n(share: Decimal, n: int, more: int, level: Decimal) -> None:
    """More answers never make an interval longer, rounding included."""
    few, many = (wilson(Value(share, UNIT), n=size, level=level) for size in sorted((n, more)))

    assert few.low <= many.low <= many.high <= few.high


@given(counts(), LEVELS, LEVELS)
def test_interval_grows_with_the_level(counted: Counted, one: Decimal, other: Decimal) -> None:
    """A surer interval is never shorter."""
    less, more = (wilson(counted, level=level) for level in sorted((one, other)))

    assert more.low <= less.low <= less.high <= more.high


@given(counts(), LEVELS)
def test_interval_of_the_rest_is_the_mirror_image(counted: Counted, level: Decimal) -> None:
    """Yes and no are as sure as each other."""
    rest = Counted(counted.of - counted.x, counted.of)
    yes, no = wilson(counted, level=level), wilson(rest, level=level)

    assert (HUNDRED - no.high, HUNDRED - no.low) == (yes.low, yes.high)


@given(counts(st.integers(1, 10**6)), LEVELS)
def test_interval_holds_that_of_scipy(counted: Counted, level: Decimal) -> None:
    """Rounded outward, it is never narrower than computed, and hardly wider."""
    oracle = binomtest(counted.x, counted.of).proportion_ci(float(level) / 100, method="wilson")
    found = wilson(counted, level=level)
    half = 50 * (oracle.high - oracle.low)
    slack = max(0.1, half / 10) + 1e-9

    assert float(found.low) <= 100 * oracle.low + 1e-9 <= float(found.low) + slack
    assert float(found.high) >= 100 * oracle.high - 1e-9 >= float(found.high) - slack


@given(counts(), counts(), LEVELS)
def test_difference_is_antisymmetric(one: Counted, other: Counted, level: Decimal) -> None:
    """The other way round, everything has the other sign and p is the same."""
    first, second = (Answers(Decimal(c.x), c.of) for c in (one, other))
    z = quantile(level)
    low, high = difference_ends(first, second, z)
    there, back = pooled_z(first, second), pooled_z(second, first)

    assert (high.copy_negate(), low.copy_negate()) == difference_ends(second, first, z)
    assert there == -back
    assert 0 <= p_value(there) == p_value(back) <= 1
    assert -1 <= low <= first.x / first.n - second.x / second.n <= high <= 1


def figures(*given: tuple[str, Decimal, int]) -> list[Datum]:
    """Return figures of areas, each with its share and number of answers."""
    rows = [
        Observation(area=area, period=2018, value=Value(share, UNIT), sample=Sample(n=n))
        for area, share, n in given
    ]
    header: dict[str, Any] = {"key": "asked", "title": "Asked", "definition": "Said yes"}
    indicator = Indicator(
        unit=UNIT,
        population=Population(unit=vocabulary()["workplaces"]),
        observations=Observations.of(UNIT, rows),
        **header,
    )
    return list(indicator.data())


@given(shares(), shares(), SIZES, SIZES, LEVELS)
def test_test_is_symmetric(one: Decimal, other: Decimal, n: int, m: int, level: Decimal) -> None:
    """Which figure is named first changes the sign and nothing else."""
    no, se = figures(("NO", one, n), ("SE", other, m))
    there, back = (difference_test(*pair, level=level) for pair in ((no, se), (se, no)))

    assert there.value.magnitude == -back.value.magnitude
    assert (there.interval.low, there.interval.high) == (-back.interval.high, -back.interval.low)
    assert (there.z, there.p) == (-back.z, back.p)
    assert there.within_margin == back.within_margin
    assert -HUNDRED <= there.interval.low <= there.value.magnitude <= there.interval.high <= HUNDRED


@given(shares(), SIZES, SIZES)
def test_equal_shares_are_within_the_margin(share: Decimal, n: int, m: int) -> None:
    """No number of answers makes a difference of none."""
    found = difference_test(*figures(("NO", share, n), ("SE", share, m)))

    assert (0.0, 1.0, True) == (found.z, found.p, found.within_margin)


@given(shares(), shares(), SIZES, st.sampled_from(["nb", "nn", "en"]))
def test_sentence_says_what_the_interval_says(
    one: Decimal, other: Decimal, n: int, lang: str
) -> None:
    """In every language the sentence is about the interval that is shown."""
    found = difference_test(*figures(("NO", one, n), ("SE", other, n)))
    words = {"nb": "innenfor", "nn": "innanfor", "en": "within"}

    assert found.within_margin == (words[lang] in say(found, lang=lang))


@given(st.integers(-(10**18), 10**19))
def test_number_of_answers_is_checked(n: int) -> None:
    """A number of answers that cannot be is refused, and shown."""
    assume(not 0 < n <= MOST)
    value = Value(50, UNIT)

    with pytest.raises(CannotEstimate, match=re.escape(f"not {n}")):
        wilson(value, n=n)
