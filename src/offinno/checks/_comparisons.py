"""Rules OFF401 to OFF404: figures side by side, and what a text makes of them."""

import re
from collections.abc import Iterator
from itertools import combinations, islice
from typing import Final

from offinno.checks._found import Found
from offinno.checks._passages import FIGURE, Passage, Sentence
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import Showing
from offinno.checks._view import OVER_TIME, SETTING_APART, Chart, View
from offinno.checks._words import claimed, languages_of
from offinno.exceptions import OffinnoError, shortened
from offinno.model import (
    Comparison,
    Datum,
    Form,
    GroupedBars,
    NotComparable,
    Reason,
    Rule,
    Verdict,
)
from offinno.units import Share
from offinno.values import Missing
from offinno.wording import datum_text, marked, member_text

#: How much of a sentence a finding shows.
_LONGEST: Final = 60


@rule(
    "OFF401",
    Severity.BLOCKER,
    message=marked("figures that may not be compared are drawn side by side: {reasons}"),
    remedy=marked("show them in charts of their own, or in a ranking, which sets them apart"),
)
def unlike_side_by_side(view: View) -> Iterator[Found]:
    """Bars stand side by side whose figures may not be compared."""
    for at, block, comparisons in view.charts:
        refused = [_refusals(c.reasons) for c in comparisons if not _over_time(block, c)]
        for reasons in [reasons for reasons in refused if reasons][:1]:
            if not isinstance(block, SETTING_APART):
                yield Found.at(("blocks", at, "figure"), reasons=reasons)


@rule(
    "OFF402",
    Severity.WARNING,
    message=marked("some figures may not be ranked with the others: {reasons}"),
    remedy=marked("leave them out, or keep their notes and rank them in no text"),
)
def member_set_apart(view: View) -> Iterator[Found]:
    """A ranking holds figures that may not be ranked with the others, and sets them apart."""
    for at, block, comparisons in view.charts:
        if isinstance(block, SETTING_APART) and (reasons := _refusals(comparisons[0].reasons)):
            yield Found.at(("blocks", at, "figure"), reasons=reasons)


@rule(
    "OFF403",
    Severity.BLOCKER,
    message=marked("“{words}” says more than the figures allow: {reasons}"),
    remedy=marked("speak only of figures that may be compared, and of the others by themselves"),
)
def headline_beyond_verdict(view: View) -> Iterator[Found]:
    """A headline compares figures that may not be compared, or a difference is taken of them."""
    for at, block, comparisons in view.charts:
        claims = (found for c in comparisons for found in _forbidden_claims(view, at, c))
        yield from islice(claims, 1)
        for comparison in comparisons:
            yield from _forbidden_highlight(at, block, comparison)
    for showing in view.showings:
        if showing.form.comparing or showing.form is Form.RANK:
            yield from _forbidden_form(showing)


@rule(
    "OFF404",
    Severity.WARNING,
    message=marked(
        "“{words}” rests on differences of at most {gap}, with no margin of error stated"
    ),
    remedy=marked(
        "state the interval or the number of answers; without them claim no small difference"
    ),
)
def margin_not_stated(view: View) -> Iterator[Found]:
    """A headline compares survey figures whose margins of error and samples are not known."""
    for at, _, comparisons in view.charts:
        claims = (
            found
            for comparison in comparisons
            for passage, sentence in _headline(view, at)
            for found in _within_margin(passage, sentence, comparison)
        )
        yield from islice(claims, 1)


def _over_time(block: Chart, comparison: Comparison) -> bool:
    """Return whether figures stand along the axis of time, where no line joins what differs."""
    return isinstance(block, OVER_TIME) and comparison.along == "period"


