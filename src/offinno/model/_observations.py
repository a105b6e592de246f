"""The observations of an indicator, held as columns.

A million objects would take hundreds of bytes each and seconds to check; columns take about 20
bytes and are checked together. What only few rows have (a range, a wording, another population)
is kept beside the columns for those rows alone.
"""

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, SupportsIndex, final, overload

import attrs

from offinno.model._area import Area
from offinno.model._axis import Axis
from offinno.model._checks import pairs_of
from offinno.model._column import Column
from offinno.model._column_checks import check_columns, check_extras, check_keys, check_numbers
from offinno.model._extra import NOTHING, PUBLISHED, Extra
from offinno.model._observation import Observation
from offinno.model._packing import packed
from offinno.model._row_keys import groups_of, row_keys
from offinno.model._scaling import Factors, Flags, first_figures, scaled
from offinno.model._typed import Typed
from offinno.model._unpacking import rows_between, unpacked
from offinno.units import Unit
from offinno.values import Period

if TYPE_CHECKING:
    from numpy.typing import NDArray


#: What factors bring that are as sure as can be.
_NO_FLAGS: Final[Flags] = MappingProxyType({})


def _extras(given: Iterable[tuple[int, Extra]]) -> tuple[tuple[int, Extra], ...]:
    """Return *given* as pairs, without rows that have nothing beside their columns."""
    return tuple((row, extra) for row, extra in given if extra != NOTHING)


