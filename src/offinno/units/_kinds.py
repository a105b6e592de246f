"""The kinds of unit: small frozen classes, each with what makes two of its units the same.

Scale is no part of a unit: thousand and milliard are ways to show a number. ``str()`` of a unit
is its text form, which `offinno.units.parse_unit` reads back.
"""

import re
from enum import Enum
from typing import ClassVar, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, UnknownName, shortened
from offinno.language import Term
from offinno.units._codes import CURRENCIES, PHYSICAL, PhysicalUnit


class Kind(Enum):
    """What a unit measures; kind, not scale, decides what may be done with a figure."""

    MONEY = "money"
    SHARE = "share"
    RATIO = "ratio"
    POINTS = "points"
    COUNT = "count"
    INDEX = "index"
    CHANGE = "change"
    PER = "per"
    PHYSICAL = "physical"


@final
@attrs.frozen
class BadUnit(OffinnoError, ValueError):
    """A unit, or its text, that means nothing."""

    #: The unit as it was written.
    text: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Show the unit and say what is wrong with it."""
        return f"the unit {shortened(self.text)!r} {self.problem}"


_YEAR: Final = re.compile(r"[1-9][0-9]{3}")
_DEFLATOR: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
_BASE: Final = re.compile(r"[0-9]{4}(-([0-9]{2}|Q[1-4]|H[12]))?")
_COMPARED: Final = (
    "year before",
    "half-year before",
    "quarter before",
    "month before",
    "same half-year of year before",
    "same quarter of year before",
    "same month of year before",
)


@final
@attrs.frozen(cache_hash=True)
class PriceBasis(Frozen):
    """The year whose prices an amount is expressed in, and the deflator that took it there.

    Raises:
        BadUnit: If the year or the name of the deflator has no usable form.

    >>> str(Money("NOK", PriceBasis(2015, "cpi")))
    'NOK@2015:cpi'
    """

    #: Calendar year of the prices.
    year: int
    #: Key of the price index, such as ``cpi``.
    deflator: str

    def __attrs_post_init__(self) -> None:
        """Check year and deflator."""
        if not _YEAR.fullmatch(str(self.year)) or not _DEFLATOR.fullmatch(self.deflator):
            problem = "needs a year of four digits and the key of a price index, as in '2015:cpi'"
            raise BadUnit(f"@{self.year}:{self.deflator}", problem)


@final
@attrs.frozen(cache_hash=True)
class Money(Frozen):
    """An amount of a currency, at current prices or at the prices of one year.

    Two amounts may be added only in the same currency and at the same prices.

    Raises:
        UnknownName: If the currency has no ISO 4217 code.

    >>> str(Money("NOK"))
    'NOK'
    """

    kind: ClassVar[Kind] = Kind.MONEY

    #: ISO 4217 code; ``XXX`` when the currency is not stated.
    currency: str
    #: The prices of which year; None for current prices.
    basis: PriceBasis | None = None

    def __attrs_post_init__(self) -> None:
        """Check the currency."""
        if self.currency not in CURRENCIES:
            raise UnknownName("currency (ISO 4217)", self.currency, CURRENCIES)

    @property
    def additive(self) -> bool:
        """Whether two amounts make a sum: only where the currency is known."""
        return self.stated

    @property
    def stated(self) -> bool:
        """Whether the currency is known."""
        return self.currency != "XXX"

    def __str__(self) -> str:
        if self.basis is None:
            return self.currency
        return f"{self.currency}@{self.basis.year}:{self.basis.deflator}"


@final
@attrs.frozen(cache_hash=True)
class Share(Frozen):
    """Per cent of a whole, of which the figure is a part: always from 0 to 100.

    >>> from offinno.language import vocabulary
    >>> str(Share(vocabulary()["workplaces"]))
    '% of workplaces'
    """

    kind: ClassVar[Kind] = Kind.SHARE
    additive: ClassVar[bool] = False

    #: The whole: what is counted, or an amount that the figure is truly a part of.
    whole: Term

    def __str__(self) -> str:
        return f"% {'part ' if self.whole.reference_amount else ''}of {self.whole}"


@final
@attrs.frozen(cache_hash=True)
class Ratio(Frozen):
    """Per cent relative to a reference amount; the figure need not be a part of it.

    Raises:
        BadUnit: If the term is a set of units counted; a share is meant then.

    >>> from offinno.language import vocabulary
    >>> str(Ratio(vocabulary()["GDP"]))
    '% of GDP'
    """

    kind: ClassVar[Kind] = Kind.RATIO
    additive: ClassVar[bool] = False

    #: The reference amount, such as GDP.
    to: Term

    def __attrs_post_init__(self) -> None:
        """Refuse a ratio to what is counted."""
        if not self.to.reference_amount:
            problem = "is relative to a set of units counted; that is a share"
            raise BadUnit(str(self), problem)

    def __str__(self) -> str:
        return f"% of {self.to}"


@final
@attrs.frozen(cache_hash=True)
class Points(Frozen):
    """Percentage points: the difference of two shares or ratios of the same whole.

    >>> from offinno.language import vocabulary
    >>> str(Points(vocabulary()["workplaces"]))
    'pp of workplaces'
    """

    kind: ClassVar[Kind] = Kind.POINTS
    additive: ClassVar[bool] = True

    #: The whole of the shares, or the reference amount of the ratios.
    of: Term

    def __str__(self) -> str:
        return f"pp of {self.of}"


@final
@attrs.frozen(cache_hash=True)
class Count(Frozen):
    """A number of things of one sort.

    Raises:
        BadUnit: If the term is an amount, which cannot be counted.

    >>> from offinno.language import vocabulary
    >>> str(Count(vocabulary()["municipalities"]))
    'municipalities'
    """

    kind: ClassVar[Kind] = Kind.COUNT
    additive: ClassVar[bool] = True

    #: What is counted.
    of: Term

    def __attrs_post_init__(self) -> None:
        """Refuse to count an amount, and words that are units of another kind."""
        if self.of.reference_amount:
            raise BadUnit(str(self), "is an amount, not something to count")
        if self.of.key in CURRENCIES or self.of.key in PHYSICAL:
            raise BadUnit(str(self), "is a unit of another kind; give the term another key")

    def __str__(self) -> str:
        return self.of.key


@final
@attrs.frozen(cache_hash=True)
class Index(Frozen):
    """A level relative to a base period, which is 100.

    Raises:
        BadUnit: If the base is no year, half-year, quarter or month.

    >>> str(Index("2015"))
    'index 2015=100'
    """

    kind: ClassVar[Kind] = Kind.INDEX
    additive: ClassVar[bool] = False

    #: The base period, such as ``2015`` or ``2015-Q1``.
    base: str

    def __attrs_post_init__(self) -> None:
        """Check the base period."""
        if not _BASE.fullmatch(self.base):
            raise BadUnit(str(self), "needs a base period, as in 'index 2015=100'")

    def __str__(self) -> str:
        return f"index {self.base}=100"


@final
@attrs.frozen(cache_hash=True)
class Change(Frozen):
    """A relative change, in per cent of the value it is taken from.

    Raises:
        BadUnit: If what it is taken from is neither a period nor a known phrase.

    >>> str(Change("year before"))
    '% change on year before'
    """

    kind: ClassVar[Kind] = Kind.CHANGE
    additive: ClassVar[bool] = False

    #: The base it is taken from: ``year before``, ``quarter before``, or a period.
    on: str

    def __attrs_post_init__(self) -> None:
        """Check the base."""
        if self.on not in _COMPARED and not _BASE.fullmatch(self.on):
            known = ", ".join(map(repr, _COMPARED))
            raise BadUnit(str(self), f"needs a base: a period, or one of {known}")

    def __str__(self) -> str:
        return f"% change on {self.on}"


@final
@attrs.frozen(cache_hash=True)
class Physical(Frozen):
    """A unit of length, area, volume, mass, time, energy or power.

    Raises:
        UnknownName: If offinno does not know the unit.

    >>> str(Physical("km"))
    'km'
    """

    kind: ClassVar[Kind] = Kind.PHYSICAL
    additive: ClassVar[bool] = True

    #: Its code, such as ``km`` or ``hours``.
    code: str

    def __attrs_post_init__(self) -> None:
        """Check the code."""
        if self.code not in PHYSICAL:
            raise UnknownName("physical unit", self.code, tuple(PHYSICAL))

    @property
    def definition(self) -> PhysicalUnit:
        """Its dimension and its size in the base unit of that dimension."""
        return PHYSICAL[self.code]

    def __str__(self) -> str:
        return self.code


@final
@attrs.frozen(cache_hash=True)
class Per(Frozen):
    """One unit for each of another: kroner per inhabitant, kroner per euro.

    Raises:
        BadUnit: If either side cannot stand in a quotient.

    >>> str(Per(Money("NOK"), Money("EUR")))
    'NOK / EUR'
    """

    kind: ClassVar[Kind] = Kind.PER
    additive: ClassVar[bool] = True

    #: What stands above.
    above: "Money | Count | Physical"
    #: What stands below.
    below: "Money | Count | Physical"

    def __attrs_post_init__(self) -> None:
        """Check both sides."""
        if not {self.above.kind, self.below.kind} <= _SIDES:
            problem = "may hold money, counts and physical units only, one above and one below"
            raise BadUnit(str(self), problem)
        if self.above == self.below:
            raise BadUnit(str(self), "is one to one; leave the unit out")

    def __str__(self) -> str:
        return f"{self.above} / {self.below}"


_SIDES: Final = frozenset({Kind.MONEY, Kind.COUNT, Kind.PHYSICAL})

#: Any unit of offinno.
Unit = Money | Share | Ratio | Points | Count | Index | Change | Per | Physical
