"""The strict reader of YAML: what it reads, what it refuses, and where it says so."""

import re
from decimal import Decimal

import pytest
import yaml

from offinno.io import _compose, _text
from offinno.io._compose import read_yaml
from offinno.io._errors import COLLECTED, BadFile, Problem
from offinno.io._places import Place, Plain, Spot


@pytest.fixture(params=["as installed", "in Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test with the parser that PyYAML has, and with the one in Python."""
    if request.param == "in Python":
        monkeypatch.setattr(_compose, "_parser", yaml.SafeLoader)


def root_of(text: str) -> Plain:
    """Return what *text* holds."""
    return read_yaml(text.encode(), name="f").root


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with *text*."""
    with pytest.raises(BadFile) as caught:
        read_yaml(text.encode(), name="f")
    return caught.value.problems


def first_of(text: str) -> str:
    """Return the first problem of *text*."""
    return str(problems_of(text)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("48.30", Decimal("48.30")),
        ("4.7E9", Decimal("4.7E+9")),
        ("-0.5", Decimal("-0.5")),
        ("1e3", Decimal("1E+3")),
        ("2018", 2018),
        ("-4", -4),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("NO", "NO"),
        ("NO-03@2020", "NO-03@2020"),
        ("y", "y"),
        ("n", "n"),
        ("nan", "nan"),
        ("2018-09-12", "2018-09-12"),
        ("2016-2018", "2016-2018"),
        ("1.2.3", "1.2.3"),
        ("1 786", "1 786"),
        ("\N{MINUS SIGN}4", "\N{MINUS SIGN}4"),
        ("15 % of municipalities", "15 % of municipalities"),
        ("E6", "E6"),
        ('"0301"', "0301"),
        ("'yes'", "yes"),
        ('"null"', "null"),
        ('""', ""),
        ('"a\\tb\\nc\\u00e5"', "a\tb\ncå"),
        ("|\n  {key} first\n  - second\n", "{key} first\n- second\n"),
        (">-\n  one\n  two\n", "one two"),
        ("one\n  two", "one two"),
    ],
)
def test_a_scalar_is_what_stands_there(text: str, expected: Plain) -> None:
    """Text in quotes is text; outside quotes JSON's numbers and words count, the rest is text."""
    actual = root_of(text)

    assert (type(expected), str(expected)) == (type(actual), str(actual))


def test_lists_and_mappings_are_read_in_both_styles() -> None:
    """Block style and flow style are the same tree, and JSON is a part of both."""
    expected = {"areas": ["NO", {"code": "SE", "rank": 2}], "none": [], "empty": {}}
    block = "areas:\n- NO\n- code: SE\n  rank: 2\nnone: []\nempty: {}\n"

    assert expected == root_of(block)
    assert expected == root_of("--- # a comment\n" + block + "...\n# and one after\n")
    assert expected == root_of('{areas: [NO, {code: SE, "rank":2}], none: [], "empty":{}}')


def test_a_key_may_be_in_quotes_or_stand_by_itself() -> None:
    """Quotes make a key of what would not be text; a question mark makes room for a long one."""
    long = "k" * 2000

    assert {"2018": 1, "no": 2, long: 3} == root_of(f'"2018": 1\n"no": 2\n? {long}\n: 3\n')


@pytest.mark.parametrize("text", ["a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r"])
def test_lines_end_as_each_system_ends_them(text: str) -> None:
    """LF, CR LF and CR end a line, in the tree and in the places."""
    tree = read_yaml(text.encode(), name="f")

    assert {"a": 1, "b": 2} == tree.root
    assert Place(Spot(2, 4), Spot(2, 1)) == tree.places["b",]


def test_a_byte_order_mark_is_left_out() -> None:
    """A mark at the beginning is no part of the text and takes up no column."""
    tree = read_yaml(b"\xef\xbb\xbfa: 1", name="f")

    assert {"a": 1} == tree.root
    assert Place(Spot(1, 4), Spot(1, 1)) == tree.places["a",]


def test_places_are_those_of_keys_and_values() -> None:
    """Lines and columns count characters, also beyond the first plane."""
    text = "😀: a\nlist:\n  - {å: 😀, b: 1}\n  - |\n    block\n"
    places = read_yaml(text.encode(), name="f").places

    assert Place(Spot(1, 1)) == places[()]
    assert Place(Spot(1, 4), Spot(1, 1)) == places["😀",]
    assert Place(Spot(3, 3), Spot(2, 1)) == places["list",]
    assert Place(Spot(3, 5)) == places["list", 0]
    assert Place(Spot(3, 9), Spot(3, 6)) == places["list", 0, "å"]
    assert Place(Spot(3, 15), Spot(3, 12)) == places["list", 0, "b"]
    assert Place(Spot(4, 5)) == places["list", 1]


@pytest.mark.parametrize(
    "text",
    [
        *("0301", "007", "-01", "+3", "+47", "0x1F", "0o17", "0b101", "1_000", "1,000", "35,5"),
        *(".5", "-.5", "5.", "00.5", "+1e3", "1.e5", "1:20", "-1:20", "190:20:30.15", "12:30"),
        *("~", "Null", "NULL", "True", "TRUE", "False", "FALSE", "=", "<<"),
        *("yes", "Yes", "YES", "no", "No", "on", "On", "ON", "off", "Off", "OFF"),
        *(".nan", ".NaN", ".NAN", ".inf", "-.inf", "+.Inf", ".INF", "NaN", "Infinity", "-Infinity"),
    ],
)
def test_what_other_readers_take_for_something_else_is_refused(text: str) -> None:
    """Outside quotes it is refused with the way to write it as text; in quotes it is text."""
    [problem] = problems_of(f"key: {text}")

    assert (("key",), 1, 6) == (problem.path, problem.line, problem.column)
    assert f'put it in quotes if it is text: "{text}"' in problem.hint
    assert {"key": text} == root_of(f'key: "{text}"')
    assert repr(text) in first_of(f"{text}: value")


@pytest.mark.parametrize(
    "text",
    ["9" * 10_000, "1e999", "1e-999", "1e99999999999999999999", "0." + "1" * 35, "1" * 35, "1e31"],
)
def test_a_number_out_of_bounds_is_refused(text: str) -> None:
    """More than 34 digits, and sizes outside 10^-30 to 10^31, are refused before computing."""
    [problem] = problems_of(f"value: {text}")

    assert ("value",) == problem.path
    assert "is out of bounds" in problem.message
    assert "with the digits that its source publishes" in problem.hint


def test_a_number_at_the_bounds_is_read() -> None:
    """34 digits are read as they are."""
    digits = "1234567890123456789012345678901.234"

    assert Decimal(digits) == root_of(digits)
    assert 10**31 - 1 == root_of("9" * 31)


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("a: &x 1", ("a",), "'&x' is an anchor"),
        ("a: &x\n  b: 1", ("a",), "'&x' is an anchor"),
        ("a: &x [1]", ("a",), "'&x' is an anchor"),
        ("a: *x", ("a",), "'*x' is an alias"),
        ("*x : 1", ("?",), "a key has to be text"),
        ("a: !t 1", ("a",), "'!t' is a tag"),
        ("a: !!str 1", ("a",), "'tag:yaml.org,2002:str' is a tag"),
        ("!t {a: 1}", (), "'!t' is a tag"),
        ("a: ! text", ("a",), "'!' is a tag"),
        ("<<: {a: 1}", ("<<",), "'<<' is an order to merge mappings"),
        ("a: 1\nb: 2\na: 3", ("a",), "the key 'a' is given twice, first on line 1"),
        ("2018: a", ("2018",), "the key 2018 is not text"),
        ("null: a", ("null",), "the key null is not text"),
        ("true: a", ("true",), "the key true is not text"),
        ("[a]: 1", ("?",), "a key has to be text"),
        ("a: {? {b: 1} : 2}", ("a", "?"), "a key has to be text"),
        ("a:", ("a",), "nothing stands here"),
        ("- ", (0,), "nothing stands here"),
        ("---", (), "nothing stands here"),
        ("text: {innovative-units:fraction}", None, "nothing stands here"),
        ('a: "\\u202e"', ("a",), "the text holds the character U+202E"),
        ('a: "\\0"', ("a",), "the text holds the character U+0000"),
        ('a: "\\r"', ("a",), "the text holds the character U+000D"),
        ('a: "\\u2028"', ("a",), "the text holds the character U+2028"),
        ('"\\N": 1', ("\x85",), "the text holds the character U+0085"),
    ],
)
def test_what_is_refused_is_named_with_its_path(
    text: str, path: tuple[str, ...] | None, message: str
) -> None:
    """Whatever reads differently elsewhere, or hides what it holds, is refused."""
    problem = problems_of(text)[0]

    assert message in problem.message
    assert path in (problem.path, None)
    assert problem.line is not None


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("unit: % of GDP", 1, 7, "cannot begin with '%'", "in quotes, or below in a block (|)"),
        ("unit: @x", 1, 7, "cannot begin with '@'", "in quotes"),
        ("unit: `x`", 1, 7, "cannot begin with '`'", "in quotes"),
        ("a: * b", 1, 4, "cannot begin with * or &", "in quotes"),
        ("a: & b", 1, 4, "cannot begin with * or &", "in quotes"),
        ("a: !e!t 1", 1, 4, "cannot begin with !", "in quotes"),
        ("a: | text", 1, 6, "has its text on the lines below", "begins with | or > in quotes"),
        ("a: >text", 1, 5, "has its text on the lines below", "begins with | or > in quotes"),
        ("a: [1, 2\nb: 3", 1, 4, "is not closed", "begins with { or [ in quotes"),
        ("a: {b: 1", 1, 4, "is not closed", "begins with { or [ in quotes"),
        ("a: b: c", 1, 5, "a colon makes a key", "holds ': ' in quotes"),
        ("a: 1\n  b: 2", 2, 4, "a colon makes a key", "mend the indentation"),
        ("a: - b", 1, 4, "a list item begins", "begins with '- ' in quotes"),
        ('a: "b\nc: 1', 1, 4, "does not end", "close it"),
        ("a: 'b", 1, 4, "does not end", "close it"),
        ("a: 'b\n---\n'", 1, 4, "does not end", "close it"),
        ("a: 1\nb\nc: 2", 2, 1, "a key without its colon", "key: value"),
        ("a: 'it's'", 1, 8, "does not fit", "begins with ' in quotes"),
        ("a: [b] c", 1, 8, "does not fit", "begins with [ in quotes"),
        ("- a\nb: 1", 2, 1, "does not fit", "line up"),
        ("a:\n   b: 1\n  c: 2", 3, 3, "does not fit", "line up"),
        ("a:\n\t- 1", 2, 1, "a tab stands where only spaces can", "indent with spaces"),
        ("%YAML 1.1\n---\na: 1", 1, 1, "begins with %", ""),
        ("# first\n\n%TAG ! x\n---\na: 1", 3, 1, "begins with %", ""),
        ("a: 1\n---\nb: 2", 2, 1, "a further document begins here", "one document"),
        ("a: 1\n...\nb: 2", 2, 4, "a further document begins here", "one document"),
        ("# nothing\n", 1, 1, "nothing but comments", ""),
    ],
)
def test_a_syntax_error_ends_reading_with_its_place(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    """The last problem says where it was, what was seen and what to do."""
    problem = problems_of(text)[-1]

    assert (line, column) == (problem.line, problem.column)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize("escape", [r"\q", r"\xZ1", r"\ud83d", r"\U99999999"])
def test_an_escape_that_is_none_is_refused(escape: str) -> None:
    """An unknown escape and one that stands for no character are refused, with their line."""
    [problem] = problems_of(f'a: 1\nb: "{escape}"')

    assert 2 == problem.line
    assert "escape" in problem.message or "U+D83D" in problem.message


@pytest.mark.parametrize(
    "text", ["[" * 60_000, "{" * 60_000, "- " * 60_000, '{"a":' * 60_000, "[" * 65 + "]" * 65]
)
def test_deep_nesting_is_refused(text: str) -> None:
    """More than 64 lists and mappings in one another are refused, at whatever length."""
    assert "stand more than 64 deep" in problems_of(text)[-1].message


def test_nesting_within_the_bound_is_read() -> None:
    """64 lists in one another are read."""
    expected: Plain = []
    for _ in range(63):
        expected = [expected]

    assert expected == root_of("[" * 64 + "]" * 64)


def test_everything_refused_is_reported_at_once() -> None:
    """Reading goes on after what is refused, and the syntax error comes last."""
    text = "area: 0301\narea: NO\nnote: *x\nlist:\n- ~\n- 1e999\nunit: % of GDP\n"

    assert [1, 2, 3, 5, 6, 7] == [problem.line for problem in problems_of(text)]


def test_problems_without_end_are_cut_off() -> None:
    """After a thousand problems reading ends."""
    assert COLLECTED == len(problems_of("- ~\n" * 5000))


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x01", "U+0001"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_a_character_that_cannot_be_seen_is_refused(character: str, name: str) -> None:
    """Control characters, line separators and turns of direction are refused anywhere."""
    [problem] = problems_of(f"a: 1\nb: 'x{character}y'")

    assert (2, 6) == (problem.line, problem.column)
    assert f"the character {name} cannot be seen" in problem.message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        ("a: 1".encode("utf-16"), "the file is UTF-16"),
        ("a: 1".encode("utf-16-be"), "zero bytes"),
        (b"\xfe\xff\0a", "the file is UTF-16"),
        ("a: 1".encode("utf-32"), "UTF-32"),
        (b"\0\0\xfe\xff\0\0\0a", "the file is UTF-32"),
        ("a: Å".encode("latin-1"), "1:4: the byte 0xC5 is not UTF-8 (in Windows-1252 it would be"),
        ("a: å\nb: Å".encode()[:-1], "2:4: the byte 0xC3 is not UTF-8"),
        (b"a: \x81", "1:4: the byte 0x81 is not UTF-8; save the file as UTF-8"),
        (b"a: \xed\xa0\x80", "1:4: the byte 0xED is not UTF-8"),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused(data: bytes, message: str) -> None:
    """Other encodings and cut-off characters are named, with what the byte may have meant."""
    with pytest.raises(BadFile, match=re.escape(message)):
        read_yaml(data, name="f")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound on bytes is checked before anything is read."""
    monkeypatch.setattr(_text, "MAX_BYTES", 10)

    assert "11 bytes are more than the 10" in first_of("a: 12345678")
    assert {"a": 1234567} == root_of("a: 1234567")


def test_many_directives_take_no_time() -> None:
    """Neither at the beginning nor after the document are directives compared with each other."""
    directives = "".join(f"%TAG !a{number}! x\n" for number in range(20_000))

    assert "begins with %" in first_of(directives + "---\na: 1")
    assert "a further document" in first_of("a: 1\n...\n" + directives + "---\na: 1")
