"""The words that a caller gives to a picture: the finding above it, and the alt text.

What a sheet says in another language than the picture is shown all the same, for its page marks
it as such, and `offinno check` reports it. A picture has one language for all its words; so what
is given to it alone, and not by way of a sheet, must be there in that language.
"""

from collections.abc import Mapping, Sequence
from typing import final

import attrs

from offinno.charts._alts import ALT_MOST
from offinno.charts._errors import NotSuitable
from offinno.charts._notes import Noted
from offinno.charts._suitable import shown
from offinno.exceptions import OffinnoError
from offinno.language import Lang, Text, language, text_of
from offinno.model import Datum, Factsheet, Reference, pieces
from offinno.wording import fill

#: Words for a picture: plain ones, a text by language, or None for those that offinno makes.
HeadlineLike = Text | Mapping[str, str] | str | None


@final
@attrs.frozen
class NoWording(OffinnoError, LookupError):
    """Words for a picture that are not there in its language."""

    #: What the words are for: ``headline`` or ``alt``.
    part: str
    #: The language of the picture.
    lang: str
    #: The languages that they are in.
    given: tuple[str, ...]

    def __str__(self) -> str:
        """Name both and the remedies."""
        return (
            f"the {self.part} is given in {' and '.join(self.given)}, the picture is in "
            f"{self.lang}; give it in {self.lang} too, or as plain text if it is the same in all"
        )


@final
@attrs.frozen
class BadAlt(OffinnoError, ValueError):
    """An alt text that nobody can listen to in one breath."""

    #: How many characters it has.
    length: int
    #: How many lines.
    lines: int

    def __str__(self) -> str:
        """Say how long it is, and what would be right."""
        if self.lines > 1:
            return f"the alt text has {self.lines} lines; write it in one"
        return (
            f"the alt text has {self.length} characters, {ALT_MOST} at most are read in one "
            "breath; say what the picture is about and what is largest and smallest in it"
        )


def _words(part: str, given: object) -> Text | None:
    """Return what was given as words for a picture, if any."""
    if given is None:
        return None
    if isinstance(given, str | Mapping):
        return text_of(given)
    remedy = f"write it as in {part}='…', or by language, as in {part}={{'nb': '…', 'en': '…'}}"
    raise NotSuitable(part, "words", shown(given), remedy)


def _headline(given: object) -> Text | None:
    """Return what was given as a headline, if any."""
    return _words("headline", given)


def _spoken(part: str, text: Text, lang: str) -> str:
    """Return *text* in the language of a picture and in no other."""
    if language(lang) in text.missing:
        raise NoWording(part, language(lang), tuple(text))
    return text.in_(lang)


def own_alt(given: HeadlineLike, *, lang: str) -> str | None:
    """Return the alt text that a caller gives in the place of the one that offinno makes.

    Raises:
        NotSuitable: If it is no text.
        NoWording: If it is not there in the language of the picture.
        BadAlt: If it has more than 250 characters, or several lines.
    """
    text = _words("alt", given)
    if text is None:
        return None
    words = _spoken("alt", text, lang)
    lines = words.count("\n") + 1
    if lines > 1 or len(words) > ALT_MOST:
        raise BadAlt(len(words), lines)
    return words


@final
@attrs.frozen
class Headline:
    """What a picture is to say, before it is worded: none, plain words, or words with figures."""

    #: The words; None for what is measured.
    text: Text | None = attrs.field(default=None, converter=_headline)
    #: The sheet that figures in the words are from; without one, braces are plain text.
    sheet: Factsheet | None = None

    def mentioned(self, lang: Lang) -> tuple[Datum, ...]:
        """Return the figures in the words, and those they are held against."""
        if self.text is None or self.sheet is None:
            return ()
        named = (p for p in pieces(self.text.in_(lang)) if isinstance(p, Reference))
        return tuple(datum for piece in named for datum in self.sheet.figures(piece))

    def worded(self, data: Sequence[Datum], noted: Noted) -> str:
        """Return the words over a picture of *data*; figures in them bear the marks of notes.

        Those of a sheet may be in another language, where they lack that of the picture.

        Raises:
            NoWording: If those of no sheet are not there in the language of the picture.
        """
        if self.text is None:
            return titles(data, lang=noted.lang)
        if self.sheet is None:
            return _spoken("headline", self.text, noted.lang)
        return fill(self.text, self.sheet, lang=noted.lang, mark=noted.mark)


def titles(data: Sequence[Datum], *, lang: Lang) -> str:
    """Return what *data* measure, each measure once; each title begins as it is written."""
    return "; ".join(dict.fromkeys(datum.indicator.title.in_(lang) for datum in data))
