"""Shares worded as so many of many."""

import pytest

from offinno.language import Lang
from offinno.units import parse_unit
from offinno.values import Counted, Qualifier, Value
from offinno.wording import NoFraction, filled, fraction_text

SHARE = parse_unit("% of workplaces")


def plain(value: Value, lang: Lang = "nb", of: int | None = None) -> str:
    """Return the fraction with plain spaces."""
    return fraction_text(value, lang=lang, of=of).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("74", "3 av 4"),
        ("77", "3 av 4"),
        ("81", "4 av 5"),
        ("48.3", "1 av 2"),
        ("33.3", "1 av 3"),
        ("70", "7 av 10"),
        ("15", "3 av 20"),
        ("2", "1 av 50"),
        ("98", "49 av 50"),
        ("1", "1 av 50"),
        ("100", "10 av 10"),
        ("0", "0 av 10"),
    ],
)
def test_simplest_fraction_near_the_share(share: str, expected: str) -> None:
    """The smallest denominator within 2.5 points is taken; all and none only where it is so."""
    assert expected == plain(Value(share, SHARE))


def test_in_other_languages() -> None:
    """The form is that of the language, and no line end parts it."""
    value = Value(74, SHARE)

    assert "3\u00a0av\u00a04" == fraction_text(value, lang="nn")
    assert "3\u00a0of\u00a04" == fraction_text(value, lang="en")


@pytest.mark.parametrize(
    ("share", "qualifier", "expected"),
    [
        (70, Qualifier.OVER, "over 7 av 10"),
        (60, Qualifier.OVER, "over 3 av 5"),
        (30, Qualifier.NEARLY, "nær 3 av 10"),
        (40, Qualifier.ABOUT, "om lag 2 av 5"),
        (74, Qualifier.ABOUT, "om lag 3 av 4"),
        (74, Qualifier.OVER, "over 37 av 50"),
    ],
)
def test_keeps_the_qualifier(share: int, qualifier: Qualifier, expected: str) -> None:
    """A bound moves to no other number, so its fraction is exact."""
    assert expected == plain(Value(share, SHARE, qualifier))


def test_stays_in_per_cent_where_no_fraction_holds_the_bound() -> None:
    """A bound that no simple fraction meets is not rounded."""
    assert "over 74,5 %" == plain(Value("74.5", SHARE, Qualifier.OVER))


def test_takes_the_counts_behind_the_share() -> None:
    """What was really counted is said."""
    counted = Value("31.7", SHARE, counted=Counted(139, 439))

    assert "139 av 439" == plain(counted)
    assert "3 av 10" == plain(counted, of=10)


@pytest.mark.parametrize(
    ("share", "qualifier", "of", "expected"),
    [
        ("74", Qualifier.EXACT, 10, "7 av 10"),
        ("75", Qualifier.EXACT, 10, "8 av 10"),
        ("70", Qualifier.OVER, 10, "over 7 av 10"),
        ("74", Qualifier.OVER, 10, "om lag 7 av 10"),
        ("98", Qualifier.EXACT, 10, "over 9 av 10"),
        ("94", Qualifier.EXACT, 10, "9 av 10"),
        ("2", Qualifier.EXACT, 10, "under 1 av 10"),
        ("6", Qualifier.EXACT, 10, "1 av 10"),
        ("100", Qualifier.EXACT, 10, "10 av 10"),
        ("0", Qualifier.EXACT, 10, "0 av 10"),
        ("50", Qualifier.EXACT, 20_000, "10 000 av 20 000"),
    ],
)
def test_of_a_given_number(share: str, qualifier: Qualifier, of: int, expected: str) -> None:
    """Of the marks of a pictogram all are filled only for the whole, none only for nothing."""
    assert expected == plain(Value(share, SHARE, qualifier), of=of)


def test_filled_marks() -> None:
    """What a pictogram fills is what its wording says."""
    shares = (0, 2, 74, 98, 100)

    assert [0, 1, 7, 9, 10] == [filled(Value(share, SHARE), of=10) for share in shares]


def test_only_of_a_whole() -> None:
    """A ratio is no part of what it is relative to."""
    with pytest.raises(NoFraction, match="'% of GDP' is no part of a whole"):
        fraction_text(Value(48, parse_unit("% of GDP")), lang="nb")
