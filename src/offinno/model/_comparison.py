"""Whether figures may stand side by side: a result with reasons, not an assumption.

Each member of a comparison is held against a reference by the rules of `offinno.model._judging`.
The worst outcome of its reasons is its verdict. Operations work among the members that may be
compared and refuse the others, naming the reasons.
"""

from bisect import bisect_right
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, final

import attrs

from offinno._frozen import as_tuple
from offinno.exceptions import OffinnoError, UnknownName
from offinno.model._checks import Contradiction, checked_key
from offinno.model._datum import Datum
from offinno.model._grouping import Standing, first_of_largest, standing
from offinno.model._indicator import Indicator
from offinno.model._judging import reasons, rules_along
from offinno.model._places import MemberName, check_coordinates, check_names, place_of, position
from offinno.model._rules import Reason, Verdict, overrides_of
from offinno.model._typed import Typed
from offinno.model._yearly import YearlyChange, yearly_change
from offinno.values import Qualifier, Value

if TYPE_CHECKING:
    from offinno.model._pairs import Pairs


@final
@attrs.frozen
class NotComparable(OffinnoError, ValueError):
    """Figures whose difference, ratio or order has no meaning."""

    #: What was asked for.
    operation: str
    #: What speaks against it.
    reasons: tuple[Reason, ...]
    #: What the figures differ along, by which they are called.
    along: str = "area"

    def __str__(self) -> str:
        """Say what was asked for, and every reason against it."""
        listed = "; ".join(f"{place_of(r.member, self.along)}: {r.facts}" for r in self.reasons)
        example = {reason.rule.value: "why" for reason in self.reasons}
        return (
            f"{self.operation} has no meaning: {listed}; "
            f"a rule may be overridden by name, as in allow={example}"
        )


