"""What a block needs to know of the page that it stands on."""

from collections.abc import Mapping
from os import PathLike
from typing import Final, final

import attrs
from markupsafe import Markup

from offinno.charts import Figure, Theme
from offinno.language import Lang
from offinno.model import Block, Datum, Factsheet, Source
from offinno.render._marks import PageNote, page_notes, with_page_marks
from offinno.render._mentions import sources

#: How many columns a page has.
COLUMNS: Final = 6


@final
@attrs.frozen
class Made:
    """What is shown of a block of figures."""

    #: The figure in the language of the page.
    figure: Figure
    #: The numbers that it is made of.
    data: tuple[Datum, ...]
    #: Its pictures: as wide as a column on paper or a phone, and wider; none if it has none.
    pictures: tuple[Markup, ...] = ()


@final
@attrs.frozen(kw_only=True)
class Desk:
    """A sheet on its way to a page, and the place on that page where a block goes."""

    #: The sheet, its notes with the marks that they have on the page.
    sheet: Factsheet
    #: The language of the page.
    lang: Lang
    #: How pictures look; None for the look that offinno gives them.
    theme: Theme | None = None
    #: The folder with the files that blocks name, if it is known.
    beside: str | PathLike[str] | None = None
    #: The notes of all that is shown.
    notes: tuple[PageNote, ...]
    #: The sources of all that is shown, in the order of their appearance.
    sources: tuple[Source, ...]
    #: What is shown of blocks of figures, by their positions in the sheet.
    figures: Mapping[int, Made] = attrs.field(factory=dict)
    #: Position of the block in the sheet.
    at: int = 0
    #: The level of the heading above the block; 1 is the title.
    level: int = 1
    #: How many columns of the page there are to take.
    columns: int = COLUMNS

    @property
    def made(self) -> Made:
        """What is shown of the block, which is one of figures."""
        return self.figures[self.at]

    @property
    def id(self) -> str:
        """The place of the block on the page."""
        return place(self.at)

    def number(self, source: Source) -> int:
        """Return the number of *source* in the list of sources."""
        return self.sources.index(source) + 1


def place(at: int) -> str:
    """Return what the place of the block at position *at* is called."""
    return f"part-{at + 1}"


def note_place(number: int) -> str:
    """Return what the place of a note is called."""
    return f"note-{number}"


def source_place(number: int) -> str:
    """Return what the place of a source is called."""
    return f"source-{number}"


def desk_for(
    sheet: Factsheet,
    *,
    lang: Lang,
    theme: Theme | None = None,
    beside: str | PathLike[str] | None = None,
) -> Desk:
    """Return *sheet* ready to become a page in *lang*."""
    notes = page_notes(sheet, lang=lang)
    return Desk(
        sheet=with_page_marks(sheet, notes),
        lang=lang,
        theme=theme,
        beside=beside,
        notes=notes,
        sources=_used(sheet.blocks, sheet=sheet, lang=lang),
    )


def _used(blocks: tuple[Block, ...], *, sheet: Factsheet, lang: Lang) -> tuple[Source, ...]:
    """Return every source of what *blocks* show, once."""
    found = (source for block in blocks for source in sources(block, sheet=sheet, lang=lang))
    return tuple(dict.fromkeys(found))
