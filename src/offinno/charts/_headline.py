"""The finding above a picture."""

from collections.abc import Sequence
from typing import final

import attrs

from offinno.charts._notes import Noted
from offinno.language import Lang, Text, optional_text
from offinno.model import Datum, Factsheet, Reference, pieces
from offinno.wording import fill, listed

#: The finding of a picture: a text, plain words, or None for what is measured.
HeadlineLike = Text | str | None


@final
@attrs.frozen
class Headline:
    """What a picture is to say, before it is worded: none, plain words, or words with figures."""

    #: The words; None for what is measured.
    text: Text | None = attrs.field(default=None, converter=optional_text)
    #: The sheet that figures in the words are from; without one, braces are plain text.
    sheet: Factsheet | None = None

    def mentioned(self, lang: Lang) -> tuple[Datum, ...]:
        """Return the figures in the words, and those they are held against."""
        if self.text is None or self.sheet is None:
            return ()
        named = (p for p in pieces(self.text.in_(lang)) if isinstance(p, Reference))
        return tuple(datum for piece in named for datum in self.sheet.figures(piece))

    def worded(self, data: Sequence[Datum], noted: Noted) -> str:
        """Return the words over a picture of *data*; figures in them bear the marks of notes."""
        if self.text is None:
            return titles(data, lang=noted.lang)
        if self.sheet is None:
            return self.text.in_(noted.lang)
        return fill(self.text, self.sheet, lang=noted.lang, mark=noted.mark)


def titles(data: Sequence[Datum], *, lang: Lang) -> str:
    """Return what *data* measure, each measure once."""
    return listed(list(dict.fromkeys(d.indicator.title.in_(lang) for d in data)), lang=lang)
