"""Trees and the places of their nodes."""

import copy
import pickle

import pytest

from offinno.io._compose import read_yaml
from offinno.io._json import read_json
from offinno.io._places import Lines, Place, Places, Spot, Tree, TreePath

TEXT = "a: 1\nb:\n  - x\n  - {c: y}\nd: {}\n"
PLACES = read_yaml(TEXT.encode(), name="f").places


def test_lines_know_their_text() -> None:
    """LF, CR LF and CR end a line; the last may end without."""
    lines = Lines("a\r\nbc\rd\n\ne")

    spots = {
        0: (1, 1),
        2: (1, 3),
        3: (2, 1),
        4: (2, 2),
        6: (3, 1),
        8: (4, 1),
        9: (5, 1),
        10: (5, 2),
    }
    assert spots == {at: (lines.spot(at).line, lines.spot(at).column) for at in spots}
    assert ["a", "bc", "d", "", "e"] == [lines.line_at(at) for at in (0, 4, 6, 8, 9)]


def test_places_are_a_mapping_in_the_order_of_the_file() -> None:
    """Every node has a place, and nothing else has."""
    expected = [(), ("a",), ("b",), ("b", 0), ("b", 1), ("b", 1, "c"), ("d",)]

    assert expected == list(PLACES)
    assert 7 == len(PLACES)
    assert ("b", 1, "c") in PLACES
    assert Place(Spot(4, 9), Spot(4, 6)) == PLACES["b", 1, "c"]


@pytest.mark.parametrize(
    "path", [("x",), ("a", "x"), ("a", 0), ("b", 2), ("b", -1), ("b", "0"), (0,), ("d", "x")]
)
def test_what_is_not_in_the_file_has_no_place(path: TreePath) -> None:
    """A path that leads nowhere is a KeyError."""
    with pytest.raises(KeyError):
        PLACES[path]


@pytest.mark.parametrize(
    ("path", "line"),
    [((), 1), (("b", 1, "x", "y"), 4), (("b", 9), 3), (("d", "x"), 5), (("x",), 1)],
)
def test_the_nearest_place_is_that_of_the_node_above(path: TreePath, line: int) -> None:
    """What is missing is shown where it would have stood."""
    assert line == PLACES.nearest(path).value.line


def test_trees_are_equal_when_their_content_is() -> None:
    """Where it stands, and in which format, makes no difference."""
    expected = read_yaml(TEXT.encode(), name="f")
    actual = read_json(b'{"a": 1, "b": ["x", {"c": "y"}], "d": {}}', name="g")

    assert expected == actual
    assert expected.places["d",] != actual.places["d",]
    assert expected != Tree({}, PLACES)


@pytest.mark.parametrize(
    "tree", [read_yaml(TEXT.encode(), name="f"), read_json(b'{"a": [1.50]}', name="f")]
)
def test_trees_survive_pickling_and_copying(tree: Tree) -> None:
    """Content and places come back, also places that nobody had asked for."""
    for actual in (pickle.loads(pickle.dumps(tree)), copy.deepcopy(tree)):
        assert tree == actual
        assert dict(tree.places) == dict(actual.places)


def test_places_are_a_view_and_no_copy_of_the_content() -> None:
    """A repr of places or a tree does not write out the file."""
    assert len(repr(PLACES)) < 100
    assert "places" not in repr(read_yaml(TEXT.encode(), name="f"))
    assert isinstance(PLACES, Places)
