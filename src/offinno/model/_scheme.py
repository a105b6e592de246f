"""Public money on offer: schemes, their calls and what came of them."""

from enum import Enum
from itertools import pairwise
from typing import final

import attrs

from offinno._frozen import as_tuple
from offinno.language import Text
from offinno.model._checks import (
    Contradiction,
    checked_key,
    keys_of,
    optional_key,
    optionally_worded,
    worded,
)
from offinno.model._periods import dated, optional_period, optionally_dated, period_of
from offinno.model._source import Link
from offinno.model._status import Evidence
from offinno.model._typed import Typed
from offinno.units import Count, Money, Ratio
from offinno.values import Missing, Period, Qualifier, Range, Value


class AmountKind(Enum):
    """What an amount of a scheme is; announced money is not granted money."""

    ANNOUNCED = "announced"
    APPLIED_FOR = "applied for"
    APPROPRIATION = "appropriation"
    COMMITMENT = "commitment"
    GRANT = "grant"
    DISBURSEMENT = "disbursement"


@final
@attrs.frozen(kw_only=True)
class Amount(Typed):
    """Money of a scheme, with what kind of money it is.

    Raises:
        Contradiction: If it is no money, or it is granted or paid out and still a ceiling.

    >>> from offinno.units import parse_unit
    >>> ceiling = Value(10_000_000, parse_unit("NOK"), Qualifier.AT_MOST)
    >>> print(Amount(value=ceiling, kind=AmountKind.ANNOUNCED).value)
    at most 10000000 NOK
    """

    #: How much, or why that is not known.
    value: Value | Range | Missing
    #: What kind of money it is.
    kind: AmountKind
    #: The part of the whole it is, such as one theme.
    part: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: The date it was stated.
    as_of: Period | None = attrs.field(default=None, converter=optional_period)
    #: Keys of the sources that state it.
    sources: tuple[str, ...] = attrs.field(default=(), converter=keys_of)
    #: How well it is documented.
    evidence: Evidence = Evidence.PUBLISHED
    #: The wording it was printed with.
    as_printed: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optionally_worded)

    def __attrs_post_init__(self) -> None:
        """Check that it is money, and that a ceiling is one of money not yet spent."""
        super().__attrs_post_init__()
        if not isinstance(self.value, Missing) and not isinstance(self.value.unit, Money):
            raise Contradiction("amount", f"{self.value.unit} is no money")
        spent = self.kind in {AmountKind.GRANT, AmountKind.DISBURSEMENT}
        if spent and isinstance(self.value, Value) and self.value.qualifier is Qualifier.AT_MOST:
            raise Contradiction("amount", f"a {self.kind.value} is no ceiling; is it announced?")


@final
@attrs.frozen(kw_only=True)
class Call(Typed):
    """An invitation to apply.

    Raises:
        Contradiction: If it opens after its deadline.

    >>> Call(deadline="?-09").deadline
    Period('?-09')
    """

    #: When applications are due: a date, or a month that comes back each year, ``?-09``.
    deadline: Period | Missing = attrs.field(converter=dated)
    #: When it opens.
    opens: Period | None = attrs.field(default=None, converter=optional_period)
    #: What it is about, where a scheme has several.
    title: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: The money on offer.
    amounts: tuple[Amount, ...] = attrs.field(default=(), converter=as_tuple)
    #: Keys of the sources.
    sources: tuple[str, ...] = attrs.field(default=(), converter=keys_of)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optionally_worded)

    def __attrs_post_init__(self) -> None:
        """Check the order of the two dates."""
        super().__attrs_post_init__()
        last = self.deadline.end if isinstance(self.deadline, Period) else None
        first = None if self.opens is None else self.opens.start
        if first is not None and last is not None and first > last:
            raise Contradiction(
                "call", f"it opens {self.opens}, after its deadline {self.deadline}"
            )


@final
@attrs.frozen(kw_only=True)
class Tally(Typed):
    """A number of applications or grants, as one source states it.

    Raises:
        Contradiction: If it counts nothing, or fewer than none.

    >>> from offinno.units import parse_unit
    >>> print(Tally(value=Value(141, parse_unit("applications"))).value)
    141 applications
    """

    #: How many.
    value: Value | Range | Missing
    #: Keys of the sources that state it.
    sources: tuple[str, ...] = attrs.field(default=(), converter=keys_of)
    #: How well it is documented.
    evidence: Evidence = Evidence.PUBLISHED
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optionally_worded)

    def __attrs_post_init__(self) -> None:
        """Check that it is a count."""
        super().__attrs_post_init__()
        if isinstance(self.value, Missing):
            return
        if not isinstance(self.value.unit, Count):
            raise Contradiction("tally", f"{self.value.unit} is no count")
        least = self.value.low if isinstance(self.value, Range) else self.value
        if least.magnitude < 0:
            raise Contradiction("tally", f"{least} is fewer than none")


