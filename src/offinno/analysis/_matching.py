"""Which thing of an old version is which of a new one."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import attrs

from offinno.language import Term, Text
from offinno.model import Amount, Input, Observations, Reference, Round

#: Positions of one thing in the old and in the new sequence.
Pair = tuple[int, int]

#: By what things without a key are told apart, beside their type.
_TOLD_BY: Final[Mapping[type, tuple[str, ...]]] = MappingProxyType(
    {
        Amount: ("kind", "part"),
        Input: ("figure", "area", "period", "breakdowns", "vintage"),
        Round: ("period",),
    }
)


def name_of(thing: object) -> str | None:
    """Return the key or mark of a thing, if it has one."""
    name = getattr(thing, "key", None) or getattr(thing, "mark", None)
    return name if isinstance(name, str) else None


def matched(old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """Return which thing of *old* is which of *new*, in the order of *old*.

    Things with names are told apart by name. Of the others those that are equal belong together,
    then those of one sort, the first with the first. Old and new are treated alike.
    """
    if all(name_of(thing) is not None for thing in (*old, *new)):
        return pairs_by(old, new, name_of)
    return pairs_by(old, new, _itself, _sort)


def pairs_by(
    old: Sequence[Any], new: Sequence[Any], *identities: Callable[[Any], Hashable]
) -> list[Pair]:
    """Return pairs of equal identity, by the first identity before the next."""
    found: list[Pair] = []
    for identity in identities:
        olds = {at for at, _ in found}
        news = {at for _, at in found}
        left = _numbered(old, olds, identity)
        right = _numbered(new, news, identity)
        found += [(at, right[key]) for key, at in left.items() if key in right]
    return sorted(found)


def _numbered(
    things: Sequence[Any], done: set[int], identity: Callable[[Any], Hashable]
) -> dict[Hashable, int]:
    """Return the positions of things not done, by identity and by how often it stood before."""
    seen: dict[Hashable, int] = {}
    numbered: dict[Hashable, int] = {}
    for at, thing in enumerate(things):
        if at not in done:
            key = identity(thing)
            seen[key] = seen.get(key, 0) + 1
            numbered[key, seen[key]] = at
    return numbered


def _itself(thing: Hashable) -> Hashable:
    """Return a thing as its own identity."""
    return thing


def _sort(thing: object) -> Hashable:
    """Return what sort of thing it is: its type, and what it is about."""
    figure = getattr(thing, "figure", None)
    about = figure.key if isinstance(figure, Reference) else None
    told_by = _TOLD_BY.get(type(thing), ())
    return type(thing), about, *(facts(getattr(thing, name)) for name in told_by)


def facts(thing: Any, *, with_unit: bool = True) -> Any:  # noqa: ANN401 - any field
    """Return all that a thing states, to compare digit by digit; a term is its key.

    `==` goes by meaning: 48.3 is 48.30, and a question in other words is the same question.
    """
    match thing:
        case Term():
            return thing.key
        case tuple():
            return tuple(facts(part, with_unit=with_unit) for part in thing)
        case frozenset():
            return frozenset(facts(part, with_unit=with_unit) for part in thing)
        case _ if attrs.has(type(thing)):
            named = dict(fields_of(thing))
            if not with_unit:
                named.pop("unit", None)
            return type(thing), *(facts(part, with_unit=with_unit) for part in named.values())
        case _ if hasattr(thing, "as_tuple"):  # a decimal with its digits as published
            return thing.as_tuple()
        case _:
            return thing


def fields_of(thing: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any class of the model
    """Return the fields that a thing was made of, with their names."""
    every: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(thing))
    return ((field.name, getattr(thing, field.name)) for field in every if field.init)


def terms_of(thing: object) -> Iterator[Term]:
    """Return the terms in a thing, wherever they stand."""
    match thing:
        case Term():
            yield thing
        case Observations():
            yield from terms_of(thing.unit)
            yield from terms_of(thing.extras)
        case tuple():
            yield from _terms_in(thing)
        case frozenset():
            yield from _terms_in(sorted(thing, key=str))
        case _ if attrs.has(type(thing)) and not isinstance(thing, Text):
            yield from _terms_in(part for _, part in fields_of(thing))
        case _:
            return


def _terms_in(things: Iterable[object]) -> Iterator[Term]:
    """Return the terms in several things."""
    for thing in things:
        yield from terms_of(thing)
