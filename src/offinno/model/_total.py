"""The parts of an exclusive breakdown added up, on the columns.

Shares, counts and amounts are added nowhere else than here: only a breakdown that is declared
exclusive says that no unit is in two of its categories, so that the parts make up a whole.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, final

import attrs

from offinno.exceptions import OffinnoError
from offinno.model._adding import Groups, Sums, added, sums_of
from offinno.model._column import Column
from offinno.model._datum import Datum
from offinno.model._dimension import Dimension
from offinno.model._extra import DIGITS, EVIDENCES, PUBLISHED, QUALIFIERS, REASONS, Extra
from offinno.model._indicator import Indicator
from offinno.model._lineage import Derivation, Dropped, Input, Method
from offinno.model._observation import Observation
from offinno.model._observations import Observations
from offinno.model._status import Evidence
from offinno.model._unpacking import as_published
from offinno.model._wholes import rounding
from offinno.units import Kind
from offinno.values import BadValue, Missing, MissingReason, Qualifier, Range, Value
from offinno.values._qualifier import joined

#: What to do where a part is lacking: refuse, leave the total out, or give what it is at least.
Lacking = Literal["refuse", "missing", "at least"]

_WAYS: Final = ("refuse", "missing", "at least")
_LONGEST_KEY: Final = 80
#: Of how many figures the working is kept.
_MOST: Final = 1000
#: How many parts an error shows.
_SHOWN: Final = 6
_ALL: Final = 100
_DERIVED: Final = EVIDENCES.index(Evidence.DERIVED)
_NOT_STATED: Final = MissingReason.NOT_STATED
_NEVER_BELOW_ZERO: Final = frozenset({Kind.SHARE, Kind.COUNT})
_FROM_BELOW: Final = frozenset(
    {Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.OVER, Qualifier.JUST_OVER}
)

#: Why figures of a kind are no parts that add up.
_REFUSED: Final = {
    Kind.RATIO: "ratios to a reference amount are no parts of it",
    Kind.INDEX: "index levels have no unit in common",
    Kind.CHANGE: "relative changes follow each other",
    Kind.PER: "rates are averages of their parts; add what stands above and below, then divide",
}


@final
@attrs.frozen
class NoTotal(OffinnoError, ValueError):
    """Figures that cannot be added up over a breakdown."""

    #: Key of the indicator.
    indicator: str
    #: Key of the breakdown.
    over: str
    #: Why not, and what can be done.
    problem: str

    def __str__(self) -> str:
        """Say what was asked for, why it is refused, and the remedy."""
        return f"there is no total of {self.indicator!r} over {self.over!r}: {self.problem}"


@final
@attrs.frozen(kw_only=True, eq=False)
class _Asked:
    """What is added up, and over which breakdown."""

    given: Indicator
    dimension: Dimension
    lacking: Lacking
    groups: Groups

    @property
    def rows(self) -> Observations:
        """All rows."""
        return self.given.observations

    def refusal(self, problem: str) -> NoTotal:
        """Return the error with this problem."""
        return NoTotal(self.given.key, self.dimension.key, problem)

    def place(self, at: int) -> str:
        """Return what the rows of a group have in common, as text."""
        row = self.rows[int(self.groups.first[at])]
        others = [f"{k}={name}" for k, name in row.breakdowns if k != self.dimension.key]
        return ", ".join([row.area.code, row.period.text, *others])

    def category(self, row: Observation) -> str:
        """Return the category of a row."""
        return dict(row.breakdowns)[self.dimension.key]


def total_of(given: Indicator, over: str, lacking: Lacking) -> Indicator:
    """Return an indicator with the parts of one breakdown added up."""
    dimension = given.dimension(over)
    settled = given.settled()
    _check(settled, dimension, lacking)
    groups = Groups.of(settled.observations, over)
    asked = _Asked(given=settled, dimension=dimension, lacking=lacking, groups=groups)
    extras = _extras(asked)
    sums = sums_of(settled.observations, groups)
    gaps = _gaps(asked)
    _qualify(asked, sums, set(gaps))
    for at in gaps:
        _fill(asked, sums, at)
    if settled.unit.kind is Kind.SHARE:
        _check_shares(asked, sums)
    return attrs.evolve(
        settled,
        key=f"{given.key[: _LONGEST_KEY - len(over) - 7].rstrip('-')}-total-{over}"[:_LONGEST_KEY],
        dimensions=[other for other in given.dimensions if other is not dimension],
        preferred=None,
        observations=_observations(asked, sums, extras),
        lineage=_lineage(asked, sums),
    )


def _check(given: Indicator, dimension: Dimension, lacking: str) -> None:
    """Refuse what cannot be added up, whatever the rows say."""
    problem = None
    if lacking not in _WAYS:
        problem = f"lacking={lacking!r} is none of {', '.join(map(repr, _WAYS))}"
    elif given.unit.kind in _REFUSED:
        problem = _REFUSED[given.unit.kind]
    elif given.unit.kind is not Kind.SHARE and not getattr(given.unit, "additive", True):
        problem = "the currency is not stated; find out which it is first"
    elif not dimension.exclusive:
        problem = (
            "its categories may overlap; if every unit is in one of them only, declare the "
            "dimension exclusive"
        )
    elif lacking == "at least" and given.unit.kind not in _NEVER_BELOW_ZERO:
        problem = f"a part in {given.unit} may be below zero, so the others are no lower bound"
    elif given.observations.disputed:
        problem = "sources disagree on some parts; choose one with where(source=...)"
    if problem is not None:
        raise NoTotal(given.key, dimension.key, problem)


def _gaps(asked: _Asked) -> list[int]:
    """Return the groups in which a part is lacking, missing or a range."""
    import numpy as np

    groups, missing = asked.groups, asked.rows.missing
    lacking = groups.sizes != len(asked.dimension.categories)
    if missing is not None and len(groups):
        lacking |= groups.folded(missing.array, np.maximum) > 0
    found: list[int] = np.flatnonzero(lacking).tolist()
    if found and asked.lacking == "refuse":
        raise asked.refusal(_lack(asked, found[0], len(found)))
    return found


def _lack(asked: _Asked, at: int, count: int) -> str:
    """Say what is lacking in the first of so many groups."""
    rows = [asked.rows[row] for row in asked.groups.rows(at)]
    there = {asked.category(row) for row in rows}
    parts = [
        f"{term.key} has no row" for term in asked.dimension.categories if term.key not in there
    ]
    for row in rows:
        if isinstance(row.value, Missing):
            parts.append(f"{asked.category(row)} is {row.value.reason.value}")
        elif isinstance(row.value, Range):
            parts.append(f"{asked.category(row)} is a range")
    more = f", and {count - 1} more totals lack some" if count > 1 else ""
    return (
        f"of {asked.place(at)}, {', '.join(parts)}{more}; lacking='missing' leaves such totals "
        "out, and lacking='at least' gives what the others come to"
    )


def _qualify(asked: _Asked, sums: Sums, gaps: set[int]) -> None:
    """Set the qualifiers of the sums in which a number is not exact."""
    column = asked.rows.qualifier
    if column is None:
        return
    for at in asked.groups.holding(column.array.nonzero()[0].tolist()):
        if at not in gaps:
            codes = column.array[asked.groups.rows(at)].tolist()
            sums.qualifier[at] = _joined(asked, at, [QUALIFIERS[code] for code in codes])


def _joined(asked: _Asked, at: int, qualifiers: Iterable[Qualifier]) -> int:
    """Return the code of what qualifiers come to together: *about* absorbs all others."""
    found = list(qualifiers)
    if Qualifier.ABOUT in found:
        return QUALIFIERS.index(Qualifier.ABOUT)
    together = Qualifier.EXACT
    for qualifier in found:
        both = joined(together, qualifier)
        if both is None:
            raise asked.refusal(
                f"of {asked.place(at)}, some parts are lower bounds and some upper ones, so "
                "nothing is known of their sum; ask the publisher for the total"
            )
        together = both
    return QUALIFIERS.index(together)


def _fill(asked: _Asked, sums: Sums, at: int) -> None:
    """Set what stands for the total of a group in which a part is lacking."""
    rows = [asked.rows[row] for row in asked.groups.rows(at)]
    known = [_least(row) for row in rows if not isinstance(row.value, Missing)]
    if asked.lacking == "missing" or not known:
        sums.value[at], sums.decimals[at] = 0, 0
        sums.missing[at] = 1 + REASONS.index(_reason(rows))
        return
    for value in known:
        if value.qualifier not in _FROM_BELOW or value.magnitude < 0:
            raise asked.refusal(f"of {asked.place(at)}, {value} is no lower bound of its part")
    sums.put(at, added(value.magnitude for value in known))
    bounds = [Qualifier.AT_LEAST, *(value.qualifier for value in known)]
    sums.qualifier[at] = _joined(asked, at, bounds)


def _least(row: Observation) -> Value:
    """Return the number of a row, or the lower end of its range."""
    value = row.value.low if isinstance(row.value, Range) else row.value
    assert isinstance(value, Value)  # what is missing is left out
    return value


def _reason(rows: list[Observation]) -> MissingReason:
    """Return why there is no total: the reason of the first part that is missing."""
    reasons = (row.value.reason for row in rows if isinstance(row.value, Missing))
    return next(reasons, _NOT_STATED)


def _check_shares(asked: _Asked, sums: Sums) -> None:
    """Check that shares come to no more than all; what rounding explains is about all."""
    unsure = sums.qualifier.nonzero()[0].tolist()
    for at in (sums.value > _ALL).nonzero()[0].tolist():
        parts = [asked.rows[row] for row in asked.groups.rows(at)]
        numbers = [_least(row).magnitude for row in parts if not isinstance(row.value, Missing)]
        if Fraction(added(numbers)) - _ALL > rounding(numbers):
            raise asked.refusal(_too_much(asked, at, numbers))
        sums.put(at, Decimal(_ALL))
        sums.qualifier[at] = QUALIFIERS.index(Qualifier.ABOUT)
    for at in unsure:
        number = as_published(float(sums.value[at]), int(sums.decimals[at]))
        try:
            Value(number, asked.given.unit, QUALIFIERS[int(sums.qualifier[at])])
        except BadValue as problem:
            raise asked.refusal(f"of {asked.place(at)}, {problem}") from None


def _too_much(asked: _Asked, at: int, numbers: list[Decimal]) -> str:
    """Say what shares come to, and what that means."""
    shown = " + ".join(f"{number:f}" for number in numbers[:_SHOWN])
    more = " + …" if len(numbers) > _SHOWN else ""
    return (
        f"of {asked.place(at)}, {shown}{more} is {added(numbers):f} %, more than all; "
        "they are shares of several wholes, or they overlap"
    )


def _extras(asked: _Asked) -> list[tuple[int, Extra]]:
    """Return what the totals have beside their columns."""
    having = [row for row, _ in asked.rows.extras]
    return [(at, _extra(asked, at)) for at in asked.groups.holding(having)] if having else []


def _extra(asked: _Asked, at: int) -> Extra:
    """Return what the parts of a total agree in, and their notes."""
    beside = [asked.rows.beside(row) for row in asked.groups.rows(at)]
    for name in ("population", "question", "covers"):
        if len({getattr(extra, name) for extra in beside}) > 1:
            what = "parts of the period" if name == "covers" else f"{name}s"
            raise asked.refusal(f"of {asked.place(at)}, the parts are of different {what}")
    samples = {extra.sample for extra in beside}
    return Extra(
        notes=tuple(dict.fromkeys(mark for extra in beside for mark in extra.notes)),
        population=beside[0].population,
        question=beside[0].question,
        covers=beside[0].covers,
        sample=samples.pop() if len(samples) == 1 else Missing(_NOT_STATED),
    )


def _observations(asked: _Asked, sums: Sums, extras: list[tuple[int, Extra]]) -> Observations:
    """Return the totals as columns."""
    import numpy as np

    these, groups = asked.rows, asked.groups
    gap = sums.missing > 0
    derived = np.where(gap, PUBLISHED, _DERIVED).astype("|u1")
    status = None
    if these.status is not None:
        flags = groups.folded(these.status.array, np.bitwise_or)
        status = Column.of("<u2", np.where(gap, 0, flags).astype("<u2"))
    return Observations(
        unit=these.unit,
        area=these.area.taken(groups.first),
        period=these.period.taken(groups.first),
        breakdowns=[
            (name, axis.taken(groups.first))
            for name, axis in these.breakdowns
            if name != asked.dimension.key
        ],
        vintage=None if these.vintage is None else these.vintage.taken(groups.first),
        value=Column.of("<f8", sums.value),
        decimals=Column.of("|i1", sums.decimals),
        qualifier=Column.of("|u1", sums.qualifier),
        missing=Column.of("|u1", sums.missing),
        status=status,
        evidence=Column.of("|u1", derived),
        extras=extras,
    )


def _lineage(asked: _Asked, sums: Sums) -> Derivation | None:
    """Return what the totals were made of; of very many, the first and the last."""
    known = [at for at, gap in enumerate(sums.missing.tolist()) if not gap]
    every = len(asked.rows) <= _MOST
    told = known if every else [*known[:1], *known[1:][-1:]]
    parts = [row for at in told for row in asked.groups.rows(at)]
    inputs = [given for row in parts for given in _inputs(asked.given, asked.rows[row])]
    if not inputs:
        return None
    uncertain = any(extra.interval is not None for _, extra in asked.rows.extras)
    return Derivation(
        method=Method.AGGREGATE,
        inputs=inputs,
        digits=DIGITS if sums.rounded else None,
        dropped=Dropped.PARTS if uncertain else None,
    )


def _inputs(given: Indicator, row: Observation) -> Iterator[Input]:
    """Return a part as what went into a total: of a range its lower end, of a gap nothing."""
    if isinstance(row.value, Missing):
        return
    datum = Datum(given, row)
    yield Input(
        figure=given.key,
        value=_least(row),
        area=row.area,
        period=row.period,
        breakdowns=row.breakdowns,
        vintage=row.vintage,
        measuring=given.measuring,
        covers=row.covers,
        source=datum.source,
        lineage=datum.lineage,
    )
