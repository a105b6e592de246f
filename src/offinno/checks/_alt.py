"""Rules OFF601 to OFF604: what a sheet says of its pictures to those who do not see them.

The texts that offinno makes keep these rules by themselves; what somebody writes in their place
is held to them here.
"""

import re
from collections.abc import Iterator
from typing import Final, final

import attrs

from offinno.checks._found import Found
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import drawn_by, rows_of
from offinno.checks._view import View
from offinno.checks._words import languages_of, spoken
from offinno.exceptions import Steps
from offinno.language import Lang, Text
from offinno.model import Comparison, Datum, DotInterval, FigureBlock, Ranking, SchemeTimeline
from offinno.values import Missing, Range
from offinno.wording import area_text, fill, marked, period_text

#: About as long as a screen reader reads in one breath.
_LONGEST: Final = 250
#: Shorter headlines are names of what is counted, which a sentence may well hold.
_WORDS_OF_A_FINDING: Final = 4
_WORD: Final = re.compile(r"\w+")


@final
@attrs.frozen(kw_only=True)
class _Alt:
    """The alt text of a block in one language, with its figures in words."""

    #: The block.
    block: FigureBlock | SchemeTimeline
    #: Where it stands.
    steps: Steps
    #: The language that it is read in.
    lang: Lang
    #: What is read.
    words: str


def _alts(view: View) -> Iterator[_Alt]:
    """Return the alt texts that a sheet has of its own."""
    for at, block in enumerate(view.sheet.blocks):
        if not isinstance(block, FigureBlock | SchemeTimeline) or block.alt is None:
            continue
        for tag, content in block.alt.items():
            read = [lang for lang in view.sheet.languages if lang in languages_of(tag)]
            for lang in (*read, *languages_of(tag))[:1]:
                words = fill(Text({tag: content}), view.sheet, lang=lang)
                yield _Alt(block=block, steps=("blocks", at, "alt", tag), lang=lang, words=words)


@rule(
    "OFF601",
    Severity.WARNING,
    message=marked("the alt text has {n} characters, {most} at most are read in one breath"),
    remedy=marked("say what the picture is about and what is largest and smallest in it"),
)
def alt_too_long(view: View) -> Iterator[Found]:
    """The alt text of a picture is longer than a screen reader reads in one breath."""
    for alt in _alts(view):
        if len(alt.words) > _LONGEST:
            yield Found.at(alt.steps, n=len(alt.words), most=_LONGEST)


@rule(
    "OFF602",
    Severity.WARNING,
    message=marked("the alt text says the headline again"),
    remedy=marked("leave the headline out; it is read before the picture"),
)
def alt_repeats_headline(view: View) -> Iterator[Found]:
    """The alt text of a picture says its headline again, which is read twice then."""
    for alt in _alts(view):
        headline = _WORD.findall(fill(alt.block.headline, view.sheet, lang=alt.lang).casefold())
        words = _WORD.findall(alt.words.casefold())
        whole = len(headline) >= _WORDS_OF_A_FINDING and _holds(words, headline)
        if headline and (whole or words == headline):
            yield Found.at(alt.steps)


def _holds(words: list[str], part: list[str]) -> bool:
    """Return whether words stand one after another among others."""
    starts = range(len(words) - len(part) + 1)
    return any(words[start : start + len(part)] == part for start in starts)


@rule(
    "OFF603",
    Severity.HINT,
    message=marked("the alt text names neither the largest nor the smallest: {names}"),
    remedy=marked("name them, with their figures"),
)
def alt_without_extremes(view: View) -> Iterator[Found]:
    """The alt text of a picture names neither what is largest in it nor what is smallest."""
    for alt in _alts(view):
        extremes = _extremes(view, alt)
        words = alt.words.casefold()
        if extremes and not any(name.casefold() in words for names in extremes for name in names):
            yield Found.at(alt.steps, names=tuple(names[0] for names in extremes))


def _extremes(view: View, alt: _Alt) -> list[tuple[str, ...]]:
    """Return what the largest and the smallest figure of a picture are called, if they differ."""
    numbers = [(number, datum) for datum in _compared(view, alt.block) for number in _ends(datum)]
    if len({datum.unit for _, datum in numbers}) != 1:
        return []
    ends = [end(numbers, key=lambda pair: pair[0]) for end in (max, min)]
    if ends[0][0] == ends[1][0]:
        return []
    shown = [datum for _, datum in numbers]
    named = [_names(datum, shown, alt.lang) for _, datum in ends]
    return named if all(named) else []  # the two ends of one range have no names of their own


def _ends(datum: Datum) -> Iterator[float]:
    """Return the numbers of a figure."""
    if isinstance(datum.value, Range):
        yield from (float(datum.value.low.magnitude), float(datum.value.high.magnitude))
    elif not isinstance(datum.value, Missing):
        yield float(datum.number.magnitude)


def _compared(view: View, block: FigureBlock | SchemeTimeline) -> tuple[Datum, ...]:
    """Return the figures that a picture invites to compare; calls for applications are none."""
    if isinstance(block, SchemeTimeline):
        return ()
    if isinstance(block, Ranking | DotInterval):
        shown = view.sheet.select(block.figure).settled()
        allow = dict(block.allow)
        made = Comparison.of(shown, along=block.along, reference=block.reference, allow=allow)
        return made.comparable
    shows = (rows_of(view.sheet, reference) for _, reference in drawn_by(block))
    return tuple(row.datum for rows in shows for row in rows)


def _names(datum: Datum, others: list[Datum], lang: Lang) -> tuple[str, ...]:
    """Return what tells a figure from others, in words."""
    words = _words(datum, lang)
    return tuple(
        text
        for name, text in words.items()
        if any(_words(other, lang).get(name) != text for other in others)
    )


def _words(datum: Datum, lang: Lang) -> dict[str, str]:
    """Return what a figure is about, in words, by aspect."""
    row = datum.observation
    dimensions = {dimension.key: dimension for dimension in datum.indicator.dimensions}
    found = {key: dimensions[key].category(name).worded(lang) for key, name in row.breakdowns}
    return found | {
        "area": area_text(row.area, lang=lang),
        "period": period_text(row.period, lang=lang),
        "indicator": datum.indicator.title.in_(lang),
    }


@rule(
    "OFF604",
    Severity.HINT,
    message=marked("the alt text begins with “{words}”"),
    remedy=marked("begin with what the picture shows; a screen reader says that it is one"),
)
def alt_says_picture(view: View) -> Iterator[Found]:
    """The alt text of a picture begins by saying that it is one."""
    for alt in _alts(view):
        found = spoken("picture", alt.words.strip(), alt.lang)
        if found and found.start() == 0:
            yield Found.at(alt.steps, words=found[0])
