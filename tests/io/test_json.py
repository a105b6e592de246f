"""The strict reader of JSON and the writer."""

import json
from decimal import Decimal

import pytest

from offinno.io._errors import BadFile, NotATree, Problem
from offinno.io._json import read_json, write_json
from offinno.io._places import Place, Plain, Spot


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with *text*."""
    with pytest.raises(BadFile) as caught:
        read_json(text.encode(), name="f")
    return caught.value.problems


def test_json_is_read_with_digits_as_published() -> None:
    """Decimals keep their digits, whole numbers are int."""
    actual = read_json(
        b'{"a": [48.30, 4.7E9, 5, -0.0, true, null], "b": "\\u00e5\\ud83d\\ude00"}', name="f"
    )

    expected = {
        "a": [Decimal("48.30"), Decimal("4.7E+9"), 5, Decimal("0.0"), True, None],
        "b": "å\N{GRINNING FACE}",
    }
    assert repr(expected) == repr(actual.root)


def test_places_are_found_when_they_are_asked_for() -> None:
    """Line and column of key and value, escapes and layout notwithstanding."""
    text = '{\r\n "\\ud83d\\ude00\\"a"\r\n:\t[1,\n{"b,": "]"}], "c" : {}}'
    places = read_json(text.encode(), name="f").places

    assert Place(Spot(1, 1)) == places[()]
    assert Place(Spot(3, 3), Spot(2, 2)) == places['\N{GRINNING FACE}"a',]
    assert Place(Spot(3, 4)) == places['\N{GRINNING FACE}"a', 0]
    assert Place(Spot(4, 1)) == places['\N{GRINNING FACE}"a', 1]
    assert Place(Spot(4, 8), Spot(4, 2)) == places['\N{GRINNING FACE}"a', 1, "b,"]
    assert Place(Spot(4, 21), Spot(4, 15)) == places["c",]


@pytest.mark.parametrize(
    ("text", "path", "place", "message"),
    [
        ('{"a": 1, "a": 2}', ("a",), (1, 10), "the key 'a' is given twice, first on line 1"),
        ('{"b": {"a": 1, "\\u0061": 2}}', ("b", "a"), (1, 16), "the key 'a' is given twice"),
        ("[NaN]", (0,), (1, 2), "'NaN' is not a finite number"),
        ('{"a": -Infinity}', ("a",), (1, 7), "'-Infinity' is not a finite number"),
        ("[1, 1e999]", (1,), (1, 5), "1e999 is out of bounds"),
        ("[" + "9" * 10_000 + "]", (0,), (1, 2), "a number of 10000 characters"),
        ('["\\ud800"]', (0,), (1, 2), "the text holds the character U+D800"),
        ('{"\\u202e": 1}', ("\u202e",), (1, 2), "the text holds the character U+202E"),
        ('{"a": ["\\b"]}', ("a", 0), (1, 8), "the text holds the character U+0008"),
        ('"\\r"', (), (1, 1), "the text holds the character U+000D"),
    ],
)
def test_what_python_would_let_pass_is_refused_with_its_place(
    text: str, path: tuple[str | int, ...], place: tuple[int, int], message: str
) -> None:
    """Keys given twice, NaN, numbers out of bounds and unseen characters are refused."""
    [problem] = problems_of(text)

    assert (path, *place) == (problem.path, problem.line, problem.column)
    assert message in problem.message


def test_everything_refused_is_reported_at_once() -> None:
    """Several problems come in one error, in the order of the file."""
    text = '{"a": NaN,\n "a": 1e999,\n "b": "\\u0000"}'

    assert [1, 2, 2, 3] == [problem.line for problem in problems_of(text)]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('{"a": [1, 2', (1, 12), "the file ends in the middle"),
        ('{"a": "tex', (1, 7), "the file ends in the middle"),
        ("{'a': 1}", (1, 2), "keys stand in double quotes"),
        ('{\r\n"a": 1,\r\n}', (3, 1), "keys stand in double quotes"),
        ("[1,]", (1, 4), "no comma stands after the last item"),
        ("[01]", (1, 3), "expecting ',' delimiter"),
        ("[+1]", (1, 2), "expecting value"),
        ("[.5]", (1, 2), "expecting value"),
        ("1 2", (1, 3), "extra data; keep to one value in a file"),
        ('["a\tb"]', (1, 4), r"invalid control character; write \n for a line break"),
        (r'["\q"]', (1, 3), r"write \\ for a backslash"),
        ("// no comments\n1", (1, 1), "expecting value"),
    ],
)
def test_a_syntax_error_ends_reading_with_its_place(
    text: str, place: tuple[int, int], message: str
) -> None:
    """What is not JSON is refused with line, column and what to do."""
    [problem] = problems_of(text)

    assert (place, ()) == ((problem.line, problem.column), problem.path) or "," in text
    assert message in str(problem) or problem.message.startswith("illegal trailing comma")


@pytest.mark.parametrize("text", ["[" * 60_000, '{"a":' * 60_000, "[" * 65 + "]" * 65])
def test_deep_nesting_is_refused(text: str) -> None:
    """More than 64 lists and mappings in one another are refused, at whatever length."""
    assert "stand more than 64 deep" in problems_of(text)[-1].message


def test_nesting_within_the_bound_is_read() -> None:
    """64 lists in one another are read."""
    assert isinstance(read_json(b"[" * 64 + b"1" + b"]" * 64, name="f").root, list)


def test_a_stack_that_is_full_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file is not too deep, the caller learns that its own stack is."""

    def full(*_: object, **__: object) -> None:
        raise RecursionError

    original = json.loads
    monkeypatch.setattr(json, "loads", lambda text, **hooks: full() if hooks else original(text))

    with pytest.raises(RecursionError):
        read_json(b'{"a": 1}', name="f")


