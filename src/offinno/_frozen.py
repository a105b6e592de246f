"""What every value object of the library shares: it is rebuilt, never restored.

attrs freezes a class, but unpickling and copying set the fields directly and so pass by
converters, validators and the rules between fields. Here they go through the constructor.
"""

from collections.abc import Iterable
from typing import Any, cast

import attrs


class Frozen:
    """Mixin of the attrs classes of offinno; has no fields and no state."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to build an equal object: the class and what its constructor takes."""
        cls: type[Any] = type(self)
        fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
        state = {field.alias: getattr(self, field.name) for field in fields if field.init}
        return _rebuild, (cls, state)


def _rebuild(cls: type[Any], state: dict[str, Any]) -> Any:  # noqa: ANN401
    """Call the constructor of *cls*; a module-level function, so that pickle finds it."""
    return cls(**state)


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Return *items* as a tuple: what frozen fields hold, and lists may be given for."""
    return tuple(items)


def as_set(items: Iterable[Any]) -> frozenset[Any]:
    """Return *items* as a set that cannot change.

    One text, which Python would read as a set of letters, and what is no collection stay as they
    are, to be refused by the field that they were given to.
    """
    if isinstance(items, str) or not isinstance(items, Iterable):
        return cast("frozenset[Any]", items)
    return frozenset(items)
