"""The alt text of a picture: what it shows, for those who do not see it, in one breath."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final, final

import attrs

from offinno.charts._extremes import ends
from offinno.charts._row import Row
from offinno.charts._words import full_name, sentence_of
from offinno.exceptions import shortened
from offinno.language import Lang
from offinno.model import Datum
from offinno.wording import (
    full_stop,
    listed,
    message,
    message_plural,
    number_text,
    phrase,
)

#: How long an alt text may be: about as long as a screen reader reads in one breath.
ALT_MOST: Final = 250

_NAME_MOST: Final = 40
_NAMES_MOST: Final = 3
#: How many figures are listed where none can be called the highest.
LISTED_MOST: Final = 6


def alt_of_bars(
    rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang, ranked: bool = True
) -> str:
    """Return what bars show: how many there are, the extremes, what is missing or set apart.

    Args:
        rows: The bars.
        spoken: Their figures as they are read aloud.
        lang: The language.
        ranked: Whether all that are not set apart may be compared, so that one may be the highest.
    """
    start = message_plural(
        "bar chart with {n} bar", "bar chart with {n} bars", len(rows), lang=lang
    )
    return alt_of([start], rows, spoken, lang=lang, ranked=ranked)


def alt_of_parts(rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang) -> str:
    """Return what stacked bars show: how many parts, the extremes, what is missing.

    Args:
        rows: The parts.
        spoken: Their figures as they are read aloud.
        lang: The language.
    """
    bars: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        bars.setdefault(row.key.rpartition(", ")[0], []).append(at)
    if len(bars) == 1:
        start = message_plural("{n} part of a whole", "{n} parts of a whole", len(rows), lang=lang)
        return alt_of([start], rows, spoken, lang=lang)
    start = message_plural("{n} stacked bar", "{n} stacked bars", len(bars), lang=lang)
    whole = [_bar(rows, spoken, at, lang) for at in bars.values()]
    if len(" ".join((start, *whole))) < ALT_MOST:
        return _short((start, *whole))
    return _short((start, *(_bar(rows, spoken, at, lang, most=1) for at in bars.values())))


def _bar(
    rows: Sequence[Row], spoken: Sequence[str], at: Sequence[int], lang: Lang, *, most: int = 2
) -> str:
    """Return what one of several stacked bars shows, after what stands above it."""
    named = [attrs.evolve(rows[place], group="") for place in at]
    words = _Words(lang, _NAME_MOST)
    extremes = islice(_extremes(named, [spoken[place] for place in at], words), most)
    return " ".join(map(full_stop, (rows[at[0]].group, *extremes, *_gaps(named, words))))


def alt_of_map(start: str, rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang) -> str:
    """Return what a map shows: the extremes, what is missing or set apart.

    Args:
        start: What kind of map it is, and of how many areas.
        rows: The areas.
        spoken: Their figures as they are read aloud.
        lang: The language.
    """
    missing = sum(row.missing is not None for row in rows)
    if not _NAMES_MOST < missing < len(rows):
        return alt_of([start], rows, spoken, lang=lang)
    gap = message_plural("no figure for {n} area", "no figure for {n} areas", missing, lang=lang)
    return _fitted(
        lambda words: (start, *_extremes(rows, spoken, words), *_apart(rows, words), gap), lang
    )


def alt_of_figures(rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang, ranked: bool) -> str:
    """Return what a chart of any kind shows: how many figures, the extremes, what is missing.

    Args:
        rows: The figures.
        spoken: The same as they are read aloud.
        lang: The language.
        ranked: Whether all that are not set apart may be compared, so that one may be the highest.
    """
    start = message_plural("{n} figure", "{n} figures", len(rows), lang=lang)
    return alt_of([start], rows, spoken, lang=lang, ranked=ranked)


def alt_of(
    parts: Sequence[str],
    rows: Sequence[Row],
    spoken: Sequence[str],
    *,
    lang: Lang,
    ranked: bool = True,
) -> str:
    """Return *parts*, then the extremes, breaks in time, what is set apart and what is missing.

    Args:
        parts: What there is to say first.
        rows: The figures.
        spoken: The same as they are read aloud.
        lang: The language.
        ranked: Whether all that are not set apart may be compared, so that one may be the highest.
    """
    breaks = tuple(dict.fromkeys(row.parted for row in rows if row.parted))
    return _fitted(
        lambda words: (
            *parts,
            *_extremes(rows, spoken, words, ranked=ranked),
            *breaks,
            *_apart(rows, words),
            *_gaps(rows, words),
        ),
        lang,
    )


@final
@attrs.frozen
class _Words:
    """How an alt text is worded: in which language, and how long a name may be."""

    lang: Lang
    most: int

    def names(self, names: Sequence[str]) -> str:
        """Return names in a sentence; of many only how many there are."""
        if len(names) > _NAMES_MOST:
            return message_plural("{n} figure", "{n} figures", len(names), lang=self.lang)
        return listed([_clipped(name, self.most) for name in names], lang=self.lang)


def _clipped(name: str, most: int) -> str:
    """Return a name that is too long without its middle: what tells names apart may stand last."""
    if len(name) <= most:
        return name
    last = most // 3
    return f"{name[: most - last - 1].rstrip()}…{name[-last:].lstrip()}"


def _fitted(parts: Callable[[_Words], Sequence[str]], lang: Lang) -> str:
    """Return parts as sentences, with names as long as all parts find room with."""
    for most in (ALT_MOST, 2 * _NAME_MOST, _NAME_MOST):
        made = parts(_Words(lang, most))
        if len(" ".join(map(full_stop, made))) <= ALT_MOST:
            break
    return _short(made)


def _extremes(
    rows: Sequence[Row], spoken: Sequence[str], words: _Words, *, ranked: bool = True
) -> Iterator[str]:
    """Return the largest and the smallest of the figures that may be compared.

    Where it is not known which they are, a few figures are listed instead.
    """
    found = [at for at, row in enumerate(rows) if row.missing is None and not row.apart]
    if not ranked:
        found = []
    those = [rows[at] for at in found]
    first, last = ([found[at] for at in ends(those, highest=up)] for up in (True, False))
    if first and first == last:
        yield _alike(len(rows), first, rows, spoken, words)
        return
    if first:
        names = words.names([full_name(rows[at]) for at in first])
        yield message(
            "highest: {name}, {value}", lang=words.lang, name=names, value=spoken[first[0]]
        )
    if last:
        names = words.names([full_name(rows[at]) for at in last])
        yield message("lowest: {name}, {value}", lang=words.lang, name=names, value=spoken[last[0]])
    if not first and not last:
        yield from _each(rows, spoken, words)


def _alike(
    count: int, same: Sequence[int], rows: Sequence[Row], spoken: Sequence[str], words: _Words
) -> str:
    """Return the one figure that there is, or that all of several have in common."""
    text = spoken[same[0]]
    if _NAMES_MOST < len(same) == count:
        return message("all of them: {value}", lang=words.lang, value=text)
    return f"{words.names([full_name(rows[at]) for at in same])}: {text}"


def _each(rows: Sequence[Row], spoken: Sequence[str], words: _Words) -> Iterator[str]:
    """Return every figure, if there are few."""
    told = [
        f"{_clipped(full_name(row), words.most)}: {text}"
        for row, text in zip(rows, spoken, strict=True)
        if row.missing is None
    ]
    if 0 < len(told) <= LISTED_MOST:
        yield "; ".join(told)


def _apart(rows: Sequence[Row], words: _Words) -> Iterator[str]:
    """Return what is set apart."""
    if names := [full_name(row) for row in rows if row.apart]:
        yield message(
            "not comparable with the others: {names}", lang=words.lang, names=words.names(names)
        )


def _gaps(rows: Sequence[Row], words: _Words) -> Iterator[str]:
    """Return what is missing."""
    names = [full_name(row) for row in rows if row.missing is not None]
    if names and len(names) == len(rows):
        yield message("none of the figures is available", lang=words.lang)
    elif len(names) > _NAMES_MOST:
        yield message_plural(
            "{n} figure is missing", "{n} figures are missing", len(names), lang=words.lang
        )
    elif names:
        yield message("no figure for {names}", lang=words.lang, names=words.names(names))


def _short(parts: Sequence[str]) -> str:
    """Return the parts as sentences, as many as an alt text may hold."""
    text = full_stop(parts[0])
    for part in map(full_stop, parts[1:]):
        if len(text) + 1 + len(part) <= ALT_MOST:
            text = f"{text} {part}"
    return shortened(text, ALT_MOST)


def alt_of_marks(row: Row, *, of: int, filled: int, spoken: str, lang: Lang) -> str:
    """Return what marks show: how many are filled, and the share."""
    if row.missing is not None:
        marks = message_plural("{n} empty mark", "{n} empty marks", of, lang=lang)
        return _short([f"{marks}: {spoken}"])
    count = number_text(Decimal(filled), lang=lang)
    marks = message_plural(
        "{count} of {n} mark filled", "{count} of {n} marks filled", of, lang=lang, count=count
    )
    return _short([f"{marks}: {spoken}"])


def alt_of_number(datum: Datum, *, lang: Lang, headline: str) -> str:
    """Return a figure as a sentence, or as much of it as an alt text may hold.

    What the headline says is not said again.
    """
    title = datum.indicator.title.in_(lang)
    value = phrase(datum.value, lang=lang, form="speech")
    if title == headline:
        return _short([value])
    text = sentence_of(datum, lang=lang)
    return text if len(text) <= ALT_MOST else _short([f"{value}: {title}"])
