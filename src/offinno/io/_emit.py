"""YAML as a person would write it, which every reader of YAML 1.1 and 1.2 reads alike.

Lists and mappings stand in block style, short ones that hold no others on one line. A text is
written without quotes only where no common reader takes it for something else; text over
several lines stands in a block (``|``), a long line is folded (``>``) where that does not change
it. The same tree is always the same text.
"""

import re
from collections.abc import Iterator
from typing import Final

from offinno.io._places import Plain
from offinno.io._plain import is_text_everywhere, quoted
from offinno.io._writable import check_writable, literal

#: How long a line may be before it is folded, in characters.
_WIDTH: Final = 96

#: How long a mapping on one line may be.
_SHORT: Final = 60

#: Readers look no further than 1 024 bytes for the colon of a key.
_LONGEST_KEY: Final = 120

# A text without quotes begins with a letter, a digit or an underscore; these would end it.
_BEGIN: Final = re.compile(r"\w")
_END: Final = re.compile(r"[\t\n]|:\s|\s#|[:\s]\Z")
_END_IN_FLOW: Final = re.compile(r"[][{},:?]")


def write_yaml(tree: Plain) -> str:
    """Return *tree* as YAML.

    What is written reads back as it was, but for one thing: a `Decimal` without decimals or
    exponent comes back as int. Readers of YAML 1.1 see the same texts, and the same numbers but
    for those with an exponent.

    Raises:
        NotATree: If *tree* holds what no file can hold, such as a float or NaN.

    >>> print(write_yaml({"area": "NO", "title": {"en": "Share", "nb": "Andel"}}), end="")
    area: "NO"
    title: {en: Share, nb: Andel}
    """
    check_writable(tree)
    lines = _block(tree, "") if isinstance(tree, dict | list) and tree else _lines(tree, "", "")
    return "\n".join(lines) + "\n"


def _block(node: dict[str, Plain] | list[Plain], pad: str) -> Iterator[str]:
    """Yield the lines of a list or mapping that is not empty, indented by *pad*."""
    if isinstance(node, list):
        for child in node:
            yield from _lines(child, pad, "-")
        return
    for key, child in node.items():
        name = _key(key)
        if len(name) <= _LONGEST_KEY:
            yield from _lines(child, pad, f"{name}:")
        else:
            yield f"{pad}? {name}"
            yield from _lines(child, pad, ":")


def _lines(node: Plain, pad: str, begin: str) -> Iterator[str]:
    """Yield the lines of *node* after *begin*: a key with its colon, a dash, or nothing."""
    head = f"{pad}{begin} " if begin else pad
    below = f"{pad}  "
    if isinstance(node, str):
        header, *lines = _text(node, _WIDTH - len(head), _WIDTH - len(below))
        yield head + header
        yield from (below + line if line else "" for line in lines)
    elif not isinstance(node, dict | list):
        yield head + literal(node)
    elif (flat := _flat(node, _WIDTH - len(head))) is not None:
        yield head + flat
    elif begin == "-":
        first, *rest = _block(node, below)
        yield head + first.removeprefix(below)
        yield from rest
    else:
        yield head.rstrip()
        yield from _block(node, below)


def _text(text: str, room: int, width: int) -> list[str]:
    """Return *text* on one line of at most *room*, or a header and lines of *width* below it."""
    if "\n" in text:
        return _literal(text) or [quoted(text)]
    short = text if _is_plain(text) else quoted(text)
    return [short] if len(short) <= room else _folded(text, width) or [short]


def _literal(text: str) -> list[str]:
    """Return *text* as a literal block, or nothing where a block would change it."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if not lines[0] or lines[0][0] == " " or not lines[-1]:
        return []
    if any(line[:1] == "\t" or line[-1:].isspace() for line in lines):
        return []
    return ["|" if text != body else "|-", *lines]


def _folded(text: str, width: int) -> list[str]:
    """Return *text*, one long line, as a folded block, or nothing where that would change it."""
    words = text.split(" ")
    if not all(words) or any(word.isspace() or "\t" in word for word in words):
        return []
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [">-", *lines] if len(lines) > 1 else []


def _flat(node: dict[str, Plain] | list[Plain], room: int) -> str | None:
    """Return *node* on one line if it is short and holds nothing that needs lines of its own."""
    below = list(node.values()) if isinstance(node, dict) else node
    if any(isinstance(child, dict | list) or _has_lines(child) for child in below):
        return None
    if isinstance(node, list):
        flat = f"[{', '.join(map(_flat_scalar, node))}]"
        return flat if len(flat) <= room or not node else None
    pairs = [f"{_flat_scalar(key)}: {_flat_scalar(child)}" for key, child in node.items()]
    flat = "{" + ", ".join(pairs) + "}"
    return flat if len(flat) <= min(room, _SHORT) or not node else None


def _has_lines(node: Plain) -> bool:
    """Tell whether *node* is a text of more than one line."""
    return isinstance(node, str) and "\n" in node


def _flat_scalar(node: Plain) -> str:
    """Return a scalar as it may stand in a list or mapping on one line."""
    assert not isinstance(node, dict | list)
    if not isinstance(node, str):
        return literal(node)
    return node if _is_plain(node) and not _END_IN_FLOW.search(node) else quoted(node)


def _key(key: str) -> str:
    """Return a key in block style."""
    return key if _is_plain(key) else quoted(key)


def _is_plain(text: str) -> bool:
    """Tell whether *text* may stand without quotes in block style."""
    return bool(_BEGIN.match(text)) and not _END.search(text) and is_text_everywhere(text)
