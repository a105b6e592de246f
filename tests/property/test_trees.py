"""Laws of plain trees in files: what is written reads back, and others read the same.

Two readers of PyYAML serve as independent judges. ``safe_load`` is a reader of YAML 1.1 and
tells whether texts and whole numbers survive there; `CoreLoader` resolves by the core schema of
YAML 1.2 and sees every number exactly. JSON is judged by Python's own reader.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from offinno.io import _compose
from offinno.io._compose import read_yaml
from offinno.io._emit import write_yaml
from offinno.io._errors import BadFile
from offinno.io._json import read_json, write_json
from offinno.io._places import Plain, TreePath
from offinno.io._plain import is_text_everywhere, plain_value
from offinno.io._text import unsafe

#: Characters of which texts consist that readers disagree about.
TRICKY = "0123456789-+._:,eExXobTZtrufalsyn~=<>NOYESno#'\"{}[]&*!|%@`?\\\n\t \u00a0å"

#: Texts that look like something else to some reader.
LOOKALIKES = (
    *("NO", "no", "yes", "Yes", "on", "off", "y", "n", "Y", "N", "true", "True", "null", "~", ""),
    *("0301", "+3", "-0", "0x1F", "0o17", "0b11", ".5", "5.", "1_000", "1,000", "35,5", "1e3"),
    *(".nan", ".inf", "-.INF", "NaN", "Infinity", "1:20", "190:20:30.15", "2018-09-12", "=", "<<"),
    *("2018-09-12T10:00:00Z", "2018-09-12 10:00:00", "1.", "1.2.3", "0.", "1__0", "0_", "- a"),
    *("% of GDP", "{key}", "[a]", "*a", "&a", "!a", "|", ">", "@a", "`a`", "a: b", "a #b", "a:"),
    *("---", "...", "--- a", "%YAML 1.2", "# a", "? a", ": a", "-", "a\n", "\na", "a\n\nb\n", " a"),
    *("a\n b", "a \nb", "\n", "\n\n", "a\tb", "\ta", "a\n\tb", "\u00a0", "a\u00a0", "\u2003a"),
    *("x" * 130, "x " * 80, "a  b " * 40, "ord " * 60 + "ord", "k" * 1100, "\N{GRINNING FACE}"),
)

characters = st.characters(codec="utf-8").filter(lambda character: not unsafe(character))
texts = st.one_of(
    st.text(characters, max_size=30),
    st.text(TRICKY, max_size=12),
    st.text("ab \n", max_size=200),
    st.sampled_from(LOOKALIKES),
)
unquoted = st.one_of(st.text(TRICKY, max_size=12), st.sampled_from(LOOKALIKES)).filter(
    re.compile(r"[\w.~<=+-][^\n\t]*").fullmatch
)
whole_numbers = st.integers(-(10**31) + 1, 10**31 - 1)


@st.composite
def decimals(draw: st.DrawFn) -> Decimal:
    """Draw a number within bounds that has decimals or an exponent."""
    digits = draw(st.integers(0, 10**34 - 1))
    width = len(str(digits))
    exponent = draw(st.integers(-30, 30).filter(bool)) - width + 1
    sign = draw(st.integers(0, 1))
    number = Decimal((sign, tuple(map(int, str(digits))), exponent or -1))
    return number if digits else Decimal((0, (0,), max(-30, min(exponent, 30)) or -1))


scalars = st.one_of(texts, whole_numbers, decimals(), st.booleans(), st.none())


def collections(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return lists and mappings of *children*."""
    return st.lists(children, max_size=4) | st.dictionaries(texts, children, max_size=4)


trees: st.SearchStrategy[Plain] = st.recursive(scalars, collections, max_leaves=20)
exact_trees: st.SearchStrategy[Plain] = st.recursive(
    st.one_of(texts, whole_numbers, st.booleans(), st.none()), collections, max_leaves=20
)


@pytest.fixture(params=["as installed", "in Python"], scope="module", autouse=True)
def parser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hold every law with the parser that PyYAML has, and with the one in Python."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in Python":
            patch.setattr(_compose, "_parser", yaml.SafeLoader)
        yield


