"""Classes: which numbers share a colour, and where one class ends and the next begins.

Equal steps have limits that are round numbers, each step as wide as the others: a class holds
its lower limit and not its upper one, save the last where a figure is that limit itself.
Quantiles hold about as many areas each, equal figures always together, and are named by the
figures that they begin and end with. Where numbers run to both sides of zero, classes do too, on
both sides alike; zero, if there is one, has a class of its own.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from math import floor
from types import MappingProxyType
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._shades import Scale
from offinno.language import Lang
from offinno.model import Classing
from offinno.units import Kind, Unit
from offinno.values import Qualifier, Range, Value
from offinno.wording import value_text

_SIDE: Final = 3
_NEUTRAL: Final = 4
#: Which shades so many classes have, the lowest first.
_SPREAD: Final = MappingProxyType(
    {
        1: (4,),
        2: (2, 5),
        3: (1, 3, 5),
        4: (1, 3, 4, 6),
        5: (1, 2, 3, 4, 6),
        6: (1, 2, 3, 4, 5, 6),
    }
)
#: How far from the middle the classes on one side of zero are, nearest first.
_AWAY: Final = MappingProxyType({1: (2,), 2: (1, 3), 3: (1, 2, 3)})
#: How many classes there are at the most for fewer figures than so many.
_USUAL: Final = ((7, 3), (12, 4))
_USUAL_MOST: Final = 5
_AROUND_ZERO: Final = frozenset({Kind.CHANGE, Kind.POINTS})


@final
@attrs.frozen(kw_only=True)
class Class(Frozen):
    """Numbers that share a colour."""

    #: The lowest number in it, or that all in it are above.
    low: Decimal
    #: The highest number in it, or that all in it are below.
    high: Decimal
    #: Whether the lower limit itself is in another class.
    above: bool = False
    #: Whether the upper limit itself is in another class.
    below: bool = False
    #: Which shade of the palette it has, from 1.
    shade: int = 0

    def holds(self, number: Decimal) -> bool:
        """Return whether *number* is in it."""
        over = self.low < number if self.above else self.low <= number
        return over and (number < self.high if self.below else number <= self.high)

    def worded(self, unit: Unit, *, lang: Lang) -> str:
        """Return its limits in words."""
        if self.low == self.high:
            return value_text(Value(self.low, unit), lang=lang)
        low = Value(self.low, unit, Qualifier.OVER if self.above else Qualifier.EXACT)
        high = Value(self.high, unit, Qualifier.UNDER if self.below else Qualifier.EXACT)
        return value_text(Range(low=low, high=high), lang=lang)


@final
@attrs.frozen(kw_only=True)
class Classes(Frozen):
    """The classes of a map."""

    #: How they were made.
    classing: Classing
    #: What colours them.
    scale: Scale
    #: From the lowest.
    classes: tuple[Class, ...]

    def shade(self, number: Decimal) -> int:
        """Return the shade of a number."""
        return next(found.shade for found in self.classes if found.holds(number))


def classes_of(
    numbers: Sequence[Decimal], unit: Unit, *, count: int | None, classing: Classing
) -> Classes:
    """Return the classes of *numbers*.

    Args:
        numbers: The figures that get a colour.
        unit: Their unit.
        count: How many classes there may be; None for a few. Around zero they are parted among
            both sides.
        classing: Whether in equal steps or by quantiles.
    """
    most = _usual(len(numbers)) if count is None else count
    low, high = min(numbers, default=Decimal(0)), max(numbers, default=Decimal(0))
    if unit.kind in _AROUND_ZERO or low < 0 < high:
        a_side = most // 2 if count is not None else (most + 1) // 2
        sides = _sides(numbers, min(_SIDE, a_side), classing)
        return Classes(classing=classing, scale="diverging", classes=tuple(sides))
    make = _steps if classing == "equal-steps" else _quantiles
    found = make(numbers, most) if numbers else []
    shades = _SPREAD[len(found)] if found else ()
    shaded = (attrs.evolve(c, shade=shade) for c, shade in zip(found, shades, strict=True))
    return Classes(classing=classing, scale="ordinal", classes=tuple(shaded))


def _usual(count: int) -> int:
    """Return how many classes serve so many figures."""
    return next((most for below, most in _USUAL if count < below), _USUAL_MOST)


def _sides(numbers: Sequence[Decimal], most: int, classing: Classing) -> Iterator[Class]:
    """Return at most so many classes below zero and as many above, and zero if there is one."""
    below, above = [n for n in numbers if n < 0], [n for n in numbers if n > 0]
    zero = len(below) + len(above) < len(numbers)
    if classing == "equal-steps":
        step = _step(max(map(_size, numbers), default=Fraction(0)), most)
        down, up = (_between(side, step, from_zero=True) for side in (below, above))
        levels = [max(len(down), len(up))] * 2
    else:
        down, up = (_quantiles(side, most) for side in (below, above))
        levels = [len(down), len(up)]
    for at, found in reversed(list(enumerate(reversed(down)))):
        yield attrs.evolve(found, shade=_NEUTRAL - _AWAY[levels[0]][at])
    if zero:
        yield Class(low=Decimal(0), high=Decimal(0), shade=_NEUTRAL)
    for at, found in enumerate(up):
        shade = _NEUTRAL + _AWAY[levels[1]][at]
        yield attrs.evolve(found, above=zero and not found.low, shade=shade)


def _size(number: Decimal) -> Fraction:
    """Return how far a number is from zero."""
    return abs(Fraction(number))


def _steps(numbers: Sequence[Decimal], most: int) -> list[Class]:
    """Return at most so many classes of one width between round numbers."""
    low, high = Fraction(min(numbers)), Fraction(max(numbers))
    if low == high:
        return [Class(low=numbers[0], high=numbers[0])]
    return next(
        found
        for step in _widths((high - low) / most)
        if len(found := _between(numbers, step)) <= most
    )


def _step(reach: Fraction, most: int) -> "_Step":
    """Return the least round step of which so many reach as far as from zero to *reach*."""
    wanted = reach / most if reach else Fraction(1)
    return next(step for step in _widths(wanted) if step.width >= wanted)


@final
@attrs.frozen
class _Step(Frozen):
    """A round number: a few times a power of ten."""

    #: How many times.
    times: int
    #: The exponent of the power.
    power: int

    @property
    def width(self) -> Fraction:
        """The number itself."""
        return self.times * Fraction(10) ** self.power

    def limit(self, count: int) -> Decimal:
        """Return so many steps from zero as a decimal number."""
        whole = self.times * count
        if self.power >= 0:
            return Decimal(whole * 10**self.power)
        return Decimal(f"{whole}E{self.power}")


def _widths(least: Fraction) -> Iterator[_Step]:
    """Return round numbers from about *least* on."""
    power = -40
    while Fraction(10) ** (power + 1) <= least:
        power += 1
    while True:
        halves = ((1, 0), (2, 0), (25, -1), (5, 0)) if power > 0 else ((1, 0), (2, 0), (5, 0))
        yield from (_Step(times, power + shift) for times, shift in halves)
        power += 1


def _between(numbers: Sequence[Decimal], step: _Step, *, from_zero: bool = False) -> list[Class]:
    """Return the classes between multiples of a step that hold *numbers*, and those between.

    Args:
        numbers: The figures; all of one sign where classes begin at zero.
        step: How wide classes are.
        from_zero: Whether they begin at zero.
    """
    if not numbers:
        return []
    most = max(numbers)
    first, last = (floor(Fraction(end) / step.width) for end in (min(numbers), most))
    if from_zero:
        first, last = min(first, 0), max(last, -1)
    if first < last and most == step.limit(last) and not (from_zero and most < 0):
        last -= 1
    closed = last if most == step.limit(last + 1) else None
    return [
        Class(low=step.limit(at), high=step.limit(at + 1), below=at != closed)
        for at in range(first, last + 1)
    ]


def _quantiles(numbers: Sequence[Decimal], most: int) -> list[Class]:
    """Return at most so many classes of about as many numbers each, equal ones together."""
    ordered = sorted(numbers)
    places = ((ordered.index(number) * most // len(ordered), number) for number in ordered)
    groups = ([n for _, n in found] for _, found in groupby(places, key=lambda pair: pair[0]))
    return [Class(low=group[0], high=group[-1]) for group in groups]
