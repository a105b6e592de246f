"""Figures at two times, and which of them a line may join."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._aspects import aspects_of
from offinno.charts._choose import Allow, allowed, check_highlight, chosen
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._lines._axis import axis_of
from offinno.charts._lines._series import check_lines, table_of
from offinno.charts._lines._slope_alt import alt_of_slope
from offinno.charts._lines._slope_look import SlopeLook, slope_look
from offinno.charts._lines._time import days_of
from offinno.charts._lines._words import axis_remark, interval_remarks, open_remark
from offinno.charts._measure import wrapped
from offinno.charts._notes import Noted, noted
from offinno.charts._row import Row, row_of, shortly
from offinno.charts._theme import LABEL
from offinno.charts._words import spoken_of
from offinno.exceptions import UnknownName
from offinno.language import Lang
from offinno.model import Comparison, Contradiction, Datum, Indicator, Reason, Verdict
from offinno.values import Period
from offinno.wording import full_stop, listed, message, period_text, reasons_text

_TIME_MOST: Final = 110


@final
@attrs.frozen(kw_only=True)
class _Verdict(Frozen):
    """Whether the two figures of a member may be compared, and why not."""

    joined: bool
    apart: bool
    reasons: tuple[Reason, ...]


def slope_of(  # noqa: PLR0913 - the options of the builder, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: Headline,
    along: str,
    start: Period | str | int | None,
    end: Period | str | int | None,
    highlight: str | None,
    allow: Allow,
) -> Figure:
    """Return figures at two times; see `offinno.charts.slope`."""
    if along == "period":
        raise Contradiction("slope", "'period' is what it spans; give 'along' something else")
    ends = _ends(indicator, start, end)
    found = {
        key: datum for key, datum in chosen(indicator, along, "period").items() if key[1] in ends
    }
    check_lines(found, (along, "period"), highlight)
    check_highlight(highlight, [name for name, _ in found])
    data = list(found.values())
    verdicts = _verdicts(found, allowed(allow))
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = _rows(data, list(found), verdicts, notes, along, highlight)
    axis = axis_of(rows, unit=indicator.unit, lang=lang)
    short = shortly(data, rows, lang=lang, step=axis.step)
    times = [wrapped(period_text(Period(text), lang=lang), LABEL, _TIME_MOST) for text in ends]
    look = slope_look(short, axis=axis, times=(times[0], times[1]))
    spoken = spoken_of(data, lang=lang, step=axis.step)
    return composed(
        data,
        rows=short,
        look=look,
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_slope(rows, spoken, ends, lang=lang),
        table=table_of(found, rows, indicator, (along, "period"), lang),
        along=(along, "period"),
        reasons=[
            *_said(verdicts, rows, lang),
            *_all_lines(short, look, lang),
            *interval_remarks(data, short, lang=lang),
            *open_remark([row for row in short if not row.apart], bars=False, lang=lang),
            *axis_remark(axis, lang=lang),
        ],
    )


def _ends(
    indicator: Indicator, start: Period | str | int | None, end: Period | str | int | None
) -> tuple[str, str]:
    """Return the two times, by default the first and the last.

    Raises:
        NotInTime: If the days of a period are not known.
        UnknownName: If a time is none of those that there are figures for.
        Contradiction: If there are not two, or the second does not come after the first.
    """
    known = sorted(indicator.periods, key=days_of)
    texts = tuple(period.text for period in known)
    chosen_ = tuple(
        texts[at] if given is None and texts else str(given)
        for at, given in ((0, start), (-1, end))
    )
    for name in chosen_:
        if name not in texts:
            raise UnknownName("period", name, texts)
    one, other = chosen_
    if texts.index(one) >= texts.index(other):
        raise Contradiction("slope", _not_two(one, other, texts))
    return one, other


def _not_two(one: str, other: str, known: Sequence[str]) -> str:
    """Return why two times are none, and what to do."""
    if len(known) == 1:
        only = f"it needs figures at two times, and there is only {one}"
        return f"{only}; show one time with dot_interval() or bars()"
    if one == other:
        return f"it needs two times, and both are {one}; give another start or end"
    return f"it ends at {other}, before it starts at {one}; give start and end the other way round"


def _verdicts(
    found: Mapping[tuple[str, ...], Datum], allow: Mapping[str, str]
) -> dict[str, _Verdict]:
    """Return for each member whether its figures may be compared."""
    members: dict[str, list[Datum]] = {}
    for (name, _), datum in found.items():
        members.setdefault(name, []).append(datum)
    return {name: _verdict(data, allow) for name, data in members.items()}


def _verdict(data: Sequence[Datum], allow: Mapping[str, str]) -> _Verdict:
    """Return whether the figures of one member may be compared."""
    if len(data) < 2:  # noqa: PLR2004 - one alone is compared with nothing
        return _Verdict(joined=False, apart=False, reasons=())
    first, last = data
    pair = Comparison.between(
        first, last, along="period", reference=first.period, allow=dict(allow)
    )
    refused = pair.verdict is Verdict.NOT_COMPARABLE
    said = tuple(
        reason
        for reason in pair.reasons
        if reason.outcome is Verdict.NOT_COMPARABLE or reason.allowed is not None
    )
    return _Verdict(joined=not refused, apart=refused, reasons=said)


def _rows(  # noqa: PLR0913, PLR0917 - all that a row of a slope is made of
    data: Sequence[Datum],
    keys: Sequence[tuple[str, ...]],
    verdicts: Mapping[str, _Verdict],
    notes: Noted,
    along: str,
    highlight: str | None,
) -> tuple[Row, ...]:
    """Return the rows, member by member, each with where it stands in time."""
    aspects = aspects_of(data, lang=notes.lang)
    order = list(verdicts)
    made: list[Row] = []
    for at, (key, datum) in enumerate(zip(keys, data, strict=True)):
        name = key[0]
        first, last = days_of(datum.period)
        label = aspects.label(at, "period", apart_from=(along,))
        own = highlight in {None, name}
        row = row_of(
            datum,
            lang=notes.lang,
            key=", ".join(key),
            label=label,
            mark=notes.mark(datum),
            group=aspects.words[at][along],
            apart=verdicts[name].apart,
            series=(order.index(name) + 1 if highlight is None else 1) if own else 2,
        )
        before = made[-1] if made and keys[at - 1][0] == name else None
        known = before is not None and before.value is not None and row.value is not None
        made.append(
            attrs.evolve(
                row,
                label=label,
                start=first,
                end=last,
                strong=name == highlight,
                joined=known and verdicts[name].joined,
            )
        )
    return tuple(made)


def _said(verdicts: Mapping[str, _Verdict], rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Return which members have no line, and why; and what was overridden."""
    names = {row.key.split(", ")[0]: row.group for row in rows}
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, verdict in verdicts.items():
        texts = reasons_text(verdict.reasons, lang=lang)
        if texts:
            groups.setdefault(texts, []).append(names[name])
    for texts, members in groups.items():
        for text in texts:
            yield full_stop(f"{listed(members, lang=lang)}: {text}")
    if any(verdict.apart for verdict in verdicts.values()):
        yield message("Hollow dots without a line: figures that may not be compared.", lang=lang)


def _all_lines(rows: tuple[Row, ...], look: SlopeLook, lang: Lang) -> Iterator[str]:
    """Return all figures, line by line, if the names of some lines find no room."""
    if not look.leaves_out_names(rows):
        return
    texts = [
        f"{group} {', '.join(f'{row.value_label} ({row.label})' for row in members)}"
        for group, members in groupby(rows, key=lambda row: row.group)
    ]
    yield full_stop(message("all lines: {names}", lang=lang, names="; ".join(texts)))
