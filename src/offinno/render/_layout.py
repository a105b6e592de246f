"""From the flat list of blocks to leaves of paper, sections below headings, and what is in them.

A heading opens a section, which takes the blocks up to the next heading of its level or above.
Links with a heading of their own, contact and notes close the section before them, unless the
heading stands directly above them. A section takes as many of the six columns as its heading
says, and what is in it at most as many.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

import attrs

from offinno.model import Block, Contact, Factsheet, Heading, Links, Notes
from offinno.render._blocks import columns_of, view
from offinno.render._desk import Desk, place
from offinno.render._lines import phrase
from offinno.render._view import Leaf, Section, View

#: A block with its position in the sheet.
_Entry = tuple[int, Block]

_TOP = 2


def complete(sheet: Factsheet) -> Factsheet:
    """Return *sheet* with notes and sources at its end, unless it places them itself."""
    if any(isinstance(block, Notes) for block in sheet.blocks):
        return sheet
    return attrs.evolve(sheet, blocks=(*sheet.blocks, Notes()))


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """Return what stands on a page, leaf by leaf of paper."""
    found: list[list[_Entry]] = [[]]
    for at, block in _entries(desk.sheet):
        if getattr(block, "new_page", False) and found[-1]:
            found.append([])
        found[-1].append((at, block))
    return tuple(Leaf(tuple(_items(entries, desk))) for entries in found)


def _entries(sheet: Factsheet) -> Iterator[_Entry]:
    """Return the blocks with their positions; notes come once, however often they are asked for."""
    notes = next(at for at, block in enumerate(sheet.blocks) if isinstance(block, Notes))
    for at, block in enumerate(sheet.blocks):
        if at == notes or not isinstance(block, Notes):
            yield at, block


def _items(entries: Sequence[_Entry], desk: Desk) -> Iterator[Section | View]:
    """Return sections and blocks in order."""
    rest = entries
    while rest:
        (at, block), rest = rest[0], rest[1:]
        inner = attrs.evolve(desk, at=at, columns=columns_of(block, desk.columns))
        if not isinstance(block, Heading):
            yield view(block, inner)
            continue
        inner = attrs.evolve(inner, level=_level(at, block, desk.sheet))
        under = _under(rest, inner)
        rest = rest[len(under) :]
        yield _section(block, under, inner)


def _level(at: int, heading: Heading, sheet: Factsheet) -> int:
    """Return the level of a heading; the first ones cannot be parts of a section."""
    before = (block for block in sheet.blocks[:at] if isinstance(block, Heading))
    return heading.level if any(block.level == _TOP for block in before) else _TOP


def _under(rest: Sequence[_Entry], desk: Desk) -> Sequence[_Entry]:
    """Return the blocks that belong to the section whose heading *desk* is at."""
    return tuple(takewhile(lambda entry: not _closes(entry, desk), rest))


def _closes(entry: _Entry, desk: Desk) -> bool:
    """Return whether a block closes the section whose heading *desk* is at."""
    at, block = entry
    if isinstance(block, Heading):
        return _level(at, block, desk.sheet) <= desk.level
    own = isinstance(block, Links) and block.heading is not None
    return own or (isinstance(block, Contact | Notes) and at != desk.at + 1)


def _section(heading: Heading, under: Sequence[_Entry], desk: Desk) -> Section:
    """Return a section."""
    return Section(
        id=place(desk.at),
        columns=desk.columns,
        level=desk.level,
        heading=phrase(heading.text, lang=desk.lang),
        items=tuple(_items(under, desk)),
    )
