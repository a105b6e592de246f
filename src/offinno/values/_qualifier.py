"""How exactly a figure was published, and what becomes of that under arithmetic."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, final

import attrs

from offinno.exceptions import OffinnoError


class Qualifier(Enum):
    """What a publisher said beside the number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    OVER = "over"
    UNDER = "under"
    NEARLY = "nearly"
    JUST_OVER = "just over"

    # Members are alone of their kind; Enum's own hash, of the name, is a slow call.
    if not TYPE_CHECKING:
        __hash__ = object.__hash__


@final
@attrs.frozen
class UnknownOutcome(OffinnoError, ValueError):
    """A question to which the qualifiers of the figures leave no answer."""

    #: What was asked, such as ``over 70 < about 75``.
    question: str

    def __str__(self) -> str:
        """Say what cannot be known, why, and what can be done instead."""
        return (
            f"{self.question} cannot be known: the qualifiers leave more than one answer open; "
            "use exactly() to work with the numbers as printed"
        )


_Q: Final = Qualifier
_ZERO: Final = Decimal(0)

#: The qualifier of the opposite number, and of what something is subtracted from.
MIRRORED: Final[Mapping[Qualifier, Qualifier]] = MappingProxyType(
    {
        _Q.EXACT: _Q.EXACT,
        _Q.ABOUT: _Q.ABOUT,
        _Q.AT_LEAST: _Q.AT_MOST,
        _Q.AT_MOST: _Q.AT_LEAST,
        _Q.OVER: _Q.UNDER,
        _Q.UNDER: _Q.OVER,
        _Q.NEARLY: _Q.JUST_OVER,
        _Q.JUST_OVER: _Q.NEARLY,
    }
)

_FROM_BELOW: Final = frozenset({_Q.AT_LEAST, _Q.OVER, _Q.JUST_OVER})
_FROM_ABOVE: Final = frozenset({_Q.AT_MOST, _Q.UNDER, _Q.NEARLY})

#: A number and the qualifier it was published with.
Qualified = tuple[Qualifier, Decimal]


def joined(left: Qualifier, right: Qualifier) -> Qualifier | None:
    """Return the qualifier of a sum, or None where the bounds point different ways.

    ============  ==============================================
    one           with the other
    ============  ==============================================
    exact         the other
    about         about
    two lower     over, or *at least* if both are that
    two upper     under, or *at most* if both are that
    one of each   nothing is known
    ============  ==============================================

    >>> joined(Qualifier.AT_LEAST, Qualifier.OVER)
    <Qualifier.OVER: 'over'>
    """
    if left is _Q.EXACT or left is right is _Q.AT_LEAST or left is right is _Q.AT_MOST:
        return right
    if right is _Q.EXACT:
        return left
    if _Q.ABOUT in {left, right}:
        return _Q.ABOUT
    if {left, right} <= _FROM_BELOW:
        return _Q.OVER
    return _Q.UNDER if {left, right} <= _FROM_ABOVE else None


def scaled(qualifier: Qualifier, factor: Decimal) -> Qualifier:
    """Return the qualifier of a number times an exact *factor*; nothing times zero is exact.

    >>> scaled(Qualifier.OVER, Decimal(-2))
    <Qualifier.UNDER: 'under'>
    """
    if not factor:
        return _Q.EXACT
    return qualifier if factor > 0 else MIRRORED[qualifier]


def multiplied(left: Qualified, right: Qualified) -> Qualifier | None:
    """Return the qualifier of a product, or None where nothing is known.

    A bound on each side bounds the product only if both keep their number on the same side of
    zero: *at most* 3 may be −10, and −10 times −10 is more than 3 times 3.

    >>> multiplied((Qualifier.AT_LEAST, Decimal(2)), (Qualifier.OVER, Decimal(3)))
    <Qualifier.OVER: 'over'>
    """
    (first, x), (second, y) = left, right
    if second is _Q.EXACT:
        return scaled(first, y)
    if first is _Q.EXACT:
        return scaled(second, x)
    if _Q.ABOUT in {first, second}:
        return _Q.ABOUT
    turned = first in _FROM_ABOVE, second in _FROM_ABOVE
    (first, x), (second, y) = _from_below(first, x), _from_below(second, y)
    if x < 0 or y < 0:
        return None
    touches_zero = (_Q.AT_LEAST, _ZERO) in {(first, x), (second, y)}
    found = _Q.AT_LEAST if touches_zero else joined(first, second)
    return found if found is None or turned[0] == turned[1] else MIRRORED[found]


def divided(left: Qualified, right: Qualified) -> Qualifier | None:
    """Return the qualifier of a quotient, or None where nothing is known.

    What is divided by must be known to lie on one side of zero.

    >>> divided((Qualifier.EXACT, Decimal(6)), (Qualifier.AT_LEAST, Decimal(3)))
    <Qualifier.AT_MOST: 'at most'>
    """
    (first, x), (second, y) = left, right
    if second is _Q.EXACT:
        return scaled(first, y)
    if second in _FROM_ABOVE:
        return divided(_opposite(first, x), _opposite(second, y))
    if first is _Q.EXACT and (second is _Q.ABOUT or y > 0):
        return scaled(MIRRORED[second], x)
    if _Q.ABOUT in {first, second}:
        return _Q.ABOUT
    if y <= 0:
        return None
    return _by_more(first, x, second)


def _by_more(first: Qualifier, x: Decimal, second: Qualifier) -> Qualifier | None:
    """Return the qualifier of a bounded number divided by more than is said, above zero."""
    if first in _FROM_BELOW:
        found = _by_more(*_opposite(first, x), second)
        return None if found is None else MIRRORED[found]
    if x < 0:
        return None
    if not x and first is _Q.AT_MOST:
        return _Q.AT_MOST
    return joined(first, MIRRORED[second])


def _opposite(qualifier: Qualifier, number: Decimal) -> Qualified:
    """Return what is known of the opposite number."""
    return MIRRORED[qualifier], number.copy_negate()


def _from_below(qualifier: Qualifier, number: Decimal) -> Qualified:
    """Return a lower bound as it is, and an upper one as the lower bound of the opposite."""
    return _opposite(qualifier, number) if qualifier in _FROM_ABOVE else (qualifier, number)


def may_be_less(qualifier: Qualifier) -> bool:
    """Return whether the true number may lie below the one that was published."""
    return qualifier in _FROM_ABOVE or qualifier is _Q.ABOUT


def may_be_more(qualifier: Qualifier) -> bool:
    """Return whether the true number may lie above the one that was published."""
    return qualifier in _FROM_BELOW or qualifier is _Q.ABOUT


def may_be_equal(qualifier: Qualifier) -> bool:
    """Return whether the true number may be the one that was published."""
    return qualifier in {_Q.EXACT, _Q.ABOUT, _Q.AT_LEAST, _Q.AT_MOST}
