"""From a flat list of blocks to leaves and sections."""

import attrs
import pytest

from offinno.model import (
    Block,
    Contact,
    ContactPoint,
    Factsheet,
    Heading,
    Link,
    Links,
    Notes,
    Prose,
    Width,
)
from offinno.render import NoPage
from offinno.render._blocks import view
from offinno.render._desk import desk_for
from offinno.render._layout import complete, leaves
from offinno.render._view import Leaf, Section, View


def laid_out(*blocks: Block) -> list[object]:
    """Return the blocks as they are laid out, leaf by leaf."""
    sheet = Factsheet(
        key="s",
        title="t",
        blocks=blocks,
        contact=ContactPoint(organisation="o"),
        links=[Link(label="l", url="https://e.org")],
    )
    return [_shape(leaf) for leaf in leaves(desk_for(complete(sheet), lang="nb"))]


def _shape(item: Leaf | Section | View) -> object:
    """Return what an item is, with the columns it takes and what is in it."""
    if isinstance(item, Leaf):
        return [_shape(inner) for inner in item.items]
    if isinstance(item, Section):
        return f"h{item.level}", item.columns, [_shape(inner) for inner in item.items]
    return item.kind, item.columns


def text(width: Width = "full") -> Prose:
    """Return a text of some width."""
    return Prose(text="x", width=width)


class TestSections:
    """Headings open sections."""

    def test_section_takes_what_follows(self) -> None:
        """A section goes on to the next heading of its level."""
        found = laid_out(text(), Heading(text="a"), text(), Heading(text="b"), text())

        assert [
            [("prose", 6), ("h2", 6, [("prose", 6)]), ("h2", 6, [("prose", 6)])],
            [("notes", 6)],
        ] == found

    def test_parts_stand_in_their_section(self) -> None:
        """A heading of the third level opens a part of the section."""
        found = laid_out(Heading(text="a"), Heading(text="b", level=3), text(), Heading(text="c"))

        assert [("h2", 6, [("h3", 6, [("prose", 6)])]), ("h2", 6, [])] == found[0]

    def test_first_heading_is_no_part(self) -> None:
        """A heading of the third level before any of the second is one of the second."""
        found = laid_out(Heading(text="a", level=3), Heading(text="b"), Heading(text="c", level=3))

        assert [("h2", 6, []), ("h2", 6, [("h3", 6, [])])] == found[0]

    def test_nothing_is_wider_than_its_section(self) -> None:
        """In a third of the page a block takes a third at most."""
        third, half = Heading(text="a", width="third"), Heading(text="b", width="half")
        found = laid_out(third, text(), text("half"), text("third"), half, text(), text("third"))

        assert [
            ("h2", 2, [("prose", 2), ("prose", 2), ("prose", 2)]),
            ("h2", 3, [("prose", 3), ("prose", 2)]),
        ] == found[0]

    def test_links_and_contact_close_a_section(self) -> None:
        """They are about the sheet, not about the last section."""
        found = laid_out(
            Heading(text="a"), text(), Contact(), Heading(text="b"), Links(heading="c")
        )

        assert [("h2", 6, [("prose", 6)]), ("contact", 3), ("h2", 6, []), ("links", 3)] == found[0]

    def test_links_and_contact_may_have_a_heading(self) -> None:
        """Directly below a heading they are what it is about."""
        found = laid_out(Heading(text="a"), Contact(), Heading(text="b"), Links())

        assert [("h2", 6, [("contact", 3)]), ("h2", 6, [("links", 3)])] == found[0]


class TestLeaves:
    """Some blocks begin a new leaf of paper."""

    def test_heading_may_begin_a_leaf(self) -> None:
        """A heading that asks for it begins a leaf, but not an empty one before it."""
        found = laid_out(
            Heading(text="a", new_page=True), Heading(text="b", new_page=True, level=3)
        )

        assert [[("h2", 6, [])], [("h3", 6, [])], [("notes", 6)]] == found

    def test_notes_may_stay_on_the_leaf(self) -> None:
        """Notes that do not ask for a leaf stand on the last one."""
        assert [[("prose", 6), ("notes", 6)]] == laid_out(text(), Notes(new_page=False))


class TestView:
    """Every block has a view."""

    def test_refuses_what_is_no_block(self) -> None:
        """Something else than a block is named in the error."""
        desk = desk_for(complete(Factsheet(key="s", title="t")), lang="nb")

        with pytest.raises(NoPage) as caught:
            view(7, desk)  # type: ignore[arg-type]
        assert "there is no page of a int; give blocks of offinno.model" == str(caught.value)

    def test_number_without_value(self) -> None:
        """Notes stand alone where a sheet shows nothing else."""
        assert [[("notes", 6)]] == laid_out()


def test_original_is_untouched() -> None:
    """Completing a sheet makes a new one, once."""
    sheet = Factsheet(key="s", title="t")
    done = complete(sheet)

    assert () == sheet.blocks
    assert done is complete(done)
    assert attrs.evolve(sheet, blocks=[Notes()]) == done
