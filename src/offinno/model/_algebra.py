"""What makes a product of two figures mean something: the right whole, or the right moment.

Seventy-four per cent of something is so many of that thing only if the number it is multiplied
with is all of that thing, of the same population, area and time. A change moves the figure of the
period that it is taken from, and no other.
"""

from collections.abc import Iterator

from offinno.language import Term, vocabulary
from offinno.model._checks import Contradiction
from offinno.model._datum import Datum
from offinno.model._indicator import Indicator
from offinno.model._lineage import Derivation, Input, Method
from offinno.model._population import Population
from offinno.units import Change, Count, Points, Ratio, Share, Unit
from offinno.values import Missing, Period, PeriodForm, Value, months_before


def named(one: Datum, other: Datum) -> str:
    """Return two figures as the place of what is wrong with them."""
    return f"{one.reference} and {other.reference}"


def check_alike(left: Datum, right: Datum, remedy: str) -> None:
    """Check that two figures are about the same territory and time."""
    aspects = {
        "areas": (left.area, right.area),
        "periods": (left.period, right.period),
        "parts of the period": (left.observation.covers, right.observation.covers),
    }
    for name, (mine, theirs) in aspects.items():
        if mine != theirs:
            raise Contradiction(named(left, right), f"{name} differ ({mine}, {theirs}); {remedy}")
    if left.period.form is PeriodForm.UNKNOWN and left.indicator.key != right.indicator.key:
        raise Contradiction(named(left, right), "nothing says that their unknown periods are one")


def is_opening(day: Datum, of: Datum) -> bool:
    """Return whether a count on a day opens the period of another figure, as on 1 January."""
    counted = isinstance(day.unit, Count) and day.period.form is PeriodForm.DATE
    return counted and day.period.start == of.period.start and of.observation.covers is None


def whole_of(unit: Unit) -> Term | None:
    """Return what a unit is per cent of; None of units that are no per cent of anything."""
    match unit:
        case Share():
            return unit.whole
        case Ratio():
            return unit.to
        case Points():
            return unit.of
        case _:
            return None


def is_whole(indicator: Indicator, term: Term) -> bool:
    """Return whether the figures of an indicator are all of what a term names."""
    if indicator.whole is not None:
        return indicator.whole == term
    return indicator.key.lower() == term.key.lower()


def term_of(indicator: Indicator) -> Term:
    """Return the word for the whole that an amount is: its own, that of its key, or its title."""
    if indicator.whole is not None:
        return indicator.whole
    known = {term.key.lower(): term for term in vocabulary().values() if term.reference_amount}
    own = Term(key=indicator.key, label=indicator.title, reference_amount=True)
    return known.get(indicator.key.lower(), own)


def check_whole(relative: Datum, amount: Datum) -> None:
    """Check that an amount is the whole that a share, a ratio or points are of."""
    term = whole_of(relative.unit)
    assert term is not None  # the table of units says that it is one of these
    for problem in _wrong_wholes(relative, amount, term):
        raise Contradiction(named(relative, amount), problem)


def _wrong_wholes(relative: Datum, amount: Datum, term: Term) -> Iterator[str]:
    """Return why an amount is not the whole that per cent are of."""
    key = amount.indicator.key
    if not is_whole(amount.indicator, term):
        yield (
            f"nothing says that {key!r} is all of {term.key!r}; "
            f"if it is, say so with whole: {term.key}"
        )
    others = set(amount.observation.breakdowns) - set(relative.observation.breakdowns)
    if others:
        part = ", ".join(f"{name}={value}" for name, value in sorted(others))
        yield f"the amount is a part of {term.key!r} itself ({part}); multiply with the whole"
    if not term.reference_amount:
        yield from _other_populations(relative, amount)
    counted = relative.number.counted
    if counted is not None and counted.of != amount.number.magnitude:
        yield f"the share was counted among {counted.of}, not among {amount.number.magnitude:f}"


def _other_populations(one: Datum, other: Datum) -> Iterator[str]:
    """Return how the populations of two figures differ, or that one is not known."""
    mine, theirs = one.population, other.population
    if isinstance(mine, Missing) or isinstance(theirs, Missing):
        unknown = one if isinstance(mine, Missing) else other
        yield f"the population of {unknown.reference} is not known; state it first"
    elif mine != theirs:
        both = f"{_told(mine)} and {_told(theirs)}"
        yield f"their populations differ ({both}); use figures of one population"


def _told(population: Population) -> str:
    """Return a population for an error."""
    more = sorted(
        term.key for term in (*population.sectors, *population.levels, *population.filters)
    )
    return population.unit.key + (f" [{', '.join(more)}]" if more else "")


def base_of(change: Datum) -> Period | None:
    """Return the period that a change is taken from; None where that cannot be told."""
    unit = change.unit
    assert isinstance(unit, Change)
    if unit.months is None:
        return Period(unit.on)
    return months_before(change.period, unit.months)