class CoreLoader(yaml.SafeLoader):
    """Resolves scalars by the core schema of YAML 1.2 (section 10.3.2), numbers exactly."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML has it


CORE = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}
for kind, pattern in CORE.items():
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{kind}", re.compile(rf"(?:{pattern})\Z"), None
    )


def core_float(loader: CoreLoader, node: yaml.ScalarNode) -> Decimal:
    """Return the number exactly."""
    return Decimal(loader.construct_scalar(node))


CoreLoader.add_constructor("tag:yaml.org,2002:float", core_float)


def exactly(tree: Plain) -> str:
    """Return what tells 48.30 from 48.3, True from 1 and one order of keys from another."""
    return repr(tree)


def paths(tree: Plain, path: TreePath = ()) -> Iterator[TreePath]:
    """Yield the path of every node."""
    yield path
    if isinstance(tree, dict):
        for key, child in tree.items():
            yield from paths(child, (*path, key))
    elif isinstance(tree, list):
        for number, child in enumerate(tree):
            yield from paths(child, (*path, number))


@given(trees)
def test_yaml_reads_back_as_it_was_written(tree: Plain) -> None:
    """What is written as YAML reads back exactly: types, digits and the order of keys."""
    actual = read_yaml(write_yaml(tree).encode(), name="x").root

    assert exactly(tree) == exactly(actual)


@given(trees)
def test_json_reads_back_as_it_was_written(tree: Plain) -> None:
    """What is written as JSON reads back exactly: types, digits and the order of keys."""
    actual = read_json(write_json(tree).encode(), name="x").root

    assert exactly(tree) == exactly(actual)


@given(trees)
def test_json_and_yaml_are_one_tree(tree: Plain) -> None:
    """The same content written as YAML and as JSON is the same tree."""
    from_yaml = read_yaml(write_yaml(tree).encode(), name="x")
    from_json = read_json(write_json(tree).encode(), name="x")

    assert from_yaml == from_json


@given(exact_trees)
def test_readers_of_yaml_1_1_see_the_same_texts(tree: Plain) -> None:
    """An unchanged reader of YAML 1.1 sees the same texts, whole numbers, truth and null."""
    actual = yaml.safe_load(write_yaml(tree))

    assert exactly(tree) == exactly(actual)


@given(trees)
def test_readers_of_the_core_schema_see_the_same_tree(tree: Plain) -> None:
    """A reader that resolves by YAML 1.2's core schema sees the same tree."""
    actual = yaml.load(write_yaml(tree), CoreLoader)  # a SafeLoader

    assert exactly(tree) == exactly(actual)


@given(trees)
def test_other_readers_of_json_see_the_same_tree(tree: Plain) -> None:
    """Python's own reader of JSON sees the same tree."""
    actual = json.loads(write_json(tree), parse_float=Decimal)

    assert exactly(tree) == exactly(actual)


@given(trees)
def test_writing_is_deterministic(tree: Plain) -> None:
    """The tree that was read back is written as the same text."""
    written = write_yaml(tree)

    assert written == write_yaml(read_yaml(written.encode(), name="x").root)


@given(trees)
def test_every_node_has_a_place(tree: Plain) -> None:
    """In YAML and in JSON the nodes that have a place are those of the tree, in its order."""
    expected = list(paths(tree))

    assert expected == list(read_yaml(write_yaml(tree).encode(), name="x").places)
    assert expected == list(read_json(write_json(tree).encode(), name="x").places)


@given(st.dictionaries(st.text("abc", min_size=1), st.text("xz", min_size=1), min_size=1))
def test_a_place_is_where_the_text_stands(tree: dict[str, Plain]) -> None:
    """At the line and column of key and value stand key and value."""
    written = write_yaml(tree)
    lines = written.split("\n")

    for (path, place), (key, value) in zip(
        list(read_yaml(written.encode(), name="x").places.items())[1:], tree.items(), strict=True
    ):
        assert (key,) == path
        assert place.key is not None
        assert lines[place.key.line - 1][place.key.column - 1 :].startswith(key)
        assert lines[place.value.line - 1][place.value.column - 1 :].startswith(str(value))


@given(unquoted)
def test_what_is_read_as_text_is_text_to_the_core_schema(text: str) -> None:
    """Text outside quotes that is read at all means the same under YAML 1.2's core schema."""
    value = plain_value(text)
    loader = CoreLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    kinds = {str: "str", int: "int", Decimal: "float", bool: "bool", type(None): "null"}

    if type(value) in kinds:
        assert f"tag:yaml.org,2002:{kinds[type(value)]}" in {tag, tag.replace("int", "float")}


@given(unquoted)
def test_text_everywhere_is_text_to_yaml_1_1(text: str) -> None:
    """What the writer takes for text everywhere is text to PyYAML's reader of YAML 1.1."""
    loader = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]

    assert not is_text_everywhere(text) or tag == "tag:yaml.org,2002:str"


@given(st.binary(max_size=60) | st.text(TRICKY, max_size=60).map(str.encode))
def test_a_reader_returns_a_tree_or_says_what_is_wrong(data: bytes) -> None:
    """Whatever the bytes, a reader returns a tree or raises the one error for files."""
    for reader in (read_yaml, read_json):
        with contextlib.suppress(BadFile):
            tree = reader(data, name="x")

            assert tree == read_yaml(write_yaml(tree.root).encode(), name="x")
