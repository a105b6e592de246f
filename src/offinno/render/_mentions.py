"""What a block shows: its figures and its sources, in the order in which a reader meets them."""

from collections.abc import Iterator
from functools import singledispatch

from offinno.language import Lang
from offinno.model import (
    Block,
    Datum,
    Derivation,
    Factsheet,
    FigureBlock,
    FundingScheme,
    Note,
    Number,
    Parts,
    Pictogram,
    Prose,
    Reference,
    Round,
    Schemes,
    SchemeTimeline,
    Source,
    pieces,
)


def mentioned(text: str, sheet: Factsheet) -> tuple[Datum, ...]:
    """Return the figures that *text* refers to, in its order, and those they are held against."""
    named = (piece for piece in pieces(text) if isinstance(piece, Reference))
    return tuple(datum for piece in named for datum in sheet.figures(piece))


def drawn(block: FigureBlock | SchemeTimeline, sheet: Factsheet) -> tuple[Datum, ...]:
    """Return the figures that the number or picture of *block* is made of.

    Of figures that sources disagree on, it shows the preferred ones.
    """
    if isinstance(block, SchemeTimeline):
        return ()
    if isinstance(block, Number | Pictogram):
        return (sheet.figure(block.figure),)
    beside = block.beside if isinstance(block, Parts) else ()
    shown = (sheet.select(reference).settled() for reference in (block.figure, *beside))
    return tuple(datum for indicator in shown for datum in indicator.data())


def notes_of(datum: Datum) -> tuple[Note, ...]:
    """Return the notes of a figure, and those of its indicator that no figure may lack."""
    used = {mark for _, extra in datum.indicator.observations.extras for mark in extra.notes}
    general = (n for n in datum.indicator.notes if n.must_show and n.mark not in used)
    return (*datum.notes, *general)


@singledispatch
def figures(block: Block, *, sheet: Factsheet, lang: Lang) -> tuple[Datum, ...]:  # noqa: ARG001
    """Return all figures that *block* shows, in its text in *lang* and in its picture."""
    return ()


@figures.register
def _(block: FigureBlock | SchemeTimeline, *, sheet: Factsheet, lang: Lang) -> tuple[Datum, ...]:
    return (*mentioned(block.headline.in_(lang), sheet), *drawn(block, sheet))


@figures.register
def _(block: Prose, *, sheet: Factsheet, lang: Lang) -> tuple[Datum, ...]:
    return mentioned(block.text.in_(lang), sheet)


def sources(block: Block, *, sheet: Factsheet, lang: Lang) -> Iterator[Source]:
    """Return the sources of what *block* shows; some may come more than once."""
    for datum in figures(block, sheet=sheet, lang=lang):
        if datum.source is not None:
            yield datum.source
        yield from _inputs(datum.lineage)
    if isinstance(block, Schemes):
        for key in block.schemes:
            yield from (sheet.source(named) for named in source_keys(sheet.scheme(key)))
    if isinstance(block, SchemeTimeline):
        for key in block.schemes:
            yield from (sheet.source(named) for named in call_keys(sheet.scheme(key)))


def _inputs(lineage: Derivation | None) -> Iterator[Source]:
    """Return the sources of what a figure was computed from."""
    for given in lineage.inputs if lineage else ():
        if given.source is not None:
            yield given.source
        yield from _inputs(given.lineage)


def source_keys(scheme: FundingScheme) -> Iterator[str]:
    """Return the keys of the sources of all that is shown of a scheme."""
    yield from call_keys(scheme)
    for rate in scheme.support_rates:
        yield from rate.sources
    for round_ in scheme.rounds:
        yield from _round_keys(round_)


def call_keys(scheme: FundingScheme) -> Iterator[str]:
    """Return the keys of the sources of a scheme and its calls, without what came of them."""
    yield from scheme.sources
    for call in scheme.calls:
        yield from call.sources
        for amount in call.amounts:
            yield from amount.sources


def _round_keys(round_: Round) -> Iterator[str]:
    """Return the keys of the sources of what came of a call."""
    for tally in (*round_.applications, *round_.grants):
        yield from tally.sources
    for amount in (*round_.applied_for, *round_.granted):
        yield from amount.sources
