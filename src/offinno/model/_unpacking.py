"""From columns to observations."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final

from offinno.model._axis import Axis
from offinno.model._column import Column
from offinno.model._extra import (
    EVIDENCES,
    PUBLISHED,
    QUALIFIERS,
    REASONS,
    STATUSES,
    Extra,
)
from offinno.model._observation import Observation
from offinno.model._status import Status
from offinno.units import Unit
from offinno.values import Missing, Range, Value

if TYPE_CHECKING:
    from offinno.model._observations import Observations

#: Rows that are unpacked together, so that columns are not asked cell by cell.
_BLOCK: Final = 1024


def as_published(number: float, decimals: int) -> Decimal:
    """Return a float of at most 15 digits as the decimal number it was published as.

    >>> as_published(48.3, 2), as_published(4.7e9, -8)
    (Decimal('48.30'), Decimal('4.7E+9'))
    """
    if decimals >= 0:
        return Decimal(f"{number:.{decimals}f}")
    return Decimal(f"{round(number / 10**-decimals)}E{-decimals}")


def unpacked(these: "Observations") -> Iterator[Observation]:
    """Return every row as an object, in order."""
    for start in range(0, len(these), _BLOCK):
        yield from rows_between(these, start, min(start + _BLOCK, len(these)))


def rows_between(these: "Observations", start: int, stop: int) -> Iterator[Observation]:
    """Return the rows from *start* up to *stop* as objects."""
    part = slice(start, stop)
    names = tuple(name for name, _ in these.breakdowns)
    columns = zip(
        range(start, stop),
        _axis(these.area, part),
        _axis(these.period, part),
        zip(*(_axis(axis, part) for _, axis in these.breakdowns), strict=True)
        if names
        else repeat(()),
        _axis(these.vintage, part),
        _axis(these.source, part),
        these.value.array[part].tolist(),
        these.decimals.array[part].tolist(),
        _codes(these.missing, part, 0),
        _codes(these.qualifier, part, 0),
        _codes(these.status, part, 0),
        _codes(these.evidence, part, PUBLISHED),
        strict=False,  # some never end
    )
    for row, area, period, places, vintage, source, number, decimals, *codes in columns:
        missing, qualifier, status, evidence = codes
        extra = these.beside(row)
        yield Observation(
            area=area,
            period=period,
            breakdowns=tuple(zip(names, places, strict=True)),
            vintage=vintage,
            source=source,
            value=_gap(missing, extra)
            if missing
            else _value(these.unit, number, decimals, qualifier, extra),
            status=_flags(status),
            evidence=EVIDENCES[evidence],
            symbol=extra.symbol,
            notes=extra.notes,
            as_printed=extra.as_printed,
            population=extra.population,
            question=extra.question,
            sample=extra.sample,
            covers=extra.covers,
        )


def _axis(axis: Axis | None, part: slice) -> Iterator[Any]:
    """Return the categories of some rows; None for each where there is no such axis."""
    if axis is None:
        return repeat(None)
    return map(axis.categories.__getitem__, axis.codes.array[part].tolist())


def _codes(cells: Column | None, part: slice, usual: int) -> Iterator[int]:
    """Return the codes of some rows; the usual one for each where there is no such column."""
    return repeat(usual) if cells is None else iter(cells.array[part].tolist())


def _flags(bits: int) -> frozenset[Status]:
    """Return bits as quality flags."""
    return frozenset(status for bit, status in enumerate(STATUSES) if bits >> bit & 1)


def _gap(code: int, extra: Extra) -> Range | Missing:
    """Return what stands in place of a number."""
    return extra.range or Missing(REASONS[code - 1], extra.missing_note)


def _value(unit: Unit, number: float, decimals: int, qualifier: int, extra: Extra) -> Value:
    """Return the figure of a row with a number."""
    return Value(
        as_published(number, decimals),
        unit,
        QUALIFIERS[qualifier],
        interval=extra.interval,
        counted=extra.counted,
    )


def columns_of(these: "Observations") -> dict[str, list[Any]]:
    """Return the rows as lists by column name, without an object for any row.

    The lists are area, period, each breakdown, vintage, value (Decimal, or None), low and high (of
    a range), qualifier, missing, status, evidence, notes and source.
    """
    every = slice(None)
    rows = len(these)
    codes = _listed(these.missing, rows, 0)
    numbers = zip(these.value.array.tolist(), these.decimals.array.tolist(), codes, strict=True)
    vintages = [None] * rows if these.vintage is None else these.vintage.cells()
    return {
        "area": [area.code for area in _axis(these.area, every)],
        "period": [period.text for period in _axis(these.period, every)],
        **{name: axis.cells() for name, axis in these.breakdowns},
        "vintage": [None if vintage is None else vintage.text for vintage in vintages],
        "value": [None if code else as_published(number, d) for number, d, code in numbers],
        **_of_few(these, rows),
        "qualifier": _worded(these, codes),
        "missing": [REASONS[c - 1].value if 0 < c <= len(REASONS) else None for c in codes],
        "status": _flag_texts(_listed(these.status, rows, 0)),
        "evidence": [EVIDENCES[code].value for code in _listed(these.evidence, rows, PUBLISHED)],
        "source": [None] * rows if these.source is None else these.source.cells(),
    }


def _listed(cells: Column | None, rows: int, usual: int) -> list[int]:
    """Return the codes of all rows."""
    return [usual] * rows if cells is None else cells.array.tolist()


def _worded(these: "Observations", codes: list[int]) -> list[str | None]:
    """Return the qualifiers of all rows; None where there is no number."""
    qualifiers = zip(_listed(these.qualifier, len(these), 0), codes, strict=True)
    return [None if code else QUALIFIERS[qualifier].value for qualifier, code in qualifiers]


def _flag_texts(bits: list[int]) -> list[str]:
    """Return quality flags as words, each combination worded once."""
    words = {some: ", ".join(sorted(flag.value for flag in _flags(some))) for some in set(bits)}
    return list(map(words.__getitem__, bits))


def _of_few(these: "Observations", rows: int) -> dict[str, list[Any]]:
    """Return the columns of what few rows have: the ends of ranges, and marks of notes."""
    columns: dict[str, list[Any]] = {name: [None] * rows for name in ("low", "high")}
    columns["notes"] = [""] * rows
    for row, extra in these.extras:
        columns["notes"][row] = " ".join(extra.notes)
        if extra.range is not None:
            columns["low"][row] = extra.range.low.magnitude
            columns["high"][row] = extra.range.high.magnitude
    return columns