@final
@attrs.frozen(kw_only=True)
class Round(Typed):
    """What came of a call. Sources that disagree stand side by side; none is dropped.

    >>> Round(period="2019-09-25", together_with=["innovasjonsprosjekt"]).period
    Period('2019-09-25')
    """

    #: The deadline or year of the round.
    period: Period = attrs.field(converter=period_of)
    #: Applications received.
    applications: tuple[Tally, ...] = attrs.field(default=(), converter=as_tuple)
    #: Money applied for.
    applied_for: tuple[Amount, ...] = attrs.field(default=(), converter=as_tuple)
    #: Projects granted.
    grants: tuple[Tally, ...] = attrs.field(default=(), converter=as_tuple)
    #: Money granted.
    granted: tuple[Amount, ...] = attrs.field(default=(), converter=as_tuple)
    #: Keys of schemes that are counted together with this one.
    together_with: tuple[str, ...] = attrs.field(default=(), converter=keys_of)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optionally_worded)


@final
@attrs.frozen(kw_only=True)
class SupportRate(Typed):
    """The part of the cost that a scheme pays.

    Raises:
        Contradiction: If it is not relative to a cost, or not from 0 to 100 per cent of it.

    >>> from offinno.units import parse_unit
    >>> most = Value(75, parse_unit("% of project-costs"), Qualifier.AT_MOST)
    >>> print(SupportRate(rate=most).rate)
    at most 75 % of project-costs
    """

    #: Per cent of the cost, usually *at most*.
    rate: Value
    #: For whom.
    applies_to: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: Keys of the sources that state it.
    sources: tuple[str, ...] = attrs.field(default=(), converter=keys_of)

    def __attrs_post_init__(self) -> None:
        """Check unit and size."""
        super().__attrs_post_init__()
        if not isinstance(self.rate.unit, Ratio):
            raise Contradiction("support rate", f"{self.rate.unit} is not relative to a cost")
        if not 0 <= self.rate.magnitude <= 100:  # noqa: PLR2004 - per cent
            raise Contradiction("support rate", f"{self.rate} is no part of a cost")


@final
@attrs.frozen(kw_only=True)
class SchemeName(Typed):
    """What a scheme is called, and for how long.

    Raises:
        Contradiction: If the name ends before it begins.

    >>> SchemeName(name="Offentlig sektor-ph.d.", since=2014).since
    Period('2014')
    """

    #: The name.
    name: Text = attrs.field(converter=worded)
    #: From when, if known.
    since: Period | Missing | None = attrs.field(default=None, converter=optionally_dated)
    #: Until when, if it was renamed.
    until: Period | Missing | None = attrs.field(default=None, converter=optionally_dated)

    def __attrs_post_init__(self) -> None:
        """Check the order of the two dates."""
        super().__attrs_post_init__()
        first = self.since.start if isinstance(self.since, Period) else None
        last = self.until.end if isinstance(self.until, Period) else None
        if first is not None and last is not None and first > last:
            raise Contradiction("name", f"{self.name} holds from {self.since} until {self.until}")


@final
@attrs.frozen(kw_only=True)
class FundingScheme(Typed):
    """A public programme that pays for projects.

    Raises:
        Contradiction: If it has no name, its deadlines are out of order, or it succeeds itself.

    >>> scheme = FundingScheme(
    ...     key="phd", names=[SchemeName(name="Offentlig sektor-ph.d.")],
    ...     provider="Forskningsrådet", purpose={"nb": "Doktorgrader i offentlig sektor"},
    ... )
    >>> print(scheme.name)
    Offentlig sektor-ph.d.
    """

    #: Stable key.
    key: str = attrs.field(converter=checked_key)
    #: Its names, the present one first.
    names: tuple[SchemeName, ...] = attrs.field(converter=as_tuple)
    #: Key of the scheme it follows.
    succeeds: str | None = attrs.field(default=None, converter=optional_key)
    #: Who provides the money.
    provider: Text = attrs.field(converter=worded)
    #: What it is for.
    purpose: Text = attrs.field(converter=worded)
    #: Who may apply.
    applicants: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: With whom.
    partners: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: Its calls, in the order of their deadlines.
    calls: tuple[Call, ...] = attrs.field(default=(), converter=as_tuple)
    #: What came of them.
    rounds: tuple[Round, ...] = attrs.field(default=(), converter=as_tuple)
    #: What it pays.
    support_rates: tuple[SupportRate, ...] = attrs.field(default=(), converter=as_tuple)
    #: The law or regulation it rests on.
    legal_basis: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: Its page.
    link: Link | None = None
    #: Keys of the sources of its description.
    sources: tuple[str, ...] = attrs.field(default=(), converter=keys_of)

    def __attrs_post_init__(self) -> None:
        """Check names and deadlines."""
        super().__attrs_post_init__()
        if self.succeeds == self.key:
            raise Contradiction(f"scheme {self.key!r}", "it cannot succeed itself")
        if not self.names:
            raise Contradiction(f"scheme {self.key!r}", "it has no name")
        known = [
            call.deadline
            for call in self.calls
            if isinstance(call.deadline, Period) and call.deadline.known
        ]
        if any(later < earlier for earlier, later in pairwise(known)):
            raise Contradiction(f"scheme {self.key!r}", "its deadlines are out of order")

    @property
    def name(self) -> Text:
        """Its present name."""
        return self.names[0].name
