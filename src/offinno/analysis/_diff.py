"""What differs between two editions of a factsheet, or two vintages of an indicator."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, final, get_args

import attrs

from offinno.analysis._changes import Change, ChangeKind, Changes
from offinno.analysis._diff_rows import alike, other_rows, revised_rows, row_path, same_rows
from offinno.analysis._matching import (
    Pair,
    facts,
    fields_of,
    matched,
    name_of,
    pairs_by,
    terms_of,
)
from offinno.exceptions import OffinnoError
from offinno.language import Term, Text
from offinno.model import Area, Factsheet, Indicator, Observation, Observations, Reference
from offinno.units import Unit
from offinno.values import Interval, Missing, Period, Range, Value

#: What is compared as one piece, though it has fields.
_PIECES: Final = (Area, Interval, Period, Range, Reference, Term, Value, *get_args(Unit))

#: Fields that hold figures, of whatever thing.
_FIGURES: Final = frozenset({"value", "rate"})


@final
@attrs.frozen
class NotAlike(OffinnoError, TypeError):
    """Two things that are no two versions of one."""

    #: What the old one is.
    old: str
    #: What the new one is.
    new: str

    def __str__(self) -> str:
        """Name both types and what is needed."""
        return f"cannot compare {self.old} with {self.new}; give two factsheets or two indicators"


@final
@attrs.frozen(kw_only=True)
class _At:
    """A place in both versions."""

    #: Path in the old version.
    old: str
    #: Path in the new version.
    new: str
    #: Name of the field.
    name: str = ""
    #: Whether it lies in a sheet, whose sources stand once for all its indicators.
    in_sheet: bool = False

    def field(self, name: str) -> "_At":
        """Return the place of a field."""
        old, new = (f"{path}.{name}".removeprefix(".") for path in (self.old, self.new))
        return attrs.evolve(self, old=old, new=new, name=name)

    def item(self, old: str, new: str) -> "_At":
        """Return the place of an item of a sequence."""
        return attrs.evolve(self, old=f"{self.old}[{old}]", new=f"{self.new}[{new}]")

    def change(self, kind: ChangeKind, old: object, new: object) -> Change:
        """Return what differs here."""
        old_path = None if kind is ChangeKind.ADDED else self.old
        new_path = None if kind is ChangeKind.REMOVED else self.new
        return Change(kind=kind, old_path=old_path, new_path=new_path, old=old, new=new)


def diff(old: Factsheet | Indicator, new: Factsheet | Indicator) -> Changes:
    """Return what differs between two editions of a factsheet, or two vintages of an indicator.

    Things are told apart by their keys, figures by area, period, breakdowns, vintage and source,
    blocks by what they show. What is new or gone is one change, however much is in it; all else
    is found where it stands, field by field, digits as published and each language included. A
    source or a term that changes is one change, however many figures refer to it.

    Args:
        old: The version that was.
        new: The version that is.

    Raises:
        NotAlike: If they are not two factsheets or two indicators.

    >>> import attrs
    >>> from offinno.datasets import load
    >>> old = load("innovation-2019")
    >>> new = attrs.evolve(old, title={**old.title, "en": "Innovation"})
    >>> print(diff(old, new))
    title.en: reworded
    >>> len(diff(old, old))
    0
    """
    if type(old) is not type(new) or not isinstance(old, Factsheet | Indicator):
        raise NotAlike(type(old).__name__, type(new).__name__)
    at = _At(old="", new="", in_sheet=isinstance(old, Factsheet))
    return Changes((*_inside(old, new, at), *_terms(old, new)))


def _inside(old: object, new: object, at: _At) -> Iterator[Change]:
    """Return what differs between the fields of two things of one type."""
    theirs = dict(_fields(new, at))
    for name, part in _fields(old, at):
        yield from _between(part, theirs[name], at.field(name))


def _fields(thing: object, at: _At) -> Iterator[tuple[str, Any]]:
    """Return the fields of a thing; in a sheet, an indicator names its sources by key."""
    for name, part in fields_of(thing):
        by_key = name == "sources" and at.in_sheet and isinstance(thing, Indicator)
        yield name, tuple(source.key for source in part) if by_key else part


def _between(old: Any, new: Any, at: _At) -> Iterator[Change]:  # noqa: ANN401 - any field
    """Return what differs between two values of a field."""
    if old is new:
        return
    if type(old) is not type(new):
        yield from _piece(old, new, at)
    elif isinstance(old, Text):
        yield from _texts(old, new, at)
    elif isinstance(old, Observations):
        yield from _observations(old, new, at)
    elif isinstance(old, tuple) and all(attrs.has(type(item)) for item in (*old, *new)):
        yield from _sequence(old, new, at)
    elif _has_parts(old, new):
        yield from _inside(old, new, at)
    else:
        yield from _piece(old, new, at)


def _has_parts(old: object, new: object) -> bool:
    """Return whether two things of one type are compared field by field."""
    if isinstance(old, Missing) and isinstance(new, Missing):
        return old.reason is new.reason
    return attrs.has(type(old)) and not isinstance(old, _PIECES) and name_of(old) == name_of(new)


def _piece(old: object, new: object, at: _At) -> Iterator[Change]:
    """Return the change of what has no parts, if it differs."""
    if facts(old) != facts(new):
        yield at.change(_kind(old, new, at.name), old, new)


def _kind(old: object, new: object, name: str) -> ChangeKind:
    """Return in which way two pieces differ."""
    if old is None:
        return ChangeKind.ADDED
    if new is None:
        return ChangeKind.REMOVED
    return ChangeKind.REVISED if name in _FIGURES else ChangeKind.CHANGED


def _texts(old: Text, new: Text, at: _At) -> Iterator[Change]:
    """Return what differs between two texts, language by language."""
    for tag in dict.fromkeys((*old, *new)):
        before, after = old.get(tag), new.get(tag)
        if before == after:
            continue
        both = before is not None and after is not None
        kind = ChangeKind.REWORDED if both else _kind(before, after, at.name)
        yield at.field(tag).change(kind, before, after)


def _sequence(old: tuple[Any, ...], new: tuple[Any, ...], at: _At) -> Iterator[Change]:
    """Return what differs between two sequences of things."""
    pairs = matched(old, new)
    for before, after in pairs:
        place = at.item(_label(old, before), _label(new, after))
        yield from _between(old[before], new[after], place)
    olds, news = {before for before, _ in pairs}, {after for _, after in pairs}
    for before in sorted(set(range(len(old))) - olds):
        place = at.item(_label(old, before), "")
        yield place.change(ChangeKind.REMOVED, old[before], None)
    for after in sorted(set(range(len(new))) - news):
        yield at.item("", _label(new, after)).change(ChangeKind.ADDED, None, new[after])
    yield from _order(pairs, old, new, at)


def _label(things: tuple[Any, ...], at: int) -> str:
    """Return what an item is called in a path: its name, else its position."""
    return name_of(things[at]) or str(at)


def _order(
    pairs: list[Pair], old: Sequence[object], new: Sequence[object], at: _At
) -> Iterator[Change]:
    """Return the change of the order of what is in both, if it differs."""
    news = [after for _, after in pairs]
    if news == sorted(news):
        return
    before = tuple(_called(old[place]) for place, _ in pairs)
    after = tuple(_called(new[place]) for place in sorted(news))
    yield at.change(ChangeKind.REORDERED, before, after)


def _called(thing: object) -> object:
    """Return what a thing is called where order is spoken of: its name, else itself."""
    return row_path("", thing) if isinstance(thing, Observation) else name_of(thing) or thing


def _observations(old: Observations, new: Observations, at: _At) -> Iterator[Change]:
    """Return what differs between the figures; those that are equal as columns cost little."""
    rows = revised_rows(old, new)
    if rows is not None:
        for one, other in zip(old.rows(rows), new.rows(rows), strict=True):
            yield from _rows(one, other, at)
        return
    before, after = tuple(old), tuple(new)
    pairs = same_rows(before, after)
    for mine, theirs in pairs:
        yield from _rows(before[mine], after[theirs], at)
    yield from other_rows(before, after, pairs, at.new)
    yield from _order(pairs, before, after, at)


def _rows(old: Observation, new: Observation, at: _At) -> Iterator[Change]:
    """Return what differs between two rows; their unit is the indicator's."""
    theirs = dict(fields_of(new))
    parts = [(name, part) for name, part in fields_of(old) if not alike(part, theirs[name])]
    if not parts:
        return
    place = attrs.evolve(at, old=row_path(at.old, old), new=row_path(at.new, new))
    for name, part in parts:
        yield from _between(part, theirs[name], place.field(name))


def _terms(old: object, new: object) -> Iterator[Change]:
    """Return what differs between terms of one key, wherever they stand."""
    before, after = (_variants(thing) for thing in (old, new))
    for one, other in pairs_by(before, after, _wording, name_of):
        place = _At(old=f"terms[{before[one].key}]", new=f"terms[{after[other].key}]")
        yield from _inside(before[one], after[other], place)


def _variants(thing: object) -> tuple[Term, ...]:
    """Return the terms in a thing, those of one key and one wording once."""
    return tuple({_wording(term): term for term in terms_of(thing)}.values())


def _wording(term: Term) -> tuple[Any, ...]:
    """Return all that a term says."""
    return tuple(fields_of(term))
