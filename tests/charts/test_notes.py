"""Notes below a picture, each with a mark of its own."""

from collections.abc import Callable
from typing import Any

import pytest

from offinno.charts import ShownNote
from offinno.charts._notes import noted
from offinno.model import Datum, Indicator, Note

Measure = Callable[..., Indicator]


@pytest.fixture
def bearing(measure: Measure) -> Callable[..., Datum]:
    """Return a function that makes a figure with notes, given as marks and texts."""

    def make(*notes: tuple[str, str], **header: Any) -> Datum:
        made = [Note(mark=mark, text=text) for mark, text in notes]
        row = {"value": 50, "notes": [mark for mark, _ in notes]}
        return measure(row, **({"notes": made} | header)).at()

    return make


def test_a_note_keeps_its_mark(bearing: Callable[..., Datum]) -> None:
    """Where it is free."""
    datum = bearing(("*", "one"), ("a)", "two"))
    found = noted([datum], lang="nb")

    assert (ShownNote("*", "one"), ShownNote("a)", "two")) == found.notes
    assert "*,a)" == found.mark(datum)


def test_two_notes_never_share_a_mark(bearing: Callable[..., Datum]) -> None:
    """The later one gets the next sign that no note has."""
    first, second = bearing(("*", "one"), ("†", "two")), bearing(("*", "three"))
    found = noted([first, second], lang="nb")

    assert "*,†" == found.mark(first)
    assert "‡" == found.mark(second)


def test_notes_that_say_the_same_are_one(bearing: Callable[..., Datum]) -> None:
    """Whatever marks their indicators gave them."""
    first, second = bearing(("*", "one")), bearing(("†", "one"))
    found = noted([first, second], lang="nb")

    assert (ShownNote("*", "one"),) == found.notes
    assert "*" == found.mark(second)


def test_signs_are_doubled_when_they_run_out(bearing: Callable[..., Datum]) -> None:
    """After the last sign come two of the first."""
    data = [bearing(("*", str(at))) for at in range(7)]

    assert ["*", "†", "‡", "§", "¶", "**", "††"] == [n.mark for n in noted(data, lang="nb").notes]


def test_a_note_that_must_be_shown_is_shown(measure: Measure) -> None:
    """Also where no row bears its mark; one that another row bears is that row's."""
    general = Note(mark="x", text="general", must_show=True)
    other = Note(mark="y", text="other", must_show=True)
    silent = Note(mark="z", text="silent")
    rows = [{"value": 50}, {"area": "SE", "value": 60, "notes": ["y"]}]
    whole = measure(*rows, notes=[general, other, silent])
    found = noted([whole.at(area="NO")], lang="nb")

    assert (ShownNote("x", "general"),) == found.notes
    assert not found.mark(whole.at(area="NO"))


def test_a_shown_note_is_one_line() -> None:
    """Mark first."""
    assert "* one" == str(ShownNote("*", "one"))
