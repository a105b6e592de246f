"""Units of amounts: money, things counted, physical units, and one of these for each of another.

Scale is no part of a unit: thousand and milliard are ways to show a number. ``str()`` of a unit
is its text form, which `offinno.units.parse_unit` reads back.
"""

import re
from typing import ClassVar, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import UnknownName
from offinno.language import Term
from offinno.units._codes import CURRENCIES, PHYSICAL, PhysicalUnit
from offinno.units._kinds import BadUnit, Kind, check_term, written

_CODES: Final = frozenset(CURRENCIES)
_FIRST_YEAR, _LAST_YEAR = 1000, 9999
_LONGEST_DEFLATOR: Final = 40
_DEFLATOR: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


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
        year_fits = type(self.year) is int and _FIRST_YEAR <= self.year <= _LAST_YEAR
        deflator = written(self.deflator)
        short = len(deflator) <= _LONGEST_DEFLATOR
        if not (year_fits and short and _DEFLATOR.fullmatch(deflator)):
            seen = f"@{self.year if year_fits else '?'}:{deflator}"
            problem = "needs a year of four digits and the key of a price index, as in '2015:cpi'"
            raise BadUnit(seen, problem)

    def __str__(self) -> str:
        return f"{self.year}:{self.deflator}"


def _is_basis(given: object) -> bool:
    """Return whether *given* may stand as the price basis of an amount."""
    return given is None or type(given) is PriceBasis


@final
@attrs.frozen(cache_hash=True)
class Money(Frozen):
    """An amount of a currency, at current prices or at the prices of one year.

    Two amounts may be added only in the same currency and at the same prices.

    Raises:
        UnknownName: If the currency has no ISO 4217 code.
        BadUnit: If the price basis is none.

    >>> str(Money("NOK"))
    'NOK'
    """

    kind: ClassVar[Kind] = Kind.MONEY

    #: ISO 4217 code; ``XXX`` when the currency is not stated.
    currency: str
    #: The prices of which year; None for current prices.
    basis: PriceBasis | None = None

    def __attrs_post_init__(self) -> None:
        """Check the currency and the type of the basis."""
        if written(self.currency) not in _CODES:
            raise UnknownName("currency (ISO 4217)", written(self.currency), CURRENCIES)
        if not _is_basis(self.basis):
            raise BadUnit(f"{self.currency}@?", "needs a PriceBasis, or None for current prices")

    @property
    def additive(self) -> bool:
        """Whether two amounts make a sum: only where the currency is known."""
        return self.stated

    @property
    def stated(self) -> bool:
        """Whether the currency is known."""
        return self.currency != "XXX"

    def __str__(self) -> str:
        return self.currency if self.basis is None else f"{self.currency}@{self.basis}"


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
    stated: ClassVar[bool] = True

    #: What is counted.
    of: Term

    def __attrs_post_init__(self) -> None:
        """Refuse to count an amount, and words that are units of another kind."""
        check_term(self.kind, self.of)
        if self.of.reference_amount:
            raise BadUnit(str(self), "is an amount, not something to count")
        if self.of.key in _CODES or self.of.key in PHYSICAL:
            raise BadUnit(str(self), "is a unit of another kind; give the term another key")

    def __str__(self) -> str:
        return self.of.key


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
    stated: ClassVar[bool] = True

    #: Its code, such as ``km`` or ``hours``.
    code: str

    def __attrs_post_init__(self) -> None:
        """Check the code."""
        if written(self.code) not in PHYSICAL:
            raise UnknownName("physical unit", written(self.code), tuple(PHYSICAL))

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

    #: What stands above.
    above: Money | Count | Physical
    #: What stands below.
    below: Money | Count | Physical

    def __attrs_post_init__(self) -> None:
        """Check both sides."""
        if not {type(self.above), type(self.below)} <= _SIDES:
            problem = "may hold money, counts and physical units only, one above and one below"
            raise BadUnit(f"{self.above} / {self.below}", problem)
        if self.above == self.below:
            raise BadUnit(str(self), "is one to one; leave the unit out")

    @property
    def additive(self) -> bool:
        """Whether two rates make a sum: only where every currency in them is known."""
        return self.stated

    @property
    def stated(self) -> bool:
        """Whether every currency in it is known."""
        return self.above.stated and self.below.stated

    def __str__(self) -> str:
        return f"{self.above} / {self.below}"


_SIDES: Final = frozenset({Money, Count, Physical})
