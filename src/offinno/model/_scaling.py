"""Figures times a factor that belongs to their area and period, worked out on the columns."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import attrs

from offinno.model._area import Area
from offinno.model._column import Column
from offinno.model._extra import (
    DECIMALS,
    DIGITS,
    EVIDENCES,
    NOTHING,
    PUBLISHED,
    QUALIFIERS,
    RANGE_CODE,
    STATUSES,
    Extra,
)
from offinno.model._row_keys import row_keys
from offinno.model._status import Evidence, Status
from offinno.model._unpacking import as_published
from offinno.units import Unit
from offinno.values import Interval, Period, Qualifier, Range, Value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from offinno.model._observations import Observations

    Cells = NDArray[Any]

#: For each area and period a positive factor, and whether it is only about right.
Factors = Mapping[tuple[Area, Period], tuple[Fraction, bool]]
#: For areas and periods the quality flags that the factor brings, where it brings any.
Flags = Mapping[tuple[Area, Period], frozenset[Status]]

_DERIVED: Final = EVIDENCES.index(Evidence.DERIVED)
_ABOUT: Final = QUALIFIERS.index(Qualifier.ABOUT)
_ROUND: Final = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999)
#: Rows that are worked on together: few enough to stay close to the processor.
_BLOCK: Final = 1 << 14
#: How much larger than the rows a table of all areas and periods may be.
_SPARSE: Final = 8
#: Stands for decimals without an end, such as those of a third; added to others it fits a byte.
_ENDLESS: Final = 64
#: A binary float holds its exponent behind these bits, as a number above this bias.
_MANTISSA: Final = 52
_EXPONENTS: Final = 2048
_BIAS: Final = 1023
_FULL: Final = 10.0**DIGITS
#: Powers of ten that a binary float can hold at most.
_TENS: Final = 300


def first_figures(these: "Observations") -> dict[tuple[Area, Period], int]:
    """Return the first row of each area and period that has a number or a range, in order."""
    codes, known = _coded(these)
    first = _first(these, codes, len(known))
    places = [at for at in first.argsort(kind="stable").tolist() if first[at] >= 0]
    pairs = _pairs(these, known[places])
    return dict(zip(pairs, first[places].tolist(), strict=True))


def _coded(these: "Observations") -> "tuple[Cells, Cells]":
    """Return for each row a number for its area and period, and what the numbers stand for."""
    import numpy as np

    if len(these.area.categories) == 1:  # the period alone tells
        return these.period.codes.array, np.arange(len(these.period.categories))
    codes, size = row_keys([these.area, these.period], len(these))
    if size <= _SPARSE * len(these):
        return codes, np.arange(size)
    known, codes = np.unique(codes, return_inverse=True)
    return codes, known


def _first(these: "Observations", codes: "Cells", size: int) -> "Cells":
    """Return for each area and period the first row with a figure; -1 where there is none."""
    import numpy as np

    rows: Cells | None = None
    if these.missing is not None:
        missing = these.missing.array
        rows = np.flatnonzero((missing == 0) | (missing == RANGE_CODE))
        codes = codes[rows]
    starts = np.flatnonzero(codes[1:] != codes[:-1]) + 1  # where another area or period begins
    starts = np.concatenate((np.arange(min(len(codes), 1)), starts))[::-1]
    first: Cells = np.full(size, -1)
    first[codes[starts]] = starts if rows is None else rows[starts]  # the last one counts
    return first


def _pairs(these: "Observations", codes: "Cells") -> list[tuple[Area, Period]]:
    """Return the area and period that each number stands for."""
    areas, periods = these.area.categories, these.period.categories
    both = (divmod(code, max(len(periods), 1)) for code in codes.tolist())
    return [(areas[area], periods[period]) for area, period in both]


def scaled(these: "Observations", unit: Unit, factors: Factors, flags: Flags) -> dict[str, Any]:
    """Return what the constructor of `Observations` takes for scaled figures."""
    codes, known = _coded(these)
    size, about, places = _table(these, known, factors)
    numbers, decimals = _products(these, codes, size, places)
    fields = {f.name: getattr(these, f.name) for f in attrs.fields(type(these)) if f.init}
    return fields | {
        "unit": unit,
        "value": Column.of("<f8", numbers),
        "decimals": Column.of("|i1", decimals),
        "qualifier": _qualifiers(these, about[codes] if about.any() else None),
        "status": _status(these, codes, known, flags) if flags else these.status,
        "evidence": _evidence(these),
        "extras": _extras(these, factors, (numbers, decimals), unit),
    }


def _table(these: "Observations", known: "Cells", factors: Factors) -> "tuple[Cells, Cells, Cells]":
    """Return factors by number of area and period, which are about right, and their decimals.

    Where there is none, what is no number takes its place, which no figure may be.
    """
    import numpy as np

    size, about = np.full(len(known), np.nan), np.zeros(len(known), np.bool_)
    places = np.zeros(len(known), np.int8)
    for at, pair in enumerate(_pairs(these, known)):
        if pair in factors:
            factor, about[at] = factors[pair]
            size[at], places[at] = float(factor), _places(factor)
    return size, about, places


def _places(factor: Fraction) -> int:
    """Return the decimals of a factor, if it can be written out."""
    if pow(10, _ENDLESS, factor.denominator):  # it has no end, or one that is far away
        return _ENDLESS
    number = _ROUND.divide(Decimal(factor.numerator), Decimal(factor.denominator))
    if Fraction(number) != factor:
        return _ENDLESS
    exponent = number.normalize(_ROUND).as_tuple().exponent
    assert isinstance(exponent, int)  # a quotient of whole numbers is finite
    return min(max(0, -exponent), _ENDLESS)


def _products(
    these: "Observations", codes: "Cells", size: "Cells", places: "Cells"
) -> "tuple[Cells, Cells]":
    """Return numbers times their factors, rounded to what a column holds, and their decimals.

    A product that can be written out with 15 digits comes out as it is: the errors of two
    numbers, of their product and of its decimals are together less than half a unit.
    """
    import numpy as np

    before, digits = these.value.array, these.decimals.array
    numbers, decimals = np.empty(len(these)), np.empty(len(these), np.int8)
    up, (room, limit) = _powers(), _room()
    with np.errstate(all="ignore"):  # what is not finite is refused with the other columns
        for start in range(0, len(these), _BLOCK):
            part = slice(start, start + _BLOCK)
            product = before[part] * size.take(codes[part])
            wanted = digits[part] + places.take(codes[part])
            np.copyto(wanted, digits[part], where=product == 0)
            exponent = (product.view(np.int64) >> _MANTISSA) & (_EXPONENTS - 1)
            fit = room.take(exponent) - (np.abs(product) >= limit.take(exponent))
            np.minimum(wanted, fit, out=wanted)
            numbers[part], decimals[part] = _rounded(product, wanted, up)
    if these.missing is not None:
        gap = these.missing.array > 0
        numbers[gap], decimals[gap] = 0, 0
    return numbers, decimals


def _rounded(product: "Cells", decimals: "Cells", up: "Cells") -> "tuple[Cells, Cells]":
    """Return numbers with so many decimals, or one fewer where that rounds up to a 16th digit."""
    import numpy as np

    whole = np.rint(_shifted(product, decimals, up))
    over = np.abs(whole) >= _FULL
    if over.any():
        decimals = decimals - over
        whole[over] = np.rint(whole[over] / 10)
    return _shifted(whole, -decimals, up), decimals


def _shifted(numbers: "Cells", places: "Cells", up: "Cells") -> "Cells":
    """Return numbers times that power of ten; a negative one is no number of its own."""
    if int(places.max()) > 0:
        numbers = numbers * up.take(places, mode="clip")
    if int(places.min()) < 0:
        numbers = numbers / up.take(-places, mode="clip")
    return numbers


def _powers() -> "Cells":
    """Return the powers of ten that are exact in binary."""
    import numpy as np

    return np.array([float(10**zeros) for zeros in range(DECIMALS + 1)])


def _room() -> "tuple[Cells, Cells]":
    """Return by binary exponent how many decimals leave 15 digits, and from where on one fewer."""
    import numpy as np

    exponents = np.arange(_EXPONENTS) - _BIAS
    digits = np.floor(exponents * np.log10(2.0)).clip(-_TENS, _TENS) + 1
    room = (DIGITS - digits).clip(-DECIMALS, DECIMALS).astype(np.int8)
    limit = np.array([float(f"1e{int(places)}") for places in digits])
    return room, np.where(room < DECIMALS, limit, np.inf)


def _qualifiers(these: "Observations", about: "Cells | None") -> Column | None:
    """Return the qualifiers: a positive factor leaves them, one that is about right absorbs."""
    import numpy as np

    if about is None:
        return these.qualifier
    before = 0 if these.qualifier is None else these.qualifier.array
    known = these.value.array != 0  # nothing is nothing, times whatever
    return Column.of("|u1", np.where(about & known, _ABOUT, before).astype("|u1"))


def _status(these: "Observations", codes: "Cells", known: "Cells", flags: Flags) -> Column:
    """Return the quality flags of all rows, with those that factors bring to figures."""
    import numpy as np

    brought = np.zeros(len(known), "<u2")
    for at, pair in enumerate(_pairs(these, known)):
        for flag in flags.get(pair, ()):
            brought[at] |= 1 << STATUSES.index(flag)
    more = brought[codes]
    if these.missing is not None:
        missing = these.missing.array
        more[(missing > 0) & (missing < RANGE_CODE)] = 0
    return Column.of("<u2", more if these.status is None else more | these.status.array)


def _evidence(these: "Observations") -> Column:
    """Return that all figures are derived; what is missing is documented as before."""
    import numpy as np

    derived = np.full(len(these), _DERIVED, "|u1")
    if these.missing is not None:
        before = PUBLISHED if these.evidence is None else these.evidence.array
        gap = (these.missing.array > 0) & (these.missing.array < RANGE_CODE)
        derived = np.where(gap, before, derived).astype("|u1")
    return Column.of("|u1", derived)


def _extras(
    these: "Observations", factors: Factors, columns: "tuple[Cells, Cells]", unit: Unit
) -> list[tuple[int, Extra]]:
    """Return what rows have beside their columns, scaled."""
    found = []
    for row, extra in these.extras:
        kept = attrs.evolve(extra, as_printed=None, counted=None)
        if extra.range is not None or extra.interval is not None:
            by = factors[these.area[row], these.period[row]]
            number = as_published(columns[0][row], columns[1][row])
            kept = attrs.evolve(
                kept,
                range=_range(extra.range, by, unit),
                interval=_interval(extra.interval, by, number),
            )
        found.append((row, kept))
    return [(row, kept) for row, kept in found if kept != NOTHING]


def _range(given: Range | None, by: tuple[Fraction, bool], unit: Unit) -> Range | None:
    """Return a range with both ends scaled."""
    if given is None:
        return None
    low, high = (_end(end, by, unit) for end in (given.low, given.high))
    return Range(low=low, high=high, across=given.across)


def _end(end: Value, by: tuple[Fraction, bool], unit: Unit) -> Value:
    """Return one end of a range, scaled."""
    factor, about = by
    number = _times(end.magnitude, factor)
    return Value(number, unit, Qualifier.ABOUT if about and number else end.qualifier)


def _interval(
    given: Interval | None, by: tuple[Fraction, bool], number: Decimal
) -> Interval | None:
    """Return an interval scaled; rounding must not leave its number outside."""
    factor, about = by
    if given is None or about:
        return None
    low, high = _times(given.low, factor), _times(given.high, factor)
    return attrs.evolve(given, low=min(low, number), high=max(high, number))


def _times(number: Decimal, factor: Fraction) -> Decimal:
    """Return *number* times *factor*, with 15 digits."""
    product = Fraction(number) * factor
    found = _ROUND.divide(Decimal(product.numerator), Decimal(product.denominator))
    return found.quantize(Decimal(1)) if _is_coarse(found, number) else found


def _is_coarse(found: Decimal, number: Decimal) -> bool:
    """Return whether division left a whole number without its last zeros."""
    have, had = found.as_tuple().exponent, number.as_tuple().exponent
    assert isinstance(have, int)  # both are finite
    assert isinstance(had, int)
    return have > 0 >= had and found.adjusted() < DIGITS
