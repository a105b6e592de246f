"""Whether figures may stand side by side: a result with reasons, not an assumption.

Each member of a comparison is held against a reference by the rules of `offinno.model._rules`.
The worst outcome of its reasons is its verdict. Operations work among the members that may be
compared and refuse the others, naming the reasons.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeAlias, final

import attrs

from offinno._frozen import as_tuple
from offinno.exceptions import OffinnoError, UnknownName
from offinno.model._area import Area
from offinno.model._checks import Contradiction, checked_key
from offinno.model._datum import Datum
from offinno.model._grouping import Group, alike, first_of_largest
from offinno.model._indicator import Indicator
from offinno.model._rules import RULES, Reason, Rule, Verdict, overrides_of, reasons
from offinno.model._typed import Typed
from offinno.values import Period, Qualifier, Value

#: What a member may be called: its name along a comparison, or the area or period itself.
MemberName: TypeAlias = str | int | Area | Period

#: Rules that do not speak when time is what is compared.
_NOT_OVER_TIME: Final = frozenset({Rule.OVERLAP, Rule.VINTAGE})


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
        _check_names(self.names, self.along)
        _check_coordinates(self.members, self.along)
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
        at = None if reference is None else _position(reference, names)
        return cls(members=data, along=along, reference_at=at, allowed=allow or {})

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names along the comparison, such as codes of areas."""
        return tuple(place_of(member, self.along) for member in self.members)

    @cached_property
    def reference(self) -> Datum:
        """The figure that all are held against."""
        if self.reference_at is not None:
            return self.members[self.reference_at]
        return self.members[first_of_largest(self.members, self._alike, self._refused)]

    def _refused(self, one: int, other: int) -> bool:
        """Return whether two members, by position, may not be compared."""
        return bool(self._refusals(self.members[one], self.members[other]))

    @cached_property
    def _alike(self) -> tuple[Group, ...]:
        """The members in groups that the rules cannot tell apart."""
        return alike(self.members, self.along)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks against comparing, member by member, in the order of the rules."""
        return tuple(
            reason
            for member in self.members
            if member is not self.reference
            for reason in self._reasons(member, self.reference)
        )

    @cached_property
    def _verdicts(self) -> tuple[Verdict, ...]:
        """The verdict on each member."""
        spoken: dict[str, list[Reason]] = {name: [] for name in self.names}
        for reason in self.reasons:
            spoken[place_of(reason.member, self.along)].append(reason)
        return tuple(map(_worst, spoken.values()))

    def verdict_of(self, member: MemberName | Datum) -> Verdict:
        """Return the verdict on one member, by its name along the comparison or the figure.

        Raises:
            UnknownName: If there is no such member.
        """
        if not isinstance(member, Datum):
            return self._verdicts[_position(member, self.names)]
        if member not in self.members:
            raise UnknownName("member", str(member), self.names)
        return self._verdicts[self.members.index(member)]

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of all members."""
        return _worst(self.reasons)

    def member(self, name: MemberName) -> Datum:
        """Return the member with this name; a year may be a whole number.

        Raises:
            UnknownName: If there is none.
        """
        return self.members[_position(name, self.names)]

    @cached_property
    def comparable(self) -> tuple[Datum, ...]:
        """The members that may be compared with the reference, with a number each."""
        return tuple(
            member
            for member, verdict in zip(self.members, self._verdicts, strict=True)
            if verdict is not Verdict.NOT_COMPARABLE and isinstance(member.value, Value)
        )

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
        member, _ = self._pair(operation, name, place_of(self.reference, self.along))
        ranked = self.comparable
        for group in self._alike:
            alike = (self.members[at] for at in group if self.members[at] is not member)
            one = next((other for other in alike if other in ranked), None)
            if one is not None and (refusals := self._refusals(member, one)):
                raise NotComparable(operation, refusals, self.along)
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

    def _pair(self, operation: str, one: MemberName, other: MemberName) -> tuple[Datum, Datum]:
        """Return two members that may be compared, or refuse with the reasons."""
        left, right = self.member(one), self.member(other)
        if refusals := self._refusals(left, right):
            raise NotComparable(operation, refusals, self.along)
        return left, right

    def _refusals(self, one: Datum, other: Datum) -> tuple[Reason, ...]:
        """Return the reasons that forbid comparing two members."""
        if one is other:
            return ()
        return tuple(r for r in self._reasons(one, other) if r.outcome is Verdict.NOT_COMPARABLE)

    def _reasons(self, member: Datum, reference: Datum) -> tuple[Reason, ...]:
        """Return what speaks against comparing two members; overridden rules become caveats."""
        skipped = _NOT_OVER_TIME if self.along == "period" else frozenset()
        spoken = reasons(member, reference, tuple(rule for rule in RULES if rule not in skipped))
        overrides = dict(self.allowed)
        return tuple(
            attrs.evolve(r, outcome=Verdict.CAVEATS, allowed=overrides[r.rule.value])
            if r.rule.value in overrides
            else r
            for r in spoken
        )

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(self.names)}: {self.verdict}>"


def _worst(found: Iterable[Reason]) -> Verdict:
    """Return the worst outcome."""
    outcomes = [reason.outcome for reason in found]
    return max(outcomes, key=lambda outcome: outcome.severity, default=Verdict.COMPARABLE)


def place_of(member: Datum, along: str) -> str:
    """Return what a member is called along a comparison."""
    if along == "area":
        return member.area.code
    if along == "period":
        return member.period.text
    if along == "indicator":
        return member.indicator.key
    found = dict(member.observation.breakdowns).get(along)
    if found is None:
        known = ("area", "period", "indicator", *dict(member.observation.breakdowns))
        raise UnknownName("dimension", along, known)
    return found


def _position(name: MemberName, names: tuple[str, ...]) -> int:
    """Return where *name* stands among *names*."""
    called = str(name)
    if called not in names:
        raise UnknownName("member", name, names)
    return names.index(called)


def _check_names(names: tuple[str, ...], along: str) -> None:
    """Check that each member has a name of its own."""
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        problem = f"two figures along {along} are called {twice[0]!r}"
        raise Contradiction("comparison", f"{problem}; choose with where(), or compare along more")


def _check_coordinates(members: tuple[Datum, ...], along: str) -> None:
    """Check that members agree in area and categories, unless these are what is compared."""
    found: dict[str, set[str]] = {"area": {member.area.code for member in members}}
    for member in members:
        for name, category in member.observation.breakdowns:
            found.setdefault(name, set()).add(category)
    for name, values in found.items():
        if len(values) > 1 and name != along:
            both = " and ".join(sorted(values)[:2])
            problem = f"figures of {both} differ in {name}, and {along} is what is compared"
            raise Contradiction("comparison", f"{problem}; choose one with where()")
