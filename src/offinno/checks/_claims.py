"""Rules OFF405 to OFF407: what texts say of figures that the figures do not say."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from offinno.checks._found import Found
from offinno.checks._passages import Passage, Sentence
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import Row
from offinno.checks._view import View
from offinno.checks._words import claimed, spoken
from offinno.model import Population
from offinno.units import Share
from offinno.values import Value
from offinno.wording import marked

if TYPE_CHECKING:
    from offinno.exceptions import Steps


@rule(
    "OFF405",
    Severity.WARNING,
    message=marked("“{words}” speaks of figures that are missing: “{what}”"),
    remedy=marked("find the figures, or leave the claim out"),
)
def claim_without_figures(view: View) -> Iterator[Found]:
    """A text compares, or tells of a change, where the figures are missing."""
    yield from view.once_per_text(_unfounded)


@rule(
    "OFF406",
    Severity.HINT,
    message=marked("“{first}” ({one}) and “{second}” ({other}) are both shown for {area}"),
    remedy=marked("let a note at one of them say how the populations differ, or show only one"),
)
def two_scopes(view: View) -> Iterator[Found]:
    """Two shares from surveys of one area stand on the sheet that differ only in population."""
    shown: dict[str, list[tuple[Steps, Row]]] = {}
    for showing in view.showings:
        for row in showing.rows if showing.steps[-1] == "figure" else ():
            if _is_overall(row):
                shown.setdefault(row.datum.area.code, []).append((showing.steps, row))
    for same_area in shown.values():
        for (_, one), (steps, other) in combinations(same_area, 2):
            if _two_populations(one, other):
                yield Found.at(
                    steps,
                    one=one.datum.value,
                    first=one.datum.indicator.title,
                    other=other.datum.value,
                    second=other.datum.indicator.title,
                    area=other.datum.area,
                )


@rule(
    "OFF407",
    Severity.HINT,
    message=marked("“{words}” names a cause, but “{what}” holds answers to a survey"),
    remedy=marked("say that the two occur together, or who reports it"),
)
def causal_wording(view: View) -> Iterator[Found]:
    """A text names a cause beside answers to a survey, which show at most an association."""
    yield from view.once_per_text(_causal)


def _figures(passage: Passage, sentence: Sentence) -> tuple[Row, ...]:
    """Return the figures that a sentence speaks of: its own, else those drawn below it."""
    return sentence.rows or passage.drawn


def _unfounded(passage: Passage) -> Iterator[Found]:
    """Return a finding where a sentence makes a claim about figures that are not there."""
    for sentence in passage.sentences:
        rows = _figures(passage, sentence)
        words = claimed(sentence.words, passage.lang)
        there = sum(not row.missing for row in rows)
        needed = 1 if sentence.rows else 2
        if words and there < min(needed, len(rows)):
            yield Found.at(passage.steps, words=words, what=rows[0].datum.indicator.title)


def _causal(passage: Passage) -> Iterator[Found]:
    """Return a finding where a sentence on survey figures names a cause."""
    for sentence in passage.sentences:
        words = spoken("causes", sentence.words, passage.lang)
        asked = [r for r in _figures(passage, sentence) if r.datum.question is not None]
        if words and asked:
            yield Found.at(passage.steps, words=words[0], what=asked[0].datum.indicator.title)


def _is_overall(row: Row) -> bool:
    """Return whether a figure is the share of a whole population by a survey."""
    datum = row.datum
    share = isinstance(datum.unit, Share) and isinstance(datum.value, Value)
    whole = isinstance(datum.population, Population) and not datum.population.filters
    return share and whole and datum.question is not None and not datum.observation.breakdowns


def _two_populations(one: Row, other: Row) -> bool:
    """Return whether two figures are about one length of time, and two populations."""
    mine, theirs = one.datum, other.datum
    if mine.period.months != theirs.period.months:
        return False
    return mine.indicator.key != theirs.indicator.key and mine.population != theirs.population
