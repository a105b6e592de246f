"""OFF503 to OFF505: notes, and what is missing."""

from typing import Any


def noted(bench: Any) -> str:
    """Return an indicator whose figure has a note that must be shown."""
    note = "{mark: '*', text: Only here, must_show: true}"
    marked: str = bench.UNITS.replace("value: 74", "value: 74, notes: ['*']")
    return marked.replace("    observations:", f"    notes: [{note}]\n    observations:")


def test_chart_carries_its_notes(bench: Any) -> None:
    """A figure that is drawn somewhere has been shown with its note."""
    text = bench.prose("{units} {units}", indicators=noted(bench))
    drawn = "  - {type: number, figure: units, headline: A}\n"

    assert ["blocks[0].text.nb"] == bench.places(text, "OFF503")
    assert [] == bench.places(text + drawn, "OFF503")


def test_other_notes_may_be_left_out(bench: Any) -> None:
    """A note that need not be shown is no finding."""
    plain = noted(bench).replace(", must_show: true", "")

    assert [] == bench.places(bench.prose("{units}", indicators=plain), "OFF503")


def test_missing_figures_in_a_text(bench: Any) -> None:
    """A sentence may say that a figure is missing; a picture of it is a hint."""
    gone = bench.GONE

    assert [] == bench.places(bench.prose("{units}", indicators=gone), "OFF505")
    assert ["blocks[0].figure"] == bench.places(bench.headline("A", indicators=gone), "OFF505")
