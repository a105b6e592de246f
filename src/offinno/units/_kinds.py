"""The kinds of unit, and what the classes of all kinds check alike."""

import re
from enum import Enum
from typing import TYPE_CHECKING, Final, final

import attrs

from offinno.exceptions import OffinnoError, shortened
from offinno.language import Term


class Kind(Enum):
    """What a unit measures; kind, not scale, decides what may be done with a figure."""

    MONEY = "money"
    SHARE = "share"
    RATIO = "ratio"
    POINTS = "points"
    COUNT = "count"
    INDEX = "index"
    CHANGE = "change"
    PER = "per"
    PHYSICAL = "physical"

    # Members are alone of their kind; Enum's own hash, of the name, is a slow call.
    if not TYPE_CHECKING:
        __hash__ = object.__hash__


@final
@attrs.frozen
class BadUnit(OffinnoError, ValueError):
    """A unit, or its text, that means nothing."""

    #: The unit as it was written.
    text: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Show the unit and say what is wrong with it."""
        return f"the unit {shortened(self.text)!r} {self.problem}"


_BASE: Final = re.compile(r"[1-9][0-9]{3}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?")


def is_base(text: object) -> bool:
    """Return whether *text* is a year, half-year, quarter or month, as a base period is."""
    return isinstance(text, str) and _BASE.fullmatch(text) is not None


def written(text: object) -> str:
    """Return *text* for showing in an error; what is no text at all is not shown."""
    return text if isinstance(text, str) else "?"


def check_term(kind: Kind, term: object) -> None:
    """Refuse what is no `Term` as that which a unit of *kind* is about."""
    if type(term) is not Term:
        problem = f"needs a Term to be {kind.value}; parse_unit makes a unit from text"
        raise BadUnit(written(term), problem)