@final
@attrs.frozen(kw_only=True, repr=False)
class Comparison(Typed):
    """Figures held against a reference, with a verdict for each and the reasons.

    Made by `Comparison.of` from the rows of an indicator, or by `Comparison.between` from any
    figures. The reference is the member named, else the first of the largest group of figures with
    a number of which none is refused against another.

    Raises:
        Contradiction: If there are fewer than two members, two have one name, they differ in
            area or category while something else is compared, or the reference is none of them.
        UnknownName: If an override names no rule, or `along` nothing that a member has.

    >>> from offinno.language import vocabulary
    >>> from offinno.model import Observation, Observations, Population
    >>> from offinno.units import parse_unit
    >>> unit = parse_unit("% of public-workplaces")
    >>> shares = {"NO": Value(77, unit), "SE": Value(81, unit)}
    >>> rows = [Observation(area=a, period=2018, value=value) for a, value in shares.items()]
    >>> innovative = Indicator(
    ...     key="innovative", title="Innovative", definition="Introduced something new", unit=unit,
    ...     population=Population(unit=vocabulary()["public-workplaces"]),
    ...     observations=Observations.of(unit, rows),
    ... )
    >>> ranking = Comparison.of(innovative)
    >>> print(ranking.verdict, ranking.difference("SE", "NO"), ranking.rank("NO"))
    comparable 4 pp of public-workplaces 2
    """

    #: The figures, in the order they were given.
    members: tuple[Datum, ...] = attrs.field(converter=as_tuple)
    #: What they differ along: ``area``, ``period``, ``indicator`` or the key of a dimension.
    along: str = attrs.field(default="area", converter=checked_key)
    #: Position of the reference among the members; None to let the largest group decide.
    reference_at: int | None = None
    #: Rules that were overridden, each with the reason why.
    allowed: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)

    def __attrs_post_init__(self) -> None:
        """Check the members."""
        super().__attrs_post_init__()
        if len(self.members) < 2:  # noqa: PLR2004 - a comparison has two sides
            raise Contradiction("comparison", "two figures at least are needed")
        check_names(self.members, self.names, self.along)
        check_coordinates(self.members, self.along)
        if self.reference_at is not None and not 0 <= self.reference_at < len(self.members):
            raise Contradiction("comparison", "the reference is none of the members")

    @classmethod
    def of(
        cls,
        indicator: Indicator,
        *,
        along: str = "area",
        reference: MemberName | None = None,
        allow: Mapping[str, str] | None = None,
    ) -> "Comparison":
        """Compare the figures of *indicator* along areas, periods or the categories of a dimension.

        Of figures that sources disagree on, the preferred one takes part.

        Raises:
            Contradiction: If a member has more than one figure, or there are fewer than two.
        """
        data = indicator.settled().data()
        return cls.between(*data, along=along, reference=reference, allow=allow)

    @classmethod
    def between(
        cls,
        *data: Datum,
        along: str = "area",
        reference: MemberName | None = None,
        allow: Mapping[str, str] | None = None,
    ) -> "Comparison":
        """Compare any figures, of one indicator or of several.

        Raises:
            Contradiction: If two have one name, or there are fewer than two.
        """
        names = tuple(place_of(member, along) for member in data)
        at = None if reference is None else position(reference, names)
        return cls(members=data, along=along, reference_at=at, allowed=allow or {})

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The members' names along the comparison, such as codes of areas."""
        return tuple(place_of(member, self.along) for member in self.members)

    @cached_property
    def reference(self) -> Datum:
        """The figure that all are held against."""
        return self.members[self._reference]

    @cached_property
    def _reference(self) -> int:
        """The position of the reference."""
        if self.reference_at is not None:
            return self.reference_at
        return first_of_largest(self.members, self._standing.groups, self._standing.refused)

    @cached_property
    def _standing(self) -> Standing:
        """How every two members stand to each other, by all rules."""
        return standing(self.members, self.along, self.allowed)

    @property
    def pairs(self) -> "Pairs":
        """Every two members held against each other, whichever is the reference.

        >>> from offinno.datasets import series
        >>> spending = Comparison.of(series("government-expenditure"), along="period")
        >>> spending.pairs.verdict(2017, 2018).value
        'comparable with caveats'
        """
        from offinno.model._pairs import Pairs

        return Pairs(self)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks against comparing, member by member, in the order of the rules."""
        return tuple(
            reason
            for at, member in enumerate(self.members)
            if at != self._reference and self._standing.between(at, self._reference)
            for reason in self._reasons(member, self.reference)
        )

    def reasons_between(self, one: MemberName, other: MemberName) -> tuple[Reason, ...]:
        """Return what speaks against holding *one* against *other*, in the order of the rules.

        Raises:
            UnknownName: If there is no such member.
        """
        left, right = self.member(one), self.member(other)
        return () if left is right else self._reasons(left, right)

    @cached_property
    def _verdicts(self) -> tuple[Verdict, ...]:
        """The verdict on each member."""
        known = tuple(Verdict)
        return tuple(
            known[self._standing.between(at, self._reference)] for at in range(len(self.members))
        )

    def verdict_of(self, member: MemberName | Datum) -> Verdict:
        """Return the verdict on one member, by its name along the comparison or the figure.

        Raises:
            UnknownName: If there is no such member.
        """
        if not isinstance(member, Datum):
            return self._verdicts[position(member, self.names)]
        if member not in self.members:
            raise UnknownName("member", str(member), self.names)
        return self._verdicts[self.members.index(member)]

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of all members."""
        return max(self._verdicts, key=lambda verdict: verdict.severity)

    def member(self, name: MemberName) -> Datum:
        """Return the member with this name; a year may be a whole number.

        Raises:
            UnknownName: If there is none.
        """
        return self.members[position(name, self.names)]

    @cached_property
    def _ranked(self) -> tuple[int, ...]:
        """The positions of the members that may be compared and have a number."""
        return tuple(
            at
            for at, (member, verdict) in enumerate(zip(self.members, self._verdicts, strict=True))
            if verdict is not Verdict.NOT_COMPARABLE and isinstance(member.value, Value)
        )

    @cached_property
    def comparable(self) -> tuple[Datum, ...]:
        """The members that may be compared with the reference, with a number each."""
        return tuple(self.members[at] for at in self._ranked)

    @property
    def set_apart(self) -> tuple[Datum, ...]:
        """The members that may not be compared with the reference."""
        return tuple(
            member
            for member, verdict in zip(self.members, self._verdicts, strict=True)
            if verdict is Verdict.NOT_COMPARABLE
        )

    def difference(self, one: MemberName, other: MemberName) -> Value:
        """Return the figure of *one* minus that of *other*; of shares in percentage points.

        Raises:
            NotComparable: If the two may not be compared.
            Contradiction: If one of them has no single number.
        """
        left, right = self._pair(f"the difference of {one} and {other}", one, other)
        return left.number - right.number

    def ratio(self, one: MemberName, other: MemberName) -> Decimal:
        """Return how many times the figure of *other* that of *one* is.

        Raises:
            NotComparable: If the two may not be compared.
            Contradiction: If one of them has no single number, or their units, in spite of an
                override, leave no bare number.
            BadValue: If that of *other* is zero.
        """
        left, right = self._pair(f"the ratio of {one} to {other}", one, other)
        found = left.number / right.number
        if isinstance(found, Decimal):
            return found
        raise Contradiction(f"the ratio of {one} to {other}", f"it is {found}, no bare number")

    def rank(self, name: MemberName) -> int:
        """Return the place of a member from the largest figure; equal figures share a place.

        Raises:
            NotComparable: If the member may not be ranked with the others.
            Contradiction: If it has no single number.
            UnknownOutcome: If the qualifiers of figures leave their order open.
        """
        operation = f"the rank of {name}"
        member, _ = self._pair(operation, name, self.names[self._reference])
        at, ranked = position(name, self.names), self.comparable
        for to in self._ranked:
            if self._standing.refused(at, to):
                raise NotComparable(operation, self._refusals(at, to), self.along)
        if self._in_order is None:
            others = (other for other in ranked if other is not member)
            return 1 + sum(member.number < other.number for other in others)
        return 1 + len(ranked) - bisect_right(self._in_order, member.number.magnitude)

    @cached_property
    def _in_order(self) -> tuple[Decimal, ...] | None:
        """The ranked numbers, the smallest first; None unless all are exact, in one unit."""
        numbers = [member.number for member in self.comparable]
        kinds = {(number.unit, number.qualifier) for number in numbers}
        if len(kinds) != 1 or numbers[0].qualifier is not Qualifier.EXACT:
            return None
        return tuple(sorted(number.magnitude for number in numbers))

    @property
    def ranking(self) -> tuple[tuple[int, Datum], ...]:
        """The members that may be ranked, each with its place, from the largest figure.

        Raises:
            NotComparable: If two of them may be compared with the reference, not with each other.
            UnknownOutcome: If the qualifiers of figures leave their order open.
        """
        placed = [(self.rank(place_of(member, self.along)), member) for member in self.comparable]
        return tuple(sorted(placed, key=lambda pair: pair[0]))

    def change_per_year(self, one: MemberName, other: MemberName) -> YearlyChange:
        """Return how much a figure changed per year between two periods, whichever is named first.

        Raises:
            NotComparable: If the two may not be compared, such as across a break in method.
            Contradiction: If time is not what is compared, one of them has no single number, it
                is not known how far apart they lie in time, or their unit changes by no amount.
            UnknownOutcome: If the qualifiers of figures leave the change open.
        """
        operation = f"the change per year between {one} and {other}"
        if self.along != "period":
            raise Contradiction(operation, f"compare along period, not along {self.along}")
        left, right = self._pair(operation, one, other)
        return yearly_change(operation, left, right, self._reasons)

    @property
    def changes_per_year(self) -> tuple[YearlyChange, ...]:
        """The change per year from each member that may be compared to the next one in time.

        Raises:
            NotComparable: If one follows that may not be compared with the one before.
            Contradiction: As `change_per_year` does.
            UnknownOrder: If it is not known which of two periods is the later.
            UnknownOutcome: If the qualifiers of figures leave a change open.
        """
        in_time = sorted(self.comparable, key=lambda member: member.period)
        names = [place_of(member, self.along) for member in in_time]
        return tuple(self.change_per_year(one, other) for one, other in pairwise(names))

    def _pair(self, operation: str, one: MemberName, other: MemberName) -> tuple[Datum, Datum]:
        """Return two members that may be compared, or refuse with the reasons."""
        at, to = position(one, self.names), position(other, self.names)
        if self._standing.refused(at, to):
            raise NotComparable(operation, self._refusals(at, to), self.along)
        return self.members[at], self.members[to]

    def _refusals(self, one: int, other: int) -> tuple[Reason, ...]:
        """Return the reasons that forbid comparing two members, by position."""
        spoken = self._reasons(self.members[one], self.members[other])
        return tuple(reason for reason in spoken if reason.outcome is Verdict.NOT_COMPARABLE)

    def _reasons(self, member: Datum, reference: Datum) -> tuple[Reason, ...]:
        """Return what speaks against comparing two members; overridden rules become caveats."""
        overrides = dict(self.allowed)
        return tuple(
            attrs.evolve(r, outcome=Verdict.CAVEATS, allowed=overrides[r.rule.value])
            if r.rule.value in overrides
            else r
            for r in reasons(member, reference, rules_along(self.along))
        )

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(self.names)}: {self.verdict}>"
