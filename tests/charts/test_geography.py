"""Geographies: read strictly, turned the right way, and refused with the remedy."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offinno.charts import BadGeography, NoFolder, NotDegrees, OpenRing
from offinno.charts._maps import _geography
from offinno.charts._maps._geography import area_of, file_beside, shapes_of
from offinno.io import CannotRead

Regions = Callable[..., dict[str, Any]]
SQUARE = [[0, 60], [0, 63], [3, 63], [3, 60], [0, 60]]


def geojson(*geometries: Any, **properties: Any) -> dict[str, Any]:
    """Return geometries as GeoJSON, each with the same properties and a code."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"code": f"c{at}", **properties},
                "geometry": geometry,
            }
            for at, geometry in enumerate(geometries)
        ],
    }


def polygon(*rings: Any) -> dict[str, Any]:
    """Return rings as a polygon."""
    return {"type": "Polygon", "coordinates": list(rings)}


def topojson() -> dict[str, Any]:
    """Return two squares with a border in common, in quantised TopoJSON."""
    return {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.25], "translate": [10, 60]},
        "arcs": [
            [[2, 0], [0, 4]],
            [[2, 4], [-2, 0], [0, -4], [2, 0]],
            [[2, 0], [2, 0], [0, 4], [-2, 0]],
        ],
        "objects": {
            "counties": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"code": "west"}},
                    {
                        "type": "MultiPolygon",
                        "arcs": [[[2, -1]]],
                        "properties": {"code": "east"},
                    },
                ],
            }
        },
    }


def read(document: Any, **options: Any) -> Any:
    """Return the regions of a document, by the property ``code`` unless it is said otherwise."""
    return shapes_of(document, **({"code": "code", "layer": None} | options))


def test_regions_are_read() -> None:
    """With their codes and places; a number is a code too, and a height is left out."""
    high = [[x, y, 100] for x, y in SQUARE]
    one, other = read(geojson(polygon(SQUARE), polygon(high), code=3))

    assert ("3", "features[0]", "features[1]") == (one.code, one.place, other.place)
    assert one.polygons == other.polygons
    assert ((0.0, 60.0), (0.0, 63.0)) == one.polygons[0][0][:2]


@pytest.mark.parametrize("ring", [SQUARE, SQUARE[::-1]])
def test_outlines_are_turned(ring: Any) -> None:
    """Outer ones clockwise, holes the other way, however they come."""
    hole = [[1, 61], [2, 61], [2, 62], [1, 62], [1, 61]]
    for inner in (hole, hole[::-1]):
        ((outline, within),) = read(geojson(polygon(ring, inner)))[0].polygons

        assert area_of(outline) < 0 < area_of(within)


def test_topojson_is_decoded() -> None:
    """Arcs are put back, forwards and backwards, in degrees."""
    west, east = read(topojson())
    corners = {(10.0, 60.0), (11.0, 60.0), (11.0, 61.0), (10.0, 61.0)}

    assert ("west", "east") == (west.code, east.code)
    assert corners == set(west.polygons[0][0])
    assert {(x + 1, y) for x, y in corners} == set(east.polygons[0][0])


def test_codes_may_stand_beside_properties() -> None:
    """As the id of a geometry."""
    document = topojson()
    for at, geometry in enumerate(document["objects"]["counties"]["geometries"]):
        geometry["id"] = at

    assert ["0", "1"] == [shape.code for shape in read(document, code="id", layer="counties")]


def test_topojson_need_not_be_quantised() -> None:
    """Arcs may hold degrees themselves."""
    document = {
        "type": "Topology",
        "arcs": [SQUARE],
        "objects": {
            "a": {
                "type": "GeometryCollection",
                "geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {"code": "a"}}],
            }
        },
    }

    assert 5 == len(read(document)[0].polygons[0][0])


def changed(document: dict[str, Any], *path: Any, to: Any) -> dict[str, Any]:
    """Return a copy of a document with something else at a path."""
    made: dict[str, Any] = json.loads(json.dumps(document))
    node: Any = made
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = to
    return made


