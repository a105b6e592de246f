"""TopoJSON as plain polygons: shared borders, kept once as arcs, put back into each outline."""

from itertools import accumulate
from typing import Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._maps._errors import BadGeography

#: The polygons of a geometry: rings of positions, as GeoJSON has them.
Polygons = list[list[list[Any]]]

_KINDS: Final = ("Polygon", "MultiPolygon")
_PAIR: Final = 2


@final
@attrs.frozen(eq=False)
class Topology(Frozen):
    """The arcs of a TopoJSON file and what its numbers stand for."""

    #: The arcs, each a list of positions in degrees.
    arcs: list[list[tuple[float, float]]]

    def ring(self, indexes: Any, place: str) -> list[Any]:  # noqa: ANN401 - JSON
        """Return the outline that arcs make, each but the first without its first position."""
        found: list[Any] = []
        for index in _list(indexes, place):
            arc = self._arc(index, place)
            found += arc[1:] if found else arc
        return found

    def _arc(self, index: Any, place: str) -> list[tuple[float, float]]:  # noqa: ANN401 - JSON
        """Return one arc; a negative index means backwards."""
        if type(index) is not int or not -len(self.arcs) <= index < len(self.arcs):
            remedy = f"name one of the {len(self.arcs)} arcs"
            raise BadGeography(place, f"there is no arc {index!r}", remedy)
        return self.arcs[index] if index >= 0 else self.arcs[~index][::-1]

    def polygons(self, geometry: dict[str, Any], place: str) -> Polygons:
        """Return a geometry of arcs as polygons of positions."""
        arcs = _list(geometry.get("arcs"), f"{place}.arcs")
        parts = [arcs] if geometry.get("type") == "Polygon" else arcs
        return [
            [self.ring(ring, f"{place}.arcs") for ring in _list(part, f"{place}.arcs")]
            for part in parts
        ]


def topology(document: dict[str, Any]) -> Topology:
    """Return the arcs of a TopoJSON document in degrees.

    Raises:
        BadGeography: If they are no arcs.
    """
    scale, translate = (1.0, 1.0), (0.0, 0.0)
    quantised = document.get("transform")
    if quantised is not None:
        if not isinstance(quantised, dict):
            raise BadGeography("transform", "it is no mapping", "give scale and translate")
        scale = _pair(quantised.get("scale"), "transform.scale")
        translate = _pair(quantised.get("translate"), "transform.translate")
    arcs = [
        [_pair(position, f"arcs[{at}]") for position in _list(arc, f"arcs[{at}]")]
        for at, arc in enumerate(_list(document.get("arcs"), "arcs"))
    ]
    if quantised is None:
        return Topology(arcs)
    return Topology([_unquantised(arc, scale, translate) for arc in arcs])


def _unquantised(
    arc: list[tuple[float, float]], scale: tuple[float, float], translate: tuple[float, float]
) -> list[tuple[float, float]]:
    """Return an arc in degrees of which each position is a step from the one before."""
    along = (
        [step * one + first for step in accumulate(steps)]
        for steps, one, first in zip(zip(*arc, strict=True), scale, translate, strict=True)
    )
    return list(zip(*along, strict=True))


def objects(document: dict[str, Any], layer: str | None) -> tuple[str, list[dict[str, Any]]]:
    """Return the place and the geometries of one object of a TopoJSON document.

    Raises:
        BadGeography: If there is no such object, several to choose from, or no geometries in it.
    """
    found = document.get("objects")
    names = list(found) if isinstance(found, dict) else []
    name = names[0] if layer is None and len(names) == 1 else layer
    if not isinstance(found, dict) or name not in found:
        seen = "there are several objects" if layer is None else f"there is no object {layer!r}"
        remedy = f"choose with layer=… among {', '.join(map(repr, names)) or 'none'}"
        raise BadGeography("objects", seen, remedy)
    place = f"objects.{name}"
    whole = found[name]
    if not isinstance(whole, dict) or whole.get("type") != "GeometryCollection":
        raise BadGeography(place, "it is no collection of geometries", "give one for each region")
    return f"{place}.geometries", _list(whole.get("geometries"), f"{place}.geometries")


def _list(given: Any, place: str) -> list[Any]:  # noqa: ANN401 - JSON
    """Return a list."""
    if not isinstance(given, list):
        raise BadGeography(place, "a list is missing", "give a whole TopoJSON file")
    return given


def _pair(given: Any, place: str) -> tuple[float, float]:  # noqa: ANN401 - JSON
    """Return two numbers, the first of a list."""
    numbers = given[:_PAIR] if isinstance(given, list) else []
    if len(numbers) < _PAIR or not all(type(n) in {int, float} for n in numbers):
        raise BadGeography(place, "two numbers are missing", "give longitude and latitude")
    return numbers[0], numbers[1]
