"""Classes of a map: limits, shades, and how they are worded."""

from decimal import Decimal

import pytest

from offinno.charts._maps._classes import Classes, classes_of
from offinno.language import Lang
from offinno.model import Classing
from offinno.units import parse_unit

SHARE = "% of workplaces"
CHANGE = "% change on year before"


def made(
    numbers: str, *, unit: str = SHARE, count: int | None = None, by: Classing = "equal-steps"
) -> Classes:
    """Return the classes of numbers in a text."""
    figures = [Decimal(number) for number in numbers.split()]
    return classes_of(figures, parse_unit(unit), count=count, classing=by)


def limits(classes: Classes) -> list[tuple[str, str, int]]:
    """Return the limits and shades of classes."""
    return [(str(c.low), str(c.high), c.shade) for c in classes.classes]


def test_equal_steps_have_round_limits() -> None:
    """From a multiple of the step on, as many as hold the figures."""
    assert [("60", "70", 1), ("70", "80", 3), ("80", "90", 5)] == limits(made("62 77 81"))
    assert [("0.0", "0.5", 2), ("0.5", "1.0", 5)] == limits(made("0.31 0.72", count=2))
    assert [("25", "50", 2), ("50", "75", 5)] == limits(made("26 73", count=2))


def test_the_last_class_holds_its_limit() -> None:
    """Where a figure is that; no class of one figure begins at the limit."""
    found = made("60 80 100", count=2).classes

    assert [(Decimal(60), Decimal(80)), (Decimal(80), Decimal(100))] == [
        (c.low, c.high) for c in found
    ]
    assert [True, False] == [c.below for c in found]
    assert found[1].holds(Decimal(100))
    assert not found[0].holds(Decimal(80))


def test_limits_never_pass_a_whole() -> None:
    """Steps divide a hundred, so a class of shares ends there."""
    for low in range(99):
        for count in range(2, 7):
            found = made(f"{low} 100", count=count).classes
            assert found[-1].high <= 100
            assert len(found) <= count


@pytest.mark.parametrize(("count", "expected"), [(3, 3), (7, 4), (12, 5)])
def test_few_figures_have_few_classes(count: int, expected: int) -> None:
    """Unless it is said how many there are to be."""
    numbers = " ".join(str(10 * number) for number in range(count))

    assert len(made(numbers, by="quantiles").classes) == expected
    assert len(made(numbers, by="quantiles", count=2).classes) == 2


def test_quantiles_hold_about_as_many() -> None:
    """Equal figures always together, named by those that they begin and end with."""
    found = made("1 2 2 2 3 4 5 6", count=4, by="quantiles")

    assert [("1", "2", 1), ("3", "4", 3), ("5", "6", 5)] == limits(found)


def test_equal_figures_are_one_class() -> None:
    """Named by the figure itself, in a shade from the middle."""
    for by in ("equal-steps", "quantiles"):
        found = made("48.3 48.3", by=by)

        assert [("48.3", "48.3", 4)] == limits(found)
        assert "48,3\u00a0%" == found.classes[0].worded(parse_unit(SHARE), lang="nb")


def test_nothing_has_no_classes() -> None:
    """Where no figure is there."""
    for by in ("equal-steps", "quantiles"):
        assert () == made("", by=by).classes
        assert () == made("", by=by, unit=CHANGE).classes


def test_changes_have_both_sides_of_zero() -> None:
    """Steps of one width, the nearest to zero palest, zero itself apart."""
    found = made("-4 -1 0 2 5.5", unit=CHANGE, count=6)

    assert "diverging" == found.scale
    assert [("-4", "-2", 2), ("-2", "0", 3), ("0", "0", 4)] == limits(found)[:3]
    assert [("0", "2", 5), ("2", "4", 6), ("4", "6", 7)] == limits(found)[3:]
    assert 4 == found.shade(Decimal(0))
    assert 5 == found.shade(Decimal("0.1"))


def test_as_far_from_zero_as_strong() -> None:
    """A class far from zero is strong though none lies between."""
    found = limits(made("-0.5 1.5", unit=CHANGE, count=4))

    assert [("-1", "0", 3), ("0", "1", 5), ("1", "2", 7)] == found
    assert [1, 3, 6] == [c.shade for c in made("-9 -1 1", unit=CHANGE, by="quantiles").classes]


def test_changes_of_one_sign_have_the_colours_of_that_side() -> None:
    """A shade means the same in every map of changes."""
    assert [5, 7] == [c.shade for c in made("2 8", unit=CHANGE, count=4).classes]
    assert all(c.shade > 4 for c in made("2 8", unit=CHANGE).classes)
    assert all(c.shade < 4 for c in made("-2 -8", unit=CHANGE, by="quantiles").classes)
    assert [4] == [c.shade for c in made("0 0", unit=CHANGE).classes]


def test_figures_on_both_sides_diverge_whatever_their_unit() -> None:
    """A surplus and a deficit are two sides too."""
    assert "diverging" == made("-1 1", unit="NOK").scale
    assert "ordinal" == made("-2 -1", unit="NOK").scale


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", ["over 0 til under 5\u00a0%", "0\u00a0%", "−5 til under 0\u00a0%"]),
        ("nn", ["over 0 til under 5\u00a0%", "0\u00a0%", "−5 til under 0\u00a0%"]),
        ("en", ["over 0 to under 5%", "0%", "−5 to under 0%"]),
    ],
)
def test_limits_are_worded(lang: Lang, expected: list[str]) -> None:
    """Which class a limit itself is in is said."""
    found = made("-3 0 4", unit=CHANGE, count=2)

    assert expected == [c.worded(parse_unit(CHANGE), lang=lang) for c in reversed(found.classes)]