GEOMETRIES = ("objects", "counties", "geometries")


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"type": "Feature"}, "give a FeatureCollection or a Topology"),
        ({}, "its type is 'None'|its type is None"),
        ({"type": "FeatureCollection"}, "a list is missing"),
        ({"type": "FeatureCollection", "features": []}, "there are no regions"),
        ({"type": "FeatureCollection", "features": [7]}, "there is no outline"),
        (geojson(None), "there is no outline"),
        (geojson({"type": "Point", "coordinates": [1, 2]}), "Point is no outline"),
        (geojson({"type": "Polygon"}), "give its coordinates"),
        (geojson({"type": "Polygon", "coordinates": []}), "coordinates are missing"),
        (geojson(polygon([])), "coordinates are missing"),
        (geojson(polygon([[0], [1], [2], [0]])), "is no position"),
        (geojson(polygon([["a", "b"]] * 4)), "is no position"),
        (geojson(polygon([[True, 60]] * 4)), "is no position"),
        (geojson(polygon([7, 7, 7, 7])), "is no position"),
        (geojson(polygon([[0, 60], [1, 61], [2, 62], [0, 60]])), "encloses nothing"),
        (geojson(polygon([[170, 60], [-170, 60], [-170, 65], [170, 60]])), "RFC 7946"),
        (geojson(polygon(SQUARE), code=None), "among \\['code'\\]"),
        (geojson(polygon(SQUARE), code=""), "there is no code"),
        (geojson(polygon(SQUARE), code=1.5), "there is no code"),
        ({**geojson(polygon(SQUARE)), "crs": {"name": "EPSG:25833"}}, "convert the file"),
        (changed(topojson(), "transform", to=7), "give scale and translate"),
        (changed(topojson(), "transform", to={}), "two numbers are missing"),
        (changed(topojson(), "transform", "scale", to=["a", 1]), "two numbers are missing"),
        (changed(topojson(), "arcs", to=None), "a list is missing"),
        (changed(topojson(), "arcs", 0, to=7), "a list is missing"),
        (changed(topojson(), "objects", to=None), "several objects"),
        (changed(topojson(), "objects", to={"a": {}, "b": {}}), "choose with layer"),
        (changed(topojson(), "objects", "counties", to={}), "no collection"),
        (changed(topojson(), *GEOMETRIES, to=None), "a list is missing"),
        (changed(topojson(), *GEOMETRIES, 0, "type", to="Point"), "Point is no outline"),
        (changed(topojson(), *GEOMETRIES, 0, to={"type": "Polygon"}), "give its arcs"),
        (changed(topojson(), *GEOMETRIES, 0, "arcs", to=[[9]]), "there is no arc 9"),
        (changed(topojson(), *GEOMETRIES, 0, "arcs", to=[["a"]]), "there is no arc 'a'"),
        (changed(topojson(), *GEOMETRIES, 0, "arcs", to=[7]), "a list is missing"),
    ],
)
def test_what_is_no_geography(document: Any, message: str) -> None:
    """Each fault is named with its place and the remedy."""
    with pytest.raises(BadGeography, match=message):
        read(document)


def test_unknown_layers() -> None:
    """The error lists those that there are."""
    with pytest.raises(BadGeography, match="among 'counties'"):
        read(topojson(), layer="countys")


def test_geojson_has_no_layers() -> None:
    """One that is named would be passed over, so it is refused."""
    with pytest.raises(BadGeography, match=r"'x' would be an object of TopoJSON, .*; leave it out"):
        read(geojson(polygon(SQUARE)), layer="x")


def test_the_oldest_name_of_degrees_is_known() -> None:
    """Older files say what all mean today."""
    document = geojson(polygon(SQUARE))
    document["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}

    assert 1 == len(read(document))


@pytest.mark.parametrize("ring", [SQUARE[:-1], SQUARE[:2] + SQUARE[:1]])
def test_open_outlines_are_refused(ring: Any) -> None:
    """With the number of positions."""
    with pytest.raises(OpenRing, match="is not closed") as caught:
        read(geojson(polygon(ring)))

    assert ("features[0]", len(ring)) == (caught.value.place, caught.value.count)


@pytest.mark.parametrize(
    "position", [[262000, 6649000], [181, 60], [10, 91], [float("nan"), 60], [float("inf"), 60]]
)
def test_metres_are_refused(position: list[float]) -> None:
    """Coordinates of a grid are no degrees."""
    ring = [position, [1, 60], [1, 61], position]
    with pytest.raises(NotDegrees, match="EPSG:4326"):
        read(geojson(polygon(ring)))


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture shows far less than a land register has."""
    document = geojson(polygon(SQUARE), polygon(SQUARE))
    monkeypatch.setattr(_geography, "_MOST_POSITIONS", 9)
    with pytest.raises(BadGeography, match=r"10 positions.*simplify"):
        read(document)
    monkeypatch.setattr(_geography, "_MOST_REGIONS", 1)
    with pytest.raises(BadGeography, match="2 regions"):
        read(document)


def test_files_are_read(tmp_path: Path) -> None:
    """As UTF-8, with a byte-order mark or without, by text or path."""
    path = tmp_path / "å.geojson"
    for encoding in ("utf-8", "utf-8-sig"):
        path.write_text(json.dumps(geojson(polygon(SQUARE))), encoding=encoding)

        assert read(path) == read(str(path)) == read(geojson(polygon(SQUARE)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON"),
        (b"[1]", "no mapping"),
        (b"\xff\xfe", "not JSON in UTF-8"),
        (b'{"type": 1, "type": 2}', "'type' comes twice"),
        (b'{"type": NaN}', "NaN is none"),
        (b"[" * 100_000, "not JSON"),
        (b"1" * 5_000, "not JSON"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, data: bytes, message: str) -> None:
    """Strictly: no NaN, no key twice, no depth without end."""
    path = tmp_path / "a.json"
    path.write_bytes(data)
    with pytest.raises(BadGeography, match=message):
        read(path)


def test_files_that_are_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are not read to the end; those that are not there are named."""
    monkeypatch.setattr(_geography, "_LARGEST", 10)
    (tmp_path / "a.json").write_text(json.dumps(geojson(polygon(SQUARE))))
    with pytest.raises(CannotRead, match="larger than 10 bytes"):
        read(tmp_path / "a.json")
    with pytest.raises(CannotRead, match="no such file"):
        read(tmp_path / "b.json")


def test_files_stand_beside_the_sheet(tmp_path: Path) -> None:
    """In its folder or in one there; links lead nowhere else."""
    inner = tmp_path / "sheet"
    inner.mkdir()
    (tmp_path / "secret.json").write_text("{}")
    (inner / "link.json").symlink_to(tmp_path / "secret.json")

    assert (inner / "maps" / "a.json").resolve() == file_beside("maps/a.json", inner)
    with pytest.raises(BadGeography, match="outside the folder"):
        file_beside("link.json", inner)
    with pytest.raises(NoFolder, match="beside="):
        file_beside("a.json", None)
