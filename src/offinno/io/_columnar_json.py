"""The decoding of columnar JSON by msgspec, and what msgspec lets pass."""

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from offinno.io._errors import BadFile, Problem

_TOKEN: Final = re.compile(rb'"((?:[^"\\]|\\.)*)"[ \t\r\n]*(:?)|[{}]')
_BRACE: Final = re.compile(rb"[{}]")
_COLON: Final = re.compile(rb"[ \t\r\n]*:")


class AxisNode(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """Categories, and for each row the number of its category."""

    categories: list[str | dict[str, Any] | None]
    codes: list[int]


class Columns(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """The columns of observations."""

    area: AxisNode
    period: AxisNode
    value: list[float]
    decimals: list[int] | int
    breakdowns: dict[str, AxisNode] = {}
    missing: AxisNode | None = None
    qualifier: AxisNode | None = None
    evidence: AxisNode | None = None
    status: AxisNode | None = None
    vintage: AxisNode | None = None
    source: AxisNode | None = None


class Document(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A file of columns."""

    schema: int
    unit: str
    columns: Columns
    terms: msgspec.Raw = msgspec.Raw()
    rows: msgspec.Raw = msgspec.Raw()


_DECODER: Final = msgspec.json.Decoder(Document)


def decoded(data: bytes, name: str) -> Document:
    """Return the document that *data* holds.

    Raises:
        BadFile: If it is no JSON of this form, has a key twice, or is of a newer version.
    """
    _check_keys(data, name)
    try:
        document = _DECODER.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as problem:
        raise BadFile(name, (Problem(message=f"no columns: {problem}"),)) from None
    if document.schema != 1:
        message = f"schema {document.schema} is not known; this offinno reads schema 1"
        raise BadFile(name, (Problem(path=("schema",), message=message),))
    return document


def _check_keys(data: bytes, name: str) -> None:
    """Check that no mapping has a key twice."""
    stack: list[set[bytes]] = []
    for token, is_key in _tokens(data):
        if token == b"{":
            stack.append(set())
        elif token == b"}":
            stack[-1:] = []
        elif is_key and stack:
            if token in stack[-1]:
                key = token.decode(errors="replace")[1:81]
                raise BadFile(name, (Problem(message=f"the key {key!r} stands twice"),))
            stack[-1].add(token)


def _tokens(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Return the braces of a JSON text and its strings, each with whether it is a key.

    Between strings only braces are looked for, which the processor does at the speed of memory:
    nearly all of a file of columns is numbers. A text with escapes is read string by string.
    """
    if b"\\" in data:
        for found in _TOKEN.finditer(data):
            yield found[0] if found[1] is None else b'"' + found[1], bool(found[2])
        return
    pieces = data.split(b'"')
    for at, piece in enumerate(pieces):
        if at % 2:
            behind = pieces[at + 1] if at + 1 < len(pieces) else b""
            yield b'"' + piece, _COLON.match(behind) is not None
        else:
            yield from ((brace, False) for brace in _braces(piece))


def _braces(piece: bytes) -> Iterator[bytes]:
    """Return the braces in *piece*, in order."""
    if b"{" in piece or b"}" in piece:
        yield from _BRACE.findall(piece)
