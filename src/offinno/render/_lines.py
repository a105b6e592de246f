"""Lines of text with figures, links and citations in them."""

import re
from collections.abc import Iterable, Iterator

from offinno.language import Lang, Text
from offinno.model import Datum, Form, Link, Name, Piece, Source, pieces
from offinno.render._desk import Desk, note_place, source_place
from offinno.render._marks import plain
from offinno.render._mentions import notes_of
from offinno.render._view import Anchor, Line, Mark, Phrase, Shown, Span
from offinno.values import Missing, Range, Value
from offinno.wording import datum_text, message, source_text

_DOI = "doi:"


def foreign(tag: str, lang: Lang) -> str | None:
    """Return *tag* where it names another language than that of the page."""
    return None if tag in {lang, "und"} else tag


def phrase(text: Text, *, lang: Lang) -> Phrase:
    """Return *text* in *lang*, or in the language that there is, marked as such."""
    shown = text.shown(lang)
    return Phrase(shown.text, foreign(shown.lang, lang))


def address(url: str) -> str:
    """Return *url* as a browser can follow it.

    >>> address("doi:10.1787/9789264304604-en")
    'https://doi.org/10.1787/9789264304604-en'
    """
    return f"https://doi.org/{url.removeprefix(_DOI)}" if url.startswith(_DOI) else url


def anchor(link: Link, *, lang: Lang) -> Anchor:
    """Return *link* with its label in *lang*."""
    label = phrase(link.label, lang=lang)
    return Anchor(label.text, address(link.url), label.lang)


def mark_of(mark: str, desk: Desk) -> Mark:
    """Return *mark* with the way to its note."""
    number = next(n for n, note in enumerate(desk.notes, 1) if note.mark == mark)
    label = message("note {mark}", lang=desk.lang, mark=plain(mark))
    return Mark(plain(mark), f"#{note_place(number)}", label)


def figure(datum: Datum, form: Form, desk: Desk, against: Datum | None = None) -> Shown:
    """Return a figure in words, with the marks of its notes and of what it is held against."""
    notes = (*notes_of(datum), *(() if against is None else notes_of(against)))
    return Shown(
        datum_text(datum, lang=desk.lang, form=form, reference=against),
        None if form.comparing or form is Form.RANK else machine(datum.value),
        tuple(mark_of(note.mark, desk) for note in dict.fromkeys(notes)),
    )


def machine(value: Value | Range | Missing) -> str | None:
    """Return the number of *value* for machines, if it is one number."""
    return f"{value.magnitude:f}" if isinstance(value, Value) else None


def piece_of(piece: Piece, desk: Desk, tag: str | None = None) -> Span:
    """Return a piece of a text in the language *tag* as it is shown."""
    if isinstance(piece, str):
        return Phrase(piece, tag)
    if isinstance(piece, Name):
        return Phrase(piece.text, tag)
    datum, *against = desk.sheet.figures(piece)
    return figure(datum, piece.form, desk, next(iter(against), None))


def line_of(text: Text, desk: Desk) -> Line:
    """Return a line of *text* with its figures; it holds no Markdown."""
    shown = text.shown(desk.lang)
    tag = foreign(shown.lang, desk.lang)
    return tuple(piece_of(piece, desk, tag) for piece in pieces(shown.text))


def cites(keys: Iterable[str], desk: Desk) -> Iterator[Span]:
    """Return numbered references to the sources with these keys."""
    numbers = sorted({desk.number(desk.sheet.source(key)) for key in keys})
    for n in numbers:
        yield Phrase("\u00a0")
        yield Anchor(f"[{n}]", f"#{source_place(n)}")


def with_sources(text: str, desk: Desk) -> Line:
    """Return *text* with each source that it names leading to the list of sources."""
    places: dict[str, int] = {}
    for n, source in enumerate(desk.sources, 1):
        places.setdefault(_short(source, desk.lang), n)
    names = sorted(places, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, names))})", text) if names else [text]
    return tuple(
        Anchor(part, f"#{source_place(places[part])}") if part in places else Phrase(part)
        for part in parts
        if part
    )


def _short(source: Source, lang: Lang) -> str:
    """Return publisher and year of *source*."""
    return source_text(source, lang=lang, form="short")
