"""The bytes of a file as text: UTF-8, with nothing in it that cannot be seen.

The same characters are refused here as in a `offinno.language.Text`, and in addition none may
come in by an escape, so that what a person sees in an editor is what the file says.
"""

import re
from collections.abc import Iterator
from typing import Final

from offinno.io._errors import BadFile, Problem, Problems
from offinno.io._places import Lines

#: How large a file may be, in bytes.
MAX_BYTES: Final = 64 * 1024 * 1024

# All that is refused in a `Text`, but for CR, in two parts: without the higher planes Python
# finds a character fifteen times as fast. A test holds this and `Text` together.
_CONTROLS: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u2028\u2029\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff"
)
_HIGH_CONTROLS: Final = "\U000e0000-\U000e007f" + "".join(
    chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
_HIGH: Final = re.compile("[\U0001fffe-\U0010ffff]")

# In a file, CR may end a line; in a text that was read, lines end in LF. The second of each is
# for texts with characters of the higher planes.
_IN_FILE: Final = (re.compile(f"[{_CONTROLS}]"), re.compile(f"[{_CONTROLS}{_HIGH_CONTROLS}]"))
_IN_TEXT: Final = (re.compile(f"[\r{_CONTROLS}]"), re.compile(f"[\r{_CONTROLS}{_HIGH_CONTROLS}]"))

_OTHER_ENCODINGS: Final = (
    (b"\xff\xfe", "UTF-16 or UTF-32"),
    (b"\xfe\xff", "UTF-16"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
)
_SAVE: Final = "save the file as UTF-8"


def unsafe(text: str) -> str | None:
    """Return the name of the first character in *text* that no file may hold, if there is one.

    >>> unsafe("3 av 4"), unsafe("3" + chr(0x202E) + "4")
    (None, 'U+202E')
    """
    found = _IN_TEXT[_HIGH.search(text) is not None].search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def decoded(data: bytes, *, name: str) -> str:
    """Return *data* as text; a byte-order mark at its beginning is left out.

    Raises:
        BadFile: If *data* is empty, too large, not UTF-8, or holds a character that no file may
            hold: control characters, other line separators than LF and CR LF, what steers the
            direction of the text around it, surrogates, and what is no character.

    >>> decoded("Ås".encode(), name="area.yaml")
    'Ås'
    """
    if len(data) > MAX_BYTES:
        raise _bad(name, f"{len(data)} bytes are more than the {MAX_BYTES} that are read")
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise _bad(name, f"the file is {encoding}", _SAVE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(name, (_no_utf8(data, error.start),)) from None
    if not text.strip():
        raise _bad(name, "the file is empty")
    if "\0" in text:
        raise _bad(name, "the file holds zero bytes", f"if it is UTF-16, {_SAVE}")
    problems = Problems(name)
    for problem in _unsafe_characters(text):
        problems.put(problem)
    problems.stop()
    return text


def _bad(name: str, message: str, hint: str = "") -> BadFile:
    """Return the error of a file that cannot be read at all."""
    return BadFile(name, (Problem(message=message, hint=hint),))


def _no_utf8(data: bytes, start: int) -> Problem:
    """Return the problem of a byte that cannot stand in UTF-8, with what it may have meant."""
    before = data[:start].decode("utf-8-sig", errors="replace")
    spot = Lines(before).spot(len(before))
    byte = data[start]
    meant = bytes([byte]).decode("cp1252", errors="ignore")
    guess = f" (in Windows-1252 it would be {meant!r})" if meant.isprintable() and meant else ""
    return Problem(
        line=spot.line,
        column=spot.column,
        message=f"the byte 0x{byte:02X} is not UTF-8{guess}",
        hint=_SAVE,
    )


def _unsafe_characters(text: str) -> Iterator[Problem]:
    """Yield a problem for every character that no file may hold."""
    lines = Lines(text)
    for match in _IN_FILE[_HIGH.search(text) is not None].finditer(text):
        spot = lines.spot(match.start())
        yield Problem(
            line=spot.line,
            column=spot.column,
            message=f"the character U+{ord(match[0]):04X} cannot be seen and is not read",
            hint="take it out",
        )