def check_follows(level: Datum, change: Datum) -> None:
    """Check that a change is taken from the period of a figure, in the same area."""
    if level.area != change.area:
        problem = f"areas differ ({level.area}, {change.area}); a change is of one area"
        raise Contradiction(named(level, change), problem)
    if level.observation.breakdowns != change.observation.breakdowns:
        problem = "they are of different categories; a change is of one category, or of all"
        raise Contradiction(named(level, change), problem)
    base = base_of(change)
    if base != level.period:
        seen = "an unknown period" if base is None else str(base)
        problem = (
            f"the change is taken from {seen}, and the figure is of {level.period}; "
            "multiply a figure with the change that follows it"
        )
        raise Contradiction(named(level, change), problem)
    for datum in (level, change):
        if datum.observation.covers is not None:
            problem = f"{datum.reference} covers a part of its period alone"
            raise Contradiction(named(level, change), problem)


def check_moves(level: Datum, change: Datum) -> None:
    """Check that a change is one of a figure: of its very series, or of its population."""
    grown = set(_levels(change.lineage))
    if not grown:
        for problem in _other_populations(level, change):
            raise Contradiction(named(level, change), problem)
    elif not grown & _origins(level):
        problem = f"it is a change of {', '.join(sorted(grown))}, not of this figure"
        raise Contradiction(named(level, change), problem)


def _levels(lineage: Derivation | None) -> Iterator[str]:
    """Return the keys of the levels that a change was computed from, if it was."""
    for given in () if lineage is None else lineage.inputs:
        if isinstance(given.value.unit, Change):
            yield from _levels(given.lineage)
        else:
            yield given.figure
            yield from _figures(given.lineage)


def _origins(datum: Datum) -> set[str]:
    """Return the key of a figure and those of all figures behind it."""
    return {datum.indicator.key, *_figures(datum.lineage)}


def _figures(lineage: Derivation | None) -> Iterator[str]:
    """Return the keys of all figures behind a figure."""
    for given in () if lineage is None else lineage.inputs:
        yield given.figure
        yield from _figures(given.lineage)


def in_time(one: Datum, other: Datum) -> tuple[Datum, Datum]:
    """Return two changes of one series in the order of time, checked to follow each other."""
    if not _origins(one) & _origins(other):
        problem = "they are changes of different figures; compose those of one series"
        raise Contradiction(named(one, other), problem)
    first, second = (other, one) if base_of(one) == other.period else (one, other)
    check_follows(first, second)
    return first, second


def check_part(part: Datum, whole: Datum) -> None:
    """Check that one figure is known to be a part of another."""
    if _is_added(part, whole) or _is_taken(part, whole) or _is_among(part, whole):
        return
    problem = (
        "the first is not known to be a part of the second: of counts, declare what the second "
        "is with whole:, and give both their population; of amounts, add up an exclusive "
        "breakdown with total(); or divide, for the plain ratio"
    )
    raise Contradiction(named(part, whole), problem)


def _is_added(part: Datum, whole: Datum) -> bool:
    """Return whether a figure is one of the parts that a total was made of."""
    made = whole.lineage
    if made is None or made.method is not Method.AGGREGATE:
        return False
    return any(_is(given, part) for given in made.inputs)


def _is_taken(part: Datum, whole: Datum) -> bool:
    """Return whether a figure is a share times that very whole."""
    made = part.lineage
    if made is None or made.method is not Method.PRODUCT:
        return False
    shares = any(isinstance(given.value.unit, Share) for given in made.inputs)
    return shares and any(_is(given, whole) for given in made.inputs)


def _is(given: Input, datum: Datum) -> bool:
    """Return whether what went in is a figure."""
    own = datum.observation
    same = given.figure == datum.indicator.key and given.value == datum.value
    place = (given.area, given.period, given.breakdowns)
    return same and place == (own.area, own.period, own.breakdowns)


def _is_among(part: Datum, whole: Datum) -> bool:
    """Return whether what is counted is among all of that, by population."""
    unit, mine, theirs = whole.unit, part.population, whole.population
    if isinstance(mine, Missing) or isinstance(theirs, Missing) or not isinstance(unit, Count):
        return False
    if not is_whole(whole.indicator, unit.of) or whole.observation.breakdowns:
        return False
    pairs = ((mine.sectors, theirs.sectors), (mine.levels, theirs.levels))
    within = all(not wide or (narrow and narrow <= wide) for narrow, wide in pairs)
    return mine.unit == theirs.unit and mine.filters >= theirs.filters and within


def counts_of(part: Value, whole: Value) -> tuple[int, int] | None:
    """Return two counts as whole numbers, where they are such."""
    numbers = (part.magnitude, whole.magnitude)
    if not isinstance(whole.unit, Count) or any(
        number != number.to_integral_value() for number in numbers
    ):
        return None
    return int(part.magnitude), int(whole.magnitude)
