"""The writer of YAML: for people, and the same for every reader."""

from decimal import Decimal

import pytest

from offinno.io._compose import read_yaml
from offinno.io._emit import write_yaml
from offinno.io._errors import NotATree
from offinno.io._places import Plain

SHEET: Plain = {
    "schema": 1,
    "title": {"nb": "Innovasjon i offentlig sektor", "en": "Innovation"},
    "areas": ["NO", "SE", "2018-09-12", "E6", 'say "so"', "a, b"],
    "share": Decimal("48.30"),
    "big": Decimal("4.7E9"),
    "small": Decimal("0.0000001"),
    "rows": [
        {"area": "NO", "value": Decimal("77.0"), "missing": None},
        {"note": "first line\n\n  second line", "exact": True},
        [[1, 2], ["x" * 60, "y" * 60]],
        [],
        {},
    ],
    "prose": "Om lag tre av fire offentlige arbeidsplasser har gjort noe nytt de siste to årene, "
    "og det gjelder hele landet.",
    "ending": "ends in a break\n",
    "url": "https://example.org/a#b",
    "unit": "% of GDP",
}

WRITTEN = f"""\
schema: 1
title: {{nb: Innovasjon i offentlig sektor, en: Innovation}}
areas: ["NO", SE, "2018-09-12", "E6", say "so", "a, b"]
share: 48.30
big: 4.7E+9
small: 0.0000001
rows:
  - {{area: "NO", value: 77.0, missing: null}}
  - note: |-
      first line

        second line
    exact: true
  - - [1, 2]
    - - {"x" * 60}
      - {"y" * 60}
  - []
  - {{}}
prose: >-
  Om lag tre av fire offentlige arbeidsplasser har gjort noe nytt de siste to årene, og det
  gjelder hele landet.
ending: |
  ends in a break
url: https://example.org/a#b
unit: "% of GDP"
"""


def test_a_sheet_is_written_as_a_person_would() -> None:
    """Block style, short things on one line, long text in blocks, quotes only where needed."""
    assert WRITTEN == write_yaml(SHEET)
    assert SHEET == read_yaml(WRITTEN.encode(), name="f").root


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GDP", "GDP"),
        ("3 av 4", "3 av 4"),
        ("a, b {c}", "a, b {c}"),
        ("NO", '"NO"'),
        ("no", '"no"'),
        ("n", '"n"'),
        ("0301", '"0301"'),
        ("48.30", '"48.30"'),
        ("1:20", '"1:20"'),
        ("null", '"null"'),
        ("", '""'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ("{a}", '"{a}"'),
        ("a\tb", '"a\\tb"'),
        ("a\\b", "a\\b"),
        ('"a\\', '"\\"a\\\\"'),
        ("\N{MINUS SIGN}4", '"\N{MINUS SIGN}4"'),
        ("\n", '"\\n"'),
        ("a\n\n", '"a\\n\\n"'),
        ("\na", '"\\na"'),
        (" a\nb", '" a\\nb"'),
        ("a \nb", '"a \\nb"'),
        ("a\n\tb", '"a\\n\\tb"'),
        ("x" * 200, "x" * 200),
        ("a  b " + "x" * 200, "a  b " + "x" * 200),
        ("a\t" + "b " * 60 + "c", '"a\\t' + "b " * 60 + 'c"'),
    ],
)
def test_a_text_stands_in_quotes_where_it_has_to(text: str, expected: str) -> None:
    """What some reader would take for something else, or would change, is quoted."""
    assert f"key: {expected}\nother: []\n" == write_yaml({"key": text, "other": []})


@pytest.mark.parametrize(
    "tree", ["a\nb", "NO", 5, None, [], {}, {"": ""}, [["a"]], "x " * 90 + "x"]
)
def test_any_node_may_be_the_root(tree: Plain) -> None:
    """Also a single text, number, list or nothing at all makes a file."""
    assert tree == read_yaml(write_yaml(tree).encode(), name="f").root


def test_a_long_key_stands_by_itself() -> None:
    """A key that readers would not look for a colon after has a line of its own."""
    key = "k" * 2000
    tree: Plain = [{key: {"a": [{}, {"b": "c\nd"}]}, "e\nf": 1}]

    assert write_yaml(tree).startswith(f"- ? {key}\n  :\n    a:\n")
    assert tree == read_yaml(write_yaml(tree).encode(), name="f").root


def test_what_would_not_be_read_back_is_not_written() -> None:
    """The writer of YAML refuses what the writer of JSON refuses."""
    with pytest.raises(NotATree, match=r"cannot write a\[1\]: 0.5 is of the type float"):
        write_yaml({"a": [1, 0.5]})  # type: ignore[list-item]
