"""Every field holds what its annotation says: checked when an object is made, by whatever way.

A list in place of a tuple could be changed later and cannot be hashed; a text in place of a
`Term` would be equal to nothing. Type checkers see that in code that is checked by one; this
check sees it in notebooks, readers and pickles.
"""

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, cast, final, get_args, get_origin, get_type_hints

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, shortened
from offinno.language import Text

Fits = Callable[[Any], bool]


@final
@attrs.frozen
class WrongType(OffinnoError, TypeError):
    """A field that holds something else than it may."""

    #: The class of the object.
    what: str
    #: The field.
    field: str
    #: What was given, shortened.
    seen: str
    #: What the field takes.
    wanted: str

    def __str__(self) -> str:
        """Say what was given and what is right."""
        return f"{self.what}.{self.field} takes {self.wanted}, not {self.seen}"


class Typed(Frozen):
    """Mixin of the classes of the model: their fields hold what the annotations say.

    A class with rules between its fields calls ``super().__attrs_post_init__()`` first.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """Check the type of every field."""
        for name, fits in _plan(cast("Hashable", type(self))):
            if not fits(getattr(self, name)):
                raise _refusal(self, name)


def _refusal(thing: object, name: str) -> WrongType:
    """Return what is wrong with a field."""
    wanted = get_type_hints(type(thing))[name]
    names = " or ".join(dict.fromkeys(_named(wanted)))
    return WrongType(type(thing).__name__, name, shortened(repr(getattr(thing, name))), names)


def _named(hint: Any) -> Iterator[str]:  # noqa: ANN401 - any annotation
    """Return the names of what an annotation allows."""
    origin, parts = get_origin(hint), get_args(hint)
    if hint is Text:
        yield "text, plain or by language"
    elif origin in {Union, UnionType}:
        for part in parts:
            yield from _named(part)
    elif origin is Literal:
        yield from map(repr, parts)
    elif origin is not None:
        inner = " or ".join(name for part in parts if part is not ... for name in _named(part))
        yield f"{origin.__name__} of {inner}"
    else:
        yield "None" if hint is NoneType else hint.__name__


@cache
def _plan(key: Hashable) -> tuple[tuple[str, Fits], ...]:
    """Return the fields of a class that the constructor takes, each with its check."""
    cls = cast("type[Any]", key)
    hints = get_type_hints(cls)
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return tuple((field.name, _fits(hints[field.name])) for field in fields if field.init)


def _is_whole(given: object) -> bool:
    """Allow whole numbers, which True and False are not."""
    return type(given) is int


def _is_text(given: object) -> bool:
    """Allow text; the one type of which others may derive."""
    return isinstance(given, str)


_SPECIAL: Final[dict[Any, Fits]] = {int: _is_whole, str: _is_text}


def _fits(hint: Any) -> Fits:  # noqa: ANN401 - any annotation
    """Return the check of an annotation."""
    if hint in _SPECIAL:
        return _SPECIAL[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin is None:
        return _exactly(frozenset({hint}))
    if origin is Literal:
        return lambda given: isinstance(given, str) and given in parts
    if origin in {Union, UnionType}:
        return _union(parts)
    if origin is tuple and parts[-1] is not ...:
        return _row(tuple(_fits(part) for part in parts))
    return _many(cast("type[Any]", origin), _fits(parts[0]))


def _exactly(classes: frozenset[type[Any]]) -> Fits:
    """Return the check that something is of one of these classes and of no other."""
    return lambda given: type(given) in classes


def _union(parts: tuple[Any, ...]) -> Fits:
    """Return the check of a union; plain classes are looked up together."""
    plain = frozenset(p for p in parts if get_origin(p) is None and p not in _SPECIAL)
    others = tuple(_fits(part) for part in parts if part not in plain)
    if not others:
        return _exactly(plain)
    return lambda given: type(given) in plain or any(fits(given) for fits in others)


def _row(checks: tuple[Fits, ...]) -> Fits:
    """Return the check of a tuple with a fixed number of places."""
    return lambda given: (
        type(given) is tuple
        and len(given) == len(checks)
        and all(fits(part) for fits, part in zip(checks, given, strict=True))
    )


def _many(collection: type[Any], fits: Fits) -> Fits:
    """Return the check of a tuple or set of any length."""
    return lambda given: type(given) is collection and all(map(fits, given))
