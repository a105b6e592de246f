"""Numbers in digits, and the scale they are shown in."""

from decimal import Context, Decimal, localcontext

import pytest

from offinno.language import Lang
from offinno.units import Kind, parse_unit
from offinno.wording import approximate, common_power, number_text
from offinno.wording._numbers import for_display, scaled


@pytest.mark.parametrize(
    ("number", "lang", "expected"),
    [
        ("0", "nb", "0"),
        ("-0", "nb", "0"),
        ("1786", "nb", "1786"),
        ("9999", "en", "9999"),
        ("10000", "nb", "10_000"),
        ("10000", "en", "10_000"),
        ("-1234567.50", "nn", "−1_234_567,50"),
        ("-1234567.50", "en", "−1_234_567.50"),
        ("48.30", "nb", "48,30"),
        ("4.7E+9", "nb", "4_700_000_000"),
        ("0.0001", "en", "0.0001"),
    ],
)
def test_number(number: str, lang: Lang, expected: str) -> None:
    """Digits stay as published; five and more are parted in groups of three."""
    assert expected.replace("_", "\u00a0") == number_text(Decimal(number), lang=lang)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [("48.25", 1, "48,3"), ("-48.25", 1, "−48,3"), ("-0.4", 0, "0"), ("48", 2, "48,00")],
)
def test_rounds_half_away_from_zero(number: str, decimals: int, expected: str) -> None:
    """Rounding is asked for; a number that becomes zero has no sign."""
    assert expected == number_text(Decimal(number), lang="nb", decimals=decimals)


def test_ungrouped() -> None:
    """What is read aloud is not grouped."""
    assert "1234567,5" == number_text(Decimal("1234567.5"), lang="nb", grouped=False)


def test_the_callers_context_changes_nothing() -> None:
    """Thirty-four digits are shown whatever precision the caller works with."""
    digits = "1234567890123456789012345678901234"
    with localcontext(Context(prec=3)):
        shown = number_text(Decimal(f"{digits}E-4"), lang="en", grouped=False)

    assert f"{digits[:-4]}.{digits[-4:]}" == shown


@pytest.mark.parametrize(
    ("number", "power", "shown"),
    [
        ("600E9", 9, "600"),
        ("600000000000", 9, "6E+2"),
        ("4.70E9", 9, "4.70"),
        ("999999", 0, "999999"),
        ("1000000", 6, "1"),
        ("1234567", 0, "1234567"),
        ("1234567890", 0, "1234567890"),
        ("1234567000", 6, "1234.567"),
        ("1000000.00", 0, "1000000.00"),
        ("999999E9", 9, "999999"),
        ("1E15", 12, "1E+3"),
        ("0", 0, "0"),
    ],
)
def test_scale_loses_no_digit(number: str, power: int, shown: str) -> None:
    """The largest scale is taken that needs three decimals at most; 10¹² only from 10¹⁵ on."""
    (found,) = scaled([Decimal(number)], parse_unit("NOK"))

    assert (power, shown) == (found.power, str(found.number))


def test_shares_and_indexes_are_never_scaled() -> None:
    """A per cent or an index has no millions."""
    (found,) = scaled([Decimal("2E6")], parse_unit("% change on year before"))

    assert 0 == found.power


def test_numbers_of_one_axis_share_a_scale() -> None:
    """A scale that one number cannot keep its digits in is not taken."""
    assert 9 == common_power([Decimal("600E9"), Decimal("1E6"), Decimal(0)])
    assert 6 == common_power([Decimal("600E9"), Decimal(1234000)])
    assert 0 == common_power([Decimal("600E9"), Decimal("1234567.8")])
    assert 0 == common_power([Decimal(0)])


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        ("12345.67890", Kind.MONEY, "12345.67890"),
        ("12345.678901", Kind.MONEY, "12346"),
        ("1234567.8901", Kind.MONEY, "1.235E+6"),
        ("48.333333333", Kind.SHARE, "48.3"),
        ("12345678901", Kind.MONEY, "12345678901"),
        ("0E-20", Kind.MONEY, "0E-20"),
    ],
)
def test_what_was_computed_is_rounded(number: str, kind: Kind, expected: str) -> None:
    """Ten significant digits are kept; more with decimals among them are cut."""
    assert expected == str(for_display(Decimal(number), kind))


@pytest.mark.parametrize(
    ("numbers", "power", "expected"),
    [
        (["4672615.00", "401905.99"], 6, ["4.7", "0.4"]),
        (["-4672615.00", "0"], 6, ["-4.7", "0.0"]),
        (["600E9", "30E9"], 9, ["600", "30"]),
        (["178300000", "4000"], 6, ["178.300", "0.004"]),
        (["178300000", "40"], 6, ["178.300", "0.000"]),
        (["2E15"], 12, ["2000"]),
        (["12345.67", "0.40"], 0, ["12345.7", "0.4"]),
        (["12345.67", "99.5"], 0, ["12346", "100"]),
        (["9.87", "1"], 0, ["9.9", "1.0"]),
        (["15", "3"], 0, ["15", "3"]),
        (["0"], 0, ["0"]),
    ],
)
def test_labels_of_computed_amounts(numbers: list[str], power: int, expected: list[str]) -> None:
    """One scale, one number of decimals, none in vain, and nothing is rounded away in vain."""
    shown = approximate([Decimal(number) for number in numbers])

    assert {power} == {one.power for one in shown}
    assert expected == [f"{one.number:f}" for one in shown]
