"""Blocks of figures as what a page shows of them."""

import re
from typing import Final

import attrs

from offinno.charts import Figure
from offinno.language import Lang
from offinno.model import Datum, FigureBlock, Number, Pictogram, SchemeTimeline
from offinno.render._desk import Desk
from offinno.render._lines import figure, line_of, mark_of, phrase, with_sources
from offinno.render._pictures import is_missing
from offinno.render._view import FigureView, Line, NoteLine, Phrase, Shown, TableView
from offinno.values import Missing
from offinno.wording import full_stop, lineage_text, lineage_tree, missing_text

#: How many numbers of a working stand at a figure with what each of them is.
_FEW: Final = 4

#: So many characters of a large number stand in one line.
_ONE_LINE: Final = 14
#: A blank between a number and a word, or between two words; those within a number stay.
_BESIDE_WORDS: Final = re.compile(r"(?<=[^\W\d])\N{NO-BREAK SPACE}|\N{NO-BREAK SPACE}(?=[^\W\d(])")

#: Blocks that show one figure; a table would only say it again.
_SINGLE: Final = (Number, Pictogram)


def figure_view(block: FigureBlock | SchemeTimeline, desk: Desk) -> FigureView:
    """Return a number or picture with everything that belongs to it."""
    made, data = desk.made.figure, desk.made.data
    missing = _reasons(data, desk.lang)
    number = _large(data[0], block, desk) if isinstance(block, Number) else None
    return FigureView(
        id=desk.id,
        columns=desk.columns,
        number=None if missing else number,
        pictures=desk.made.pictures,
        missing=missing,
        headline=line_of(block.headline, desk),
        subtitle=made.subtitle,
        notes=_notes(made, desk),
        remarks=() if missing else made.remarks,
        working=() if missing else _working(data, desk),
        source=with_sources(made.source_line, desk),
        table=None if isinstance(block, _SINGLE) else _table(made),
    )


def _large(datum: Datum, block: Number, desk: Desk) -> Shown:
    """Return a number to be shown large: a long one may break before its words, not within them."""
    shown = figure(datum, block.figure.form, desk)
    if len(shown.text) <= _ONE_LINE:
        return shown
    return attrs.evolve(shown, text=_BESIDE_WORDS.sub(" ", shown.text))


def _reasons(data: tuple[Datum, ...], lang: Lang) -> tuple[Line, ...]:
    """Return why there is no value at all, each reason once; nothing if there is one."""
    values = (datum.value for datum in data) if is_missing(data) else ()
    absent = (value for value in values if isinstance(value, Missing))
    return tuple(dict.fromkeys(_reason(value, lang) for value in absent))


def _reason(value: Missing, lang: Lang) -> Line:
    """Return why a value is missing, and what there is to say about that."""
    reason = Phrase(full_stop(missing_text(value, lang=lang)))
    if value.note is None:
        return (reason,)
    return (reason, Phrase(" "), phrase(value.note, lang=lang))


def _working(data: tuple[Datum, ...], desk: Desk) -> Line:
    """Return how what is shown was computed; of figures with several workings the notes tell."""
    lineages = list(dict.fromkeys(datum.lineage for datum in data))
    if len(lineages) != 1 or lineages[0] is None:
        return ()
    if len(lineages[0].inputs) > _FEW:  # what each number is stands among the notes
        return (Phrase(full_stop(lineage_tree(lineages[0], lang=desk.lang).text)),)
    return with_sources(full_stop(lineage_text(lineages[0], lang=desk.lang)), desk)


def _notes(made: Figure, desk: Desk) -> tuple[NoteLine, ...]:
    """Return the notes of a figure, in the language that each is in."""
    on_page = {note.mark: note for note in desk.notes}
    notes = (on_page[note.mark] for note in made.notes)
    return tuple(
        NoteLine(mark_of(note.mark, desk), phrase(note.text, lang=desk.lang), note.must_show)
        for note in notes
    )


def _table(made: Figure) -> TableView:
    """Return the values behind a picture."""
    return TableView(made.table.columns, made.table.rows)
