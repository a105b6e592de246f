"""One block tree, one function that says what a page shows of a block."""

from functools import singledispatch
from typing import Final

from offinno.model import (
    Block,
    Contact,
    FigureBlock,
    Links,
    Notes,
    Prose,
    Schemes,
    SchemeTimeline,
)
from offinno.render._desk import Desk
from offinno.render._errors import NoPage
from offinno.render._figures import figure_view
from offinno.render._lines import anchor, foreign, phrase
from offinno.render._notes import notes_view
from offinno.render._prose import prose
from offinno.render._schemes import schemes_view
from offinno.render._view import (
    ContactView,
    FigureView,
    LinksView,
    NotesView,
    ProseView,
    SchemesView,
    View,
)

#: How many of six columns a width takes.
SPANS: Final = {"full": 6, "half": 3, "third": 2}


def columns_of(block: Block, available: int) -> int:
    """Return how many columns *block* takes of those there are."""
    return min(SPANS[getattr(block, "width", "full")], available)


@singledispatch
def view(block: Block, desk: Desk) -> View:  # noqa: ARG001 - the common signature
    """Return what a page shows of *block*.

    Raises:
        NoPage: If it is none of the blocks of a sheet.
    """
    raise NoPage(type(block).__name__, "give blocks of offinno.model")


@view.register
def _(block: Prose, desk: Desk) -> ProseView:
    shown = block.text.shown(desk.lang)
    return ProseView(
        id=desk.id,
        columns=desk.columns,
        style=block.style,
        body=prose(shown.text, desk),
        lang=foreign(shown.lang, desk.lang),
    )


@view.register
def _(block: FigureBlock | SchemeTimeline, desk: Desk) -> FigureView:
    return figure_view(block, desk)


@view.register
def _(block: Schemes, desk: Desk) -> SchemesView:
    return schemes_view(block, desk)


@view.register
def _(block: Links, desk: Desk) -> LinksView:
    return LinksView(
        id=desk.id,
        columns=desk.columns,
        heading=phrase(block.heading, lang=desk.lang) if block.heading else None,
        links=tuple(anchor(link, lang=desk.lang) for link in desk.sheet.links),
    )


@view.register
def _(block: Contact, desk: Desk) -> ContactView:  # noqa: ARG001 - the common signature
    contact = desk.sheet.contact
    assert contact is not None  # without one the block is left out
    return ContactView(
        id=desk.id,
        columns=desk.columns,
        organisation=phrase(contact.organisation, lang=desk.lang),
        address=phrase(contact.address, lang=desk.lang) if contact.address else None,
        phone=contact.phone,
        links=tuple((anchor(link, lang=desk.lang), _short(link.url)) for link in contact.links),
    )


def _short(url: str) -> str:
    """Return an address as one would write it down: a mail address without its subject."""
    address = url.removeprefix("https://").removesuffix("/")
    return address.removeprefix("mailto:").partition("?")[0] if "mailto:" in url else address


@view.register
def _(block: Notes, desk: Desk) -> NotesView:
    return notes_view(block, desk)
