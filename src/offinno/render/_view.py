"""What stands on a page, as plain text in small frozen objects that templates lay out.

Nothing here is markup but the two fields of type `Markup`: a drawn picture, and prose made from
Markdown. Everything else is text, which the templates escape.
"""

from typing import ClassVar, final

import attrs
from markupsafe import Markup


@final
@attrs.frozen
class Phrase:
    """Words in one language."""

    kind: ClassVar = "phrase"

    #: The words.
    text: str
    #: Tag of their language, where it is another one than the page's.
    lang: str | None = None


@final
@attrs.frozen
class Anchor:
    """Words that lead somewhere."""

    kind: ClassVar = "anchor"

    #: The words.
    text: str
    #: Where they lead: an address, or a place on the page.
    href: str
    #: Tag of their language, where it is another one than the page's.
    lang: str | None = None


@final
@attrs.frozen
class Mark:
    """The mark of a note behind a figure."""

    #: The mark, unique on the page.
    mark: str
    #: The place of the note on the page.
    href: str
    #: What the link is called, for those who hear it.
    label: str


@final
@attrs.frozen
class Shown:
    """A figure in words, with the marks of its notes."""

    kind: ClassVar = "figure"

    #: The figure as it is worded.
    text: str
    #: The number itself, for machines; None for a range or a missing one.
    number: str | None
    #: The marks of its notes.
    marks: tuple[Mark, ...] = ()


#: A piece of a line.
Span = Phrase | Anchor | Shown

#: Pieces of text that follow each other without a space.
Line = tuple[Span, ...]


@final
@attrs.frozen
class NoteLine:
    """A note below a figure."""

    #: Its mark.
    mark: Mark
    #: What it says.
    text: Phrase
    #: Whether it stands at the figure on paper too, and not only among the notes.
    must_show: bool


@final
@attrs.frozen
class TableView:
    """The values behind a picture."""

    #: What the columns are called.
    columns: tuple[str, ...]
    #: The cells, row by row; the first of each names its row.
    rows: tuple[tuple[str, ...], ...]


@final
@attrs.frozen(kw_only=True)
class ProseView:
    """Running text."""

    kind: ClassVar = "prose"

    #: Its place on the page.
    id: str
    #: How many of six columns it takes.
    columns: int
    #: How it is set off.
    style: str
    #: The text.
    body: Markup
    #: Tag of its language, where it is another one than the page's.
    lang: str | None


@final
@attrs.frozen(kw_only=True)
class FigureView:
    """A figure: a large number, a picture, or why there is none."""

    kind: ClassVar = "figure"

    #: Its place on the page.
    id: str
    #: How many of six columns it takes.
    columns: int
    #: The large number, if it is one.
    number: Shown | None = None
    #: The picture, if there is one: as wide as a column on paper or a phone, and wider.
    pictures: tuple[Markup, ...] = ()
    #: Why there are no values; empty if there are.
    missing: tuple[Line, ...] = ()
    #: The finding.
    headline: Line
    #: Measure, unit, population and period.
    subtitle: str
    #: Its notes.
    notes: tuple[NoteLine, ...] = ()
    #: What there is to say without a mark.
    remarks: tuple[str, ...] = ()
    #: How what it shows was computed, where that is one computation; empty if it was not.
    working: Line = ()
    #: Where it comes from.
    source: Line
    #: The values, where they are more than what is shown.
    table: TableView | None = None


@final
@attrs.frozen
class Fact:
    """A line of a card: what it is about, and what there is to say."""

    #: What it is about.
    label: str
    #: What there is to say, point by point.
    points: tuple[Line, ...]


@final
@attrs.frozen(kw_only=True)
class CardView:
    """A funding scheme."""

    #: Its place on the page.
    id: str
    #: Its name.
    name: Phrase
    #: Its other names, and what it followed.
    formerly: tuple[Line, ...]
    #: What it is for, and where that is described.
    purpose: Line
    #: What there is to know.
    facts: tuple[Fact, ...]
    #: What came of its calls.
    results: tuple[Line, ...]
    #: Its page.
    link: Anchor | None


