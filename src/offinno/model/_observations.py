"""The observations of an indicator, held as columns.

A million objects would take hundreds of bytes each and seconds to check; columns take about 20
bytes and are checked together. What only few rows have (a range, a wording, another population)
is kept beside the columns for those rows alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, final, overload

import attrs

from offinno._frozen import Frozen
from offinno.language import Text
from offinno.model._checks import Contradiction
from offinno.model._column import Column, code_type, column
from offinno.model._observation import Observation
from offinno.model._population import Population, Question, Sample
from offinno.model._status import Evidence, Status
from offinno.units import Share, Unit
from offinno.values import (
    Counted,
    Interval,
    Missing,
    MissingReason,
    Period,
    PeriodForm,
    Qualifier,
    Range,
    Value,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Significant digits that a binary float of 64 bits holds exactly.
DIGITS: Final = 15

_STATUSES: Final = tuple(Status)
_EVIDENCES: Final = tuple(Evidence)
_QUALIFIERS: Final = tuple(Qualifier)
_REASONS: Final = tuple(MissingReason)
#: What stands in the column of missing values for a row whose figure is a range.
_RANGE: Final = 255


@final
@attrs.frozen(kw_only=True)
class Extra(Frozen):
    """What one row has beside its columns; the fields are those of `Observation` and `Value`."""

    range: Range | None = None
    interval: Interval | None = None
    counted: Counted | None = None
    missing_note: Text | None = None
    symbol: str | None = None
    notes: tuple[str, ...] = ()
    as_printed: Text | None = None
    population: Population | Missing | None = None
    question: Question | None = None
    sample: Sample | Missing | None = None
    covers: Period | None = None


_NOTHING: Final = Extra()


@final
@attrs.frozen(kw_only=True)
class Axis(Frozen):
    """One of the things that tell rows apart: its categories, and the number of each row's one.

    Raises:
        Contradiction: If a category stands twice, or a row's number belongs to none.
    """

    #: The categories, in the order they are shown in.
    categories: tuple[Any, ...]
    #: For each row the position of its category.
    codes: Column

    def __attrs_post_init__(self) -> None:
        """Check that every row has a category."""
        if len(set(self.categories)) != len(self.categories):
            raise Contradiction("observations", "a category stands twice in its list")
        if len(self.codes) and int(self.codes.array.max()) >= len(self.categories):
            raise Contradiction("observations", "a row's code belongs to no category")

    def __getitem__(self, row: int) -> Any:  # noqa: ANN401 - whatever the categories are
        return self.categories[int(self.codes.array[row])]

    @property
    def memory(self) -> int:
        """Bytes of the codes."""
        return len(self.codes.data)


def axis_of(cells: Sequence[Any]) -> Axis:
    """Return *cells* as an axis, its categories in the order they first appear."""
    position: dict[Any, int] = {}
    codes = [position.setdefault(cell, len(position)) for cell in cells]
    return Axis(categories=tuple(position), codes=column(code_type(len(position)), codes))


@final
@attrs.frozen(kw_only=True, repr=False)
class Observations(Frozen, Sequence[Observation]):
    """A read-only sequence of `Observation`, held as columns.

    Rows are told apart by area, period, breakdowns and vintage. Rows that agree in all of these
    must differ in their source: they are disputed, and all stay.

    Raises:
        Contradiction: If columns differ in length, a number is not finite, has more than 15
            significant digits or more decimals than stated, a share leaves 0 to 100, two rows
            have one key and one source, or periods have different forms.
    """

    #: The unit of all values.
    unit: Unit
    #: The territories.
    area: Axis
    #: The times.
    period: Axis
    #: Each breakdown: the key of its dimension, and its axis of category keys.
    breakdowns: tuple[tuple[str, Axis], ...] = ()
    #: Numbers; 0 where there is none.
    value: Column
    #: Decimals of each number as published; negative for 4.7E9.
    decimals: Column
    #: Why there is no number: 0 for a number, else 1 + the position of the reason; 255 for a
    #: range. None where no row lacks a number.
    missing: Column | None = None
    #: Quality flags as bits; None where no row has any.
    status: Column | None = None
    #: Qualifiers by position; None where all are exact.
    qualifier: Column | None = None
    #: Evidence by position; None where all is published.
    evidence: Column | None = None
    #: Vintages, where kept.
    vintage: Axis | None = None
    #: Keys of sources, where named by row.
    source: Axis | None = None
    #: What few rows have: pairs of row number and extras, in the order of the rows.
    extras: tuple[tuple[int, Extra], ...] = ()
    _by_row: dict[int, Extra] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Check all columns together."""
        object.__setattr__(self, "_by_row", dict(self.extras))
        _check_lengths(self)
        _check_numbers(self)
        _check_codes(self)
        _check_forms(self)
        _check_keys(self)

    @classmethod
    def of(cls, unit: Unit, rows: Iterable[Observation]) -> "Observations":
        """Return *rows* as columns, in the order given.

        Raises:
            Contradiction: If a row has another unit, or the rows contradict each other.
        """
        from offinno.model._packing import packed

        return cls(**packed(unit, tuple(rows)))

    def __len__(self) -> int:
        return len(self.value)

    def __repr__(self) -> str:
        return f"<Observations: {len(self)} of {self.unit}>"

    @overload
    def __getitem__(self, row: int) -> Observation: ...
    @overload
    def __getitem__(self, row: slice) -> "Observations": ...
    def __getitem__(self, row: int | slice) -> "Observation | Observations":
        """Return one row as an observation, or several as observations."""
        if isinstance(row, slice):
            return self.rows(range(*row.indices(len(self))))
        number = row + len(self) if row < 0 else row
        if not 0 <= number < len(self):
            raise IndexError(row)
        return self._row(number)

    def __iter__(self) -> Iterator[Observation]:
        return (self._row(row) for row in range(len(self)))

    def rows(self, chosen: Iterable[int]) -> "Observations":
        """Return the rows at these positions, in this order."""
        return Observations.of(self.unit, [self._row(row) for row in chosen])

    @property
    def disputed(self) -> tuple[tuple[int, ...], ...]:
        """Groups of rows that agree in everything but their source."""
        groups: dict[int, list[int]] = {}
        for row, key in enumerate(_keys(self, with_source=False).tolist()):
            groups.setdefault(key, []).append(row)
        return tuple(tuple(rows) for rows in groups.values() if len(rows) > 1)

    @property
    def memory(self) -> int:
        """Bytes that all columns hold, without the few extras.

        A million rows with one breakdown take about 20 million.
        """
        axes = [self.area, self.period, self.vintage, self.source]
        axes += [axis for _, axis in self.breakdowns]
        columns = [self.value, self.decimals, self.missing, self.status]
        columns += [self.qualifier, self.evidence]
        return sum(axis.memory for axis in axes if axis) + sum(
            len(cells.data) for cells in columns if cells
        )

    def _row(self, row: int) -> Observation:
        """Return one row as an object."""
        extra = self._by_row.get(row, _NOTHING)
        flags = 0 if self.status is None else int(self.status.array[row])
        evidence = 1 if self.evidence is None else int(self.evidence.array[row])
        return Observation(
            area=self.area[row],
            period=self.period[row],
            breakdowns=tuple((key, axis[row]) for key, axis in self.breakdowns),
            vintage=None if self.vintage is None else self.vintage[row],
            source=None if self.source is None else self.source[row],
            value=self._figure(row, extra),
            status=frozenset(s for bit, s in enumerate(_STATUSES) if flags >> bit & 1),
            evidence=_EVIDENCES[evidence],
            symbol=extra.symbol,
            notes=extra.notes,
            as_printed=extra.as_printed,
            population=extra.population,
            question=extra.question,
            sample=extra.sample,
            covers=extra.covers,
        )

    def _figure(self, row: int, extra: Extra) -> Value | Range | Missing:
        """Return the figure of one row."""
        code = 0 if self.missing is None else int(self.missing.array[row])
        if extra.range is not None:
            return extra.range
        if code:
            return Missing(_REASONS[code - 1], extra.missing_note)
        qualifier = 0 if self.qualifier is None else int(self.qualifier.array[row])
        number = as_published(float(self.value.array[row]), int(self.decimals.array[row]))
        return Value(
            number,
            self.unit,
            _QUALIFIERS[qualifier],
            interval=extra.interval,
            counted=extra.counted,
        )


