"""What went wrong when a file is not YAML at all, in words that help.

PyYAML's two parsers say the same things in different words, and both say what they looked for
rather than what the writer did. Most such errors come from a text that needs quotes.
"""

import re
from typing import Final, final

import attrs
import yaml

from offinno._frozen import Frozen
from offinno.io._composer import TOO_DEEP
from offinno.io._places import Lines


@final
@attrs.frozen(kw_only=True)
class Fault(Frozen):
    """What ends the reading of a file."""

    #: Offset of the character at which it was seen.
    offset: int
    #: What was seen.
    message: str
    #: What to do.
    hint: str = ""


@final
@attrs.frozen(kw_only=True)
class _Saying(Frozen):
    """What to say when a parser says something."""

    #: What the parser's problem holds.
    pattern: str
    #: What to say instead; ``{0}`` is the character at which it was seen.
    message: str
    #: What to do.
    hint: str
    #: Whether the error belongs where the construct began rather than where it broke off.
    at_start: bool = False


_BLOCK: Final = "put the text in quotes, or below in a block (|)"
_SAYINGS: Final = (
    _Saying(
        pattern="nesting depth",
        message=TOO_DEEP,
        hint="put a text that begins with { or [ in quotes",
    ),
    _Saying(
        pattern="cannot start any token",
        message="a text without quotes cannot begin with {0}",
        hint=_BLOCK,
    ),
    _Saying(
        pattern="mapping values are not allowed",
        message="a colon makes a key where none can stand",
        hint="put a text that holds ': ' in quotes or in a block (|), or mend the indentation",
    ),
    _Saying(
        pattern="sequence entries are not allowed",
        message="a list item begins where none can stand",
        hint="begin the list on a line of its own, or put a text that begins with '- ' in quotes",
    ),
    _Saying(
        pattern="unexpected (end of stream|document)",
        message="the text in quotes that begins here does not end",
        hint="close it with the quote it began with",
        at_start=True,
    ),
    _Saying(
        pattern="invalid Unicode",
        message="the escape is no character",
        hint="write the character itself",
    ),
    _Saying(
        pattern="escape|hexdecimal",
        message="the escape is not known",
        hint=r"write \\ for a backslash, or use single quotes, in which there are no escapes",
    ),
    _Saying(
        pattern="comment or (a )?line break|chomping|indentation indicator",
        message="a block (| or >) has its text on the lines below",
        hint="begin it on the next line, or put a text that begins with | or > in quotes",
    ),
    _Saying(
        pattern="',' or '[]}]'",
        message="the bracket that opens here is not closed, or holds what needs quotes",
        hint="close it, or put a text that begins with { or [ in quotes or in a block (|)",
        at_start=True,
    ),
    _Saying(
        pattern="find expected ':'|expected ':'",
        message="a key without its colon",
        hint="write 'key: value'; a text over several lines is indented below its key",
        at_start=True,
    ),
    _Saying(
        pattern="alphabetic or numeric",
        message="a text without quotes cannot begin with * or &",
        hint=_BLOCK,
        at_start=True,
    ),
    _Saying(
        pattern="tag|URI|%",
        message="a text without quotes cannot begin with !",
        hint=_BLOCK,
        at_start=True,
    ),
)
_OTHERWISE: Final = _Saying(
    pattern="",
    message="this does not fit what stands before it",
    hint="line up keys and list items, and close quotes and brackets",
)

# A key or a dash, and then a character that begins something else than a text.
_OPENING: Final = re.compile(r"""\s*(?:-\s+)*(?:[^\s"'#][^#]*?:\s+)?([{\[*&!|>"'])""")


def fault_of(error: yaml.MarkedYAMLError, lines: Lines) -> Fault:
    """Return what *error* says of the text in *lines*, in our words."""
    saying = next((s for s in _SAYINGS if re.search(s.pattern, error.problem or "")), _OTHERWISE)
    mark = (error.context_mark if saying.at_start else None) or error.problem_mark
    offset = mark.index if mark else 0
    seen = lines.text[offset : offset + 1]
    if seen == "\t":
        hint = "indent with spaces, or put the text in quotes"
        return Fault(offset=offset, message="a tab stands where only spaces can", hint=hint)
    hint = saying.hint
    opening = _OPENING.match(lines.line_at(offset))
    if saying is _OTHERWISE and opening:
        hint = f"put a text that begins with {opening[1]} in quotes or in a block (|)"
    return Fault(offset=offset, message=saying.message.format(repr(seen)), hint=hint)
