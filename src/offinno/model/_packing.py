"""From observations to columns."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from offinno.model._axis import Axis
from offinno.model._checks import Contradiction, Finding, refuse_all
from offinno.model._column import Column
from offinno.model._extra import (
    DIGITS,
    EVIDENCES,
    PUBLISHED,
    QUALIFIERS,
    RANGE_CODE,
    REASONS,
    STATUSES,
    Extra,
)
from offinno.model._observation import Observation
from offinno.units import Unit
from offinno.values import Missing, Range, Value

_QUALIFIER_CODES: Final = {qualifier: code for code, qualifier in enumerate(QUALIFIERS)}
_EVIDENCE_CODES: Final = {evidence: code for code, evidence in enumerate(EVIDENCES)}
_MISSING_CODES: Final = {reason: code for code, reason in enumerate(REASONS, 1)}
_BITS: Final = {status: 1 << bit for bit, status in enumerate(STATUSES)}
_ZERO: Final = Decimal(0)


def packed(unit: Unit, rows: tuple[Observation, ...]) -> dict[str, Any]:
    """Return what the constructor of `Observations` takes for *rows*."""
    for number, row in enumerate(rows):
        if type(row) is not Observation:
            raise Contradiction("observations", f"{row!r:.60} is no Observation", (number,))
    refuse_all("observations", _findings(unit, rows))
    numbers = [_number(row.value) for row in rows]
    return {
        "unit": unit,
        "area": Axis.of(row.area for row in rows),
        "period": Axis.of(row.period for row in rows),
        "breakdowns": _breakdowns(rows),
        "value": Column.of("<f8", [float(number) for number in numbers]),
        "decimals": Column.of("|i1", [_decimals(number) for number in numbers]),
        "missing": _optional("|u1", [_missing(row.value) for row in rows], 0),
        "status": _optional("<u2", [sum(map(_BITS.__getitem__, row.status)) for row in rows], 0),
        "qualifier": _optional("|u1", [_qualifier(row.value) for row in rows], 0),
        "evidence": _optional("|u1", [_EVIDENCE_CODES[row.evidence] for row in rows], PUBLISHED),
        "vintage": Axis.of(row.vintage for row in rows),
        "source": Axis.of(row.source for row in rows),
        "extras": [(number, _extra(row)) for number, row in enumerate(rows)],
    }


def _findings(unit: Unit, rows: tuple[Observation, ...]) -> Iterator[Finding]:
    """Return the rows that do not belong to the others, or whose number fits no column."""
    names = _names(rows)
    for at, row in enumerate(rows):
        if not isinstance(row.value, Missing) and row.value.unit != unit:
            yield (at, "value"), f"the value is in {row.value.unit}, the others in {unit}"
        if len(_number(row.value).as_tuple().digits) > DIGITS:
            problem = f"{_number(row.value)} has more than {DIGITS} significant digits; round it"
            yield (at, "value"), problem
        if [name for name, _ in row.breakdowns] != names:
            problem = f"breakdowns {dict(row.breakdowns)}, where the first row has {names}"
            yield (at, "breakdowns"), problem


def _names(rows: tuple[Observation, ...]) -> list[str]:
    """Return the dimensions that the first row, and so every row, is broken down by."""
    return [name for name, _ in rows[0].breakdowns] if rows else []


def _breakdowns(rows: tuple[Observation, ...]) -> list[tuple[str, Axis]]:
    """Return an axis for each breakdown."""
    names = _names(rows)
    return [(name, Axis.of(row.breakdowns[at][1] for row in rows)) for at, name in enumerate(names)]


def _number(value: Value | Range | Missing) -> Decimal:
    """Return the number for the column: 0 where there is none."""
    return value.magnitude if isinstance(value, Value) else _ZERO


def _decimals(number: Decimal) -> int:
    """Return the decimals of *number* as published."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    return -exponent


def _missing(value: Value | Range | Missing) -> int:
    """Return the code for what is no number."""
    if isinstance(value, Missing):
        return _MISSING_CODES[value.reason]
    return RANGE_CODE if isinstance(value, Range) else 0


def _qualifier(value: Value | Range | Missing) -> int:
    """Return the code of the qualifier."""
    return _QUALIFIER_CODES[value.qualifier] if isinstance(value, Value) else 0


def _optional(dtype: str, cells: list[int], usual: int) -> Column | None:
    """Return a column, or None where every row has the usual cell."""
    return None if all(cell == usual for cell in cells) else Column.of(dtype, cells)


def _extra(row: Observation) -> Extra:
    """Return what a row has beside its columns."""
    value = row.value
    return Extra(
        range=value if isinstance(value, Range) else None,
        interval=value.interval if isinstance(value, Value) else None,
        counted=value.counted if isinstance(value, Value) else None,
        missing_note=value.note if isinstance(value, Missing) else None,
        symbol=row.symbol,
        notes=row.notes,
        as_printed=row.as_printed,
        population=row.population,
        question=row.question,
        sample=row.sample,
        covers=row.covers,
    )
