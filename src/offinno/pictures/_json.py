"""What every specification must be before anything in it is understood: bounded, plain JSON.

The walk is a loop and not a recursion, and a path is only spelled out when something is wrong,
because a specification holds every row of its chart.
"""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, Final, TypeAlias, cast

from offinno.pictures._errors import SpecRefused
from offinno.pictures._text import unsafe_character

#: A place: the container's place, and the key or index in it; None at the root.
Place: TypeAlias = "tuple[Place, str | int] | None"

#: How many values a specification may hold.
MOST_VALUES: Final = 1_000_000

#: How deep it may be nested.
DEEPEST: Final = 64

#: How many characters a text in it may have.
LONGEST: Final = 50_000

#: The largest whole number that JavaScript can tell from its neighbours.
LARGEST: Final = 2**53 - 1


def json_path(place: Place) -> str:
    """Return *place* as a JSON path.

    >>> json_path((((None, "layer"), 0), "my key"))
    "$.layer[0]['my key']"
    """
    if place is None:
        return "$"
    above, key = place
    if isinstance(key, int):
        return f"{json_path(above)}[{key}]"
    return f"{json_path(above)}{'.' + key if key.isidentifier() else f'[{key!r}]'}"


def check_json(spec: Mapping[str, object]) -> None:
    """Refuse what is not bounded, plain JSON with text that can be shown.

    Raises:
        SpecRefused: At the first value that is not.
    """
    budget = MOST_VALUES
    pending: list[tuple[Any, Place, int]] = [(spec, None, 1)]
    while pending:
        node, place, depth = pending.pop()
        budget -= len(node)
        if budget < 0:
            raise SpecRefused(json_path(place), f"more than {MOST_VALUES} values", "draw fewer")
        if depth > DEEPEST:
            raise SpecRefused(json_path(place), f"over {DEEPEST} levels", "nest it less deeply")
        for key, value in _items(node, place):
            if isinstance(value, dict | list):
                pending.append((value, (place, key), depth + 1))
            elif fault := _fault(value):
                raise SpecRefused(json_path((place, key)), *fault)


def _items(node: Mapping[str, object] | list[object], place: Place) -> Iterable[tuple[Any, Any]]:
    if isinstance(node, list):
        return enumerate(node)
    for key in node:
        if not isinstance(key, str):
            raise SpecRefused(json_path(place), f"the key {key!r}", "name it by a text")
        if fault := _text_fault(key):
            raise SpecRefused(json_path(place), *fault)
    return node.items()


def _fault(value: object) -> tuple[str, str] | None:
    """Return what is wrong with a value that holds no others, and the remedy; or None."""
    kind = type(value)
    if kind is str:
        return _text_fault(cast("str", value))
    if value is None or kind is bool:
        return None
    if kind is float or kind is int:
        return _number_fault(cast("float", value))
    return f"{kind.__name__} {value!r}", "use texts, numbers, true, false, null, lists and dicts"


def _text_fault(text: str) -> tuple[str, str] | None:
    if len(text) > LONGEST:
        return f"a text of {len(text)} characters", "shorten it"
    if unsafe := unsafe_character(text):
        return f"{unsafe} in {text!a}", "write the text without it"
    return None


def _number_fault(number: float) -> tuple[str, str] | None:
    if isinstance(number, int):
        exact = -LARGEST <= number <= LARGEST
        return None if exact else ("a whole number beyond 2^53", "write it as text")
    return None if isfinite(number) else (f"the number {number}", "leave it out")
