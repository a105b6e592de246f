"""Calls of schemes: from schemes to a figure of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from offinno.charts._alts import ALT_MOST
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._notes import Noted, noted
from offinno.charts._parts import Table
from offinno.charts._timeline._look import timeline_look
from offinno.charts._timeline._row import CallRow
from offinno.charts._timeline._rows import Shown, left_out, shown_calls
from offinno.charts._timeline._time import Window, window_of
from offinno.charts._timeline._words import remarks_on
from offinno.exceptions import UnknownName, shortened
from offinno.language import Lang
from offinno.model import Contradiction, FundingScheme, Source
from offinno.values import Period
from offinno.wording import (
    full_stop,
    message,
    message_plural,
    source_line,
)

_GIVE_THEM: Final = "give those of its factsheet, as in sources=sheet.sources"


def scheme_timeline_of(  # noqa: PLR0913 - the options of the builder, all by keyword
    schemes: Sequence[FundingScheme],
    *,
    lang: Lang,
    headline: Headline,
    start: Period | None,
    end: Period | None,
    highlight: str | None,
    sources: Sequence[Source],
    others: Sequence[FundingScheme] = (),
) -> Figure:
    """Return calls and deadlines over time; see `offinno.charts.scheme_timeline`.

    *others* are schemes that those shown may follow; only their names are used.
    """
    _check(schemes, highlight)
    window = window_of(schemes, start=start, end=end)
    shown = tuple(shown_calls(schemes, window, lang=lang, highlight=highlight))
    rows = tuple(row for each in shown for row in each.rows)
    names = {scheme.key: scheme.name for scheme in (*others, *schemes)}
    outside = tuple(_outside(left_out(schemes, shown), lang))
    said = (*outside, *remarks_on(schemes, names, lang=lang))
    notes = noted(headline.mentioned(lang), lang=lang)
    cited = source_line(_cited(shown, {source.key: source for source in sources}), lang=lang)
    units = {row.unit for row in rows if row.unit is not None}
    told = [_told(each, lang) for each in shown]
    return Figure(
        rows=rows,
        look=timeline_look(rows, window=window, lang=lang),
        lang=lang,
        headline=_headline(headline, notes),
        subtitle=full_stop(
            message("deadlines of calls, {time}", lang=lang, time=window.text(lang))
        ),
        source_line=cited,
        notes=notes.notes,
        remarks=said,
        alt=_alt(schemes, shown, window, lang),
        description=" ".join((*told, *said, full_stop(cited))),
        table=_table(shown, lang),
        unit=units.pop() if len(units) == 1 else "",
    )


def _check(schemes: Sequence[FundingScheme], highlight: str | None) -> None:
    """Refuse no schemes at all, one that comes twice, and to let stand out what is not there.

    Raises:
        Contradiction: If there is no scheme, or one comes twice.
        UnknownName: If none is called so.
    """
    keys = tuple(scheme.key for scheme in schemes)
    if not keys or len(set(keys)) < len(keys):
        raise Contradiction("scheme timeline", "it needs schemes, each of them once")
    if highlight is not None and highlight not in keys:
        raise UnknownName("scheme to highlight", highlight, keys)


def _headline(headline: Headline, notes: Noted) -> str:
    """Return the finding, or what a timeline shows."""
    if headline.text is None:
        return message("Calls and deadlines", lang=notes.lang)
    return headline.worded([], notes)


def _outside(count: int, lang: Lang) -> Iterator[str]:
    """Return how many calls lie outside the time that is shown, if any do."""
    if count:
        text = message_plural(
            "{n} call lies outside the time shown",
            "{n} calls lie outside the time shown",
            count,
            lang=lang,
        )
        yield full_stop(text)


def _cited(shown: Sequence[Shown], sources: Mapping[str, Source]) -> Iterator[Source]:
    """Return the sources of what is shown: of each call and its money, else of its scheme.

    Raises:
        Contradiction: If some are named and none was given.
        UnknownName: If one is named that was not given.
    """
    for each in shown:
        call = each.call
        own = () if call is None else (*call.sources, *(k for a in call.amounts for k in a.sources))
        for key in own or each.scheme.sources:
            if not sources:
                problem = f"it names the source {shortened(key)!r}, and none was given"
                raise Contradiction("scheme timeline", f"{problem}; {_GIVE_THEM}")
            if key not in sources:
                raise UnknownName("source among those given", key, tuple(sources))
            yield sources[key]


def _told(shown: Shown, lang: Lang) -> str:
    """Return a call as a sentence."""
    row = shown.rows[0]
    if shown.call is None:
        return full_stop(f"{row.group}: {row.label}")
    return full_stop(f"{row.group}: {row.when}. {row.about}{_on(shown, lang)}")


def _on(shown: Shown, lang: Lang) -> str:
    """Return the times at which a deadline comes back, as they are drawn; empty for others."""
    times = [row.start.year for row in shown.rows if row.recurring and row.start is not None]
    if not times:
        return ""
    return " " + message("(drawn in {years})", lang=lang, years=", ".join(map(str, times)))


def _alt(
    schemes: Sequence[FundingScheme], shown: Sequence[Shown], window: Window, lang: Lang
) -> str:
    """Return what a timeline shows: how many schemes and calls, the first and the last deadline."""
    calls = [each for each in shown if each.call is not None]
    many = message_plural("{n} scheme", "{n} schemes", len(schemes), lang=lang)
    count = message_plural("{n} call", "{n} calls", len(calls), lang=lang)
    time = window.text(lang)
    parts = [message("{schemes}, {calls}, {time}", lang=lang, schemes=many, calls=count, time=time)]
    dated = [row for each in calls for row in each.rows if row.start and not row.recurring]
    if dated:
        first, last = min(dated, key=_closes), max(dated, key=_closes)
        parts.append(message("first deadline: {call}", lang=lang, call=_named(first)))
        if last is not first:
            parts.append(message("last deadline: {call}", lang=lang, call=_named(last)))
    open_ = sum(1 for each in calls if each.rows[0].start is None)
    if open_:
        without = message_plural(
            "{n} call without a date", "{n} calls without a date", open_, lang=lang
        )
        parts.append(without)
    text = ""
    for part in map(full_stop, parts):
        longer = f"{text} {part}".strip()
        text = longer if len(longer) <= ALT_MOST else text
    return text


def _closes(row: CallRow) -> str:
    """Return by what deadlines are ordered."""
    return f"{row.end} {row.start}"


def _named(row: CallRow) -> str:
    """Return a call by its scheme and its deadline."""
    return f"{shortened(row.group, 60)}, {row.when}"


def _table(shown: Sequence[Shown], lang: Lang) -> Table:
    """Return the calls as a table, a line for each."""
    columns = (
        message("Scheme", lang=lang),
        message("Deadline", lang=lang),
        message("Call", lang=lang),
        message("Money", lang=lang),
    )
    first = [each.rows[0] for each in shown]
    return Table(columns, [(r.group, r.when or "–", r.label, r.value_label) for r in first])
