"""JSON as RFC 8259 has it, read strictly, and written.

Python's reader is lax: it takes NaN, the last of two equal keys, surrogates without a partner
and numbers of any size. Here it reads fast and notes only *that* something is wrong. What is
wrong and where is found by going through the text a second time, with the rules of YAML, of
which JSON is a part; the same second look gives line and column when somebody asks for them.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, final

from yaml.error import Mark
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from offinno.io._composer import MAX_DEPTH, Composer
from offinno.io._errors import BadFile, Problem, Problems
from offinno.io._places import Lines, Places, Plain, Spine, Tree
from offinno.io._plain import Refusal, json_number
from offinno.io._text import decoded, unsafe
from offinno.io._writable import check_writable, literal

# What a text that is known to be JSON is made of; commas, colons and blanks say nothing more.
_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|[][{}]|[^][{},:"\s]+')

# Escapes that may stand for a character that no file may hold.
_ESCAPE: Final = re.compile(r"\\[ubfr]")


def read_json(data: bytes, *, name: str) -> Tree:
    """Return the tree that *data* holds in JSON; *name* is what errors call the file.

    Whole numbers are int; numbers with decimals or an exponent are `Decimal` with the digits
    as published.

    Raises:
        BadFile: If the file cannot be read, with every problem there is and its place.

    >>> read_json(b'{"share": 48.30}', name="sheet.json").root
    {'share': Decimal('48.30')}
    """
    lines = Lines(decoded(data, name=name))
    root, sound = _fast(lines, name)
    if not sound:
        return _slow(lines, name)
    return Tree(root, Places(lines, _offsets))


def _fast(lines: Lines, name: str) -> tuple[Plain, bool]:
    """Return the tree and whether it holds nothing that is refused."""
    notes = _Notes()
    try:
        root: Plain = json.loads(
            lines.text,
            object_pairs_hook=notes.mapping,
            parse_int=notes.number,
            parse_float=notes.number,
            parse_constant=notes.constant,
        )
    except json.JSONDecodeError as error:
        raise _syntax_error(error, lines, name) from None
    except RecursionError:
        _slow(lines, name)  # says where the file is too deep; if it is not, the caller's stack is
        raise
    look_at_text = _ESCAPE.search(lines.text) is not None
    return root, notes.sound and _sound(root, look_at_text=look_at_text)


@final
class _Notes:
    """Makes values for Python's reader, and notes whether there was one that is refused."""

    __slots__ = ("sound",)

    def __init__(self) -> None:
        """Begin with nothing refused."""
        self.sound = True

    def mapping(self, pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
        """Return a mapping; no key may be given twice."""
        made = dict(pairs)
        self.sound = self.sound and len(made) == len(pairs)
        return made

    def number(self, text: str) -> int | Decimal:
        """Return a number within bounds."""
        number = json_number(text)
        if not isinstance(number, Refusal):
            return number
        self.sound = False
        return 0

    def constant(self, _text: str) -> None:
        """Return nothing for NaN and Infinity, which are not JSON."""
        self.sound = False


def _sound(root: Plain, *, look_at_text: bool) -> bool:
    """Tell whether *root* is not too deep and its texts hold only what a file may hold."""
    level: list[Plain] = [[root]]
    for _ in range(MAX_DEPTH + 1):
        level = [child for node in level for child in _children(node)]
        if not level:
            return True
        if look_at_text and any(isinstance(text, str) and unsafe(text) for text in level):
            return False
    return not any(isinstance(node, dict | list) for node in level)


def _children(node: Plain) -> list[Plain]:
    """Return what stands below *node*, keys included."""
    if isinstance(node, dict):
        return [*node, *node.values()]
    return node if isinstance(node, list) else []


def _slow(lines: Lines, name: str) -> Tree:
    """Read once more with the rules of YAML, to find every problem and its place."""
    problems = Problems(name)
    root, offsets = Composer(_events(lines.text).__next__, lines, problems).tree()
    problems.stop()
    return Tree(root, Places(lines, offsets))


def _offsets(text: str) -> Spine:
    """Return where things stand in *text*, which is known to be good JSON."""
    return Composer(_events(text).__next__, Lines(text), Problems("")).tree()[1]


def _events(text: str) -> Iterator[Event]:
    """Return the events of YAML for *text*, which is known to be JSON."""
    return map(_event, _TOKEN.finditer(text))


def _event(match: re.Match[str]) -> Event:
    """Return the event of YAML for a piece of JSON."""
    piece, mark = match[0], Mark("", match.start(), 0, 0, None, 0)
    if piece in _STARTS:
        return _STARTS[piece](None, None, implicit=True, start_mark=mark)
    if piece in _ENDS:
        return _ENDS[piece](mark, mark)
    in_quotes = piece.startswith('"')
    text = json.loads(piece) if in_quotes else piece
    style = '"' if in_quotes else ""
    return ScalarEvent(None, None, (not in_quotes, in_quotes), text, mark, mark, style)


_STARTS: Final = {"{": MappingStartEvent, "[": SequenceStartEvent}
_ENDS: Final = {"}": MappingEndEvent, "]": SequenceEndEvent}


def _syntax_error(error: json.JSONDecodeError, lines: Lines, name: str) -> BadFile:
    """Return what Python's reader says of a text that is not JSON, with what to do."""
    spot = lines.spot(error.pos)
    if error.pos >= len(lines.text.rstrip()) or error.msg.startswith("Unterminated"):
        message, hint = "the file ends in the middle", "see whether it was cut short"
    else:
        message = error.msg[0].lower() + error.msg[1:].removesuffix(" at")
        hint = next((hint for begin, hint in _HINTS if error.msg.startswith(begin)), "")
    return BadFile(name, (Problem(line=spot.line, column=spot.column, message=message, hint=hint),))


_HINTS: Final = (
    ("Expecting property name", "keys stand in double quotes, without a comma after the last"),
    ("Expecting value", "no comma stands after the last item, and text stands in double quotes"),
    ("Illegal trailing comma", "take the comma out"),
    ("Extra data", "keep to one value in a file"),
    ("Invalid control character", r"write \n for a line break and \t for a tab"),
    ("Invalid \\", r"write \\ for a backslash"),
)


def write_json(tree: Plain) -> str:
    """Return *tree* as JSON; decimals are written as numbers with their digits.

    A list or mapping that holds no other and is short stands on one line. What is written reads
    back as it was, but for one thing: a `Decimal` without decimals or exponent comes back as int.

    Raises:
        NotATree: If *tree* holds what no file can hold, such as a float or NaN.

    >>> print(write_json({"areas": ["NO", "SE"], "shares": [{"NO": Decimal("48.30")}]}), end="")
    {
      "areas": ["NO", "SE"],
      "shares": [
        {"NO": 48.30}
      ]
    }
    """
    check_writable(tree)
    return "".join(_pieces(tree, "\n")) + "\n"


def _pieces(node: Plain, line: str) -> Iterator[str]:
    """Yield the text of *node* in pieces; *line* begins a line as far in as the node's own."""
    if not isinstance(node, dict | list):
        yield _text_of(node)
        return
    below = [*node.values()] if isinstance(node, dict) else node
    if not any(isinstance(child, dict | list) for child in below):
        short = _flat(node)
        if len(line) + len(short) <= _WIDTH or not below:
            yield short
            return
    opening, closing = "{}" if isinstance(node, dict) else "[]"
    for number, (key, child) in enumerate(_items(node)):
        yield f"{',' if number else opening}{line}  {key}"
        yield from _pieces(child, line + "  ")
    yield line + closing


def _flat(node: dict[str, Plain] | list[Plain]) -> str:
    """Return *node*, which holds neither lists nor mappings, on one line."""
    opening, closing = "{}" if isinstance(node, dict) else "[]"
    return opening + ", ".join(f"{key}{_text_of(child)}" for key, child in _items(node)) + closing


def _items(node: dict[str, Plain] | list[Plain]) -> Iterator[tuple[str, Plain]]:
    """Yield what *node* holds, each with what stands before it."""
    if isinstance(node, dict):
        return ((f"{_text_of(key)}: ", child) for key, child in node.items())
    return (("", child) for child in node)


def _text_of(node: Plain) -> str:
    """Return a scalar."""
    assert not isinstance(node, dict | list)
    return json.dumps(node, ensure_ascii=False) if isinstance(node, str) else literal(node)


_WIDTH: Final = 100
