"""A geography of the user's: GeoJSON or TopoJSON in, checked regions out, none lost.

A drawing engine clips an outline that runs the wrong way round to all of the globe but the
region, fills what is not closed, and leaves out what has no code, without a word. So here every
outline is checked, and turned to run the way that the engine wants it. Shapes are taken as they
are: how much a geography is simplified is the user's to choose.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import isfinite
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._errors import NotSuitable
from offinno.charts._maps._errors import BadGeography, NoFolder, NotDegrees, OpenRing
from offinno.charts._maps._topology import Polygons, objects, topology
from offinno.charts._suitable import kind_of
from offinno.exceptions import shortened
from offinno.io import read_whole

#: A geography as a parsed document, or the path of its file.
GeographyLike: TypeAlias = Mapping[str, Any] | str | PathLike[str]

#: A position in degrees: longitude, latitude.
Position: TypeAlias = tuple[float, float]
#: An outline that ends where it begins.
Ring: TypeAlias = tuple[Position, ...]

#: How large a file may be, in bytes, and how many positions a geography may have.
_LARGEST: Final = 32 << 20
_MOST_POSITIONS: Final = 200_000
_MOST_REGIONS: Final = 5_000
_LEAST_CORNERS: Final = 4
_EAST, _NORTH, _HALF_ROUND = 180, 90, 180
#: What older files call the coordinates that all have today.
_DEGREES: Final = ("CRS84", "4326", "WGS84", "WGS 84")
_SIMPLIFY: Final = "simplify it first, for a picture shows far less"


@final
@attrs.frozen(kw_only=True)
class Shape(Frozen):
    """One region of a geography."""

    #: Where it stands there.
    place: str
    #: Its code as it stands there.
    code: str
    #: Its polygons: the outer ring clockwise on the map, then holes the other way round.
    polygons: tuple[tuple[Ring, ...], ...]


def check_geography(part: str, given: object) -> None:
    """Refuse what is neither a document nor a path.

    Raises:
        NotSuitable: If it is something else.
    """
    if not isinstance(given, Mapping | str | PathLike):
        remedy = "give GeoJSON or TopoJSON as a dictionary, or the path of its file"
        raise NotSuitable(part, "a geography", kind_of(given), remedy)


def shapes_of(geography: GeographyLike, *, code: str, layer: str | None) -> tuple[Shape, ...]:
    """Return the regions of a geography.

    Args:
        geography: A document of GeoJSON or TopoJSON, or the path of a file.
        code: The property that holds the code of a region; ``id`` where it stands beside them.
        layer: The name of an object in TopoJSON; None where there is one only.

    Raises:
        BadGeography: If it is none, too large, has no such layer, or a region has no outline or
            no code.
        NotDegrees: If coordinates are no degrees.
        OpenRing: If an outline is not closed.
        CannotRead: If the file cannot be read.
    """
    document = geography if isinstance(geography, Mapping) else _read(fspath(geography))
    _check_crs(document)
    features = list(_features(dict(document), layer))
    if not features:
        raise BadGeography("features", "there are no regions", "give one at least")
    if len(features) > _MOST_REGIONS:
        problem = f"there are {len(features)} regions"
        raise BadGeography("features", problem, f"give {_MOST_REGIONS} at the most")
    _check_size(features)
    return tuple(
        Shape(place=place, code=_code(feature, code, place), polygons=_outlines(polygons, place))
        for place, feature, polygons in features
    )


def file_beside(name: str, folder: str | PathLike[str] | None) -> Path:
    """Return the path of a file that stands in a folder, or in one within it.

    Raises:
        NoFolder: If there is no folder.
        BadGeography: If links lead out of it.
    """
    if folder is None:
        raise NoFolder(name)
    path = Path(folder, name).resolve()
    if not path.is_relative_to(Path(folder).resolve()):
        raise BadGeography(name, "it lies outside the folder of the sheet", "copy it there")
    return path


def _read(path: str) -> Mapping[str, Any]:
    """Return the document in a file."""
    data = read_whole(path, limit=_LARGEST)
    try:
        found = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_mapping, parse_constant=_constant
        )
    except (ValueError, RecursionError) as problem:
        if isinstance(problem, BadGeography):
            raise
        seen = f"it is not JSON in UTF-8 ({shortened(str(problem))})"
        raise BadGeography(path, seen, "give GeoJSON or TopoJSON") from None
    if not isinstance(found, dict):
        raise BadGeography(path, "it holds no mapping", "give GeoJSON or TopoJSON")
    return found


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a mapping in which no key comes twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadGeography("a mapping", f"{shortened(twice)!r} comes twice", "leave one out")
    return made


def _constant(name: str) -> NoReturn:
    """Refuse what is no number."""
    raise BadGeography("a number", f"{name} is none", "give finite numbers")


def _check_crs(document: Mapping[str, Any]) -> None:
    """Refuse a geography that says that it is in other coordinates than degrees."""
    named = document.get("crs")
    if named is not None and not any(name in str(named) for name in _DEGREES):
        problem = f"its coordinates are those of {shortened(str(named))}"
        raise BadGeography("crs", problem, "convert the file to WGS 84 (EPSG:4326)")


def _features(
    document: dict[str, Any], layer: str | None
) -> Iterator[tuple[str, dict[str, Any], Polygons]]:
    """Return the regions: where each stands, what is said of it, and its polygons."""
    match document.get("type"):
        case "FeatureCollection":
            if layer is not None:
                seen = f"{shortened(layer)!r} would be an object of TopoJSON, and this is GeoJSON"
                raise BadGeography("layer", seen, "leave it out")
            yield from _geojson(document)
        case "Topology":
            arcs = topology(document)
            start, geometries = objects(document, layer)
            for at, geometry in enumerate(geometries):
                place = f"{start}[{at}]"
                outlined = _outlined(geometry, place, "arcs")
                yield place, outlined, arcs.polygons(outlined, place)
        case other:
            problem = f"its type is {shortened(repr(other))}"
            raise BadGeography("type", problem, "give a FeatureCollection or a Topology")


def _geojson(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], Polygons]]:
    """Return the features of GeoJSON."""
    features = document.get("features")
    if not isinstance(features, list):
        raise BadGeography("features", "a list is missing", "give a whole GeoJSON file")
    for at, feature in enumerate(features):
        place = f"features[{at}]"
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        checked = _outlined(geometry, f"{place}.geometry", "coordinates")
        found = checked["coordinates"]
        yield place, feature, [found] if checked["type"] == "Polygon" else found


def _outlined(geometry: Any, place: str, member: str) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return a geometry with an outline in *member*."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        seen = "there is no outline" if kind is None else f"{shortened(str(kind))} is no outline"
        raise BadGeography(place, seen, "give each region a Polygon or MultiPolygon")
    found: dict[str, Any] = geometry
    if member not in found:
        raise BadGeography(place, "there is no outline", f"give its {member}")
    return found


def _check_size(features: list[tuple[str, dict[str, Any], Polygons]]) -> None:
    """Refuse more positions than a picture can show."""
    count = 0
    for place, _, polygons in features:
        for polygon in _parts(polygons, place):
            count += sum(len(_parts(ring, place)) for ring in _parts(polygon, place))
    if count > _MOST_POSITIONS:
        problem = f"there are {count} positions, more than {_MOST_POSITIONS}"
        raise BadGeography("features", problem, _SIMPLIFY)


def _parts(given: Any, place: str) -> list[Any]:  # noqa: ANN401 - JSON
    """Return the parts of coordinates, of which there must be some."""
    if not isinstance(given, list | tuple) or not given:
        raise BadGeography(place, "coordinates are missing", "give whole outlines")
    return list(given)


def _code(feature: dict[str, Any], name: str, place: str) -> str:
    """Return the code of a region as it stands there."""
    properties = feature.get("properties")
    known = properties if isinstance(properties, dict) else {}
    found = known.get(name, feature.get("id") if name == "id" else None)
    if type(found) not in {str, int} or found == "":
        remedy = f"name the property with the codes, code=…, among {sorted(map(str, known))}"
        raise BadGeography(place, f"there is no code in {shortened(name)!r}", remedy)
    return str(found)


def _outlines(polygons: Polygons, place: str) -> tuple[tuple[Ring, ...], ...]:
    """Return checked polygons that run the right way round."""
    return tuple(
        tuple(_turned(_ring(ring, place), hole=at > 0) for at, ring in enumerate(polygon))
        for polygon in polygons
    )


def _ring(positions: list[Any], place: str) -> Ring:
    """Return a checked outline."""
    ring = tuple(_position(position, place) for position in positions)
    if len(ring) < _LEAST_CORNERS or ring[0] != ring[-1]:
        raise OpenRing(place, len(ring))
    if any(abs(one[0] - other[0]) > _HALF_ROUND for one, other in pairwise(ring)):
        remedy = "cut it there into two polygons, as RFC 7946 asks for"
        raise BadGeography(place, "an outline crosses the meridian of 180 degrees", remedy)
    if not area_of(ring):
        raise BadGeography(place, "an outline encloses nothing", "simplify less, or leave it out")
    return ring


def _position(given: Any, place: str) -> Position:  # noqa: ANN401 - JSON
    """Return a checked position; a height is left out."""
    numbers = given[:2] if isinstance(given, list | tuple) else ()
    if len(numbers) < 2 or not all(type(n) in {int, float} for n in numbers):  # noqa: PLR2004
        raise BadGeography(place, f"{shortened(repr(given))} is no position", "give two numbers")
    x, y = numbers
    if not (isfinite(x) and isfinite(y) and abs(x) <= _EAST and abs(y) <= _NORTH):
        raise NotDegrees(place, x, y)
    return float(x), float(y)


def area_of(ring: Sequence[Position]) -> float:
    """Return the area within an outline, below zero if it runs clockwise and north is more."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)) / 2


def _turned(ring: Ring, *, hole: bool) -> Ring:
    """Return an outline the way the drawing engine wants it: outer ones clockwise."""
    clockwise = area_of(ring) < 0
    return ring[::-1] if clockwise is hole else ring