@final
@attrs.frozen(kw_only=True, repr=False, cache_hash=True)
class Observations(Typed, Sequence[Observation]):
    """A read-only sequence of `Observation`, held as columns.

    Rows are told apart by area, period, breakdowns and vintage. Rows that agree in all of these
    must differ in their source: they are disputed, and all stay. The constructor takes columns, as
    a reader has them; `of` takes rows. Two sequences are equal when their rows are, decimals as
    published included.

    Raises:
        WrongType: If a field holds something else than it may.
        Contradiction: If columns differ in length, a number is not finite, has more than 15
            significant digits or more decimals than stated, a share leaves 0 to 100, two rows
            have one key and one source, or periods have different forms.

    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> unit = parse_unit("% of GDP")
    >>> row = Observation(area="NO", period=2018, value=Value("48.30", unit))
    >>> print(Observations.of(unit, [row])[0].value)
    48.30 % of GDP
    """

    #: The unit of all values.
    unit: Unit
    #: The territories.
    area: Axis
    #: The times.
    period: Axis
    #: Each breakdown: the key of its dimension, and its axis of category keys.
    breakdowns: tuple[tuple[str, Axis], ...] = attrs.field(default=(), converter=pairs_of)
    #: Numbers, ``<f8``; 0 where there is none.
    value: Column
    #: Decimals of each number as published, ``|i1``; negative for 4.7E9.
    decimals: Column
    #: Why there is no number, ``|u1``: 0 for a number, else 1 + the position of the reason among
    #: `MissingReason`; 255 for a range. None where no row lacks a number.
    missing: Column | None = None
    #: Quality flags, ``<u2``, a bit for each `Status`; None where no row has any.
    status: Column | None = None
    #: Positions among `Qualifier`, ``|u1``; None where all are exact.
    qualifier: Column | None = None
    #: Positions among `Evidence`, ``|u1``; None where all is published.
    evidence: Column | None = None
    #: Vintages, where kept.
    vintage: Axis | None = None
    #: Keys of sources, where named by row.
    source: Axis | None = None
    #: What few rows have: pairs of row number and extras, in the order of the rows.
    extras: tuple[tuple[int, Extra], ...] = attrs.field(default=(), converter=_extras)
    _by_row: Mapping[int, Extra] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Check all columns together."""
        super().__attrs_post_init__()
        object.__setattr__(self, "_by_row", MappingProxyType(dict(self.extras)))
        check_columns(self)
        self._leave_out()
        check_numbers(self)
        check_extras(self)
        check_keys(self)

    def _leave_out(self) -> None:
        """Drop columns in which every row has the usual, and the sign of zero."""
        import numpy as np

        if not len(self):
            object.__setattr__(self, "breakdowns", ())

        usual = {"missing": 0, "status": 0, "qualifier": 0, "evidence": PUBLISHED}
        for name, code in usual.items():
            cells: Column | None = getattr(self, name)
            if cells is not None and bool((cells.array == code).all()):
                object.__setattr__(self, name, None)
        for name in ("vintage", "source"):
            axis: Axis | None = getattr(self, name)
            if axis is not None and set(axis.categories) <= {None}:
                object.__setattr__(self, name, None)
        numbers = self.value.array
        if bool((np.signbit(numbers) & (numbers == 0)).any()):
            object.__setattr__(self, "value", Column.of("<f8", numbers + 0.0))

    @classmethod
    def of(cls, unit: Unit, rows: Iterable[Observation]) -> "Observations":
        """Return *rows* as columns, in the order given.

        Raises:
            Contradiction: If a row has another unit, or the rows contradict each other.
        """
        return cls(**packed(unit, tuple(rows)))

    def __len__(self) -> int:
        return len(self.value)

    def __repr__(self) -> str:
        return f"<Observations: {len(self)} of {self.unit}>"

    @overload
    def __getitem__(self, row: SupportsIndex) -> Observation: ...
    @overload
    def __getitem__(self, row: slice) -> "Observations": ...
    def __getitem__(self, row: SupportsIndex | slice) -> "Observation | Observations":
        """Return one row as an observation, or several as observations."""
        if isinstance(row, slice):
            return self.rows(range(*row.indices(len(self))))
        number = operator.index(row)
        number += len(self) if number < 0 else 0
        if not 0 <= number < len(self):
            raise IndexError(row)
        return next(rows_between(self, number, number + 1))

    def __iter__(self) -> Iterator[Observation]:
        return unpacked(self)

    def __contains__(self, row: object) -> bool:
        """Return whether *row* is one of these."""
        return isinstance(row, Observation) and self._place(row) is not None

    def index(self, value: Observation, start: int = 0, stop: int | None = None) -> int:
        """Return the position of a row, found by what tells it apart.

        Raises:
            ValueError: If it is none of these.
        """
        at = self._place(value)
        if at is None or at not in range(*slice(start, stop).indices(len(self))):
            problem = f"{value!r:.80} is none of these rows"
            raise ValueError(problem)
        return at

    def _place(self, row: Observation) -> int | None:
        """Return the position of a row, if it is one of these."""
        if tuple(name for name, _ in row.breakdowns) != tuple(name for name, _ in self.breakdowns):
            return None
        cells = (row.area, row.period, row.vintage, row.source, *(c for _, c in row.breakdowns))
        axes = (self.area, self.period, self.vintage, self.source, *(a for _, a in self.breakdowns))
        found: NDArray[Any] | None = None
        for cell, axis in zip(cells, axes, strict=True):
            if axis is None and cell is None:
                continue
            code = None if axis is None else axis.code(cell)
            if axis is None or code is None:
                return None
            if found is None:
                found = (axis.codes.array == code).nonzero()[0]
            else:
                found = found[axis.codes.array[found] == code]
        alike = [] if found is None else found.tolist()
        return next((at for at in alike if self[at] == row), None)

    def beside(self, row: int) -> Extra:
        """Return what a row has beside its columns."""
        return self._by_row.get(row, NOTHING)

    def rows(self, chosen: "Iterable[int] | NDArray[Any]") -> "Observations":
        """Return the rows at these positions, in this order.

        Raises:
            IndexError: If there is no such position, or it is no whole number.
            Contradiction: If a position stands twice.
        """
        import numpy as np

        given = chosen if isinstance(chosen, np.ndarray | range) else tuple(chosen)
        positions = np.asarray(given)
        whole = positions.ndim == 1 and positions.dtype.kind in "iu"
        within = whole and len(positions) and positions.min() >= 0 and positions.max() < len(self)
        if positions.size and not within:
            problem = f"positions of rows are whole numbers from 0 to {len(self) - 1}"
            raise IndexError(problem)
        return Observations(**self._taken(positions.astype(np.int64)))

    def _taken(self, rows: "NDArray[Any]") -> dict[str, Any]:
        """Return what the constructor takes for some rows."""
        fields: dict[str, Any] = {"unit": self.unit, "extras": self._extras_of(rows)}
        for name in ("area", "period", "vintage", "source"):
            axis: Axis | None = getattr(self, name)
            fields[name] = None if axis is None else axis.taken(rows)
        for name in ("value", "decimals", "missing", "status", "qualifier", "evidence"):
            cells: Column | None = getattr(self, name)
            fields[name] = None if cells is None else Column.of(cells.dtype, cells.array[rows])
        return fields | {"breakdowns": [(name, axis.taken(rows)) for name, axis in self.breakdowns]}

    def _extras_of(self, rows: "NDArray[Any]") -> list[tuple[int, Extra]]:
        """Return the extras of some rows, with their new numbers."""
        import numpy as np

        having = np.flatnonzero(np.isin(rows, list(self._by_row))) if self._by_row else ()
        return [(int(at), self._by_row[int(rows[at])]) for at in having]

    def keyed(self, *, with_source: bool = True) -> "tuple[NDArray[Any], int]":
        """Return a whole number for each row, equal where keys are, and how many there can be."""
        axes = [self.area, self.period, *(axis for _, axis in self.breakdowns), self.vintage]
        axes += [self.source] if with_source else []
        return row_keys([axis for axis in axes if axis is not None], len(self))

    @property
    def disputed(self) -> tuple[tuple[int, ...], ...]:
        """Groups of rows that agree in everything but their source."""
        return () if self.source is None else groups_of(*self.keyed(with_source=False))

    @property
    def first_figures(self) -> Mapping[tuple[Area, Period], int]:
        """The first row of each area and period that has a number or a range."""
        return first_figures(self)

    def scaled(self, unit: Unit, factors: Factors, flags: Flags = _NO_FLAGS) -> "Observations":
        """Return all figures times the factor of their area and period, in another unit.

        A factor is positive; beside it stands whether it is only about right. Numbers are
        rounded to 15 significant digits, to one unit of the last, and have 22 decimals at most.
        Intervals and the ends of ranges are scaled with them; an interval is dropped where the
        factor is not exact, and so is what a figure in the old unit was printed as or counted
        from. What is missing stays missing. All figures are derived ones, and have the quality
        *flags* that their factor brings beside their own.

        Raises:
            KeyError: If the area and period of a figure have no factor.
            Contradiction: If a result is no possible figure in the unit.

        >>> from fractions import Fraction
        >>> from offinno.units import parse_unit
        >>> from offinno.values import Value
        >>> euro, kroner = parse_unit("EUR"), parse_unit("NOK")
        >>> row = Observation(area="NO", period=2019, value=Value("18.10", euro))
        >>> rate = {(row.area, row.period): (Fraction("9.8511"), False)}
        >>> print(Observations.of(euro, [row]).scaled(kroner, rate)[0].value)
        178.304910 NOK
        """
        return Observations(**scaled(self, unit, factors, flags))

    @property
    def memory(self) -> int:
        """Bytes that all columns hold, without the few extras.

        A million rows with one breakdown take about 20 million.
        """
        axes = [self.area, self.period, self.vintage, self.source]
        axes += [axis for _, axis in self.breakdowns]
        columns = [self.value, self.decimals, self.missing, self.status]
        columns += [self.qualifier, self.evidence]
        return sum(axis.memory for axis in axes if axis is not None) + sum(
            len(cells.data) for cells in columns if cells is not None
        )
