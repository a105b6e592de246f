"""Figures over time: which of them a line joins, and all the words around it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._aspects import Aspects, aspects_of, header
from offinno.charts._choose import Allow, Chosen, check_highlight, chosen
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._lines._axis import axis_of
from offinno.charts._lines._errors import TooManyLines
from offinno.charts._lines._look import LineLook, look_of
from offinno.charts._lines._time import days_of, middle, rhythm
from offinno.charts._lines._words import (
    alt_of_lines,
    axis_remark,
    interval_remarks,
    open_remark,
    unsaid_remarks,
)
from offinno.charts._notes import Noted, noted
from offinno.charts._parts import Table
from offinno.charts._row import Row, row_of, shortly
from offinno.charts._tables import cross_table, list_table
from offinno.charts._words import spoken_of
from offinno.language import Lang
from offinno.model import (
    Break,
    Comparison,
    Contradiction,
    Datum,
    Indicator,
    Reason,
    Rule,
    SeriesMark,
    Status,
    Verdict,
    most_lines,
)
from offinno.wording import full_stop, message, period_text, reasons_text


@final
@attrs.frozen(kw_only=True)
class _Step(Frozen):
    """What lies between a figure and the one before it in its line."""

    #: Whether a line may join the two.
    joined: bool
    #: Breaks in the series between them.
    breaks: tuple[Break, ...]
    #: What else forbids joining them, or was overridden.
    reasons: tuple[Reason, ...]


_FIRST: Final = _Step(joined=False, breaks=(), reasons=())


def series_of(  # noqa: PLR0913 - the options of the builder, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: Headline,
    by: str | None,
    mark: SeriesMark,
    highlight: str | None,
    zero: bool,
    allow: Allow,
) -> Figure:
    """Return figures over time; see `offinno.charts.series`."""
    along = _along(by, mark)
    found = chosen(indicator, *along)
    check_lines(found, along, highlight)
    data = list(found.values())
    steps = _steps(found, dict(allow))
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = _rows(found, steps, notes, along, highlight)
    short = shortly(data, rows, lang=lang)
    axis = axis_of(short, unit=indicator.unit, lang=lang, zero=zero, bars=mark == "bar")
    look = look_of(short, mark=mark, axis=axis)
    spoken = spoken_of(data, lang=lang)
    return composed(
        data,
        rows=short,
        look=look,
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_lines(rows, spoken, mark=mark, lang=lang),
        table=table_of(found, rows, indicator, along, lang),
        along=along,
        reasons=[
            *_break_remarks(steps, lang),
            *_reasons(steps, lang),
            *_gap_remarks(short, look, lang),
            *axis_remark(axis, lang=lang),
            *interval_remarks(data, short, lang=lang),
            *open_remark(short, bars=mark == "bar", lang=lang),
            *unsaid_remarks(short, look),
        ],
    )


def _along(by: str | None, mark: SeriesMark) -> tuple[str, ...]:
    """Return what figures are told apart by: what there is a line for, and time."""
    if by == "period":
        raise Contradiction("series", "'period' is along the axis; give 'by' something else")
    if by is not None and mark == "bar":
        problem = "bars over time are for one series; use mark='line', or grouped_bars()"
        raise Contradiction("series", problem)
    return ("period",) if by is None else (by, "period")


def check_lines(found: Chosen, along: Sequence[str], highlight: str | None) -> None:
    """Refuse more lines than can be told apart, and to let stand out what is not there."""
    names = list(dict.fromkeys(key[0] for key in found))
    check_highlight(highlight, names)
    most = most_lines(highlighted=highlight is not None)
    if len(along) > 1 and len(names) > most:
        raise TooManyLines(len(names), most, highlight is not None)


def _steps(found: Chosen, allow: Mapping[str, str]) -> list[_Step]:
    """Return what lies before each figure, line by line."""
    steps: list[_Step] = []
    for _, line in groupby(found.items(), key=lambda item: item[0][:-1]):
        data = [datum for _, datum in line]
        steps += [_FIRST, *(_step(one, other, allow) for one, other in pairwise(data))]
    return steps


def _step(before: Datum, datum: Datum, allow: Mapping[str, str]) -> _Step:
    """Return what lies between two figures that follow each other in the data."""
    pair = Comparison.between(before, datum, along="period", reference=before.period, allow=allow)
    overridden = Rule.METHOD_BREAK.value in allow
    breaks = tuple(
        change
        for change in datum.indicator.breaks
        if change.parts(before.period, datum.period) is not False
    )
    refused = pair.verdict is Verdict.NOT_COMPARABLE
    broken = (breaks or Status.BREAK in datum.observation.status) and not overridden
    said = tuple(
        reason
        for reason in pair.reasons
        if reason.allowed is not None
        or (reason.outcome is Verdict.NOT_COMPARABLE and reason.rule is not Rule.METHOD_BREAK)
    )
    return _Step(joined=not (refused or broken), breaks=breaks, reasons=said)


def _name(change: Break, lang: Lang) -> str:
    """Return what a break is called, in the picture and below it."""
    return message("Break {time}", lang=lang, time=period_text(change.at, lang=lang))


def _break_remarks(steps: Sequence[_Step], lang: Lang) -> Iterator[str]:
    """Return what the breaks are about, each once, after what they are called."""
    for change in dict.fromkeys(change for step in steps for change in step.breaks):
        texts = (change.changed, *(() if change.note is None else (change.note,)))
        what = " ".join(full_stop(text.in_(lang)) for text in texts)
        yield f"{_name(change, lang)}: {what}"


def _rows(
    found: Chosen,
    steps: Sequence[_Step],
    notes: Noted,
    along: Sequence[str],
    highlight: str | None,
) -> tuple[Row, ...]:
    """Return the rows of all lines, each with where it stands and what lies before it."""
    aspects = aspects_of(list(found.values()), lang=notes.lang)
    lines = list(dict.fromkeys(key[0] for key in found)) if len(along) > 1 else []
    made: list[Row] = []
    for at, ((key, datum), step) in enumerate(zip(found.items(), steps, strict=True)):
        start, end = days_of(datum.period)
        label = aspects.label(at, "period", apart_from=tuple(along[:-1]))
        row = row_of(
            datum,
            lang=notes.lang,
            key=", ".join(key),
            label=label,
            mark=notes.mark(datum),
            group=_line(aspects, at, along),
            series=_colour(key[0], lines, highlight),
        )
        made.append(
            attrs.evolve(
                row,
                label=label,
                start=start,
                end=end,
                strong=key[0] == highlight,
                joined=step.joined,
                parted=", ".join(dict.fromkeys(_name(one, notes.lang) for one in step.breaks)),
            )
        )
    return _joined(made)


def _line(aspects: Aspects, at: int, along: Sequence[str]) -> str:
    """Return the name of the line that a figure belongs to; nothing if there is only one."""
    return aspects.words[at][along[0]] if len(along) > 1 else ""


def _colour(name: str, lines: Sequence[str], highlight: str | None) -> int:
    """Return the colour of a figure: its own, or a quiet one beside what stands out."""
    if highlight is not None:
        return 1 if name == highlight else 2
    return lines.index(name) + 1 if lines else 1


def _joined(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows of which those are joined that follow each other without a gap in time."""
    apart = rhythm(rows)
    before = (None, *rows[:-1])
    return tuple(
        attrs.evolve(row, joined=row.joined and one is not None and _follows(one, row, apart))
        for one, row in zip(before, rows, strict=True)
    )


