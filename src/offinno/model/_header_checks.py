"""What is wrong with the header of an indicator, in words."""

from collections.abc import Iterator
from typing import Any

from offinno.exceptions import nearest
from offinno.model._axis import Axis
from offinno.model._checks import Finding


def twice(field: str, part: str, what: str, keys: list[str]) -> Iterator[Finding]:
    """Return the keys of a field that stood before."""
    for at, key in enumerate(keys):
        if key in keys[:at]:
            yield (field, at, part), f"{what} stands twice: {key}"


def rows_with(axis: Axis, categories: set[Any]) -> Iterator[tuple[int, Any]]:
    """Return the rows that have one of these categories, each with the one it has."""
    for row, category in enumerate(axis.cells() if categories else ()):
        if category in categories:
            yield row, category


def no_source(name: str, known: tuple[str, ...]) -> str:
    """Say that no source has this key."""
    return f"no source is called {name!r}; {near(name, known)}"


def near(name: str, names: tuple[str, ...]) -> str:
    """Say which names come near."""
    close = nearest(name, names)
    if close:
        return f"did you mean {' or '.join(map(repr, close))}?"
    return f"known: {', '.join(sorted(names)) or 'none'}"
