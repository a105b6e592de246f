"""What a publisher said beside a number, and what is left of it after arithmetic.

Each table is printed in full. Rows are the first number, columns the second: exact ``=``, about
``~``, at least ``≥``, at most ``≤``, over ``>``, under ``<``, nearly ``-``, just over ``+``; a dot
means that nothing is known. `tests/property/test_values.py` holds the rules to numbers.
"""

import operator
import pickle
from collections.abc import Callable
from decimal import Decimal

import pytest

from offinno.exceptions import OffinnoError
from offinno.units import Operation, parse_unit
from offinno.values import QUALIFIERS, Qualifier, UnknownOutcome, Value
from offinno.values._qualifier import (
    MIRRORED,
    Qualified,
    divided,
    joined,
    may_be_equal,
    may_be_less,
    may_be_more,
    multiplied,
    scaled,
)

NOK = parse_unit("NOK")
SIGNS = dict(zip("=~≥≤><-+", Qualifier, strict=True))
OF = {qualifier: sign for sign, qualifier in SIGNS.items()}


def printed(combine: Callable[[Qualifier, Qualifier], Qualifier | None]) -> str:
    """Return the table of *combine*."""
    rows = [
        "".join("." if (f := combine(one, other)) is None else OF[f] for other in Qualifier)
        for one in Qualifier
    ]
    return " ".join(rows)


def test_sums() -> None:
    """Bounds add when they point the same way, and about absorbs."""
    assert "=~≥≤><-+ ~~~~~~~~ ≥~≥.>..> ≤~.≤.<<. >~>.>..> <~.<.<<. -~.<.<<. +~>.>..>" == printed(
        joined
    )


def test_differences() -> None:
    """What is subtracted turns round first: at least minus at most is at least."""
    table = printed(lambda one, other: joined(one, MIRRORED[other]))

    assert "=~≤≥<>+- ~~~~~~~~ ≥~.≥.>>. ≤~≤.<..< >~.>.>>. <~<.<..< -~<.<..< +~.>.>>." == table


def worked(
    combine: Callable[[Qualified, Qualified], Qualifier | None], x: int, y: int
) -> Callable[[Qualifier, Qualifier], Qualifier | None]:
    """Return *combine* for two numbers."""
    return lambda one, other: combine((one, Decimal(x)), (other, Decimal(y)))


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (2, 3, "=~≥≤><-+ ~~~~~~~~ ≥~≥.>..> ≤~...... >~>.>..> <~...... -~...... +~>.>..>"),
        (-2, 3, "=~≤≥<>+- ~~~~~~~~ ≥~...... ≤~≤.<..< >~...... <~<.<..< -~<.<..< +~......"),
        (2, -3, "=~≥≤><-+ ~~~~~~~~ ≤~.≤.<<. ≥~...... <~.<.<<. >~...... +~...... -~.<.<<."),
        (-2, -3, "=~≤≥<>+- ~~~~~~~~ ≤~...... ≥~.≥.>>. <~...... >~.>.>>. +~.>.>>. -~......"),
        (0, 3, "======== ~~~~~~~~ ≥~≥.≥..≥ ≤~≤.≤..≤ >~>.>..> <~<.<..< -~<.<..< +~>.>..>"),
        (2, 0, "=~≥≤><-+ =~~~~~~~ =~≥≤><<> =~...... =~≥≤><<> =~...... =~...... =~≥≤><<>"),
        (0, 0, "======== =~~~~~~~ =~≥≤≥≤≤≥ =~≤≥≤≥≥≤ =~≥≤><<> =~≤≥<>>< =~≤≥<>>< =~≥≤><<>"),
    ],
)
def test_products(x: int, y: int, expected: str) -> None:
    """A product is bounded only while both numbers stay on their side of zero."""
    assert expected == printed(worked(multiplied, x, y))


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (6, 3, "=~≤.<..- ~~~~~~~~ ≥~...... ≤~≤.<..< >~...... <~<.<..< -~<.<..< +~......"),
        (-6, 3, "=~≥.>..+ ~~~~~~~~ ≥~≥.>..> ≤~...... >~>.>..> <~...... -~...... +~>.>..>"),
        (6, -3, "=~.≥.>+. ~~~~~~~~ ≤~...... ≥~.≥.>>. <~...... >~.>.>>. +~.>.>>. -~......"),
        (-6, -3, "=~.≤.<-. ~~~~~~~~ ≤~.≤.<<. ≥~...... <~.<.<<. >~...... +~...... -~.<.<<."),
        (0, 3, "===.=..= ~~~~~~~~ ≥~≥.≥..≥ ≤~≤.≤..≤ >~>.>..> <~<.<..< -~<.<..< +~>.>..>"),
        (0, -3, "==.=.==. ~~~~~~~~ ≤~.≤.≤≤. ≥~.≥.≥≥. <~.<.<<. >~.>.>>. +~.>.>>. -~.<.<<."),
    ],
)
def test_quotients(x: int, y: int, expected: str) -> None:
    """A quotient is bounded only where what divides is known to lie on one side of zero."""
    assert expected == printed(worked(divided, x, y))