def _follows(one: Row, row: Row, apart: float) -> bool:
    """Return whether nothing is missing between two figures of a line."""
    known = one.value is not None and row.value is not None
    return known and middle(row) - middle(one) <= apart


def _reasons(steps: Sequence[_Step], lang: Lang) -> Iterator[str]:
    """Return why figures are not joined that follow each other, and what was overridden."""
    said = [reason for step in steps for reason in step.reasons]
    yield from map(full_stop, reasons_text(said, lang=lang))


def _gap_remarks(rows: Sequence[Row], look: LineLook, lang: Lang) -> Iterator[str]:
    """Return that the line has gaps where there are no figures at all."""
    apart = rhythm(rows)
    follows = [
        middle(row) - middle(one) <= apart for one, row in pairwise(rows) if one.group == row.group
    ]
    if look.mark == "line" and not all(follows):
        yield message("There is a gap in the line where there are no figures.", lang=lang)


def table_of(
    found: Chosen, rows: Sequence[Row], indicator: Indicator, along: Sequence[str], lang: Lang
) -> Table:
    """Return the figures as a table: a line for each time, a column for each line."""
    top = header(indicator, "period", lang=lang)
    if len(along) == 1:
        return list_table(rows, header=top, unit=indicator.unit, lang=lang)
    turned = {
        key[::-1]: attrs.evolve(row, group=row.label, label=row.group)
        for key, row in zip(found, rows, strict=True)
    }
    order = sorted(turned, key=lambda key: middle(turned[key]))
    return cross_table({key: turned[key] for key in order}, header=top)
