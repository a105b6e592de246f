"""Pictures of one figure: large, or as marks."""

from typing import Final

import attrs

from offinno.charts._alts import alt_of_marks, alt_of_number
from offinno.charts._compose import composed
from offinno.charts._errors import NotAPart
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._marks import filled_marks, pictogram_look
from offinno.charts._notes import Noted, noted
from offinno.charts._number import number_look
from offinno.charts._parts import Table
from offinno.charts._row import Row, row_of
from offinno.charts._suitable import check_count
from offinno.charts._tables import list_table
from offinno.charts._words import spoken_of
from offinno.exceptions import UnknownName
from offinno.language import Lang
from offinno.model import Contradiction, Datum, Form
from offinno.units import Share
from offinno.values import Missing
from offinno.wording import datum_text, fraction_text, message, value_text

_MARKS: Final = range(2, 101)


def form_of(given: Form | str) -> Form:
    """Return the form that is meant.

    Raises:
        UnknownName: If there is none of that name.

    >>> form_of("fraction") is Form.FRACTION
    True
    """
    names = tuple(form.value for form in Form)
    name = given.value if isinstance(given, Form) else given
    if name not in names:
        raise UnknownName("form of a figure", str(name), names)
    return Form(name)


def number_of(datum: Datum, *, lang: Lang, headline: Headline, form: Form) -> Figure:
    """Return one figure, large; see `offinno.charts.number`."""
    notes = noted([datum, *headline.mentioned(lang)], lang=lang)
    words = datum_text(datum, lang=lang, form=form, mark=notes.mark(datum))
    row = _row(datum, notes, words)
    above = headline.worded([datum], notes)
    return composed(
        [datum],
        rows=[row],
        look=number_look(row),
        noted=notes,
        headline=above,
        alt=alt_of_number(datum, lang=lang, headline=above),
        table=_table(datum, row, lang),
    )


def pictogram_of(datum: Datum, *, lang: Lang, headline: Headline, of: int) -> Figure:
    """Return a share as marks; see `offinno.charts.pictogram`."""
    if not isinstance(datum.unit, Share):
        raise NotAPart(str(datum.unit))
    check_count("of", of, 10)
    if of not in _MARKS:
        raise Contradiction("pictogram", f"{of} marks; use 2 to 100")
    notes = noted([datum, *headline.mentioned(lang)], lang=lang)
    row = _row(datum, notes, _so_many(datum, notes, of))
    (spoken,) = spoken_of([datum], lang=lang)
    filled = filled_marks(row.value, of=of)
    return composed(
        [datum],
        rows=[row],
        look=pictogram_look(row, of=of),
        noted=notes,
        headline=headline.worded([datum], notes),
        alt=alt_of_marks(row, of=of, filled=filled, spoken=spoken, lang=lang),
        table=_table(datum, row, lang),
    )


def _row(datum: Datum, notes: Noted, words: str) -> Row:
    """Return the row of the one figure, worded."""
    label = datum.indicator.title.in_(notes.lang)
    key, mark = datum.indicator.key, notes.mark(datum)
    row = row_of(datum, lang=notes.lang, key=key, label=label, mark=mark)
    return attrs.evolve(row, value_label=words)


def _so_many(datum: Datum, notes: Noted, of: int) -> str:
    """Return what stands below marks: so many of so many, and the share."""
    value, mark = datum.value, notes.mark(datum)
    share = value_text(value, lang=notes.lang, mark=mark)
    if isinstance(value, Missing):
        return share
    return f"{fraction_text(datum.number, lang=notes.lang, of=of)} ({share})"


def _table(datum: Datum, row: Row, lang: Lang) -> Table:
    """Return the table of one figure."""
    header = message("indicator", lang=lang)
    return list_table([row], header=header, unit=datum.unit, lang=lang)
