"""What a picture shows, one row for each figure in it: plain facts and words, no drawing."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal

import attrs

from offinno._frozen import Frozen
from offinno.language import Lang
from offinno.model import Datum, Evidence, Status
from offinno.units import Kind
from offinno.values import Missing, MissingReason, Range, Value
from offinno.wording import (
    aligned_text,
    area_text,
    capitalised,
    datum_text,
    labels_text,
    period_text,
)

#: What there is in a row.
State = Literal["value", "range", "missing", "suppressed"]

_NEUTRAL: Final = 1
#: Kinds of amounts, whose digits say little where they were computed.
_AMOUNTS: Final = frozenset({Kind.MONEY, Kind.COUNT, Kind.PER, Kind.PHYSICAL})
#: Flags of figures that are still expected to change.
_UNSETTLED: Final = frozenset(
    {Status.PROVISIONAL, Status.ESTIMATED, Status.FORECAST, Status.UNVALIDATED}
)


@attrs.frozen(kw_only=True)
class Row(Frozen):
    """One figure of a picture: its number and its words.

    The fields are the columns of `Figure.to_columns`, and their names stay as they are. A picture
    of something else than figures has rows with further columns, such as `CallRow`.
    """

    #: What tells it from the other rows: a code of an area, a period, a category, or two of them.
    key: str
    #: What the figure is about.
    label: str
    #: What stands above it and the rows beside it; empty if nothing does.
    group: str = ""
    #: Its place in a ranking; None where it has none.
    place: int | None = None
    #: The number; None for a range and for what is missing.
    value: Decimal | None = None
    #: The low end of a range.
    low: Decimal | None = None
    #: The high end of a range.
    high: Decimal | None = None
    #: What the publisher said beside the number, such as ``about``; None without a number.
    qualifier: str | None = None
    #: Figure, unit and mark as a reader of the picture sees them, or why there is no figure.
    value_label: str
    #: The marks of its notes, as they stand at the end of the label.
    mark: str = ""
    #: Whether there is a value, a range, nothing, or something that may not be shown.
    state: State
    #: Why there is nothing.
    missing: str | None = None
    #: Whether it may not be compared with the others.
    apart: bool = False
    #: Which colour of the palette it has, from 1.
    series: int = _NEUTRAL
    #: Its unit, where that is not the unit of all figures of the picture.
    unit: str | None = None
    #: The low end of the interval in which the true number lies; None where none is known.
    interval_low: Decimal | None = None
    #: The high end of that interval.
    interval_high: Decimal | None = None
    #: The first day of its period, where the picture has an axis of time.
    start: date | None = None
    #: The last day of its period.
    end: date | None = None
    #: Whether its publisher calls it provisional, estimated or a forecast.
    provisional: bool = False
    #: Whether a line leads to it from the row before.
    joined: bool = False
    #: What the breaks in the series are called that lie between it and the row before.
    parted: str = ""
    #: Whether it stands out.
    strong: bool = False


def row_of(  # noqa: PLR0913 - what a figure does not know of its place in the picture
    datum: Datum,
    *,
    lang: Lang,
    key: str,
    label: str,
    mark: str,
    group: str = "",
    place: int | None = None,
    apart: bool = False,
    series: int = _NEUTRAL,
) -> Row:
    """Return the row of *datum*: its number from the figure, its words from wording."""
    value = datum.value
    interval = value.interval if isinstance(value, Value) else None
    return Row(
        key=key,
        label=_titled(label, datum, lang),
        group=_titled(group, datum, lang),
        place=place,
        value=value.magnitude if isinstance(value, Value) else None,
        low=value.low.magnitude if isinstance(value, Range) else None,
        high=value.high.magnitude if isinstance(value, Range) else None,
        qualifier=value.qualifier.value if isinstance(value, Value) else None,
        value_label=datum_text(datum, lang=lang, mark=mark),
        mark=mark,
        state=_state(value),
        missing=value.reason.value if isinstance(value, Missing) else None,
        apart=apart,
        series=series,
        interval_low=None if interval is None else interval.low,
        interval_high=None if interval is None else interval.high,
        provisional=not _UNSETTLED.isdisjoint(datum.observation.status),
    )


def _titled(text: str, datum: Datum, lang: Lang) -> str:
    """Return a label with a capital first; areas and times keep the letters of their names."""
    own = (area_text(datum.area, lang=lang), period_text(datum.period, lang=lang))
    return text if text.startswith(own) else capitalised(text)


def _state(value: Value | Range | Missing) -> State:
    """Return what there is."""
    match value:
        case Value():
            return "value"
        case Range():
            return "range"
        case Missing(reason=MissingReason.SUPPRESSED):
            return "suppressed"
        case _:
            return "missing"


def computed(data: Sequence[Datum]) -> bool:
    """Return whether *data* are amounts that were all computed and none published as it is."""
    found = [datum for datum in data if not isinstance(datum.value, Missing)]
    amounts = data[0].unit.kind in _AMOUNTS
    return amounts and all(d.observation.evidence is Evidence.DERIVED for d in found)


def shortly(
    data: Sequence[Datum], rows: tuple[Row, ...], *, lang: Lang, step: Decimal | None = None
) -> tuple[Row, ...]:
    """Return *rows* of *data* as a picture shows them: in one scale, what was computed rounded.

    Args:
        data: The figures.
        rows: The same as rows.
        lang: The language.
        step: The distance of the ticks of their axis, if they stand beside one.
    """
    values = [datum.value for datum in data]
    if len({datum.unit for datum in data}) > 1:
        return rows
    texts = (
        labels_text(values, lang=lang, step=step)
        if computed(data)
        else aligned_text(values, lang=lang)
    )
    return tuple(
        attrs.evolve(row, value_label=f"{text}{row.mark}")
        for row, text in zip(rows, texts, strict=True)
    )
