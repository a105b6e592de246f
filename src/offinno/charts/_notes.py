"""Which notes stand below a picture, and with which marks.

Indicators choose the marks of their notes without knowing of each other. In a picture each note
has a mark of its own: the one it has where that is free, else the next sign in a row that
printers have used for long. Notes that say the same are one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from types import MappingProxyType
from typing import Final, final

import attrs

from offinno.charts._parts import ShownNote
from offinno.language import Lang
from offinno.model import Datum, Indicator, Note

_SIGNS: Final = "*†‡§¶"


@final
@attrs.frozen
class Noted:
    """The notes of a picture and their marks."""

    #: The mark of each note by its text, in the order in which a reader meets them.
    marks: Mapping[str, str]
    #: The language of the notes.
    lang: Lang

    @property
    def notes(self) -> tuple[ShownNote, ...]:
        """The notes as they stand below the picture."""
        return tuple(ShownNote(mark, text) for text, mark in self.marks.items())

    def mark(self, datum: Datum) -> str:
        """Return the marks that stand behind a figure, parted by commas."""
        marks = (self.marks[note.text.in_(self.lang)] for note in datum.notes)
        return ",".join(dict.fromkeys(marks))


def noted(data: Sequence[Datum], *, lang: Lang) -> Noted:
    """Return the notes of *data* in *lang*.

    Notes that must be shown and belong to no row in particular come last; no figure bears
    their marks.
    """
    notes = [*(note for datum in data for note in datum.notes), *_general(data)]
    wished: dict[str, str] = {}
    for note in notes:
        wished.setdefault(note.text.in_(lang), note.mark)
    return Noted(MappingProxyType(_without_clashes(wished)), lang)


def _general(data: Sequence[Datum]) -> Iterator[Note]:
    """Return the notes that must be shown and that no row refers to."""
    for indicator in dict.fromkeys(datum.indicator for datum in data):
        used = _used(indicator)
        yield from (n for n in indicator.notes if n.must_show and n.mark not in used)


def _used(indicator: Indicator) -> frozenset[str]:
    """Return the marks that rows of an indicator refer to."""
    extras = indicator.observations.extras
    return frozenset(mark for _, extra in extras for mark in extra.notes)


def _without_clashes(wished: Mapping[str, str]) -> dict[str, str]:
    """Return a mark for each text: the one it wishes for where no earlier one has it."""
    first: dict[str, str] = {}
    for text, mark in wished.items():
        first.setdefault(mark, text)
    free = (mark for mark in _signs() if mark not in first)
    return {text: mark if first[mark] == text else next(free) for text, mark in wished.items()}


def _signs() -> Iterator[str]:
    """Return marks in the order in which they are given out."""
    return chain.from_iterable((sign * times for sign in _SIGNS) for times in count(1))
