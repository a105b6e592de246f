"""Whether figures are the parts of one whole.

Parts add up: every unit counted belongs to one of them and no more, and together they are all
there is. Shares show that by their sum, which may differ from 100 by what rounding explains: half
a unit of the last digit for each of them. Amounts show it by a breakdown that says so, and of
which no category is left out.
"""

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final, final

import attrs

from offinno.exceptions import OffinnoError
from offinno.model._checks import Contradiction
from offinno.model._datum import Datum
from offinno.model._dimension import Dimension
from offinno.units import Kind
from offinno.values import Missing, Value

_ALL: Final = 100
#: More parts than colours are no picture any more.
MOST_PARTS: Final = 12
#: For numbers in messages, whatever the caller's own context is.
_DISPLAY: Final = Context(prec=60)
_AMOUNTS: Final = frozenset({Kind.MONEY, Kind.COUNT, Kind.PHYSICAL})


@final
@attrs.frozen
class NotParts(OffinnoError, ValueError):
    """Figures that are no parts of anything, such as ratios, changes or points."""

    #: Their unit.
    unit: str

    def __str__(self) -> str:
        """Say what they are and how they may be shown."""
        return (
            f"figures in {self.unit!r} are no parts of a whole, whatever they add up to; "
            "draw them with bars()"
        )


@final
@attrs.frozen
class NotAWhole(OffinnoError, ValueError):
    """Shares that do not add up to the whole, within what rounding explains."""

    #: Whose shares they are.
    figure: str
    #: How many there are.
    parts: int
    #: What they add up to, in per cent.
    total: str
    #: How much rounding explains, in per cent: half a unit of the last digit of each.
    slack: str
    #: How many of them are missing.
    missing: int = 0

    def __str__(self) -> str:
        """Show the sum, what rounding explains, and the remedy."""
        known = f"{self.parts - self.missing} known of the {self.parts}" if self.missing else None
        most = "at most 100" if self.missing else "100"
        return (
            f"the {known or self.parts} parts of {self.figure!r} add up to {self.total} % and not "
            f"to {most}, of which rounding explains {self.slack} either way; "
            "draw them with bars(), or give all parts and each once"
        )


@final
@attrs.frozen
class NotExclusive(OffinnoError, ValueError):
    """Amounts of which nobody has said that they do not overlap."""

    #: Whose amounts they are.
    figure: str
    #: The breakdown.
    dimension: str

    def __str__(self) -> str:
        """Say what is not known and what to do."""
        return (
            f"the amounts of {self.figure!r} by {self.dimension!r} may overlap; "
            "declare the dimension exclusive if every unit is in one category only, "
            "or draw them with bars()"
        )


@final
@attrs.frozen
class LackingParts(OffinnoError, ValueError):
    """Parts of which some are left out, so that the others are no whole."""

    #: Whose parts they are.
    figure: str
    #: The breakdown.
    dimension: str
    #: The categories that have no row.
    lacking: tuple[str, ...]

    def __str__(self) -> str:
        """Name what is left out, and the remedy."""
        names = ", ".join(map(repr, self.lacking))
        return (
            f"the parts of {self.figure!r} by {self.dimension!r} lack {names}; "
            "give each a row, a missing one with its reason, or draw what there is with bars()"
        )


def check_whole(parts: Sequence[Datum], *, along: str) -> None:
    """Refuse figures that are not the parts of one whole.

    Args:
        parts: The figures, one for each part; missing ones count as parts of unknown size.
        along: The key of the dimension whose categories they are.

    Raises:
        UnknownName: If there is no such dimension; areas and times are no parts of each other.
        NotParts: If their unit is of a kind that has no parts.
        Contradiction: If there are too few or too many, they are of several areas, times or
            populations, one is below zero or a range, or all are zero.
        LackingParts: If categories are left out that may be what the others lack.
        NotExclusive: If they are amounts that may overlap.
        NotAWhole: If they are shares whose sum rounding cannot explain.
    """
    first = parts[0]
    dimension = first.indicator.dimension(along)
    if first.unit.kind is not Kind.SHARE and first.unit.kind not in _AMOUNTS:
        raise NotParts(str(first.unit))
    problem = next(_problems(parts, along), None)
    if problem is not None:
        raise Contradiction(f"parts of {first.indicator.key!r}", problem)
    numbers = [d.value.magnitude for d in parts if isinstance(d.value, Value)]
    if first.unit.kind is not Kind.SHARE:
        _check_amounts(parts, dimension)
    else:
        if len(numbers) < len(parts):
            _check_all_there(parts, dimension)
        _check_shares(first.indicator.key, numbers, len(parts))


