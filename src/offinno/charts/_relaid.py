"""A changed chart of ours, laid out anew for a narrower picture.

A chart that offinno made is laid out in pixels for one width. Where it stands in a chart of one's
own as it was, its layers and rows are replaced by those for less room; a mark that somebody put
beside them stays if its place is that of a number, and not of a pixel that was another row's.
"""

from collections.abc import Mapping
from typing import Any, Final, final

import attrs

from offinno.charts._nested import every, with_inner

_PLACES: Final = ("x", "y", "x2", "y2")
#: Places in pixels that are the same in every layout.
_EDGES: Final = (0, "width", "height")


class Pinned(Exception):
    """A mark stands at a pixel, and would stand at something else in another layout."""


@final
@attrs.frozen
class Layouts:
    """A chart that offinno made, in two layouts."""

    #: The layout that a chart of one's own was made of.
    old: Mapping[str, Any]
    #: The one for less room.
    new: Mapping[str, Any]

    def relaid(self, spec: dict[str, Any]) -> dict[str, Any] | None:
        """Return a specification in the new layout; None if nothing in it is ours.

        Raises:
            Pinned: If a mark beside ours has its place in pixels.
        """
        made = self._relaid(spec)
        return made if _has_layers(made, self.new) else None

    def _relaid(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return a chart, and all that it is put together from, in the new layout."""
        new = {"data": self.new["data"]} if node.get("data") == self.old["data"] else {}
        if holds_layers(node, self.old):
            return node | new | self._layers(node)
        made = with_inner(node, self._relaid) | new
        if any(_has_layers(one, self.new) for one in made.get("layer", ())):
            self._check(one for one in node["layer"] if not _has_layers(one, self.old))
        return made

    def _layers(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return our layers in the new layout, with what was layered upon them."""
        others = node["layer"][len(self.old["layer"]) :]
        self._check(others)
        first, *rest = self.new["layer"]
        named = {"name": node["layer"][0]["name"]} if "name" in node["layer"][0] else {}
        height = node.get("height")
        return {
            "layer": [first | named, *rest, *map(self._relaid, others)],
            "height": self.new["height"] if height == self.old["height"] else height,
        }

    def _check(self, marks: Any) -> None:  # noqa: ANN401 - charts as JSON
        """Refuse marks with a place in pixels."""
        if any(self._is_pinned(mark, own=False) for mark in marks):
            raise Pinned

    def _is_pinned(self, node: Mapping[str, Any], *, own: bool) -> bool:
        """Return whether a mark stands at a pixel; *own* rows have pixels of their own."""
        own = node["data"] != self.old["data"] if "data" in node else own
        mark = node["mark"] if isinstance(node.get("mark"), dict) else {}
        places = [node.get("encoding", {}).get(name) or {} for name in _PLACES]
        return (
            any(name in mark for name in _PLACES)
            or any(place.get("value", 0) not in _EDGES for place in places)
            or (own and any(place.get("scale", place) is None for place in places))
            or any(self._is_pinned(inner, own=own) for inner in node.get("layer", ()))
        )


def holds_layers(node: Mapping[str, Any], drawn: Mapping[str, Any]) -> bool:
    """Return whether a chart has the layers of *drawn*, whatever they are called."""
    layers: list[Any] = drawn["layer"]
    found = node.get("layer", [])[: len(layers)]
    return [_unnamed(layer) for layer in found] == layers


def _unnamed(layer: Mapping[str, Any]) -> dict[str, Any]:
    """Return a layer without the name that a selection knows it by."""
    return {name: part for name, part in layer.items() if name != "name"}


def _has_layers(node: Mapping[str, Any], drawn: Mapping[str, Any]) -> bool:
    """Return whether somewhere in a chart the layers of *drawn* stand."""
    return any(holds_layers(one, drawn) for one in every(node))


def has_rows(node: Mapping[str, Any], rows: list[Any]) -> bool:
    """Return whether somewhere in a specification these rows stand."""
    held = (one.get("data") for one in every(node))
    return any(isinstance(data, Mapping) and data.get("values") == rows for data in held)
