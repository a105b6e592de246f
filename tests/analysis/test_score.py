"""Score methods on bare numbers, held to published examples and to scipy."""

from decimal import ROUND_UP, Decimal, getcontext, localcontext

import pytest
from scipy.stats import binomtest, chi2_contingency, norm

from offinno.analysis._score import (
    Answers,
    difference_ends,
    outward,
    p_value,
    pooled_z,
    quantile,
    share_ends,
)

Z = quantile(Decimal(95))


def counted(x: int, n: int) -> Answers:
    """Return counts as answers."""
    return Answers(Decimal(x), n)


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(x: int, n: int, low: float, high: float) -> None:
    """The intervals are those of Newcombe 1998, Statistics in Medicine 17:857, method 3."""
    assert (low, high) == tuple(round(float(end), 4) for end in share_ends(counted(x, n), Z))


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_as_published(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    """The intervals are those of Newcombe 1998, Statistics in Medicine 17:873, method 10."""
    found = difference_ends(counted(*one), counted(*other), Z)

    assert (low, high) == tuple(round(float(end), 4) for end in found)


@pytest.mark.parametrize("level", [50, 90, 95, 99, 99.99])
@pytest.mark.parametrize(("x", "n"), [(0, 1), (1, 1), (3, 7), (139, 439), (999, 1000)])
def test_wilson_as_scipy(x: int, n: int, level: float) -> None:
    """The interval is that of scipy at every level."""
    oracle = binomtest(x, n).proportion_ci(level / 100, method="wilson")
    found = share_ends(counted(x, n), quantile(Decimal(str(level))))

    assert pytest.approx(tuple(oracle), abs=1e-12) == tuple(map(float, found))


@pytest.mark.parametrize(
    ("one", "other"),
    [((139, 439), (100, 439)), ((1, 9), (8, 11)), ((0, 5), (3, 4)), ((500, 1000), (40, 80))],
)
def test_test_of_two_proportions_as_scipy(one: tuple[int, int], other: tuple[int, int]) -> None:
    """The square of z is the chi square of the table of four, and p is that of both sides."""
    table = [[x, n - x] for x, n in (one, other)]
    oracle = chi2_contingency(table, correction=False)
    z = pooled_z(counted(*one), counted(*other))

    assert pytest.approx(oracle.statistic) == z**2
    assert pytest.approx(oracle.pvalue) == p_value(z)
    assert pytest.approx(2 * norm.sf(abs(z))) == p_value(z)


@pytest.mark.parametrize("x", [0, 1])
def test_all_or_none_differ_by_nothing(x: int) -> None:
    """Where all answers count, or none, there is no variance to measure a difference by."""
    assert 0.0 == pooled_z(counted(x * 10, 10), counted(x * 20, 20))
    assert 1.0 == p_value(0.0)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (("0.74912", "0.78888"), ("74.9", "78.9")),
        (("0.1", "0.9"), ("10.0", "90.0")),
        (("-0.0291", "0.1091"), ("-3.0", "11.0")),
        (("0.31660", "0.31666"), ("31.6600", "31.6660")),
        (("0", "0.000000123"), ("0.0000000", "0.0000123")),
    ],
)
def test_outward(ends: tuple[str, str], expected: tuple[str, str]) -> None:
    """Ends keep one decimal; short intervals keep two digits of half their length."""
    low, high = outward((Decimal(ends[0]), Decimal(ends[1])))

    assert expected == (f"{low:f}", f"{high:f}")


def test_the_context_of_the_caller_changes_nothing() -> None:
    """Neither precision nor rounding of the caller is used, and theirs is left as it was."""
    expected = share_ends(counted(139, 439), Z)
    with localcontext(prec=3, rounding=ROUND_UP):
        found = share_ends(counted(139, 439), Z)

        assert (3, ROUND_UP) == (getcontext().prec, getcontext().rounding)
    assert expected == found
