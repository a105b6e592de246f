"""Figures computed from two others: what may be, and what the result remembers."""

import operator
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeVar, final

import attrs

from offinno.language import Text
from offinno.model._algebra import (
    check_alike,
    check_follows,
    check_moves,
    check_part,
    check_whole,
    counts_of,
    in_time,
    is_opening,
    named,
    term_of,
    whole_of,
)
from offinno.model._checks import Contradiction
from offinno.model._citing import citing
from offinno.model._datum import Datum
from offinno.model._digits import held
from offinno.model._dimension import Break
from offinno.model._indicator import Indicator
from offinno.model._lineage import Derivation, Dropped, Method
from offinno.model._observation import Observation
from offinno.model._observations import Observations
from offinno.model._population import Note
from offinno.model._source import Source
from offinno.model._status import Evidence
from offinno.model._uncertain import Work, spread
from offinno.units import Change, Count, Formula, Money, Operation, Physical, Share, outcome
from offinno.values import (
    Counted,
    Interval,
    Missing,
    MissingReason,
    Period,
    Qualifier,
    Value,
    changed,
    part_of,
    share_between,
)

T = TypeVar("T", Break, Source)

_METHODS: Final = {
    Operation.ADD: Method.SUM,
    Operation.SUBTRACT: Method.DIFFERENCE,
    Operation.MULTIPLY: Method.PRODUCT,
    Operation.DIVIDE: Method.QUOTIENT,
}
_SIGNS: Final = {
    Method.SUM: "+",
    Method.DIFFERENCE: "−",
    Method.PRODUCT: "×",
    Method.COMPOUND: "×",
    Method.QUOTIENT: "÷",
    Method.RELATIVE: "÷",
}
_COMPARE: Final = "compare them with Comparison"
_ALIKE: Final = "multiply and divide figures of one area and period"
_UNKNOWN: Final = Missing(MissingReason.NOT_STATED)
_SAME_WORDS: Final = "und"
#: How much of each key stands in the key of a result.
_PART: Final = 30


@final
@attrs.frozen(kw_only=True)
class _Made:
    """What came of two figures, and whom it is about."""

    #: What was done.
    method: Method
    #: The two figures, in the order of the method.
    inputs: tuple[Datum, Datum]
    #: The result, with its interval if that stays.
    value: Value
    #: Why an interval was left behind.
    dropped: Dropped | None
    #: The figure whose area, period and categories the result has.
    place: Datum
    #: The figure whose population and sample it has; None where both must agree.
    about: Datum | None = None


def sum_of(left: Datum, right: Datum) -> Datum:
    """Return the sum of two figures of one area and period."""
    check_alike(left, right, _COMPARE)
    return _derived(_made(Operation.ADD, left, right))


def difference_of(left: Datum, right: Datum) -> Datum:
    """Return the first of two figures of one area and period, less the second."""
    check_alike(left, right, _COMPARE)
    return _derived(_made(Operation.SUBTRACT, left, right))


def quotient_of(left: Datum, right: Datum) -> Datum | Decimal:
    """Return the first of two figures of one area and period for each of the second."""
    place = _in_one_time(left, right, _COMPARE)
    found = left.number / right.number
    if isinstance(found, Decimal):
        return found
    return _derived(_made(Operation.DIVIDE, left, right, place=place))


def product_of(left: Datum, right: Datum) -> Datum:
    """Return the product of two figures, where it has a meaning."""
    formula, _ = outcome(Operation.MULTIPLY, left.unit, right.unit, figures=True)
    match formula:
        case Formula.PART:
            return _part(left, right)
        case Formula.CHANGED:
            return _moved(left, right)
        case Formula.COMPOSED:
            first, second = in_time(left, right)
            made = _made(Operation.MULTIPLY, first, second, place=second)
            return _derived(attrs.evolve(made, method=Method.COMPOUND))
        case _:
            place = _in_one_time(left, right, _ALIKE)
            return _derived(_made(Operation.MULTIPLY, left, right, place=place))


def share_of(part: Datum, whole: Datum) -> Datum:
    """Return a figure as a share of another that it is known to be a part of."""
    check_alike(part, whole, _ALIKE)
    _, unit = outcome(Operation.DIVIDE, part.unit, whole.unit)
    if unit is not None or not isinstance(whole.unit, Count | Money | Physical):
        problem = f"{part.unit} is no amount of {whole.unit}, of which it could be a part"
        raise Contradiction(named(part, whole), problem)
    check_part(part, whole)
    term = whole.unit.of if isinstance(whole.unit, Count) else term_of(whole.indicator)
    made = _made(Operation.DIVIDE, part, whole, work=partial(share_between, Share(term)))
    value, counts = made.value, counts_of(part.number, whole.number)
    if counts is not None and value.qualifier is Qualifier.EXACT:
        value = attrs.evolve(value, counted=Counted(*counts))
    return _derived(attrs.evolve(made, method=Method.RELATIVE, value=value, about=whole))


def _part(left: Datum, right: Datum) -> Datum:
    """Return so many per cent of their whole."""
    turned = whole_of(left.unit) is None
    relative, whole = (right, left) if turned else (left, right)
    _in_one_time(relative, whole, _ALIKE)
    check_whole(relative, whole)

    def work(one: Value, other: Value) -> Value:
        return part_of(other, one) if turned else part_of(one, other)

    return _derived(
        _made(Operation.MULTIPLY, left, right, work=work, place=relative, about=relative)
    )