def test_other_encodings_are_refused() -> None:
    """JSON is read as UTF-8, with or without a byte-order mark, and as nothing else."""
    assert {"a": 1} == read_json(b'\xef\xbb\xbf{"a": 1}', name="f").root
    with pytest.raises(BadFile, match="UTF-16"):
        read_json('{"a": 1}'.encode("utf-16"), name="f")


def test_json_is_written_for_people() -> None:
    """Short lists and mappings stand on one line, decimals keep their digits, æøå stay."""
    tree: Plain = {
        "areas": ["NO", "SE"],
        "values": [{"share": Decimal("48.30"), "big": Decimal("4.7E9")}, [], {}],
        "text": 'Ås "og"\n\\',
        "long": ["x" * 60, "y" * 60],
        "rest": [True, False, None, -4],
    }

    expected = f"""\
{{
  "areas": ["NO", "SE"],
  "values": [
    {{"share": 48.30, "big": 4.7E+9}},
    [],
    {{}}
  ],
  "text": "Ås \\"og\\"\\n\\\\",
  "long": [
    "{"x" * 60}",
    "{"y" * 60}"
  ],
  "rest": [true, false, null, -4]
}}
"""
    assert expected == write_json(tree)
    assert "null\n" == write_json(None)
    assert "[]\n" == write_json([])


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ({"share": 0.5}, "cannot write share: 0.5 is of the type float; give a Decimal"),
        ([(1, 2)], "cannot write [0]: (1, 2) is of the type tuple; give a list"),
        ({"a": b""}, "cannot write a: b'' is of the type bytes; give dict, list, str"),
        ({1: 2}, "cannot write the tree: the key 1 is of the type int, not text"),
        ({"a": Decimal("NaN")}, "cannot write a: 'NaN' is no finite number"),
        (Decimal("Infinity"), "cannot write the tree: 'Infinity' is no finite number"),
        ([Decimal("1e99")], "is out of bounds"),
        ([10**31], "is out of bounds"),
        (["\x00"], "cannot write [0]: '\\x00' holds the character U+0000"),
        ({"\ud800": 1}, "cannot write the tree: the key '\\ud800' holds the character U+D800"),
    ],
)
def test_what_would_not_be_read_back_is_not_written(tree: Plain, message: str) -> None:
    """Floats, NaN, numbers out of bounds and unseen characters are refused with their path."""
    with pytest.raises(NotATree) as caught:
        write_json(tree)

    assert message in str(caught.value)


def test_a_tree_in_itself_is_not_written() -> None:
    """A list that holds itself is refused as too deep."""
    endless: list[Plain] = []
    endless.append(endless)

    with pytest.raises(NotATree, match="more than 64 deep"):
        write_json(endless)


def test_a_whole_decimal_comes_back_as_int() -> None:
    """A decimal without decimals or exponent is written as a whole number."""
    assert 5 == read_json(write_json(Decimal(5)).encode(), name="f").root
