"""A specification must be plain, bounded JSON."""

import sys
from decimal import Decimal
from typing import Any

import pytest

from offinno.language import UnsafeText, checked_text
from offinno.pictures import SpecRefused, check_spec
from offinno.pictures._json import DEEPEST, LARGEST, LONGEST, MOST_VALUES, json_path
from offinno.pictures._text import unsafe_character


def nested(levels: int) -> dict[str, Any]:
    """Return lists in one another, *levels* with the dict around them."""
    node: Any = []
    for _ in range(levels - 2):
        node = [node]
    return {"layer": node}


def cyclic() -> dict[str, Any]:
    """Return a specification that holds itself."""
    spec: dict[str, Any] = {}
    spec["layer"] = [spec]
    return spec


def doubled(levels: int) -> dict[str, Any]:
    """Return a specification that is small in memory and huge when it is written out."""
    node: Any = ["x"]
    for _ in range(levels):
        node = [node, node]
    return {"layer": node}


NOT_JSON = {
    "nan": ({"width": float("nan")}, "$.width"),
    "infinity": ({"data": {"values": [{"a": 1}, {"a": float("-inf")}]}}, "$.data.values[1].a"),
    "beyond_2^53": ({"width": LARGEST + 1}, "$.width"),
    "10_000_digits": ({"width": -(10**10_000)}, "$.width"),
    "decimal": ({"data": {"values": [{"a": Decimal("1.5")}]}}, "$.data.values[0].a"),
    "tuple": ({"layer": ()}, "$.layer"),
    "set": ({"layer": {1}}, "$.layer"),
    "bytes": ({"title": b"x"}, "$.title"),
    "number_as_key": ({"data": {"values": [{1: 2}]}}, "$.data.values[0]"),
    "control_character_in_key": ({"a\x01": 1}, "$"),
    "control_character": ({"title": "a\x01b"}, "$.title"),
    "bidi_override": ({"title": ["a", "\u202eb"]}, "$.title[1]"),
    "surrogate": ({"data": {"values": [{"a b": "\ud800"}]}}, "$.data.values[0]['a b']"),
    "noncharacter": ({"title": "\uffff"}, "$.title"),
    "long_text": ({"title": "x" * (LONGEST + 1)}, "$.title"),
    "long_key": ({"x" * (LONGEST + 1): 1}, "$"),
    "deep": (nested(DEEPEST + 1), "$.layer" + "[0]" * (DEEPEST - 1)),
    "cyclic": (cyclic(), "$" + ".layer[0]" * (DEEPEST // 2)),
}


@pytest.mark.parametrize(("spec", "path"), NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_not_plain_json_is_refused(spec: dict[str, Any], path: str) -> None:
    """The error names the JSON path."""
    with pytest.raises(SpecRefused) as caught:
        check_spec(spec)

    assert path == caught.value.path


@pytest.mark.parametrize("spec", [None, "{}", [], 3])
def test_only_a_mapping_is_a_specification(spec: Any) -> None:
    """A text is not read and a chart is not asked for its specification."""
    with pytest.raises(SpecRefused, match=r"^\$: .*as a dict$"):
        check_spec(spec)


def test_what_doubles_at_every_level_is_refused_before_it_is_written_out() -> None:
    """Values are counted as often as they would be written."""
    with pytest.raises(SpecRefused, match=f"more than {MOST_VALUES} values"):
        check_spec(doubled(DEEPEST - 4))


def test_bounds_are_allowed() -> None:
    """The largest number, the deepest nesting and every kind of value pass."""
    spec = nested(DEEPEST)
    spec["width"] = -LARGEST
    spec["title"] = "En\tto\ntre \u00a0\u202f\u2212 «æøå» \U0001f600"
    spec["padding"] = [1.5, -0.0, 1e300, True, False, None]

    check_spec(spec)


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (None, "$"),
        ((None, "data"), "$.data"),
        (((None, "layer"), 0), "$.layer[0]"),
        ((None, "$schema"), "$['$schema']"),
    ],
)
def test_a_place_is_written_as_a_json_path(place: Any, path: str) -> None:
    """Keys that are no names stand in brackets."""
    assert path == json_path(place)


def test_what_no_text_may_hold_no_picture_holds() -> None:
    """Every character that a `Text` refuses is seen, blank text is not refused."""
    refused = set()
    for character in map(chr, range(sys.maxunicode + 1)):
        try:
            checked_text(f"a{character}")
        except UnsafeText:
            refused.add(character)

    assert refused == set(filter(unsafe_character, map(chr, range(sys.maxunicode + 1))))
    assert len(refused) > 2_000
