"""Charts that are put together from others, as Vega-Lite nests them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

#: The names under which a chart holds others beside or upon one another.
LISTS: Final = ("layer", "hconcat", "vconcat", "concat")
#: The name under which it holds the one that it repeats.
REPEATED: Final = "spec"


def inner(node: Mapping[str, Any], *, repeated: bool = True) -> Iterator[Mapping[str, Any]]:
    """Return the charts that a chart is put together from.

    Args:
        node: The chart.
        repeated: Whether one that is repeated counts, too.
    """
    for name in LISTS:
        yield from node.get(name, ())
    if repeated and REPEATED in node:
        yield node[REPEATED]


def every(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Return a chart and all that it is put together from.

    >>> bar, line = {"mark": "bar"}, {"mark": "line"}
    >>> [one.get("mark") for one in every({"hconcat": [bar, {"spec": line}]})]
    [None, 'bar', None, 'line']
    """
    yield node
    for one in inner(node):
        yield from every(one)


def with_inner(
    node: Mapping[str, Any], change: Callable[[dict[str, Any]], dict[str, Any]]
) -> dict[str, Any]:
    """Return a chart in which each that it is put together from has been changed.

    >>> with_inner({"layer": [{"mark": "bar"}], "width": 9}, lambda one: {"name": "a", **one})
    {'layer': [{'name': 'a', 'mark': 'bar'}], 'width': 9}
    """
    made = dict(node)
    for name in LISTS:
        if name in node:
            made[name] = [change(one) for one in node[name]]
    if REPEATED in node:
        made[REPEATED] = change(node[REPEATED])
    return made
