"""The checks of all columns of observations together, without an object for any row."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from offinno.exceptions import OffinnoError
from offinno.model._area import Area
from offinno.model._axis import Axis
from offinno.model._checks import (
    Contradiction,
    Finding,
    checked_category,
    checked_key,
    optional_key,
    refuse_all,
)
from offinno.model._column import Column
from offinno.model._extra import (
    DECIMALS,
    DIGITS,
    EVIDENCES,
    QUALIFIERS,
    RANGE_CODE,
    REASONS,
    STATUSES,
    Extra,
)
from offinno.model._observation import check_covers
from offinno.model._row_keys import groups_of
from offinno.model._unpacking import as_published
from offinno.units import Share
from offinno.values import Period, PeriodForm, Value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from offinno.model._observations import Observations

#: Cells that are checked together: few enough to stay close to the processor.
_BLOCK: Final = 1 << 14
_HUNDRED: Final = 100.0
#: What values are bounded by; only numbers with so many zeros can reach it.
_LARGEST: Final = 1e31
_MANY_ZEROS: Final = -16


def check_columns(these: "Observations") -> None:
    """Check everything but the digits of numbers and the keys of rows."""
    _check_types(these)
    _check_lengths(these)
    _check_categories(these)
    _check_codes(these)
    if these.missing is not None:
        _check_missing(these, these.missing)
    _check_forms(these)


def _check_types(these: "Observations") -> None:
    """Check that each column has the type of number that it is made for."""
    wanted = {"value": "<f8", "decimals": "|i1", "missing": "|u1"}
    wanted |= {"status": "<u2", "qualifier": "|u1", "evidence": "|u1"}
    for name, dtype in wanted.items():
        cells: Column | None = getattr(these, name)
        if cells is not None and cells.dtype != dtype:
            raise Contradiction("observations", f"{name} is a column of {dtype}")


def _check_lengths(these: "Observations") -> None:
    """Check that all columns have one length, and that extras belong to rows."""
    axes = (these.area, these.period, these.vintage, these.source)
    every = [axis.codes for axis in (*axes, *(a for _, a in these.breakdowns)) if axis is not None]
    optional = (these.missing, these.status, these.qualifier, these.evidence)
    every += [these.decimals, *(cells for cells in optional if cells is not None)]
    if any(len(cells) != len(these.value) for cells in every):
        raise Contradiction("observations", "the columns differ in length")
    rows = [row for row, _ in these.extras]
    if rows != sorted(set(rows)) or any(not 0 <= row < len(these) for row in rows):
        raise Contradiction("observations", "extras must follow the order of their rows")


def _check_categories(these: "Observations") -> None:
    """Check that the categories of each axis are what rows have there."""
    _all_are(Area, "area", these.area)
    _all_are(Period, "period", these.period)
    _all_are(Period, "vintage", these.vintage, or_none=True)
    for key in () if these.source is None else these.source.categories:
        optional_key(key)
    for name, axis in these.breakdowns:
        checked_key(name)
        for key in axis.categories:
            checked_category(key)


def _all_are(cls: type[Any], name: str, axis: Axis | None, *, or_none: bool = False) -> None:
    """Check that all categories of an axis are of one class."""
    categories = () if axis is None else axis.categories
    if not all(isinstance(c, cls) or (or_none and c is None) for c in categories):
        raise Contradiction("observations", f"a category of {name} is no {cls.__name__}")


def _check_codes(these: "Observations") -> None:
    """Check that codes of qualifiers, evidence and quality flags mean something."""
    limits = (
        ("qualifier", these.qualifier, len(QUALIFIERS)),
        ("evidence", these.evidence, len(EVIDENCES)),
        ("status", these.status, 1 << len(STATUSES)),
    )
    for name, cells, limit in limits:
        if cells is not None and len(cells) and int(cells.array.max()) >= limit:
            raise Contradiction("observations", f"a code of {name} stands for nothing")


def _check_missing(these: "Observations", missing: Column) -> None:
    """Check that rows without a number hold none, and know why."""
    import numpy as np

    codes = missing.array
    if not ((codes <= len(REASONS)) | (codes == RANGE_CODE)).all():
        raise Contradiction("observations", "a code of missing stands for nothing")
    numbers = (these.value, these.decimals, these.qualifier)
    for cells in (cells.array[codes > 0] for cells in numbers if cells is not None):
        if cells.any():
            raise Contradiction("observations", "a row has both a number and a reason for none")
    ranges = {row for row, extra in these.extras if extra.range is not None}
    if lost := set(np.flatnonzero(codes == RANGE_CODE).tolist()) - ranges:
        problem = "it is marked as a range and has none"
        raise Contradiction("observations", problem, (min(lost),))


def _check_forms(these: "Observations") -> None:
    """Check that all periods are of one form, unless they are not stated."""
    forms = {period.form for period in these.period.categories} - {PeriodForm.UNKNOWN}
    if len(forms) > 1:
        named = ", ".join(sorted(form.value for form in forms))
        raise Contradiction(
            "observations", f"periods of different forms ({named}); keep them apart"
        )


def check_extras(these: "Observations") -> None:
    """Check that what single rows have fits their columns."""
    missing = None if these.missing is None else these.missing.array
    for row, extra in these.extras:
        code = 0 if missing is None else int(missing[row])
        try:
            _check_extra(these, row, extra, code)
        except OffinnoError as problem:
            raise Contradiction("observations", str(problem), (row,)) from None


def _check_extra(these: "Observations", row: int, extra: Extra, code: int) -> None:
    """Check what one row has, whose code of what is missing is *code*."""
    beside_number = extra.interval is not None or extra.counted is not None
    if (
        (extra.range is not None) != (code == RANGE_CODE)
        or (beside_number and code)
        or (extra.missing_note is not None and code in {0, RANGE_CODE})
    ):
        raise Contradiction("row", "what it has beside its columns is not about such a figure")
    if extra.range is not None and extra.range.unit != these.unit:
        raise Contradiction(
            "row", f"the range is in {extra.range.unit}, the others in {these.unit}"
        )
    if beside_number:
        number = as_published(float(these.value.array[row]), int(these.decimals.array[row]))
        Value(number, these.unit, interval=extra.interval, counted=extra.counted)
    if extra.covers is not None:
        check_covers(extra.covers, these.period[row])


def check_numbers(these: "Observations") -> None:
    """Check that every number is finite, exact and possible in its unit."""
    import numpy as np

    numbers, decimals = these.value.array, these.decimals.array
    with np.errstate(all="ignore"):  # what is not finite is found by not being exact
        for start in range(0, len(numbers), _BLOCK):
            part = slice(start, start + _BLOCK)
            if not _all_exact(numbers[part], decimals[part]):
                exact = _exact(numbers[part], decimals[part])
                raise _inexact(these, start + int(np.flatnonzero(~exact)[0]))
    if isinstance(these.unit, Share) and len(numbers) and not _are_shares(numbers):
        row = int(np.flatnonzero((numbers < 0) | (numbers > _HUNDRED))[0])
        problem = f"a share lies between 0 and 100 per cent, not at {float(numbers[row])!r}"
        raise Contradiction("observations", problem, (row,))


def _inexact(these: "Observations", row: int) -> Contradiction:
    """Say what is wrong with the number of a row."""
    import numpy as np

    number, decimals = float(these.value.array[row]), int(these.decimals.array[row])
    if not np.isfinite(number):
        problem = "the number is not finite; say it is missing"
    elif abs(decimals) > DECIMALS:
        problem = f"{decimals} decimals; a column holds {DECIMALS} at most, or as many zeros"
    elif abs(number) >= _LARGEST:
        problem = f"{number!r} is out of bounds: numbers lie below 10^31"
    else:
        problem = (
            f"{number!r} has more digits than the {decimals} decimals stated for it, "
            f"or more than {DIGITS} in all"
        )
    return Contradiction("observations", problem, (row,))


def _are_shares(numbers: "NDArray[Any]") -> bool:
    """Return whether all numbers may be shares in per cent."""
    return bool(numbers.min() >= 0 and numbers.max() <= _HUNDRED)


def _all_exact(numbers: "NDArray[Any]", decimals: "NDArray[Any]") -> bool:
    """Return whether all numbers have no more digits than stated; fast where none has zeros."""
    import numpy as np

    least, most = int(decimals.min()), int(decimals.max())
    if least < 0 or most > DECIMALS:
        return bool(_exact(numbers, decimals).all())
    power = float(10**least) if least == most else _powers().take(decimals)
    scaled = numbers * power
    np.rint(scaled, scaled)
    if not (scaled.max() < 10.0**DIGITS and scaled.min() > -(10.0**DIGITS)):
        return False
    scaled /= power
    return bool((scaled == numbers).all())


def _exact(numbers: "NDArray[Any]", decimals: "NDArray[Any]") -> "NDArray[np.bool_]":
    """Return for each number whether it has no more digits than its decimals, and 15 in all.

    A power of ten is exact in binary up to 10²²; a negative one is not, so numbers with
    negative decimals are divided first.
    """
    import numpy as np

    places = decimals.astype(np.int16)  # the byte has no positive of its lowest number
    up = _powers().take(places, mode="clip")
    down = _powers().take(-places, mode="clip")
    whole = np.rint(numbers / down * up)
    exact: NDArray[np.bool_] = whole / up * down == numbers
    exact &= np.abs(whole) < 10.0**DIGITS
    exact &= np.abs(places) <= DECIMALS
    exact &= np.abs(numbers) < _LARGEST
    return exact


def _powers() -> "NDArray[np.float64]":
    """Return the powers of ten that are exact in binary."""
    import numpy as np

    return np.array([float(10**zeros) for zeros in range(DECIMALS + 1)])


def check_keys(these: "Observations") -> None:
    """Check that no two rows have one key and one source."""
    refuse_all("observations", _twice(groups_of(*these.keyed())))


def _twice(groups: tuple[tuple[int, ...], ...]) -> Iterator[Finding]:
    """Return the rows of each group that its first one contradicts."""
    for first, *later in groups:
        problem = f"the same area, period, breakdowns and source as in observations[{first}]"
        yield from (((row,), problem) for row in later)
