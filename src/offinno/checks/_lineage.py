"""Rules OFF107 to OFF109: whether the working of a computed figure holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, final

import attrs

from offinno.checks._found import Found
from offinno.checks._rule import Severity, rule
from offinno.checks._view import View
from offinno.checks._working import Step, gives, last_digit, results, steps_about, steps_of
from offinno.datasets import series, series_names
from offinno.exceptions import OffinnoError, Steps
from offinno.language import Text
from offinno.model import Derivation, Evidence, Indicator, Input, Observation, Source
from offinno.values import BadValue, Period, Range, UnknownOrder, Value
from offinno.wording import marked

#: What a row is about, beside its territory.
_About: TypeAlias = tuple[Period, tuple[tuple[str, str], ...]]


@rule(
    "OFF107",
    Severity.BLOCKER,
    message=marked("“{what}” is {stated}, but its working gives {computed}"),
    remedy=marked("correct the figure, or what went into it"),
)
def working_off(view: View) -> Iterator[Found]:
    """A computed figure is another than its recorded working gives."""
    for at, indicator in enumerate(view.sheet.indicators):
        if indicator.lineage is not None:
            yield from _rows_off(indicator, indicator.lineage, at)
            for place, given in _inputs(indicator.lineage, ("indicators", at, "lineage")):
                if given.lineage is not None:
                    steps = steps_of(given.lineage)
                    yield from _off(place, given.figure, given.lineage, steps, given.value)


@rule(
    "OFF108",
    Severity.BLOCKER,
    message=marked(
        "“{what}” is computed from {used} as “{input}”, but the sheet states {stated} for that"
    ),
    remedy=marked("compute with the figure of the sheet, or correct that"),
)
def input_differs(view: View) -> Iterator[Found]:
    """A figure that went into another is not what the sheet states for its area and period."""
    yield from _inputs_of(view, _differing)


@rule(
    "OFF109",
    Severity.WARNING,
    message=marked(
        "“{what}” is computed from {used} as “{input}”, but a newer vintage says {stated}"
    ),
    remedy=marked("compute it again from the newer vintage, or say in a note why not"),
)
def input_outdated(view: View) -> Iterator[Found]:
    """A figure that went into another was revised: a newer vintage says something else."""
    yield from _inputs_of(view, _revised)


def _rows_off(indicator: Indicator, lineage: Derivation, at: int) -> Iterator[Found]:
    """Return the computed rows of an indicator that its working does not give."""
    rows = [(n, row) for n, row in enumerate(indicator.observations) if _computed(row)]
    for number, row in rows:
        steps = steps_of(lineage) if len(rows) == 1 else steps_about(lineage, row)
        for stated in _numbers(row):
            place: Steps = ("indicators", at, "observations", number)
            yield from _off(place, indicator.title, lineage, steps, stated)


def _computed(row: Observation) -> bool:
    """Return whether a row was computed; in an indicator with lineage others may be published."""
    return row.evidence is Evidence.DERIVED


def _numbers(row: Observation) -> tuple[Value, ...]:
    """Return the numbers of a row: one, two of a range, none of a missing one."""
    if isinstance(row.value, Range):
        return (row.value.low, row.value.high)
    return (row.value,) if isinstance(row.value, Value) else ()


def _off(
    place: Steps, what: Text | str, lineage: Derivation, steps: Iterable[Step], stated: Value
) -> Iterator[Found]:
    """Return a finding if no step gives *stated*."""
    found = results(lineage.method, steps, stated.unit)
    if found and not any(gives(result, stated, lineage.digits) for result in found):
        nearest = min(found, key=lambda result: abs(result - Fraction(stated.magnitude)))
        computed = _shown(nearest, stated, last_digit(stated, lineage.digits))
        yield Found.at(place, what=what, stated=stated, computed=computed)


def _shown(result: Fraction, stated: Value, exponent: int) -> Value | Decimal:
    """Return a result with as many digits as what is stated has; bare if no such value may be."""
    steps = result / Fraction(10) ** exponent
    magnitude = Decimal(round(steps)).scaleb(exponent)
    try:
        return Value(magnitude, stated.unit)
    except BadValue:  # a share of more than the whole
        return magnitude


def _inputs(lineage: Derivation, here: Steps) -> Iterator[tuple[Steps, Input]]:
    """Return all that went in, however early, with places."""
    for at, given in enumerate(lineage.inputs):
        place: Steps = (*here, "inputs", at)
        yield place, given
        if given.lineage is not None:
            yield from _inputs(given.lineage, (*place, "lineage"))


@final
@attrs.frozen(eq=False)
class _Known:
    """What is known of the figures that went into others, each series looked through once."""

    #: The indicators of the sheet. One that was re-based or chained keeps its key: of figures from
    #: before, the sheet has none.
    own: Mapping[str, Indicator]
    _catalogued: dict[str, Indicator | None] = attrs.field(factory=dict, init=False)
    _rows: dict[str, dict[_About, list[Observation]]] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, view: View) -> "_Known":
        """Return what is known on a sheet."""
        return cls({own.key: own for own in view.sheet.indicators if not _keeps_key(own)})

    def catalogued(self, key: str) -> Indicator | None:
        """Return a reference series that the sheet lacks; one that cannot be read is none."""
        if key not in self._catalogued:
            self._catalogued[key] = None if key in self.own else _from_catalogue(key)
        return self._catalogued[key]

    def rows(self, indicator: Indicator | None, given: Input) -> list[Observation]:
        """Return the rows of an indicator that are about the same as *given*."""
        if indicator is None or given.period is None:
            return []
        if indicator.key not in self._rows:
            found: dict[_About, list[Observation]] = {}
            for row in indicator.observations:
                found.setdefault((row.period, row.breakdowns), []).append(row)
            self._rows[indicator.key] = found
        rows = self._rows[indicator.key].get((given.period, given.breakdowns), [])
        return [row for row in rows if given.area in {None, row.area}]


def _keeps_key(indicator: Indicator) -> bool:
    """Return whether an indicator was computed from one with the same key."""
    lineage = indicator.lineage
    return lineage is not None and any(part.figure == indicator.key for part in lineage.inputs)


def _from_catalogue(key: str) -> Indicator | None:
    """Return a reference series, if there is one and it can be read."""
    try:
        return series(key) if key in series_names() else None
    except OffinnoError:
        return None


def _inputs_of(view: View, look: Callable[[_Known, Input], Value | None]) -> Iterator[Found]:
    """Return the inputs for which *look* knows another value."""
    known = _Known.of(view)
    for at, indicator in enumerate(view.sheet.indicators):
        if indicator.lineage is None:
            continue
        for place, given in _inputs(indicator.lineage, ("indicators", at, "lineage")):
            other = look(known, given)
            if other is not None:
                yield Found.at(
                    place,
                    what=indicator.title,
                    used=given.value,
                    input=given.figure,
                    stated=other,
                )


def _differing(known: _Known, given: Input) -> Value | None:
    """Return what the sheet states in the place of *given*, if that is nowhere what went in."""
    own = known.own.get(given.figure)
    if own is None:
        return None
    rows = [row for row in known.rows(own, given) if _is_meant(row, own, given)]
    return _other([number for row in rows for number in _numbers(row)][::-1], given)


def _revised(known: _Known, given: Input) -> Value | None:
    """Return what a newer vintage says in the place of *given*, in the sheet or the catalogue."""
    elsewhere = known.catalogued(given.figure)
    rows = known.rows(known.own.get(given.figure, elsewhere), given)
    used = _vintage(given, rows)
    newer = [row for row in rows if _is_newer(row.vintage, used)]
    if elsewhere is not None and not newer:
        newer = [row for row in rows if _is_reissued(elsewhere.source_for(row), given.source)]
    return _other([number for row in newer for number in _numbers(row)], given)


def _other(numbers: list[Value], given: Input) -> Value | None:
    """Return the last of *numbers*, if none of them is what went in."""
    if not numbers or any(_agree(number, given.value) for number in numbers):
        return None
    return numbers[-1]


def _is_meant(row: Observation, own: Indicator, given: Input) -> bool:
    """Return whether a row is of the source and vintage that went in, as far as that is known."""
    vintages = given.vintage is None or row.vintage in {None, given.vintage}
    return vintages and _is_same(own.source_for(row), given.source)


def _is_same(one: Source | None, other: Source | None) -> bool:
    """Return whether two sources may be the same, in one issue or another."""
    if one is None or other is None:
        return True
    return one.key == other.key or (one.publisher, one.title) == (other.publisher, other.title)


def _vintage(given: Input, rows: list[Observation]) -> Period | None:
    """Return the vintage that went in: as stated, or that of the latest row that says the same."""
    if given.vintage is not None:
        return given.vintage
    same = [r.vintage for r in rows if any(_agree(n, given.value) for n in _numbers(r))]
    latest = None
    for vintage in same:
        latest = vintage if latest is None or _is_newer(vintage, latest) else latest
    return latest


def _is_newer(one: Period | None, other: Period | None) -> bool:
    """Return whether a time is known to be later than another."""
    if one is None or other is None:
        return False
    try:
        return one > other
    except UnknownOrder:
        return False


def _is_reissued(one: Source | None, other: Source | None) -> bool:
    """Return whether a source was published anew after what went in was read in it."""
    if one is None or other is None or not _is_same(one, other):
        return False
    return _is_newer(one.published, other.published)


def _agree(one: Value, other: Value) -> bool:
    """Return whether two figures are one, in as many digits as the shorter of them has."""
    if one.unit != other.unit:
        return False
    return gives(Fraction(one.magnitude), other) or gives(Fraction(other.magnitude), one)
