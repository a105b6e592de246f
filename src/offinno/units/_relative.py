"""Units that only mean something relative to another amount: per cent, points and indexes.

Shares, ratios, points and changes hold per cent as published: 48.3, never 0.483.
"""

import re
from typing import ClassVar, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.language import Term
from offinno.units._kinds import BadUnit, Kind, check_term, is_base, written


@final
@attrs.frozen(cache_hash=True)
class Share(Frozen):
    """Per cent of a whole, of which the figure is a part: always from 0 to 100.

    Raises:
        BadUnit: If the whole is no term.

    >>> from offinno.language import vocabulary
    >>> str(Share(vocabulary()["workplaces"]))
    '% of workplaces'
    """

    kind: ClassVar[Kind] = Kind.SHARE
    additive: ClassVar[bool] = False

    #: The whole: what is counted, or an amount that the figure is truly a part of.
    whole: Term

    def __attrs_post_init__(self) -> None:
        """Check the type of the whole."""
        check_term(self.kind, self.whole)

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
        check_term(self.kind, self.to)
        if not self.to.reference_amount:
            problem = "is relative to a set of units counted; that is a share"
            raise BadUnit(str(self), problem)

    def __str__(self) -> str:
        return f"% of {self.to}"


@final
@attrs.frozen(cache_hash=True)
class Points(Frozen):
    """Percentage points: the difference of two shares or ratios of the same whole.

    Raises:
        BadUnit: If the whole is no term.

    >>> from offinno.language import vocabulary
    >>> str(Points(vocabulary()["workplaces"]))
    'pp of workplaces'
    """

    kind: ClassVar[Kind] = Kind.POINTS
    additive: ClassVar[bool] = True

    #: The whole of the shares, or the reference amount of the ratios.
    of: Term

    def __attrs_post_init__(self) -> None:
        """Check the type of the whole."""
        check_term(self.kind, self.of)

    def __str__(self) -> str:
        return f"pp of {self.of}"


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

    #: The base period, such as ``"2015"`` or ``"2015-Q1"``.
    base: str

    def __attrs_post_init__(self) -> None:
        """Check the base period."""
        if not is_base(self.base):
            seen = f"index {written(self.base)}=100"
            raise BadUnit(seen, "needs a base period as text, as in 'index 2015=100'")

    def __str__(self) -> str:
        return f"index {self.base}=100"


_BACK: Final = re.compile(
    r"(?P<same>same (?:half-year|quarter|month) of )?"
    r"(?:(?P<count>[2-9]|[1-9][0-9]) )?(?P<length>half-year|quarter|month|year)(?P<many>s)? before"
)
_MOST: Final = 99
_MONTHS: Final = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}


@final
@attrs.frozen(cache_hash=True)
class Change(Frozen):
    """A relative change, in per cent of the value it is taken from.

    Raises:
        BadUnit: If what it is taken from is neither a period nor a time before.

    >>> str(Change("year before"))
    '% change on year before'
    """

    kind: ClassVar[Kind] = Kind.CHANGE
    additive: ClassVar[bool] = False

    #: The base it is taken from: a period, or a time before such as ``year before``,
    #: ``2 years before``, ``quarter before`` or ``same quarter of year before``.
    on: str

    def __attrs_post_init__(self) -> None:
        """Check the base."""
        on = written(self.on)
        if not is_base(on) and _back(on) is None:
            problem = (
                "needs a base: a period, or a time before, as in 'year before', "
                "'2 years before' or 'same quarter of year before'"
            )
            raise BadUnit(f"% change on {on}", problem)

    def __str__(self) -> str:
        return f"% change on {self.on}"

    @property
    def months(self) -> int | None:
        """How many months before it is taken from; None of one that is taken from one period.

        >>> Change("2 quarters before").months, Change("2015").months
        (6, None)
        """
        back = _back(self.on)
        return None if back is None else _MONTHS[back[1]] * back[2]

    def then(self, following: "Change") -> "Change | None":
        """Return the change over both, when *following* is taken from where this one ends.

        None where that cannot be said of any two figures in these units.

        >>> Change("year before").then(Change("year before"))
        Change(on='2 years before')
        >>> Change("2015").then(Change("year before"))
        Change(on='2015')
        """
        own, other = _back(self.on), _back(following.on)
        if other is None:
            return None
        if own is None:
            return self
        (same, length, count), (other_same, other_length, other_count) = own, other
        total = count + other_count
        if (same, length) != (other_same, other_length) or total > _MOST:
            return None
        return Change(f"{same}{total} {length}s before")


def _back(text: str) -> tuple[str, str, int] | None:
    """Return how far back *text* goes: same part of the year, length, count; or None."""
    found = _BACK.fullmatch(text)
    if not found or (found["count"] is None) != (found["many"] is None):
        return None
    if found["same"] and found["length"] != "year":
        return None
    return found["same"] or "", found["length"], int(found["count"] or 1)
