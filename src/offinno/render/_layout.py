"""From the flat list of blocks to leaves of paper, sections below headings, and what is in them.

Where a block stands decides how wide it is; so places come first, then the pictures of all blocks
together, then what the page shows.

A heading opens a section, which takes the blocks up to the next heading of its level or above.
Links with a heading of their own, contact and notes close the section before them, unless the
heading stands directly above them. A section takes as many of the six columns as its heading
says, and what is in it at most as many.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import final

import attrs

from offinno.model import (
    Block,
    Contact,
    Factsheet,
    FigureBlock,
    Heading,
    Links,
    Notes,
    SchemeTimeline,
)
from offinno.render._blocks import columns_of, view
from offinno.render._desk import Desk, place
from offinno.render._lines import phrase
from offinno.render._pictures import with_figures
from offinno.render._view import Leaf, Section, View

#: A block with its position in the sheet.
_Entry = tuple[int, Block]

_TOP = 2


def complete(sheet: Factsheet) -> Factsheet:
    """Return *sheet* with notes and sources at its end, unless it places them itself."""
    if any(isinstance(block, Notes) for block in sheet.blocks):
        return sheet
    return attrs.evolve(sheet, blocks=(*sheet.blocks, Notes()))


@final
@attrs.frozen(kw_only=True)
class _Plot:
    """A block and its place on the page."""

    #: The block.
    block: Block
    #: Its position in the sheet.
    at: int
    #: How many columns it takes.
    columns: int
    #: The level of the heading that it is or stands below.
    level: int
    #: What stands below it, if it is a heading.
    items: "tuple[_Plot, ...]" = ()

    def desk(self, desk: Desk) -> Desk:
        """Return *desk* at this place."""
        return attrs.evolve(desk, at=self.at, columns=self.columns, level=self.level)

    def figures(self, desk: Desk) -> "Iterator[tuple[FigureBlock | SchemeTimeline, Desk]]":
        """Return every block of figures in it, with its place."""
        if isinstance(self.block, FigureBlock | SchemeTimeline):
            yield self.block, self.desk(desk)
        for plot in self.items:
            yield from plot.figures(desk)

    def shown(self, desk: Desk) -> Section | View:
        """Return what a page shows here."""
        if not isinstance(self.block, Heading):
            return view(self.block, self.desk(desk))
        return Section(
            id=place(self.at),
            columns=self.columns,
            level=self.level,
            heading=phrase(self.block.text, lang=desk.lang),
            items=tuple(plot.shown(desk) for plot in self.items),
        )


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """Return what stands on a page, leaf by leaf of paper."""
    found: list[list[_Entry]] = [[]]
    for at, block in _entries(desk.sheet):
        if getattr(block, "new_page", False) and found[-1]:
            found.append([])
        found[-1].append((at, block))
    plots = [tuple(_plots(entries, desk)) for entries in found]
    figures = (figure for leaf in plots for plot in leaf for figure in plot.figures(desk))
    full = with_figures(desk, figures)
    return tuple(Leaf(tuple(plot.shown(full) for plot in leaf)) for leaf in plots)


def _entries(sheet: Factsheet) -> Iterator[_Entry]:
    """Return the blocks with their positions; notes come once, however often they are asked for."""
    notes = next(at for at, block in enumerate(sheet.blocks) if isinstance(block, Notes))
    for at, block in enumerate(sheet.blocks):
        if at == notes or not isinstance(block, Notes):
            yield at, block


def _plots(entries: Sequence[_Entry], desk: Desk) -> Iterator[_Plot]:
    """Return headings, with what stands below them, and blocks in order."""
    rest = entries
    while rest:
        (at, block), rest = rest[0], rest[1:]
        columns = columns_of(block, desk.columns)
        if not isinstance(block, Heading):
            yield _Plot(block=block, at=at, columns=columns, level=desk.level)
            continue
        level = _level(at, block, desk.sheet)
        inner = attrs.evolve(desk, at=at, columns=columns, level=level)
        under = _under(rest, inner)
        rest = rest[len(under) :]
        items = tuple(_plots(under, inner))
        yield _Plot(block=block, at=at, columns=columns, level=level, items=items)


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
