"""What there is to say about figures over time and about their intervals."""

from collections.abc import Iterator, Sequence
from typing import Final

from offinno.charts._alts import alt_of
from offinno.charts._lines._axis import Axis
from offinno.charts._lines._look import LineLook
from offinno.charts._lines._names import latest_of, name_with_figure
from offinno.charts._lines._place import last_of, lines_of, top_of
from offinno.charts._lines._time import gaps_before, middle
from offinno.charts._row import Row
from offinno.charts._tables import NONE
from offinno.charts._words import full_name
from offinno.language import Lang
from offinno.model import Datum, SeriesMark
from offinno.values import Interval, Qualifier, Range, Value
from offinno.wording import (
    full_stop,
    listed,
    message,
    message_plural,
    number_text,
    percent,
    value_text,
)

#: The columns in which figures stand beside their marks.
_TEXTS: Final = ("above", "left", "right", "below", "end", "strong_end")


def alt_of_lines(
    rows: Sequence[Row],
    spoken: Sequence[str],
    *,
    mark: SeriesMark,
    lang: Lang,
    ranked: bool = True,
) -> str:
    """Return what figures over time show: from when to when, first and last, the extremes.

    Args:
        rows: The figures.
        spoken: The same as they are read aloud.
        mark: Whether there are lines or bars.
        lang: The language.
        ranked: Whether all of them may be compared, so that one may be called the highest.
    """
    first, last = min(rows, key=middle), max(rows, key=middle)
    names = {row.group for row in rows}
    what = message_plural(
        "line chart with {n} line", "line chart with {n} lines", len(names), lang=lang
    )
    if mark == "bar":
        what = message_plural(
            "bar chart with {n} bar", "bar chart with {n} bars", len(rows), lang=lang
        )
    start = f"{what}, {first.label}"
    if first.label != last.label:
        start = message(
            "{what}, from {first} to {last}",
            lang=lang,
            what=what,
            first=first.label,
            last=last.label,
        )
    return alt_of((start, *_ends(rows, spoken, lang)), rows, spoken, lang=lang, ranked=ranked)


def _ends(rows: Sequence[Row], spoken: Sequence[str], lang: Lang) -> Iterator[str]:
    """Return where a single line begins and where it ends."""
    known = [text for row, text in zip(rows, spoken, strict=True) if not row.missing]
    if len({row.group for row in rows}) == 1 and len(known) > 1:
        yield message("begins at {one}, ends at {other}", lang=lang, one=known[0], other=known[-1])


def axis_remark(axis: Axis, *, lang: Lang) -> Iterator[str]:
    """Return where an axis begins that leaves out zero."""
    if axis.cut is not None:
        yield message("The axis begins at {number}, not at zero.", lang=lang, number=axis.cut)


def gap_remark(rows: Sequence[Row], *, mark: SeriesMark, lang: Lang) -> Iterator[str]:
    """Return that there are gaps in time, for which there are no figures at all."""
    if not gaps_before(rows):
        return
    if mark == "line":
        yield message("There is a gap in the line where there are no figures.", lang=lang)
    else:
        yield message("Where bars stand farther apart, times between them are left out.", lang=lang)


def open_remark(rows: Sequence[Row], *, bars: bool, lang: Lang) -> Iterator[str]:
    """Return how figures are drawn that are not final."""
    if any(row.provisional and row.value is not None for row in rows):
        yield (
            message("Outlined bars: figures that are not final.", lang=lang)
            if bars
            else message("Hollow dots and dotted lines: figures that are not final.", lang=lang)
        )


def interval_remarks(
    data: Sequence[Datum], rows: Sequence[Row], *, lang: Lang, expected: bool = False
) -> Iterator[str]:
    """Return what the lines through figures are: level and method, and for which there are none.

    Args:
        data: The figures.
        rows: The same as rows.
        lang: The language.
        expected: Whether it is to be said, too, that no figure has one.
    """
    groups: dict[str, list[str]] = {}
    without = []
    for datum, row in zip(data, rows, strict=True):
        if isinstance(datum.value, Value):
            if datum.value.interval is None:
                without.append(full_name(row))
            else:
                groups.setdefault(_interval(datum.value.interval, lang), []).append(full_name(row))
    for text, names in groups.items():
        which = "" if len(groups) == 1 else f"{listed(names, lang=lang)}: "
        words = message("The lines through the figures are {what}.", lang=lang, what=text)
        yield f"{which}{words}"
    if without and (groups or expected):
        text = message("no interval of uncertainty is known", lang=lang)
        yield full_stop(f"{listed(without, lang=lang)}: {text}" if groups else text)


def span_text(datum: Datum, *, lang: Lang) -> str:
    """Return the ends of the interval of a figure; a dash where it has none."""
    value = datum.value
    if not isinstance(value, Value) or value.interval is None:
        return NONE
    low, high = (Value(end, value.unit) for end in (value.interval.low, value.interval.high))
    return value_text(Range(low=low, high=high), lang=lang)


def _interval(interval: Interval, lang: Lang) -> str:
    """Return what kind of interval it is."""
    if interval.level is None:
        text = message("intervals of uncertainty", lang=lang)
    else:
        level = number_text(interval.level, lang=lang) + percent(lang=lang)
        text = message("{level} confidence intervals", lang=lang, level=level)
    return text if interval.method is None else f"{text} ({interval.method})"


def unsaid_remarks(rows: Sequence[Row], look: LineLook, *, lang: Lang) -> Iterator[str]:
    """Return the words of figures that are no plain numbers, where the picture has none beside."""
    shown = _said_in(rows, look) & _said_in(rows, look.narrower(tuple(rows)))
    exact = {None, Qualifier.EXACT.value}
    odd = [row for row in rows if row.qualifier not in exact or row.state == "range"]
    told = [f"{full_name(row)}: {row.value_label}" for row in odd if row.key not in shown]
    if len(told) > 1 and _all_about(rows):
        yield message("All figures are approximate.", lang=lang)
    elif told:
        yield full_stop("; ".join(told))


def _said_in(rows: Sequence[Row], look: LineLook) -> set[str]:
    """Return the keys of figures whose words stand in a picture; the mark of a note is none."""
    marks = {row.key: row.mark for row in rows}
    return {
        str(cell["key"])
        for cell in look.cells(tuple(rows))
        for name in _TEXTS
        if cell.get(name) not in {None, marks.get(str(cell.get("key")))}
    }


def names_remark(rows: Sequence[Row], look: LineLook, *, lang: Lang) -> Iterator[str]:
    """Return where all lines end, in order, if the names of some find no room in the picture."""
    if not look.leaves_out_names(tuple(rows)):
        return
    latest = latest_of(rows)
    ends = [(last_of(line), name_with_figure(line, latest=latest)) for line in lines_of(rows)]
    ends.sort(key=lambda end: (end[0].missing is not None, -(top_of(end[0]) or 0)))
    names = "; ".join(name for _, name in ends)
    yield full_stop(
        message(
            "where the lines end, from the highest to the lowest: {names}", lang=lang, names=names
        )
    )


def _all_about(rows: Sequence[Row]) -> bool:
    """Return whether every figure is one that its publisher calls approximate."""
    return all(row.qualifier == Qualifier.ABOUT.value for row in rows if not row.missing)
