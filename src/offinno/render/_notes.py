"""Notes, definitions and sources: what all that is shown rests on."""

from collections.abc import Iterator

from offinno.language import Lang, Text
from offinno.model import (
    Datum,
    Derivation,
    Evidence,
    Indicator,
    Notes,
    Population,
    Schemes,
    Source,
)
from offinno.render._desk import Desk, note_place, place, source_place
from offinno.render._lines import address, phrase, with_sources
from offinno.render._marks import PageNote, plain
from offinno.render._mentions import figures
from offinno.render._schemes import results
from offinno.render._view import (
    AboutView,
    Anchor,
    Line,
    Mark,
    NotesView,
    NoteView,
    Phrase,
    SourceView,
    Span,
)
from offinno.values import Missing
from offinno.wording import (
    full_stop,
    lineage_text,
    message,
    name_text,
    period_text,
    population_text,
    sample_text,
    source_text,
)

#: Evidence that goes without saying.
_PLAIN = frozenset({Evidence.VERIFIED, Evidence.PUBLISHED, Evidence.DERIVED})


def notes_view(block: Notes, desk: Desk) -> NotesView:
    """Return the notes and sources of all that the sheet shows."""
    heading = Phrase(message("Notes and sources", lang=desk.lang))
    return NotesView(
        id=desk.id,
        columns=desk.columns,
        heading=phrase(block.heading, lang=desk.lang) if block.heading else heading,
        notes=tuple(_note(n, note, desk) for n, note in enumerate(desk.notes, 1)),
        about=tuple(_about(data, desk) for data in _shown(desk)),
        results=tuple(_results(desk)),
        sources=tuple(_source(n, source, desk) for n, source in enumerate(desk.sources, 1)),
    )


def _note(number: int, note: PageNote, desk: Desk) -> NoteView:
    """Return a note with the way back to each place that shows it."""
    return NoteView(
        id=note_place(number),
        mark=plain(note.mark),
        text=phrase(note.text, lang=desk.lang),
        back=tuple(
            Mark("↩", f"#{place(at)}", _back(n, len(note.blocks), desk))
            for n, at in enumerate(note.blocks, 1)
        ),
    )


def _back(number: int, places: int, desk: Desk) -> str:
    """Return what the way back to a place is called."""
    if places == 1:
        return message("back to the figure", lang=desk.lang)
    return message("back to place {number}", lang=desk.lang, number=str(number))


def _shown(desk: Desk) -> tuple[tuple[Datum, ...], ...]:
    """Return all figures that are shown, those of one indicator together."""
    found: dict[str, dict[Datum, None]] = {}
    for block in desk.sheet.blocks:
        for datum in figures(block, sheet=desk.sheet, lang=desk.lang):
            found.setdefault(datum.indicator.key, {})[datum] = None
    return tuple(map(tuple, found.values()))


def _about(data: tuple[Datum, ...], desk: Desk) -> AboutView:
    """Return how a figure is defined, whom it describes, and how it was made."""
    indicator = desk.sheet.indicator(data[0].indicator.key)
    return AboutView(
        title=phrase(indicator.title, lang=desk.lang),
        points=tuple(_points(indicator, data, desk)),
    )


def _points(indicator: Indicator, data: tuple[Datum, ...], desk: Desk) -> Iterator[Line]:
    """Return what there is to say about a figure, point by point."""
    lang = desk.lang
    yield (_sentence(indicator.definition, lang),)
    yield (Phrase(full_stop(_population(indicator.population, lang))),)
    if indicator.question is not None:
        head = Phrase(f"{message('Question', lang=lang)}: ")
        yield (head, _sentence(indicator.question.text, lang))
    if indicator.sample is not None:
        yield (Phrase(full_stop(sample_text(indicator.sample, lang=lang))),)
    if (lineage := _lineage(indicator, data)) is not None:
        yield with_sources(full_stop(lineage_text(lineage, lang=lang)), desk)
    for kind in dict.fromkeys(d.observation.evidence for d in data):
        if kind not in _PLAIN:
            yield (Phrase(full_stop(name_text(kind, lang=lang))),)


def _lineage(indicator: Indicator, data: tuple[Datum, ...]) -> Derivation | None:
    """Return how what is shown was computed: by one working if there is one, else by all."""
    lineages = list(dict.fromkeys(datum.lineage for datum in data))
    return lineages[0] if len(lineages) == 1 else indicator.lineage


def _sentence(text: Text, lang: Lang) -> Phrase:
    """Return *text* as a sentence, in the language it has."""
    shown = phrase(text, lang=lang)
    return Phrase(full_stop(shown.text), shown.lang)


def _population(population: Population | Missing, lang: Lang) -> str:
    """Return whom a figure describes, as a point of its own."""
    text = population_text(population, lang=lang)
    if isinstance(population, Missing):
        return text
    return message("Population: {units}", lang=lang, units=text)


def _results(desk: Desk) -> Iterator[AboutView]:
    """Return the schemes that are shown, each with what came of its calls."""
    blocks = (block for block in desk.sheet.blocks if isinstance(block, Schemes))
    for key in dict.fromkeys(key for block in blocks for key in block.schemes):
        scheme = desk.sheet.scheme(key)
        if scheme.rounds:
            title = phrase(scheme.name, lang=desk.lang)
            yield AboutView(title=title, points=results(scheme, desk))


def _source(number: int, source: Source, desk: Desk) -> SourceView:
    """Return a source, its title leading to its address."""
    title = phrase(source.title, lang=desk.lang)
    publisher = phrase(source.publisher, lang=desk.lang)
    short = source_text(source, lang=desk.lang, form="short")
    return SourceView(
        id=source_place(number),
        short=Phrase(short, publisher.lang),
        title=_title(title, source.url),
        rest=_rest(title.text, source.locator),
        address=source.url,
        more=tuple(_more(source, desk)),
    )


def _rest(title: str, locator: str | None) -> str:
    """Return what stands behind a title: the place in the source, and a full stop if none is."""
    rest = "" if locator is None else f", {locator}"
    return rest if f"{title}{rest}".endswith((".", "?", "!")) else f"{rest}."


def _title(title: Phrase, url: str | None) -> Span:
    """Return a title that leads to its address, if it has one."""
    return title if url is None else Anchor(title.text, address(url), title.lang)


def _more(source: Source, desk: Desk) -> Iterator[Phrase]:
    """Return when a source was read, its licence, and what there is to know about it."""
    if source.retrieved is not None:
        time = period_text(source.retrieved, lang=desk.lang)
        yield Phrase(full_stop(message("read {time}", lang=desk.lang, time=time)))
    if source.licence is not None:
        name = message("licence: {name}", lang=desk.lang, name=source.licence)
        yield Phrase(full_stop(name))
    if source.note is not None:
        yield phrase(source.note, lang=desk.lang)
