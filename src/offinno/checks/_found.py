"""What a rule yields: a place in a sheet, and facts."""

from decimal import Decimal
from typing import TypeAlias, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import Steps
from offinno.language import Term, Text
from offinno.model import AmountKind, Area, Reason
from offinno.units import Unit
from offinno.values import Missing, Period, Range, Value

#: One thing that a sentence needs to know; it is put into words in the language of the sentence.
Fact: TypeAlias = (
    str
    | int
    | Decimal
    | Text
    | Term
    | Unit
    | Value
    | Range
    | Missing
    | Period
    | Area
    | AmountKind
    | Reason
)

#: What fills one slot of a message: a fact, or several in a list.
Facts: TypeAlias = Fact | tuple[Fact, ...]


@final
@attrs.frozen
class Found(Frozen):
    """A place where a rule has found something, with what its sentence needs to know."""

    #: Where, from the sheet down.
    steps: Steps
    #: What fills the slots of the rule's messages, by name.
    facts: tuple[tuple[str, Facts], ...] = ()

    @classmethod
    def at(cls, steps: Steps, **facts: Facts) -> "Found":
        """Return what was found at a place, with its facts by name."""
        return cls(steps, tuple(sorted(facts.items(), key=lambda pair: pair[0])))