def as_published(number: float, decimals: int) -> Decimal:
    """Return a float of at most 15 digits as the decimal number it was published as.

    >>> as_published(48.3, 2), as_published(4.7e9, -8)
    (Decimal('48.30'), Decimal('4.7E+9'))
    """
    if decimals >= 0:
        return Decimal(f"{number:.{decimals}f}")
    return Decimal(round(number / 10.0**-decimals)).scaleb(-decimals)


def _check_lengths(these: Observations) -> None:
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
    if (these.value.dtype, these.decimals.dtype) != ("<f8", "|i1"):
        raise Contradiction("observations", "values are <f8 and decimals |i1")


def _check_numbers(these: Observations) -> None:
    """Check that every number is finite, exact and possible in its unit."""
    import numpy as np

    numbers = these.value.array
    if not np.isfinite(numbers).all():
        row = int(np.flatnonzero(~np.isfinite(numbers))[0])
        raise Contradiction(f"observations[{row}]", "the number is not finite; say it is missing")
    wrong = np.flatnonzero(~_exact(numbers, these.decimals.array))
    if len(wrong):
        row = int(wrong[0])
        problem = (
            f"{numbers[row]!r} has more digits than the {these.decimals.array[row]} decimals "
            f"stated for it, or more than {DIGITS} in all"
        )
        raise Contradiction(f"observations[{row}]", problem)
    if isinstance(these.unit, Share) and len(numbers) and not _shares(numbers):
        row = int(np.flatnonzero((numbers < 0) | (numbers > 100))[0])  # noqa: PLR2004 - per cent
        problem = f"a share lies between 0 and 100 per cent, not at {numbers[row]}"
        raise Contradiction(f"observations[{row}]", problem)


