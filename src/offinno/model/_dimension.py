"""What an indicator declares beside its figures: breakdowns, breaks, and a preferred source."""

from typing import Final, final

import attrs

from offinno._frozen import as_tuple
from offinno.exceptions import UnknownName
from offinno.language import Term, Text
from offinno.model._checks import Contradiction, checked_key, optionally_worded, worded
from offinno.model._periods import period_of
from offinno.model._typed import Typed
from offinno.values import Period

#: What figures are told apart by, whatever their dimensions.
FIXED: Final = ("area", "period", "vintage", "source")

#: Names that a dimension may not have: selectors, and columns of a table of figures.
_TAKEN: Final = frozenset(
    {*FIXED, "indicator", "unit", "value", "low", "high", "qualifier", "missing", "status"}
    | {"evidence", "notes"}
)


@final
@attrs.frozen(kw_only=True)
class Dimension(Typed):
    """A way in which an indicator is broken down.

    Raises:
        Contradiction: If a category stands twice, or the name is taken.

    >>> sectors = [Term(key="health", label="helse"), Term(key="education", label="utdanning")]
    >>> Dimension(key="sector", label={"nb": "sektor"}, categories=sectors).category("health").key
    'health'
    """

    #: Stable key, such as ``sector``.
    key: str = attrs.field(converter=checked_key)
    #: What it is called.
    label: Text = attrs.field(converter=worded)
    #: Its categories, in the order they are shown in.
    categories: tuple[Term, ...] = attrs.field(converter=as_tuple)
    #: Whether every unit belongs to one category and no more, so that parts add up.
    exclusive: bool = False

    def __attrs_post_init__(self) -> None:
        """Check the name and the categories."""
        super().__attrs_post_init__()
        if self.key in _TAKEN:
            raise Contradiction(f"dimension {self.key!r}", "the name is taken; use another")
        if len(set(self.categories)) != len(self.categories):
            raise Contradiction(f"dimension {self.key!r}", "a category stands twice")

    def category(self, key: str) -> Term:
        """Return the category with this key.

        Raises:
            UnknownName: If there is none.
        """
        for term in self.categories:
            if term.key == key:
                return term
        raise UnknownName(f"category of {self.key}", key, tuple(t.key for t in self.categories))


@final
@attrs.frozen(kw_only=True)
class Break(Typed):
    """A change of method or definition that stops direct comparison over time.

    >>> Break(key="weights", at=2020, changed={"en": "weighted by size"}).at
    Period('2020')
    """

    #: Stable key, by which it may be crossed knowingly.
    key: str = attrs.field(converter=checked_key)
    #: The first period after the change.
    at: Period = attrs.field(converter=period_of)
    #: What changed.
    changed: Text = attrs.field(converter=worded)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optionally_worded)

    def parts(self, one: Period, other: Period) -> bool | None:
        """Return whether it lies between two periods; None where that is not known.

        A period of the form of `at` lies before it or not; one of another form may lie on both
        sides of its first day.

        >>> change = Break(key="weights", at=2020, changed={"en": "weighted by size"})
        >>> change.parts(Period(2019), Period(2020)), change.parts(Period(2020), Period(2021))
        (True, False)
        """
        return parted(self.at, one, other)


def parted(at: Period, one: Period, other: Period) -> bool | None:
    """Return whether what is new from *at* on lies between two periods; None where not known."""
    sides = {side_of(at, one), side_of(at, other)}
    if None in sides:
        return False if one == other and one.known else None
    return len(sides) > 1


def side_of(at: Period, period: Period) -> bool | None:
    """Return whether a period lies after the start of *at*; None where it may lie on both sides."""
    if not (period.known and at.known):
        return None
    if period.form is at.form:
        return period >= at
    if period.end is not None and at.start is not None and period.end < at.start:
        return False
    after = period.start is not None and at.start is not None and period.start >= at.start
    return True if after else None


@final
@attrs.frozen(kw_only=True)
class Preferred(Typed):
    """The source to be used where several disagree, and why.

    >>> print(Preferred(source="ssb", reason={"en": "the later revision"}).reason)
    the later revision
    """

    #: Key of the source.
    source: str = attrs.field(converter=checked_key)
    #: Why it is preferred.
    reason: Text = attrs.field(converter=worded)
