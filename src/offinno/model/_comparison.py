"""Whether figures may stand side by side: a result with reasons, not an assumption.

Each member of a comparison is held against a reference by the rules of `offinno.model._rules`.
The worst outcome of its reasons is its verdict. Operations work among the members that may be
compared and refuse the others, naming the reasons.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.exceptions import OffinnoError, UnknownName
from offinno.model._checks import Contradiction
from offinno.model._datum import Datum
from offinno.model._indicator import Indicator
from offinno.model._rules import RULES, Reason, Rule, Verdict, reasons
from offinno.values import Value

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

    def __str__(self) -> str:
        """Say what was asked for, and every reason against it."""
        listed = "; ".join(map(str, self.reasons))
        return (
            f"{self.operation} has no meaning: {listed}; "
            "a rule may be overridden by name, as in allow={'level': 'why'}"
        )


def _allowed(given: Mapping[str, str] | tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return overrides as pairs; each names a rule and says why."""
    known = tuple(rule.value for rule in Rule)
    pairs = tuple(sorted(dict(given).items()))
    for name, why in pairs:
        if name not in known:
            raise UnknownName("rule of comparability", name, known)
        if not why.strip():
            raise Contradiction("comparison", f"say why the rule {name!r} is overridden")
    return pairs


@final
@attrs.define(frozen=True, slots=False, kw_only=True, repr=False)
class Comparison(Frozen):
    """Figures held against a reference, with a verdict for each and the reasons.

    Made by `Comparison.of` from the rows of an indicator, or by `Comparison.between` from any
    figures. The reference is the member named, else the first of the largest group in which no
    figure is refused against another.

    Raises:
        Contradiction: If there are fewer than two members, or the reference is none of them.
        UnknownName: If an override names no rule.
    """

    #: The figures, in the order they were given.
    members: tuple[Datum, ...] = attrs.field(converter=as_tuple)
    #: What they differ along: ``area``, ``period`` or the key of a dimension.
    along: str = "area"
    #: Position of the reference among the members; None to let the largest group decide.
    reference_at: int | None = None
    #: Rules that were overridden, each with the reason why.
    allowed: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_allowed)

    def __attrs_post_init__(self) -> None:
        """Check the members."""
        if len(self.members) < 2:  # noqa: PLR2004 - a comparison has two sides
            raise Contradiction("comparison", "two figures at least are needed")
        if self.reference_at is not None and not 0 <= self.reference_at < len(self.members):
            raise Contradiction("comparison", "the reference is none of the members")

    @classmethod
    def of(
        cls,
        indicator: Indicator,
        *,
        along: str = "area",
        reference: str | None = None,
        allow: Mapping[str, str] | None = None,
    ) -> "Comparison":
        """Compare the figures of *indicator* along areas, periods or the categories of a dimension.

        Raises:
            Contradiction: If a member has more than one figure, or there are fewer than two.
        """
        members = indicator.data()
        names = [_place(member, along) for member in members]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            problem = f"{indicator.key!r} has several figures for {twice[0]}; choose with where()"
            raise Contradiction("comparison", problem)
        at = None if reference is None else _position(reference, names)
        return cls(members=members, along=along, reference_at=at, allowed=allow or {})

    @classmethod
    def between(
        cls,
        *data: Datum,
        along: str = "area",
        reference: str | None = None,
        allow: Mapping[str, str] | None = None,
    ) -> "Comparison":
        """Compare any figures, of one indicator or of several."""
        at = None if reference is None else _position(reference, [_place(d, along) for d in data])
        return cls(members=data, along=along, reference_at=at, allowed=allow or {})

    @cached_property
    def reference(self) -> Datum:
        """The figure that all are held against."""
        if self.reference_at is not None:
            return self.members[self.reference_at]
        agreeing = [
            sum(not self._refusals(one, other) for other in self.members) for one in self.members
        ]
        return self.members[agreeing.index(max(agreeing))]

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks against comparing, member by member, in the order of the rules."""
        return tuple(
            reason
            for member in self.members
            if member is not self.reference
            for reason in self._reasons(member, self.reference)
        )

    def verdict_of(self, member: str | Datum) -> Verdict:
        """Return the verdict on one member, by its name along the comparison or the figure.

        Raises:
            UnknownName: If there is no such member.
        """
        datum = self.member(member) if isinstance(member, str) else member
        return _worst(r for r in self.reasons if r.member is datum)

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of all members."""
        return _worst(iter(self.reasons))

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names along the comparison, such as codes of areas."""
        return tuple(_place(member, self.along) for member in self.members)

    def member(self, name: str) -> Datum:
        """Return the member with this name.

        Raises:
            UnknownName: If there is none.
        """
        return self.members[_position(name, list(self.names))]

    @cached_property
    def comparable(self) -> tuple[Datum, ...]:
        """The members that may be compared with the reference, with a number each."""
        return tuple(
            member
            for member in self.members
            if self.verdict_of(member) is not Verdict.NOT_COMPARABLE
            and isinstance(member.value, Value)
        )

    @property
    def set_apart(self) -> tuple[Datum, ...]:
        """The members that may not be compared with the reference."""
        return tuple(m for m in self.members if self.verdict_of(m) is Verdict.NOT_COMPARABLE)

    def difference(self, one: str, other: str) -> Value:
        """Return the figure of *one* minus that of *other*; of shares in percentage points.

        Raises:
            NotComparable: If the two may not be compared.
            Contradiction: If one of them has no single number.
        """
        left, right = self._pair(f"the difference of {one} and {other}", one, other)
        return left.number - right.number

    def ratio(self, one: str, other: str) -> Decimal:
        """Return how many times the figure of *other* that of *one* is.

        Raises:
            NotComparable: If the two may not be compared.
            Contradiction: If one of them has no single number.
        """
        left, right = self._pair(f"the ratio of {one} to {other}", one, other)
        found = left.number / right.number
        assert isinstance(found, Decimal)  # figures in one unit
        return found

    def rank(self, name: str) -> int:
        """Return the place of a member from the largest figure; equal figures share a place.

        Raises:
            NotComparable: If the member may not be ranked with the others.
            UnknownOutcome: If the qualifiers of figures leave their order open.
        """
        member, _ = self._pair(f"the rank of {name}", name, _place(self.reference, self.along))
        return 1 + sum(member.number < other.number for other in self.comparable)

    @property
    def ranking(self) -> tuple[tuple[int, Datum], ...]:
        """The members that may be ranked, each with its place, from the largest figure."""
        placed = [(self.rank(_place(member, self.along)), member) for member in self.comparable]
        return tuple(sorted(placed, key=lambda pair: pair[0]))

    def _pair(self, operation: str, one: str, other: str) -> tuple[Datum, Datum]:
        """Return two members that may be compared, or refuse with the reasons."""
        left, right = self.member(one), self.member(other)
        if refusals := self._refusals(left, right):
            raise NotComparable(operation, refusals)
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


def _worst(found: Iterator[Reason]) -> Verdict:
    """Return the worst outcome."""
    outcomes = [reason.outcome for reason in found]
    return max(outcomes, key=lambda outcome: outcome.severity, default=Verdict.COMPARABLE)


def _place(member: Datum, along: str) -> str:
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


def _position(name: str, names: list[str]) -> int:
    """Return where *name* stands among *names*."""
    if name not in names:
        raise UnknownName("member", name, tuple(names))
    return names.index(name)