def _problems(parts: Sequence[Datum], along: str) -> Iterator[str]:
    """Return why figures cannot be parts side by side, whatever they add up to."""
    if not 2 <= len(parts) <= MOST_PARTS:  # noqa: PLR2004 - one part is the whole
        yield f"there are {len(parts)}; a bar shows 2 to {MOST_PARTS}"
    for what, found in _settings(parts, along):
        if len(found) > 1:
            yield f"they are of several {what}, so of several wholes; choose one by selectors"
    for datum in parts:
        if not isinstance(datum.value, Value | Missing):
            yield f"{datum.reference} is a range, so how large the part is stays open"
        elif isinstance(datum.value, Value) and datum.value.magnitude < 0:
            yield f"{datum.reference} is below zero"
    if all(isinstance(d.value, Value) and not d.value.magnitude for d in parts):
        yield "they are all zero, and nothing has no parts"


def _settings(parts: Sequence[Datum], along: str) -> Iterator[tuple[str, set[object]]]:
    """Return what all parts of one whole have in common."""
    yield "areas", {datum.area for datum in parts}
    yield "times", {datum.period for datum in parts}
    yield "vintages", {datum.observation.vintage for datum in parts}
    yield "categories", {_others(datum, along) for datum in parts}
    if parts[0].unit.kind is Kind.SHARE:
        yield "populations", {datum.population for datum in parts}


def _others(datum: Datum, along: str) -> tuple[tuple[str, str], ...]:
    """Return the categories of a figure in the other dimensions."""
    return tuple((key, name) for key, name in datum.observation.breakdowns if key != along)


def _check_amounts(parts: Sequence[Datum], dimension: Dimension) -> None:
    """Refuse amounts that may overlap, or of which some are left out."""
    if not dimension.exclusive:
        raise NotExclusive(parts[0].indicator.key, dimension.key)
    _check_all_there(parts, dimension)


def _check_all_there(parts: Sequence[Datum], dimension: Dimension) -> None:
    """Refuse parts without a row for each category."""
    there = {dict(datum.observation.breakdowns)[dimension.key] for datum in parts}
    lacking = tuple(term.key for term in dimension.categories if term.key not in there)
    if lacking:
        raise LackingParts(parts[0].indicator.key, dimension.key, lacking)


def _check_shares(figure: str, numbers: Sequence[Decimal], parts: int) -> None:
    """Refuse shares that do not add up, or of which the known ones are more than all."""
    total, slack = sum(map(Fraction, numbers), Fraction()), rounding(numbers)
    missing = parts - len(numbers)
    over, under = total - _ALL > slack, not missing and _ALL - total > slack
    if over or under:
        raise NotAWhole(figure, parts, _decimal(total), _decimal(slack), missing)


def rounding(numbers: Sequence[Decimal]) -> Fraction:
    """Return how much the sum of rounded numbers may be off: half a last digit for each.

    >>> rounding([Decimal("33.3"), Decimal("66.7")])
    Fraction(1, 10)
    """
    return sum((Fraction(10) ** int(n.as_tuple().exponent) / 2 for n in numbers), Fraction())


def _decimal(number: Fraction) -> str:
    """Return a number that has finitely many digits, written out."""
    return f"{_DISPLAY.divide(Decimal(number.numerator), Decimal(number.denominator)):f}"