@final
@attrs.frozen(kw_only=True)
class SchemesView:
    """Funding schemes side by side."""

    kind: ClassVar = "schemes"

    #: Its place on the page.
    id: str
    #: How many of six columns they take.
    columns: int
    #: The level of their headings.
    level: int
    #: The schemes.
    cards: tuple[CardView, ...]


@final
@attrs.frozen(kw_only=True)
class LinksView:
    """Where to read more."""

    kind: ClassVar = "links"

    #: Its place on the page.
    id: str
    #: How many of six columns they take.
    columns: int
    #: What stands above them.
    heading: Phrase | None
    #: The links.
    links: tuple[Anchor, ...]


@final
@attrs.frozen(kw_only=True)
class ContactView:
    """Whom to ask."""

    kind: ClassVar = "contact"

    #: Its place on the page.
    id: str
    #: How many of six columns it takes.
    columns: int
    #: The organisation.
    organisation: Phrase
    #: Its address.
    address: Phrase | None
    #: Its telephone number.
    phone: str | None
    #: Its e-mail address, page and the like, each with the address as text for paper.
    links: tuple[tuple[Anchor, str], ...]


@final
@attrs.frozen(kw_only=True)
class NoteView:
    """A note with all the places that it belongs to."""

    #: Its place on the page.
    id: str
    #: Its mark.
    mark: str
    #: What it says.
    text: Phrase
    #: The way back to each place that it belongs to.
    back: tuple[Mark, ...]


@final
@attrs.frozen(kw_only=True)
class SourceView:
    """A source in the list of sources."""

    #: Its place on the page.
    id: str
    #: Publisher and year.
    short: Phrase
    #: Its title, leading to its address if it has one.
    title: Span
    #: The place in it, and what ends the sentence.
    rest: str
    #: Its address as text, for paper.
    address: str | None
    #: When it was read, its licence, and what there is to know.
    more: tuple[Phrase, ...]


@final
@attrs.frozen(kw_only=True)
class AboutView:
    """What there is to say about a figure or a scheme, point by point."""

    #: What it is about.
    title: Phrase
    #: What there is to say.
    points: tuple[Line, ...]


@final
@attrs.frozen(kw_only=True)
class NotesView:
    """Notes, definitions and sources of all that is shown."""

    kind: ClassVar = "notes"

    #: Its place on the page.
    id: str
    #: How many of six columns they take.
    columns: int
    #: What stands above them.
    heading: Phrase
    #: The notes.
    notes: tuple[NoteView, ...]
    #: The figures.
    about: tuple[AboutView, ...]
    #: Schemes with what came of their calls, for paper, where cards have no room for it.
    results: tuple[AboutView, ...]
    #: The sources.
    sources: tuple[SourceView, ...]


#: What a block becomes.
View = ProseView | FigureView | SchemesView | LinksView | ContactView | NotesView


@final
@attrs.frozen(kw_only=True)
class Section:
    """A heading and what stands below it."""

    kind: ClassVar = "section"

    #: Its place on the page.
    id: str
    #: How many of six columns it takes.
    columns: int
    #: The level of its heading, from 2.
    level: int
    #: Its heading.
    heading: Phrase
    #: What stands below.
    items: "tuple[Section | View, ...]"


@final
@attrs.frozen
class Leaf:
    """What begins on a new page of paper."""

    #: What stands on it.
    items: tuple[Section | View, ...]


@final
@attrs.frozen(kw_only=True)
class PageView:
    """A page."""

    #: The language.
    lang: str
    #: Words of the page itself, by name.
    words: dict[str, str]
    #: The title.
    title: Phrase
    #: A line below the title.
    subtitle: Phrase | None
    #: The edition; empty if it has none.
    edition: str
    #: Who publishes it.
    publisher: Phrase | None
    #: What the page is about, for search engines.
    summary: str
    #: The page in every language there is, this one without an address.
    editions: tuple[Anchor, ...]
    #: What stands on it, leaf by leaf.
    leaves: tuple[Leaf, ...]
