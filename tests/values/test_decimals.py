"""Exact numbers: what is read, what is refused, and that no caller can change the answer."""

import pickle
import time
from decimal import (
    ROUND_CEILING,
    ROUND_UP,
    Context,
    Decimal,
    DecimalException,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Rounded,
    localcontext,
)
from enum import IntEnum
from typing import Any

import numpy as np
import pytest

from offinno.exceptions import OffinnoError
from offinno.values import BadNumber, exact_decimal, rounded
from offinno.values._decimals import ARITHMETIC, exponent_of, quotient


class Small(IntEnum):
    """An int that shows itself otherwise."""

    TWO = 2


class Loud(float):
    """A float that shows itself otherwise, as those of numpy do."""

    def __repr__(self) -> str:
        """Return what no parser reads."""
        return f"loud.float({float(self)})"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (0, "0"),
        (-4, "-4"),
        (10**30, "1000000000000000000000000000000"),
        (Small.TWO, "2"),
        (np.int64(-(2**63)), "-9223372036854775808"),
        (np.uint8(255), "255"),
        (np.float64(48.3), "48.3"),
        ("48.30", "48.30"),
        ("-0", "0"),
        ("4.7E9", "4.7E+9"),
        ("1e-30", "1E-30"),
        ("9.999999999999999999999999999999999E30", "9999999999999999999999999999999.999"),
        ("+3", "3"),
        (0.1, "0.1"),
        (-0.0, "0.0"),
        (1e22, "1E+22"),
        (Loud(48.3), "48.3"),
        (Decimal("-0.00"), "0.00"),
        (Decimal("48.30"), "48.30"),
    ],
    ids=repr,
)
def test_keeps_the_digits(given: Any, expected: str) -> None:
    """A number is read by its decimal digits, exponent included; nothing has the sign of −0."""
    assert expected == str(exact_decimal(given))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (10**31, "is out of bounds"),
        ("1e31", "is out of bounds"),
        ("9.9e-31", "is out of bounds"),
        ("1e999", "is out of bounds"),
        ("1e99999999999999999999", "is out of bounds"),
        ("1e-99999999999999999999", "is out of bounds"),
        ("0e99", "is out of bounds"),
        (1e300, "is out of bounds"),
        (5e-324, "is out of bounds"),
        (Decimal("1e999999999999999999"), "is out of bounds"),
        (Decimal("1.0000000000000000000000000000000001"), "at most 34 significant digits"),
        (1 << 129, "a number of 130 bits is out of bounds"),
        (float("nan"), "is no finite number; use Missing with a reason instead"),
        (float("-inf"), "is no finite number"),
        (Decimal("sNaN"), "is no finite number"),
        (Decimal("NaN" + "1" * 50), "is no finite number"),
        ("nan", "is no finite number"),
        ("Infinity", "is no finite number"),
        ("", "is no number in digits with a point"),
        ("abc", "is no number in digits with a point"),
        ("1,5", "for published text use parse_number"),
        ("1_000", "is no number in digits"),
        (" 1", "is no number in digits"),
        ("1\n", "is no number in digits"),
        ("١٢", "is no number in digits"),
        ("−3", "is no number in digits"),
        ("0x1F", "is no number in digits"),
        ("9" * 101, "is too long for a number: more than 100 characters"),
        (True, "True, a bool, is no number; give int, str, float or Decimal"),
        (None, "type NoneType is no number"),
        (b"1", "type bytes is no number"),
        (1j, "type complex is no number"),
        ([1], "type list is no number"),
        (np.bool_(1), "type bool is no number"),
        (np.array([1]), "type ndarray is no number"),
    ],
    ids=lambda given: ascii(given)[:25] if not isinstance(given, int) else type(given).__name__,
)
def test_refuses(given: Any, problem: str) -> None:
    """What is no number, not finite or out of bounds is refused, and says why."""
    with pytest.raises(BadNumber) as caught:
        exact_decimal(given)

    assert problem in str(caught.value)
    assert 200 > len(str(caught.value))