def test_nothing_is_known_of_what_may_be_divided_by_zero() -> None:
    """Over 0 has no smallest number, and at least 0 may be 0."""
    for divisor in (Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.AT_MOST):
        assert divided((Qualifier.EXACT, Decimal(6)), (divisor, Decimal(0))) is None


class TestScaled:
    """A qualified number times an exact one."""

    @pytest.mark.parametrize("qualifier", Qualifier)
    def test_keeps_turns_or_ends(self, qualifier: Qualifier) -> None:
        """Above zero it stays, below zero it turns round, and times zero it is exactly zero."""
        assert qualifier is scaled(qualifier, Decimal("0.5"))
        assert MIRRORED[qualifier] is scaled(qualifier, Decimal(-2))
        assert Qualifier.EXACT is scaled(qualifier, Decimal(0))


@pytest.mark.parametrize("qualifier", Qualifier)
class TestMeaning:
    """Where the true number may lie."""

    def test_turned_twice_is_the_same(self, qualifier: Qualifier) -> None:
        """The opposite of the opposite."""
        assert qualifier is MIRRORED[MIRRORED[qualifier]]

    def test_turned_means_the_other_side(self, qualifier: Qualifier) -> None:
        """What may lie below may, turned round, lie above."""
        assert may_be_less(qualifier) is may_be_more(MIRRORED[qualifier])
        assert may_be_equal(qualifier) is may_be_equal(MIRRORED[qualifier])

    def test_leaves_room_somewhere(self, qualifier: Qualifier) -> None:
        """No qualifier rules out everything."""
        assert may_be_less(qualifier) or may_be_more(qualifier) or may_be_equal(qualifier)


def test_error_says_what_can_be_done() -> None:
    """The question is kept, and the sentence survives pickling."""
    error = UnknownOutcome("over 70 < about 75")
    again = pickle.loads(pickle.dumps(error))

    assert (
        "over 70 < about 75 cannot be known: the qualifiers leave more than one answer open; "
        "use exactly() to work with the numbers as printed" == str(again)
    )
    assert isinstance(again, OffinnoError)
    assert isinstance(again, ValueError)


@pytest.mark.parametrize(("left", "operation", "right"), QUALIFIERS)
def test_table_says_what_arithmetic_does(
    left: Qualifier, operation: Operation, right: Qualifier
) -> None:
    """Every two qualifiers under every operation, of numbers above zero."""
    works = {"+": operator.add, "−": operator.sub, "×": operator.mul, "÷": operator.truediv}
    work = works[operation.value]
    per = parse_unit("NOK / inhabitants") if operation is Operation.MULTIPLY else NOK
    unit = parse_unit("inhabitants") if operation in {Operation.MULTIPLY, Operation.DIVIDE} else NOK
    one, other = Value(6, per, left), Value(3, unit, right)
    expected = QUALIFIERS[left, operation, right]

    if expected is None:
        with pytest.raises(UnknownOutcome):
            work(one, other)
    else:
        assert expected is work(one, other).qualifier
