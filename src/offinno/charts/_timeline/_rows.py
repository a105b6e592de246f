"""Calls of schemes as rows."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import final

import attrs

from offinno._frozen import Frozen
from offinno.charts._row import State
from offinno.charts._timeline._row import CallRow
from offinno.charts._timeline._time import Window, occurrences, recurs
from offinno.charts._timeline._words import about_text, amounts_text, when_text
from offinno.language import Lang
from offinno.model import Call, FundingScheme
from offinno.values import Missing, MissingReason, Period, Range, Value
from offinno.wording import capitalised, message, missing_text

_NOT_STATED = Missing(MissingReason.NOT_STATED)


@final
@attrs.frozen(kw_only=True)
class Shown(Frozen):
    """A call that a timeline shows, with its rows."""

    #: Its scheme.
    scheme: FundingScheme
    #: The call; None for a scheme without any.
    call: Call | None
    #: A row for each time at which it closes.
    rows: tuple[CallRow, ...]


def shown_calls(
    schemes: Sequence[FundingScheme], window: Window, *, lang: Lang, highlight: str | None
) -> Iterator[Shown]:
    """Return the calls that a timeline shows: those within its time, and those without a date."""
    for scheme in schemes:
        series = 1 if highlight in {None, scheme.key} else 2
        found = tuple(_of_scheme(scheme, window, lang, series))
        yield from found
        if not found:
            yield Shown(scheme=scheme, call=None, rows=(_empty(scheme, lang, series),))


def _of_scheme(scheme: FundingScheme, window: Window, lang: Lang, series: int) -> Iterator[Shown]:
    """Return the calls of one scheme that a timeline shows."""
    for number, call in enumerate(scheme.calls, 1):
        bare = _row(scheme, number, call, lang=lang, series=series)
        if rows := tuple(_dated(bare, call, window)):
            yield Shown(scheme=scheme, call=call, rows=rows)


def _row(scheme: FundingScheme, number: int, call: Call, *, lang: Lang, series: int) -> CallRow:
    """Return the row of a call without its days."""
    whole = [amount.value for amount in call.amounts if amount.part is None]
    money = whole[0] if len(whole) == 1 else _NOT_STATED
    low, high = (money.low, money.high) if isinstance(money, Range) else (None, None)
    return CallRow(
        key=f"{scheme.key}, {number}",
        label=about_text(call, scheme, lang),
        group=capitalised(scheme.name.in_(lang)),
        value=money.magnitude if isinstance(money, Value) else None,
        low=None if low is None else low.magnitude,
        high=None if high is None else high.magnitude,
        qualifier=money.qualifier.value if isinstance(money, Value) else None,
        value_label=amounts_text(call, lang) or missing_text(_NOT_STATED, lang=lang),
        state=_state(money),
        missing=money.reason.value if isinstance(money, Missing) else None,
        series=series,
        unit=None if isinstance(money, Missing) else str(money.unit),
        when=when_text(call, lang),
    )


def _state(money: Value | Range | Missing) -> State:
    """Return what there is to say of the money of a call."""
    match money:
        case Value():
            return "value"
        case Range():
            return "range"
        case _:
            return "missing"


def _empty(scheme: FundingScheme, lang: Lang, series: int) -> CallRow:
    """Return the row of a scheme of which there is no call to show."""
    why = message("no call in the time shown", lang=lang)
    if not scheme.calls:
        why = message("no call is known", lang=lang)
    return CallRow(
        key=f"{scheme.key}, 0",
        label=capitalised(why),
        group=capitalised(scheme.name.in_(lang)),
        value_label=missing_text(_NOT_STATED, lang=lang),
        state="missing",
        missing=_NOT_STATED.reason.value,
        series=series,
        when="",
    )


def _dated(row: CallRow, call: Call, window: Window) -> Iterator[CallRow]:
    """Return a row for each time at which a call closes; none if all lie outside a window."""
    opens = None if call.opens is None else call.opens.start
    if recurs(call.deadline):
        row = attrs.evolve(row, recurring=True)
        found = tuple(occurrences(call.deadline, window))
        for first, last in found:
            yield attrs.evolve(row, key=f"{row.key} in {first.year}", start=first, end=last)
        if not found:
            yield row
        return
    days = _days(call)
    if days is None:
        yield attrs.evolve(row, opens=opens)
    elif window.holds(opens or days[0], days[1]):
        yield attrs.evolve(row, opens=opens, start=days[0], end=days[1])


def _days(call: Call) -> tuple[date, date] | None:
    """Return the first and last day that a deadline may be; None where they are not known."""
    time = call.deadline
    if not isinstance(time, Period) or time.start is None or time.end is None:
        return None
    return time.start, time.end


def left_out(schemes: Sequence[FundingScheme], shown: Sequence[Shown]) -> int:
    """Return how many calls lie outside the time that is shown."""
    calls = sum(len(scheme.calls) for scheme in schemes)
    return calls - sum(1 for each in shown if each.call is not None)
