"""Figures computed from two others: what may be, and what the result remembers."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation
from typing import Any, Final, TypeVar

import attrs

from offinno.language import Text
from offinno.model._checks import Contradiction
from offinno.model._datum import Datum
from offinno.model._dimension import Break
from offinno.model._extra import DECIMALS, DIGITS
from offinno.model._indicator import Indicator
from offinno.model._lineage import Derivation, Method
from offinno.model._observation import Observation
from offinno.model._observations import Observations
from offinno.model._population import Note
from offinno.model._source import Source
from offinno.model._status import Evidence
from offinno.values import Missing, MissingReason, Period, Value

T = TypeVar("T", Break, Source)

_ROUND: Final = Context(
    prec=DIGITS, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999, traps=[InvalidOperation]
)
_EXACT: Final = Context(
    prec=99, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999, traps=[DivisionByZero, InvalidOperation]
)
_SIGNS: Final = {Method.SUM: "+", Method.DIFFERENCE: "−", Method.QUOTIENT: "÷"}
_UNKNOWN: Final = Missing(MissingReason.NOT_STATED)
_SAME_WORDS: Final = "und"
#: How much of each key stands in the key of a result.
_PART: Final = 30


def sum_of(left: Datum, right: Datum) -> Datum:
    """Return the sum of two figures of one area and period."""
    _check_alike(left, right)
    return _derived(Method.SUM, left, right, left.number + right.number)


def difference_of(left: Datum, right: Datum) -> Datum:
    """Return the first of two figures of one area and period, less the second."""
    _check_alike(left, right)
    return _derived(Method.DIFFERENCE, left, right, left.number - right.number)


def quotient_of(left: Datum, right: Datum) -> Datum | Decimal:
    """Return the first of two figures of one area and period for each of the second."""
    _check_alike(left, right)
    found = left.number / right.number
    if isinstance(found, Decimal):
        return found
    return _derived(Method.QUOTIENT, left, right, found)


def _check_alike(left: Datum, right: Datum) -> None:
    """Check that two figures are about the same territory and time."""
    aspects = {
        "areas": (left.area, right.area),
        "periods": (left.period, right.period),
        "parts of the period": (left.observation.covers, right.observation.covers),
    }
    for name, (mine, theirs) in aspects.items():
        if mine != theirs:
            problem = f"{name} differ ({mine}, {theirs}); compare them with Comparison"
            raise Contradiction(f"{left.reference} and {right.reference}", problem)


def _derived(method: Method, left: Datum, right: Datum, value: Value) -> Datum:
    """Return *value* as a figure that remembers what it was made from."""
    value, digits = _short(value)
    inputs = (left.as_input(), right.as_input())
    row = _row(left, right, value)
    indicator = Indicator(
        key=_key(left, method, right),
        title=_joined(left.indicator.title, method, right.indicator.title),
        definition=_joined(left.indicator.definition, method, right.indicator.definition),
        unit=value.unit,
        dimensions=left.indicator.dimensions if row.breakdowns else (),
        notes=_notes(left, right),
        sources=_distinct((*left.sources, *right.sources)),
        lineage=Derivation(method=method, inputs=inputs, digits=digits),
        observations=Observations.of(value.unit, [row]),
        **_header(left, right),
    )
    return Datum(indicator, row)


def _row(left: Datum, right: Datum, value: Value) -> Observation:
    """Return the row of a result, with what the rows of both agree in."""
    mine, theirs = left.observation, right.observation
    return Observation(
        area=mine.area,
        period=mine.period,
        breakdowns=_shared(mine.breakdowns, theirs.breakdowns) or (),
        vintage=_shared(mine.vintage, theirs.vintage),
        value=value,
        notes=[note.mark for note in _notes(left, right)],
        evidence=Evidence.DERIVED,
        covers=mine.covers,
    )


def _header(left: Datum, right: Datum) -> dict[str, Any]:
    """Return whom a result describes and how, as far as the two agree, and the breaks of both."""
    one, other = left.indicator, right.indicator
    breaks = _distinct((*one.breaks, *other.breaks))
    return {
        "population": _shared(left.population, right.population) or _UNKNOWN,
        "question": _shared(left.question, right.question),
        "sample": left.sample if left.sample == right.sample else _UNKNOWN,
        "measuring": _shared(one.measuring, other.measuring),
        "adjustment": _shared(one.adjustment, other.adjustment),
        "breaks": breaks,
        "series": _series(one, other) if breaks else None,
    }


def _key(left: Datum, method: Method, right: Datum) -> str:
    """Return a key for a result, cut where the keys of the two are long."""
    parts = (left.indicator.key[:_PART], method.value, right.indicator.key[:_PART])
    return "-".join(part.strip("-") for part in parts)


def _short(value: Value) -> tuple[Value, int | None]:
    """Return *value* with the digits that a column holds, and to how many it was rounded."""
    number = _ROUND.plus(value.magnitude)
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    if abs(exponent) > DECIMALS:
        bound = max(-DECIMALS, min(exponent, DECIMALS))
        number = number.quantize(Decimal((0, (1,), bound)), context=_EXACT)
    if number == value.magnitude:
        return attrs.evolve(value, magnitude=number), None
    return attrs.evolve(value, magnitude=number), len(number.as_tuple().digits)


def _shared(mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - any fact of a figure
    """Return what two figures agree in."""
    return mine if mine == theirs else None


def _distinct(things: Iterable[T]) -> tuple[T, ...]:
    """Return breaks or sources, each once; of others with a key that is taken, with a new one."""
    found: dict[str, T] = {}
    for thing in dict.fromkeys(things):
        key = thing.key
        while key in found:
            key = f"{key[:70]}-2"
        found[key] = thing if key == thing.key else attrs.evolve(thing, key=key)
    return tuple(found.values())


def _notes(left: Datum, right: Datum) -> tuple[Note, ...]:
    """Return the notes of both, each once; one whose mark is taken gets a new mark."""
    found: dict[str, Note] = {}
    for note in dict.fromkeys((*left.notes, *right.notes)):
        mark, number = note.mark, 0
        while mark in found:
            number += 1
            mark = f"n{number}"
        found[mark] = attrs.evolve(note, mark=mark)
    return tuple(found.values())


def _series(one: Indicator, other: Indicator) -> Period:
    """Return the time that the series of both span together."""
    spans = [span for span in (one.span, other.span) if span is not None]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return Period(f"{first.isoformat()}/{last.isoformat()}")


def _joined(left: Text, method: Method, right: Text) -> Text:
    """Return two texts with the sign of the method between, in the languages of both."""
    tags = [tag for tag in left if tag in right]
    if not tags:
        tags = list(right if set(left) == {_SAME_WORDS} else left)
    sign = _SIGNS[method]
    return Text({tag: f"{left.in_(tag)} {sign} {right.in_(tag)}" for tag in tags})
