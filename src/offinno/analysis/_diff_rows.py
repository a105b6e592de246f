"""What differs between the figures of two versions of an indicator."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final

from offinno.analysis._changes import Change, ChangeKind
from offinno.analysis._matching import Pair, facts, pairs_by
from offinno.model import Observation, Observations
from offinno.model._differing import differing_rows
from offinno.values import Period, Range, UnknownOrder, Value

#: What tells rows apart, from all of it to the series alone.
_Identity = Callable[[Observation], Hashable]


def _row(row: Observation) -> Hashable:
    """Return what tells a row from all others."""
    return _figure(row), row.vintage, row.source


def _from_source(row: Observation) -> Hashable:
    """Return what the vintages of one figure from one source share."""
    return _figure(row), row.source


def _figure(row: Observation) -> Hashable:
    """Return what the vintages and sources of one figure share."""
    return _series(row), row.period.text


def _series(row: Observation) -> Hashable:
    """Return what the periods of one series share."""
    return row.area.code, row.breakdowns


#: Classes whose equality goes by all that they state.
_EXACT: Final = frozenset({str, tuple, frozenset, Period})


def revised_rows(old: Observations, new: Observations) -> list[int] | None:
    """Return the rows that may differ, where both have the same rows in one order; else None.

    Found on the columns, so that a million figures of which few are revised cost little.
    """
    if facts(_told_apart(old)) != facts(_told_apart(new)):
        return None
    return differing_rows(old, new)


def _told_apart(these: Observations) -> tuple[object, ...]:
    """Return all by which rows are told apart."""
    return these.area, these.period, these.breakdowns, these.vintage, these.source


def alike(one: object, other: object) -> bool:
    """Return whether two facts of a row are the same to the digit; their unit does not count."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if type(one) in _EXACT:
        return one == other
    if isinstance(one, Value) and isinstance(other, Value):
        return _digits(one) == _digits(other)
    with_unit = not isinstance(one, Range)
    return bool(facts(one, with_unit=with_unit) == facts(other, with_unit=with_unit))


def _digits(value: Value) -> Hashable:
    """Return all that a value states but its unit."""
    return value.magnitude.as_tuple(), value.qualifier, facts(value.interval), facts(value.counted)


_SAME_PERIOD: Final[tuple[_Identity, ...]] = (_from_source, _figure)


def same_rows(old: Sequence[Observation], new: Sequence[Observation]) -> list[Pair]:
    """Return which figure is which, where both are for the same period.

    A figure in a new vintage or from another source is the same one if it has taken the place of
    the only other one.
    """
    found = pairs_by(old, new, _row)
    for identity in _SAME_PERIOD:
        found += _replaced(old, new, found, identity)
    return sorted(found)


def _replaced(
    old: Sequence[Observation], new: Sequence[Observation], done: list[Pair], same: _Identity
) -> list[Pair]:
    """Return the pairs of rows that are alone of their kind in the old and in the new version."""
    kept = {same(old[at]) for at, _ in done} | {same(new[at]) for _, at in done}
    before, after = _alone(old, same), _alone(new, same)
    return [(at, after[key]) for key, at in before.items() if key in after and key not in kept]


def _alone(rows: Sequence[Observation], same: _Identity) -> dict[Hashable, int]:
    """Return the positions of rows that share what *same* gives with no other."""
    places: dict[Hashable, list[int]] = {}
    for at, row in enumerate(rows):
        places.setdefault(same(row), []).append(at)
    return {key: at[0] for key, at in places.items() if len(at) == 1}


def other_rows(
    old: Sequence[Observation], new: Sequence[Observation], done: list[Pair], path: str
) -> Iterator[Change]:
    """Return the changes of rows that are not in both versions."""
    moved = _replaced(old, new, done, _series)
    olds, news = ({at for at, _ in (*done, *moved)}, {at for _, at in (*done, *moved)})
    for before, after in moved:
        yield _change(ChangeKind.UPDATED, old[before], new[after], path)
    for at, row in enumerate(old):
        if at not in olds:
            yield _change(ChangeKind.REMOVED, row, None, path)
    fresh = [row for at, row in enumerate(new) if at not in news]
    yield from _fresh(old, fresh, path)


def _change(
    kind: ChangeKind, old: Observation | None, new: Observation | None, path: str
) -> Change:
    """Return the change of a whole row."""
    return Change(kind=kind, old_path=_at(path, old), new_path=_at(path, new), old=old, new=new)


def _at(path: str, row: Observation | None) -> str | None:
    """Return the place of a row, if there is one."""
    return None if row is None else row_path(path, row)


def row_path(path: str, row: Observation) -> str:
    """Return the place of a row: selectors, as in a reference."""
    named = [("area", row.area.code), ("period", row.period.text), *row.breakdowns]
    named += [] if row.vintage is None else [("vintage", row.vintage.text)]
    named += [] if row.source is None else [("source", row.source)]
    return f"{path}[{', '.join(f'{name}={value}' for name, value in named)}]"


def _fresh(old: Sequence[Observation], rows: list[Observation], path: str) -> Iterator[Change]:
    """Return the changes of rows that the old version lacks, with what each one follows."""
    vintages, figures, series = (_groups(old, same) for same in (_from_source, _figure, _series))
    for row in rows:
        kind, last = ChangeKind.ADDED, None
        if before := vintages.get(_from_source(row)):
            kind, last = ChangeKind.REVISED, _latest(before, "vintage")
        elif _figure(row) not in figures and (before := series.get(_series(row))):
            kind, last = ChangeKind.UPDATED, _latest(before, "period")
        yield Change(kind=kind, old_path=None, new_path=row_path(path, row), old=last, new=row)


def _groups(rows: Sequence[Observation], same: _Identity) -> dict[Hashable, list[Observation]]:
    """Return the rows by what they share."""
    groups: dict[Hashable, list[Observation]] = {}
    for row in rows:
        groups.setdefault(same(row), []).append(row)
    return groups


def _latest(rows: list[Observation], name: str) -> Observation:
    """Return the row of the latest time; the last one where times have no known order."""
    dated = [row for row in rows if getattr(row, name) is not None] or rows[-1:]
    try:
        return max(dated, key=lambda row: getattr(row, name)) if len(dated) > 1 else dated[0]
    except UnknownOrder:
        return dated[-1]
