"""The running texts of a sheet, sentence by sentence, with the figures that stand in them."""

import re
from collections.abc import Iterator
from typing import Final, final

import attrs

from offinno.checks._shown import Row, drawn_by, rows_of
from offinno.exceptions import Steps
from offinno.language import Text
from offinno.model import (
    Block,
    Datum,
    Factsheet,
    FigureBlock,
    Form,
    Name,
    Prose,
    Reference,
    SchemeTimeline,
    pieces,
)

#: Stands in the words of a sentence for a figure.
FIGURE: Final = "\ufffc"

# Where one claim ends and the next begins. "ca. 15" and "nr. 3" are no ends.
_END: Final = re.compile(
    r"(?<=[!?;])\s+"
    rf"|(?<=\.)(?<!\bca\.)(?<!\bnr\.)\s+(?=[A-ZÆØÅ{FIGURE}])"
    r"|\n\s*\n"
    r"|\n(?=[-*] )"
)


@final
@attrs.frozen(kw_only=True)
class Mention:
    """A figure in a sentence."""

    #: The figure.
    row: Row
    #: The form it is shown in.
    form: Form
    #: The figure that it is held against, where the text says which.
    against: Datum | None = None


@final
@attrs.frozen(kw_only=True)
class Sentence:
    """One claim of a text."""

    #: Its words, each figure replaced by `FIGURE` and each digit of a name by ``_``.
    words: str
    #: Its figures, in the order of their places in the words.
    mentions: tuple[Mention, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its figures without their forms."""
        return tuple(mention.row for mention in self.mentions)


@final
@attrs.frozen(kw_only=True)
class Passage:
    """A text of a block in one language."""

    #: Position of the block.
    block: int
    #: Where the text stands.
    steps: Steps
    #: The tag of its language.
    lang: str
    #: All its words, as those of its sentences.
    words: str
    #: Its sentences.
    sentences: tuple[Sentence, ...]
    #: What the block draws, where the text is its headline.
    drawn: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All figures in the text."""
        return tuple(row for sentence in self.sentences for row in sentence.rows)


def passages_of(sheet: Factsheet) -> Iterator[Passage]:
    """Return the prose, headlines and alt texts of *sheet*, in the order of its blocks."""
    for at, block in enumerate(sheet.blocks):
        for field, text in _texts(block):
            shown = drawn_by(block) if isinstance(block, FigureBlock) else ()
            drawn = tuple(row for _, reference in shown for row in rows_of(sheet, reference))
            for lang, content in text.items():
                words, mentions = _read(sheet, content)
                yield Passage(
                    block=at,
                    steps=("blocks", at, field, lang),
                    lang=lang,
                    words=words,
                    sentences=tuple(_sentences(words, mentions)),
                    drawn=drawn,
                )


def _texts(block: Block) -> Iterator[tuple[str, Text]]:
    """Return the texts of a block that may hold figures, after the names of their fields."""
    if isinstance(block, Prose):
        yield "text", block.text
    if isinstance(block, FigureBlock | SchemeTimeline):
        yield "headline", block.headline
        if block.alt is not None:
            yield "alt", block.alt


def _read(sheet: Factsheet, text: str) -> tuple[str, list[Mention]]:
    """Return the words of *text*, with marks for its figures, and the figures."""
    words, mentions = "", list[Mention]()
    for piece in pieces(text):
        match piece:
            case Reference():
                (row,) = rows_of(sheet, piece)
                against = sheet.figures(piece)[1] if piece.against else None
                mentions.append(Mention(row=row, form=piece.form, against=against))
                words += FIGURE
            case Name():
                words += re.sub(r"\d", "_", piece.text)
            case _:
                words += piece.replace(FIGURE, " ")
    return words, mentions


def _sentences(words: str, mentions: list[Mention]) -> Iterator[Sentence]:
    """Return the sentences of a text, each with its figures."""
    for part in _END.split(words):
        here, mentions = mentions[: part.count(FIGURE)], mentions[part.count(FIGURE) :]
        yield Sentence(words=part, mentions=tuple(here))
