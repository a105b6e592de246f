"""Notes of a page: each with a mark of its own, each mark with one note.

Indicators choose the marks of their notes without knowing of each other, so on a page two notes
may have one mark. Here every note that is shown gets a mark that no other has: its own where
no other wishes for it, else one of the signs that printers have used for long, or a letter where
these do not suffice. The sheet is then rewritten with these marks, so that numbers, pictures and
tables all show the same ones.

Letters are those that Unicode has raised. In the text of a picture, where nothing can be raised,
they are told from the words before them; digits would be read as powers.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, count, product
from typing import Final, final

import attrs

from offinno.language import Lang, Text
from offinno.model import Extra, Factsheet, Indicator, Note, Observations
from offinno.render._mentions import figures, notes_of

_SIGNS: Final = "*†‡§¶"
#: Without i, l and o, which read like a stroke or a degree; there is no raised q.
_RAISED: Final = "ᵃᵇᶜᵈᵉᶠᵍʰʲᵏᵐⁿᵖʳˢᵗᵘᵛʷˣʸᶻ"
_PLAIN: Final = str.maketrans(_RAISED, "abcdefghjkmnprstuvwxyz")


def plain(mark: str) -> str:
    """Return *mark* as it is written where a page raises it itself.

    >>> plain("ᵃ"), plain("*")
    ('a', '*')
    """
    return mark.translate(_PLAIN)


@final
@attrs.frozen(kw_only=True)
class PageNote:
    """A note with its mark on the page."""

    #: Its mark, which no other note of the page has.
    mark: str
    #: What it says.
    text: Text
    #: Whether no figure may be shown without it.
    must_show: bool
    #: Positions of the blocks that show it.
    blocks: tuple[int, ...]


def page_notes(sheet: Factsheet, *, lang: Lang) -> tuple[PageNote, ...]:
    """Return the notes of all figures that *sheet* shows, in the order of their appearance.

    Notes that say the same are one.
    """
    seen: dict[Text, list[tuple[int, Note]]] = {}
    for at, block in enumerate(sheet.blocks):
        for datum in figures(block, sheet=sheet, lang=lang):
            for note in notes_of(datum):
                seen.setdefault(note.text, []).append((at, note))
    marks = _without_clashes({text: found[0][1].mark for text, found in seen.items()})
    return tuple(
        PageNote(
            mark=marks[text],
            text=text,
            must_show=any(note.must_show for _, note in found),
            blocks=tuple(dict.fromkeys(at for at, _ in found)),
        )
        for text, found in seen.items()
    )


def _without_clashes(wished: dict[Text, str]) -> dict[Text, str]:
    """Return a mark for each note: the one it wishes for, if no other note does."""
    wishes = Counter(wished.values())
    alone = {plain(mark) for mark, times in wishes.items() if times == 1}
    clashing = [text for text, mark in wished.items() if wishes[mark] > 1]
    signs = [sign for sign in _SIGNS if sign not in alone]
    free = iter(signs) if len(clashing) <= len(signs) else _letters(alone)
    return {text: mark if wishes[mark] == 1 else next(free) for text, mark in wished.items()}


def _letters(taken: set[str]) -> Iterator[str]:
    """Return raised letters, then groups of them, without those that read like one in *taken*."""
    groups = chain.from_iterable(product(_RAISED, repeat=length) for length in count(1))
    marks = map("".join, groups)
    return (mark for mark in marks if plain(mark) not in taken)


def with_page_marks(sheet: Factsheet, notes: tuple[PageNote, ...]) -> Factsheet:
    """Return *sheet* with the marks that its notes have on the page."""
    marks = {note.text: note.mark for note in notes}
    renamed = [_renamed(indicator, marks) for indicator in sheet.indicators]
    return attrs.evolve(sheet, indicators=renamed)


def _renamed(indicator: Indicator, marks: dict[Text, str]) -> Indicator:
    """Return *indicator* with page marks; a note that the page does not show is left out."""
    new = {note.mark: marks.get(note.text) for note in indicator.notes}
    if all(old == mark for old, mark in new.items()):
        return indicator
    kept = {mark: note for note in indicator.notes if (mark := new[note.mark]) is not None}
    notes = [Note(mark=mark, text=n.text, must_show=n.must_show) for mark, n in kept.items()]
    rows = _with_marks(indicator.observations, new)
    return attrs.evolve(indicator, notes=notes, observations=rows)


def _with_marks(rows: Observations, new: dict[str, str | None]) -> Observations:
    """Return *rows* with their marks replaced."""
    return attrs.evolve(
        rows, extras=tuple((row, _extra_with(extra, new)) for row, extra in rows.extras)
    )


def _extra_with(extra: Extra, new: dict[str, str | None]) -> Extra:
    """Return what one row has beside its columns, with its marks replaced."""
    marks = (new[mark] for mark in extra.notes)
    return attrs.evolve(extra, notes=tuple(dict.fromkeys(mark for mark in marks if mark)))