def _shares(numbers: "NDArray[Any]") -> bool:
    """Return whether all numbers may be shares in per cent."""
    return bool(numbers.min() >= 0 and numbers.max() <= 100)  # noqa: PLR2004 - per cent


def _exact(numbers: "NDArray[Any]", decimals: "NDArray[Any]") -> "NDArray[Any]":
    """Return for each number whether it has no more digits than its decimals, and 15 in all.

    A power of ten is exact in binary up to 10²²; a negative one is not, so numbers with
    negative decimals are divided first.
    """
    import numpy as np

    power = 10.0 ** np.arange(-128, 128).clip(0)
    # Cells index the tables from their end where negative, as the byte is signed.
    up, down = np.roll(power, 128), np.roll(power[::-1], -127)
    scaled = numbers / down[decimals] * up[decimals]
    whole = np.rint(scaled)
    exact = whole / up[decimals] * down[decimals] == numbers
    exact &= np.abs(whole) < 10.0**DIGITS
    exact &= np.abs(decimals) <= _MOST_DECIMALS
    return exact  # type: ignore[no-any-return]


_MOST_DECIMALS: Final = 22


def _check_codes(these: Observations) -> None:
    """Check that codes of reasons, qualifiers and evidence mean something."""
    limits = (
        (these.qualifier, len(_QUALIFIERS)),
        (these.evidence, len(_EVIDENCES)),
        (these.status, 1 << len(_STATUSES)),
    )
    for cells, limit in limits:
        if cells is not None and len(cells) and int(cells.array.max()) >= limit:
            raise Contradiction("observations", "a code stands for nothing")
    if these.missing is not None:
        _check_missing(these, these.missing)


def _check_missing(these: Observations, missing: Column) -> None:
    """Check that missing rows hold no number, and that ranges stand among the extras."""
    import numpy as np

    codes = missing.array
    known = (codes <= len(_REASONS)) | (codes == _RANGE)
    if not known.all() or these.value.array[codes > 0].any():
        raise Contradiction("observations", "a row has both a number and a reason for none")
    ranges = {row for row, extra in these.extras if extra.range is not None}
    if ranges != set(np.flatnonzero(codes == _RANGE).tolist()):
        raise Contradiction("observations", "a row is marked as a range and has none")


def _check_forms(these: Observations) -> None:
    """Check that all periods are of one form, unless they are not stated."""
    forms = {period.form for period in these.period.categories} - {PeriodForm.UNKNOWN}
    if len(forms) > 1:
        named = ", ".join(sorted(form.value for form in forms))
        raise Contradiction(
            "observations", f"periods of different forms ({named}); keep them apart"
        )


def _keys(these: Observations, *, with_source: bool) -> "NDArray[Any]":
    """Return one whole number for each row that is equal where the keys are."""
    import numpy as np

    axes = [these.area, these.period, *(axis for _, axis in these.breakdowns)]
    axes += [axis for axis in (these.vintage,) if axis is not None]
    axes += [these.source] if with_source and these.source is not None else []
    size, keys = 1, np.zeros(len(these), np.int64)
    for axis in axes:
        size *= max(len(axis.categories), 1)
        if size >= 1 << 62:
            _, keys = np.unique(keys, return_inverse=True)
            size = len(these) * len(axis.categories)
        keys = keys * len(axis.categories) + axis.codes.array
    return keys


def _check_keys(these: Observations) -> None:
    """Check that no two rows have one key and one source."""
    import numpy as np

    keys = _keys(these, with_source=True)
    if len(keys) < 2 or bool((np.diff(keys) > 0).all()):  # noqa: PLR2004 - a pair
        return
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(np.diff(keys[order]) == 0)
    if len(same):
        first, second = sorted(int(row) for row in order[same[0] : same[0] + 2])
        problem = f"the same area, period, breakdowns and source as in observations[{first}]"
        raise Contradiction(f"observations[{second}]", problem)
