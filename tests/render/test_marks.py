"""Marks and notes: one to one on a page, whatever the indicators chose."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offinno.language import vocabulary
from offinno.model import (
    Factsheet,
    Indicator,
    Note,
    Number,
    Observation,
    Observations,
    Population,
    Prose,
)
from offinno.render import page
from offinno.render._marks import page_notes, plain, with_page_marks
from offinno.units import parse_unit
from offinno.values import Value

Element = ET.Element
Parsed = Callable[[str], Element]

SHARE = parse_unit("% of workplaces")


def indicator(key: str, *notes: Note) -> Indicator:
    """Return a made-up indicator of one row with these notes."""
    row = Observation(area="NO", period=2001, value=Value(1, SHARE), notes=[n.mark for n in notes])
    return Indicator(
        key=key,
        title=key,
        definition=key,
        unit=SHARE,
        population=Population(unit=vocabulary()["workplaces"]),
        notes=notes,
        observations=Observations.of(SHARE, [row]),
    )


def sheet_of(*indicators: Indicator) -> Factsheet:
    """Return a sheet that shows each indicator as a number."""
    blocks = [Number(figure=each.key, headline="h") for each in indicators]
    return Factsheet(key="s", title="t", indicators=indicators, blocks=blocks)


def marks(sheet: Factsheet) -> list[str]:
    """Return the marks of the notes of the page, in order."""
    return [note.mark for note in page_notes(sheet, lang="nb")]


class TestPageNotes:
    """The notes of a page."""

    def test_keep_marks_that_do_not_clash(self) -> None:
        """A mark that no other note wishes for stays."""
        sheet = sheet_of(indicator("a", Note(mark="*", text="1"), Note(mark="x", text="2")))

        assert ["*", "x"] == marks(sheet)

    def test_are_one_where_they_say_the_same(self) -> None:
        """One note of two indicators has one mark and knows both places."""
        note = Note(mark="*", text="same")
        (found,) = page_notes(sheet_of(indicator("a", note), indicator("b", note)), lang="nb")

        assert ("*", (0, 1)) == (found.mark, found.blocks)

    def test_get_signs_where_marks_clash(self) -> None:
        """Of a few notes that wish for one mark, each gets one of the signs of printers."""
        sheet = sheet_of(*(indicator(f"i{n}", Note(mark="*", text=str(n))) for n in range(5)))

        assert ["*", "†", "‡", "§", "¶"] == marks(sheet)

    def test_get_no_sign_that_is_taken(self) -> None:
        """A sign that one note alone wishes for is not given to another."""
        notes = [Note(mark="†", text="0"), *(Note(mark="*", text=t) for t in "12")]
        sheet = sheet_of(*(indicator(f"i{n}", note) for n, note in enumerate(notes)))

        assert ["†", "*", "‡"] == marks(sheet)

    def test_get_letters_where_signs_do_not_suffice(self) -> None:
        """Of many notes that wish for one mark, each gets a raised letter, none of them taken."""
        notes = [Note(mark="b", text="0"), *(Note(mark="*", text=str(n)) for n in range(1, 30))]
        sheet = sheet_of(*(indicator(f"i{n}", note) for n, note in enumerate(notes)))
        found = marks(sheet)

        assert ["b", "ᵃ", "ᶜ", "ᵈ"] == found[:4]
        assert ["ᶻ", "ᵃᵃ", "ᵃᵇ"] == found[21:24]
        assert ["a", "aa"] == [plain("ᵃ"), plain("ᵃᵃ")]

    def test_are_those_that_are_shown(self) -> None:
        """A note of what the page does not show is not there."""
        shown, hidden = (
            indicator("a", Note(mark="*", text="1")),
            indicator("b", Note(mark="*", text="2")),
        )
        sheet = attrs.evolve(sheet_of(shown, hidden), blocks=[Prose(text="{a}")])

        assert ["*"] == marks(sheet)

    def test_include_what_no_figure_may_lack(self) -> None:
        """A note that must be shown and belongs to no row is there with every figure."""
        general = Note(mark="*", text="all", must_show=True)
        whole = attrs.evolve(indicator("a"), notes=[general, Note(mark="†", text="none")])
        (found,) = page_notes(sheet_of(whole), lang="nb")

        assert ("*", True) == (found.mark, found.must_show)


class TestWithPageMarks:
    """A sheet with the marks of the page."""

    def test_leaves_a_sheet_without_clashes(self) -> None:
        """Where every note keeps its mark the sheet is the same."""
        sheet = sheet_of(indicator("a", Note(mark="*", text="1")))

        assert sheet == with_page_marks(sheet, page_notes(sheet, lang="nb"))

    def test_renames_notes_and_rows(self) -> None:
        """Rows refer to their notes by the new marks, and the old sheet is untouched."""
        sheet = sheet_of(
            indicator("a", Note(mark="*", text="1")), indicator("b", Note(mark="*", text="2"))
        )
        made = with_page_marks(sheet, page_notes(sheet, lang="nb"))

        assert ["*", "†"] == [i.notes[0].mark for i in made.indicators]
        assert [("*",), ("†",)] == [i.observations[0].notes for i in made.indicators]
        assert ("*",) == sheet.indicators[1].observations[0].notes

    def test_joins_notes_of_one_indicator_that_say_the_same(self) -> None:
        """Two notes with one text become one, with one mark behind the number."""
        sheet = sheet_of(
            indicator("a", Note(mark="*", text="1")),
            indicator("b", Note(mark="*", text="2"), Note(mark="†", text="2")),
        )
        made = with_page_marks(sheet, page_notes(sheet, lang="nb"))

        assert [1, 1] == [
            len(made.indicators[1].notes),
            len(made.indicators[1].observations[0].notes),
        ]

    @given(st.lists(st.lists(st.sampled_from("*†‡ab"), max_size=3, unique=True), max_size=12))
    def test_gives_every_note_one_mark(self, wishes: list[list[str]]) -> None:
        """No two notes share a mark, neither as written nor as raised."""
        sheet = sheet_of(
            *(
                indicator(f"i{n}", *(Note(mark=m, text=f"{n}{m}") for m in wished))
                for n, wished in enumerate(wishes)
            )
        )
        notes = page_notes(sheet, lang="nb")
        made = with_page_marks(sheet, notes)

        assert sum(map(len, wishes)) == len({plain(note.mark) for note in notes})
        for before, after in zip(sheet.indicators, made.indicators, strict=True):
            assert [note.text for note in before.notes] == [note.text for note in after.notes]


class TestOnThePage:
    """Marks lead to notes, and notes lead back."""

    @pytest.fixture
    def root(self, parsed: Parsed) -> Element:
        """Return a page with two notes, one of them shown twice."""
        both = sheet_of(
            indicator("a", Note(mark="*", text="first")),
            indicator("b", Note(mark="*", text="second")),
        )
        more = attrs.evolve(both, blocks=(*both.blocks, Prose(text="{b} and {b}")))
        return parsed(page(more, lang="en"))

    def test_marks_lead_to_their_notes(self, root: Element) -> None:
        """Each mark is a link to the note with that mark."""
        notes = {li.get("id"): "".join(li.itertext()) for li in root.iter("li") if li.get("id")}
        links = [a for a in root.iter("a") if a.get("role") == "doc-noteref"]

        assert 2 + 2 + 2 == len(links)  # at the numbers, below them, and in the text
        for link in links:
            assert notes[str(link.get("href"))[1:]].startswith(str(link.text))

    def test_notes_lead_back(self, root: Element) -> None:
        """Each note leads back to every part of the page that shows it, once."""
        back = [
            [(a.get("href"), a.get("aria-label")) for a in li.iter("a")]
            for li in root.iter("li")
            if (li.get("id") or "").startswith("note")
        ]

        assert [
            [("#part-1", "back to the figure")],
            [("#part-2", "back to place 1"), ("#part-3", "back to place 2")],
        ] == back