def _refusals(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return those among *reasons* that forbid comparing figures which are there."""
    return tuple(
        reason
        for reason in reasons
        if reason.outcome is Verdict.NOT_COMPARABLE and not isinstance(reason.member.value, Missing)
    )


def _headline(view: View, block: int) -> Iterator[tuple[Passage, Sentence]]:
    """Return the sentences of the headline of a block, in every language."""
    for passage in view.passages:
        if passage.block == block:
            for sentence in passage.sentences:
                yield passage, sentence


def _forbidden_claims(view: View, block: int, comparison: Comparison) -> Iterator[Found]:
    """Return the claims of a headline that compare what may not be compared."""
    for passage, sentence in _headline(view, block):
        members = _named(sentence, passage.lang, comparison)
        words = claimed(sentence.words, passage.lang) or _against(sentence)
        reasons = _pairwise(members, comparison) if len(members) > 1 else comparison.reasons
        if words and (refusals := _refusals(reasons)):
            yield Found.at(passage.steps, words=words, reasons=refusals)


def _against(sentence: Sentence) -> str | None:
    """Return a sentence that holds two figures against each other, cut short, else None."""
    words = " ".join(sentence.words.replace(FIGURE, "…").split())
    return shortened(words, _LONGEST) if len(sentence.rows) > 1 else None


def _forbidden_highlight(at: int, block: Chart, comparison: Comparison) -> Iterator[Found]:
    """Return a finding where the member that stands out is one that is set apart."""
    if isinstance(block, GroupedBars) or _over_time(block, comparison):
        return
    if block.highlight not in comparison.names:
        return
    member = comparison.member(block.highlight)
    refusals = _refusals(comparison.reasons)
    reasons = tuple(reason for reason in refusals if reason.member is member)
    if reasons:
        yield Found.at(("blocks", at, "highlight"), words=block.highlight, reasons=reasons)


def _forbidden_form(showing: Showing) -> Iterator[Found]:
    """Return a finding where a figure is held against one that it may not be compared with."""
    for row in showing.rows:
        try:
            datum_text(row.datum, lang="en", form=showing.form, reference=showing.against)
        except NotComparable as refused:
            yield Found.at(showing.steps, words=row.datum.indicator.title, reasons=refused.reasons)
        except OffinnoError:  # there is nothing to hold it against, and so no page
            continue


def _within_margin(passage: Passage, sentence: Sentence, comparison: Comparison) -> Iterator[Found]:
    """Return a finding where a sentence compares and the margin of error is not known."""
    words = claimed(sentence.words, passage.lang)
    if words is None:
        return
    named = _named(sentence, passage.lang, comparison)
    reasons = _pairwise(named, comparison) if len(named) > 1 else comparison.reasons
    members = [m for m in comparison.comparable if len(named) <= 1 or m in named]
    shares = [m.number.exactly() for m in members if isinstance(m.unit, Share)]
    if any(r.rule is Rule.SAMPLE for r in reasons) and not all(s.interval for s in shares):
        yield Found.at(passage.steps, words=words, gap=max(shares) - min(shares))


def _named(sentence: Sentence, lang: str, comparison: Comparison) -> list[Datum]:
    """Return the members that a sentence shows or calls by name."""
    shown = [row.datum.observation for row in sentence.rows]
    return [
        member
        for at, member in enumerate(comparison.members)
        if member.observation in shown
        or _is_called(member, comparison.members[at - 1], sentence, lang)
    ]


def _is_called(member: Datum, other: Datum, sentence: Sentence, lang: str) -> bool:
    """Return whether a sentence calls a member by what tells it from another."""
    names = (re.escape(member_text(member, other, lang=tag)) for tag in languages_of(lang))
    return any(re.search(rf"\b{name}", sentence.words, re.IGNORECASE) for name in names)


def _pairwise(members: list[Datum], comparison: Comparison) -> tuple[Reason, ...]:
    """Return what speaks against comparing any two of some members of a comparison."""
    return tuple(
        reason
        for one, other in combinations(members, 2)
        for reason in Comparison.between(
            one, other, along=comparison.along, allow=dict(comparison.allowed)
        ).reasons
    )