@pytest.mark.parametrize(
    "given",
    [
        "1" * 10_000,
        "0." + "0" * 1_000_000,
        "1e" + "9" * 1_000_000,
        1 << 4_000_000,
        Decimal("1e999999999999999999"),
        Decimal("1e-999999999999999999"),
        Decimal((0, (1,) * 100_000, 0)),
    ],
    ids=["digits", "zeros", "exponent", "int", "huge", "tiny", "long"],
)
def test_refuses_a_bomb_at_once(given: Any) -> None:
    """Bounds are looked at before anything is computed."""
    start = time.process_time()
    with pytest.raises(BadNumber):
        exact_decimal(given)

    assert 1 > time.process_time() - start


#: A context of a caller that would spoil every result: one digit, rounded up, all trapped.
HOSTILE = Context(
    prec=1,
    rounding=ROUND_UP,
    Emin=-1,
    Emax=1,
    traps=[Inexact, Rounded, InvalidOperation, FloatOperation],
)


@pytest.mark.parametrize("context", [HOSTILE, Context(prec=2, rounding=ROUND_CEILING, traps=[])])
def test_no_caller_can_change_the_answer(context: Context) -> None:
    """Whatever context is current, numbers are read, rounded and computed alike."""
    with localcontext(context):
        found = (
            exact_decimal("48.30"),
            exact_decimal(123.456),
            exact_decimal(10**20),
            rounded(Decimal("123.455"), 2),
            quotient(Decimal(100), Decimal(8)),
        )
        with pytest.raises(BadNumber):
            exact_decimal("abc")

    expected = ("48.30", "123.456", "100000000000000000000", "123.46", "12.5")
    assert expected == tuple(map(str, found))


def test_leaves_the_context_of_the_caller_alone() -> None:
    """No flag is raised and no setting changed in the context that is current."""
    with localcontext(Context()) as context:
        context.clear_flags()
        with pytest.raises(BadNumber):
            exact_decimal("1e999")
        quotient(Decimal(1), Decimal(3))

        assert not any(context.flags.values())


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("48.35", 1, "48.4"),
        ("48.25", 1, "48.3"),
        ("-48.25", 1, "-48.3"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("-0.4", 0, "0"),
        ("-0.04", 1, "0.0"),
        ("48", 2, "48.00"),
        ("4.7E9", 0, "4700000000"),
        ("1786", -2, "1.8E+3"),
        ("9.999999999999999999999999999999999E30", 30, "9.999999999999999999999999999999999E+30"),
        ("1E-30", 2, "0.00"),
    ],
)
def test_rounds_half_away_from_zero(number: str, decimals: int, expected: str) -> None:
    """For display: a half goes away from zero, and what becomes zero has no sign."""
    found = rounded(Decimal(number), decimals)

    assert Decimal(expected) == found
    assert decimals == -exponent_of(found)
    assert not (found.is_zero() and found.is_signed())


@pytest.mark.parametrize(
    ("dividend", "divisor", "expected"),
    [
        ("6", "3", "2"),
        ("6", "0.003", "2000"),
        ("1", "3", "0.3333333333333333333333333333333333"),
        ("6E+3", "2", "3E+3"),
        ("6E+3", "0.002", "3E+6"),
        ("1E+30", "1E-30", "1E+60"),
        ("1", "1E-30", "1000000000000000000000000000000"),
        ("10", "1E-30", "10000000000000000000000000000000"),
        ("100000", "1E-30", "1.00000E+35"),
    ],
)
def test_quotient_is_written_out(dividend: str, divisor: str, expected: str) -> None:
    """A whole quotient of numbers known to their units is known to its units."""
    found = quotient(Decimal(dividend), Decimal(divisor))

    assert Decimal(expected) == found
    assert 34 >= len(found.as_tuple().digits)
    if found.adjusted() < 34:
        assert expected == str(found)


def test_bounds_hold_for_results() -> None:
    """A result that has grown beyond the bounds is refused like a number that came so."""
    with pytest.raises(BadNumber, match="'1E\\+60' is out of bounds"):
        exact_decimal(ARITHMETIC.multiply(Decimal("1e30"), Decimal("1e30")))


def test_error_survives_pickling() -> None:
    """Facts and sentence are the same in another process; it is a ValueError of offinno."""
    with pytest.raises(BadNumber) as caught:
        exact_decimal("x")
    again = pickle.loads(pickle.dumps(caught.value))

    assert str(caught.value) == str(again)
    assert isinstance(again, OffinnoError)
    assert isinstance(again, ValueError)
    assert not isinstance(again, DecimalException)