def _moved(left: Datum, right: Datum) -> Datum:
    """Return a level after the change that follows it."""
    level, change = (right, left) if isinstance(left.unit, Change) else (left, right)
    check_follows(level, change)
    check_moves(level, change)
    made = _made(Operation.MULTIPLY, level, change, work=changed, place=change, about=level)
    return _derived(attrs.evolve(made, method=Method.COMPOUND))


def _in_one_time(left: Datum, right: Datum, remedy: str) -> Datum:
    """Return which of two figures says the period; what opens it on a day goes with it."""
    if left.area == right.area and is_opening(right, left):
        return left
    if left.area == right.area and is_opening(left, right):
        return right
    check_alike(left, right, remedy)
    return left


def _made(  # noqa: PLR0913 - what was done, with what, and what the result is about
    operation: Operation,
    left: Datum,
    right: Datum,
    *,
    work: Work | None = None,
    place: Datum | None = None,
    about: Datum | None = None,
) -> _Made:
    """Return what an operation makes of two figures."""
    does = _WORK[operation] if work is None else work
    value, found = does(left.number, right.number), spread(operation, does, left, right)
    dropped = found if isinstance(found, Dropped) else None
    if isinstance(found, Interval):
        value = attrs.evolve(value, interval=found)
    return _Made(
        method=_METHODS[operation],
        inputs=(left, right),
        value=value,
        dropped=dropped,
        place=left if place is None else place,
        about=about,
    )


def _divided(one: Value, other: Value) -> Value:
    """Return a quotient that has a unit."""
    found = one / other
    assert isinstance(found, Value)  # a bare number has been told apart
    return found


_WORK: Final[Mapping[Operation, Work]] = MappingProxyType(
    {
        Operation.ADD: operator.add,
        Operation.SUBTRACT: operator.sub,
        Operation.MULTIPLY: operator.mul,
        Operation.DIVIDE: _divided,
    }
)


def _derived(made: _Made) -> Datum:
    """Return what was made as a figure that remembers what it was made from."""
    left, right = made.inputs
    value, digits = _short(made.value)
    row, owner = _row(made, value), _owner(made)
    sources = _distinct((*left.sources, *right.sources))
    lineage = Derivation(
        method=made.method,
        inputs=(left.as_input(), right.as_input()),
        digits=digits,
        dropped=made.dropped,
    )
    indicator = Indicator(
        key=_key(left, made.method, right),
        title=_joined(left.indicator.title, made.method, right.indicator.title),
        definition=_joined(left.indicator.definition, made.method, right.indicator.definition),
        unit=value.unit,
        dimensions=() if owner is None else owner.indicator.dimensions,
        notes=_notes(left, right),
        sources=sources,
        lineage=citing(lineage, sources),
        observations=Observations.of(value.unit, [row]),
        **_header(made),
    )
    return Datum(indicator, row)


def _row(made: _Made, value: Value) -> Observation:
    """Return the row of a result, with what the rows of both agree in."""
    left, right = (datum.observation for datum in made.inputs)
    place = made.place.observation
    owner = _owner(made)
    return Observation(
        area=place.area,
        period=place.period,
        breakdowns=() if owner is None else owner.observation.breakdowns,
        vintage=_shared(left.vintage, right.vintage),
        value=value,
        status=left.status | right.status,
        notes=[note.mark for note in _notes(*made.inputs)],
        evidence=Evidence.DERIVED,
        covers=place.covers,
    )


def _owner(made: _Made) -> Datum | None:
    """Return the figure whose categories the result has, if it has any.

    Of what is added both must agree; what is shared out by something that has no categories
    keeps its own.
    """
    (left, right), place = made.inputs, made.place
    mine, theirs = (set(datum.observation.breakdowns) for datum in made.inputs)
    if made.about is not None or mine == theirs:
        return place if place.observation.breakdowns else None
    if made.method in {Method.SUM, Method.DIFFERENCE} or not (mine < theirs or theirs < mine):
        return None
    return left if theirs < mine else right


def _header(made: _Made) -> dict[str, Any]:
    """Return whom a result describes and how, as far as the two agree, and the breaks of both."""
    (left, right), about = made.inputs, made.about
    one, other = left.indicator, right.indicator
    breaks = _distinct((*one.breaks, *other.breaks))
    return {
        "population": about.population
        if about
        else _shared(left.population, right.population) or _UNKNOWN,
        "question": about.question if about else _shared(left.question, right.question),
        "sample": about.sample
        if about
        else (left.sample if left.sample == right.sample else _UNKNOWN),
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
    """Return *value* with the digits that a column holds, and to how many it was rounded.

    Rounding must not leave the number outside its interval.
    """
    number = held(value.magnitude)
    interval = value.interval
    if interval is not None:
        low, high = min(interval.low, number), max(interval.high, number)
        interval = attrs.evolve(interval, low=low, high=high)
    rounded = attrs.evolve(value, magnitude=number, interval=interval)
    return rounded, None if number == value.magnitude else len(number.as_tuple().digits)


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
