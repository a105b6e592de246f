"""Rules OFF503 to OFF505: notes that must be shown, and figures that are not there."""

from collections.abc import Iterator

from offinno.checks._found import Found
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import Row
from offinno.checks._view import View
from offinno.exceptions import Steps
from offinno.model import Note, Notes
from offinno.values import Missing
from offinno.wording import marked


@rule(
    "OFF503",
    Severity.BLOCKER,
    message=marked("“{what}” ({figure}) is shown without the note that belongs to it: {note}"),
    remedy=marked("add a block of notes, or show the figure in a chart, which carries its notes"),
)
def note_never_shown(view: View) -> Iterator[Found]:
    """A figure is shown, and nowhere the note without which it must not be."""
    if any(isinstance(block, Notes) for block in view.sheet.blocks):
        return
    drawn = {note for steps, row in _places(view) if steps[-1] == "figure" for note in _due(row)}
    for steps, row in _places(view):
        for note in _due(row):
            if note not in drawn:
                drawn.add(note)
                title = row.datum.indicator.title
                yield Found.at(steps, what=title, figure=row.datum.value, note=note[1].text)


@rule(
    "OFF504",
    Severity.WARNING,
    message=marked("no figure of “{what}” has the mark of the note “{note}”, which must be shown"),
    remedy=marked("name the mark at the figures that the note is about"),
)
def note_without_figure(view: View) -> Iterator[Found]:
    """A note that must be shown belongs to no figure, and so is shown nowhere."""
    for at, indicator in enumerate(view.sheet.indicators):
        marks = {mark for _, extra in indicator.observations.extras for mark in extra.notes}
        for number, note in enumerate(indicator.notes):
            if note.must_show and note.mark not in marks:
                yield Found.at(
                    ("indicators", at, "notes", number), what=indicator.title, note=note.text
                )


@rule(
    "OFF505",
    Severity.HINT,
    message=marked("{n} of {all} figures of “{what}” are missing: {reason}"),
    remedy=marked("find them, or leave the picture out until there are figures to show"),
)
def missing_drawn(view: View) -> Iterator[Found]:
    """A picture is drawn of figures that are missing."""
    for showing in view.showings:
        lost = [row for row in showing.rows if row.missing]
        if showing.steps[-1] != "figure" or not lost:
            continue
        value = lost[0].datum.value
        assert isinstance(value, Missing)
        yield Found.at(
            showing.steps,
            n=len(lost),
            all=len(showing.rows),
            what=lost[0].datum.indicator.title,
            reason=Missing(value.reason),
        )


def _places(view: View) -> Iterator[tuple[Steps, Row]]:
    """Return every figure with each place where it is shown."""
    for showing in view.showings:
        for row in showing.rows:
            yield showing.steps, row


def _due(row: Row) -> tuple[tuple[str, Note], ...]:
    """Return the notes that must be shown with a figure, with the key of its indicator."""
    key = row.datum.indicator.key
    return tuple((key, note) for note in row.datum.notes if note.must_show)
