"""How exactly a figure was published, and what becomes of that under arithmetic."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, final

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


@final
@attrs.frozen
class UnknownOutcome(OffinnoError, ValueError):
    """A question to which the qualifiers of the figures leave no answer."""

    #: What was asked, such as ``over 70 < about 75``.
    question: str

    def __str__(self) -> str:
        """Say what cannot be known and why."""
        return f"{self.question} cannot be known: the qualifiers leave both answers open"


_Q: Final = Qualifier

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


def may_be_less(qualifier: Qualifier) -> bool:
    """Return whether the true number may lie below the one that was published."""
    return qualifier in _FROM_ABOVE or qualifier is _Q.ABOUT


def may_be_more(qualifier: Qualifier) -> bool:
    """Return whether the true number may lie above the one that was published."""
    return qualifier in _FROM_BELOW or qualifier is _Q.ABOUT


def may_be_equal(qualifier: Qualifier) -> bool:
    """Return whether the true number may be the one that was published."""
    return qualifier in {_Q.EXACT, _Q.ABOUT, _Q.AT_LEAST, _Q.AT_MOST}
