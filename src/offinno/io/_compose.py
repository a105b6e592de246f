"""YAML 1.2, the part of it that every reader understands alike, read strictly.

PyYAML splits the text into events, with libyaml where it is there; what they mean is decided
here. Text in quotes is text. Outside quotes, `offinno.io._plain` decides. Whatever makes one
file say different things to different readers, or one short file a large one, is refused:
anchors, aliases, tags, merge keys, directives, further documents, keys given twice, keys that
are not text. Everything refused is reported at once; a syntax error ends reading.
"""

import re
from typing import Final

import yaml
from yaml.events import StreamEndEvent

from offinno.io._composer import Composer
from offinno.io._errors import BadFile, Problem, Problems
from offinno.io._places import Lines, Places, Plain, Spine, Tree
from offinno.io._syntax import Fault, fault_of
from offinno.io._text import decoded

# libyaml's parser where PyYAML was built with it, else the one in Python; they are alike.
_parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DIRECTIVE: Final = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+(?<![^\r\n])%")
_NOTHING_MORE: Final = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")


def read_yaml(data: bytes, *, name: str) -> Tree:
    """Return the tree that *data* holds in YAML; *name* is what errors call the file.

    Whole numbers are int; numbers with decimals or an exponent are `Decimal` with the digits
    as published.

    Raises:
        BadFile: If the file cannot be read, with every problem there is and its place.

    >>> read_yaml(b"share: 48.30 # of GDP", name="sheet.yaml").root
    {'share': Decimal('48.30')}
    >>> read_yaml(b"unit: % of GDP", name="sheet.yaml")
    Traceback (most recent call last):
    ...
    offinno.io._errors.BadFile: sheet.yaml:1:7: a text without quotes cannot begin with '%'; \
put the text in quotes, or below in a block (|)
    """
    lines = Lines(decoded(data, name=name))
    problems = Problems(name)
    root, spine = _document(lines, problems)
    problems.stop()
    return Tree(root, Places(lines, spine))


def _document(lines: Lines, problems: Problems) -> tuple[Plain, Spine]:
    """Return the one document of a file."""
    if found := _DIRECTIVE.match(lines.text):
        fault = Fault(offset=found.end() - 1, message="a line that begins with % is not read")
        raise _ended(problems, lines, fault)
    parser = _parser(lines.text)
    try:
        parser.get_event()  # the stream begins
        if isinstance(parser.get_event(), StreamEndEvent):
            fault = Fault(offset=0, message="the file holds nothing but comments")
            raise _ended(problems, lines, fault)
        tree = Composer(parser.get_event, lines, problems).tree()
        end = parser.get_event().end_mark.index
    except BadFile:
        raise
    except yaml.MarkedYAMLError as error:
        raise _ended(problems, lines, fault_of(error, lines)) from None
    except (ValueError, OverflowError):  # the parser in Python, of \U with a number too large
        fault = Fault(offset=getattr(parser, "index", 0), message="the escape is no character")
        raise _ended(problems, lines, fault) from None
    if not _NOTHING_MORE.fullmatch(lines.text, end):
        hint = "keep to one document in a file"
        fault = Fault(offset=end, message="a further document begins here", hint=hint)
        raise _ended(problems, lines, fault)
    return tree


def _ended(problems: Problems, lines: Lines, fault: Fault) -> BadFile:
    """Return the error of a file whose reading ends at *fault*."""
    spot = lines.spot(fault.offset)
    problems.put(
        Problem(line=spot.line, column=spot.column, message=fault.message, hint=fault.hint)
    )
    return problems.error()
