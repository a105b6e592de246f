"""Public money on offer: schemes, their calls and what came of them."""

from enum import Enum
from itertools import pairwise
from typing import final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.language import Text, optional_text, text_of
from offinno.model._checks import Contradiction, checked_key
from offinno.model._source import Link, optional_period, period_of
from offinno.model._status import Evidence
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
class Amount(Frozen):
    """Money of a scheme, with what kind of money it is.

    Raises:
        Contradiction: If it is no money, or it is granted or paid out and still a ceiling.
    """

    #: How much, or why that is not known.
    value: Value | Range | Missing
    #: What kind of money it is.
    kind: AmountKind
    #: The part of the whole it is, such as one theme.
    part: Text | None = attrs.field(default=None, converter=optional_text)
    #: The date it was stated.
    as_of: Period | None = attrs.field(default=None, converter=optional_period)
    #: Keys of the sources that state it.
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    #: How well it is documented.
    evidence: Evidence = Evidence.PUBLISHED
    #: The wording it was printed with.
    as_printed: Text | None = attrs.field(default=None, converter=optional_text)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)

    def __attrs_post_init__(self) -> None:
        """Check that it is money, and that a ceiling is one of money not yet spent."""
        if not isinstance(self.value, Missing) and not isinstance(self.value.unit, Money):
            raise Contradiction("amount", f"{self.value.unit} is no money")
        spent = self.kind in {AmountKind.GRANT, AmountKind.DISBURSEMENT}
        if spent and isinstance(self.value, Value) and self.value.qualifier is Qualifier.AT_MOST:
            raise Contradiction("amount", f"a {self.kind.value} is no ceiling; is it announced?")


def _deadline(given: str | int | Period | Missing) -> Period | Missing:
    """Return *given* as a period, or why there is none."""
    return given if isinstance(given, Missing) else period_of(given)


@final
@attrs.frozen(kw_only=True)
class Call(Frozen):
    """An invitation to apply."""

    #: When applications are due: a date, or a month that comes back each year, ``?-09``.
    deadline: Period | Missing = attrs.field(converter=_deadline)
    #: When it opens.
    opens: Period | None = attrs.field(default=None, converter=optional_period)
    #: What it is about, where a scheme has several.
    title: Text | None = attrs.field(default=None, converter=optional_text)
    #: The money on offer.
    amounts: tuple[Amount, ...] = attrs.field(default=(), converter=as_tuple)
    #: Keys of the sources.
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)


@final
@attrs.frozen(kw_only=True)
class Tally(Frozen):
    """A number of applications or grants, as one source states it.

    Raises:
        Contradiction: If it counts nothing.
    """

    #: How many.
    value: Value | Range | Missing
    #: Keys of the sources that state it.
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    #: How well it is documented.
    evidence: Evidence = Evidence.PUBLISHED
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)

    def __attrs_post_init__(self) -> None:
        """Check that it is a count."""
        if not isinstance(self.value, Missing) and not isinstance(self.value.unit, Count):
            raise Contradiction("tally", f"{self.value.unit} is no count")


@final
@attrs.frozen(kw_only=True)
class Round(Frozen):
    """What came of a call. Sources that disagree stand side by side; none is dropped."""

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
    together_with: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)


@final
@attrs.frozen(kw_only=True)
class SupportRate(Frozen):
    """The part of the cost that a scheme pays.

    Raises:
        Contradiction: If it is not relative to a cost.
    """

    #: Per cent of the cost, usually *at most*.
    rate: Value
    #: For whom.
    applies_to: Text | None = attrs.field(default=None, converter=optional_text)
    #: Keys of the sources that state it.
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        """Check the unit."""
        if not isinstance(self.rate.unit, Ratio):
            raise Contradiction("support rate", f"{self.rate.unit} is not relative to a cost")


@final
@attrs.frozen(kw_only=True)
class SchemeName(Frozen):
    """What a scheme is called, and for how long."""

    #: The name.
    name: Text = attrs.field(converter=text_of)
    #: From when, if known.
    since: Period | Missing | None = None
    #: Until when, if it was renamed.
    until: Period | Missing | None = None


@final
@attrs.frozen(kw_only=True)
class FundingScheme(Frozen):
    """A public programme that pays for projects.

    Raises:
        Contradiction: If it has no name, or its deadlines are out of order.
    """

    #: Stable key.
    key: str = attrs.field(converter=checked_key)
    #: Its names, the present one first.
    names: tuple[SchemeName, ...] = attrs.field(converter=as_tuple)
    #: Key of the scheme it follows.
    succeeds: str | None = None
    #: Who provides the money.
    provider: Text = attrs.field(converter=text_of)
    #: What it is for.
    purpose: Text = attrs.field(converter=text_of)
    #: Who may apply.
    applicants: Text | None = attrs.field(default=None, converter=optional_text)
    #: With whom.
    partners: Text | None = attrs.field(default=None, converter=optional_text)
    #: Its calls, in the order of their deadlines.
    calls: tuple[Call, ...] = attrs.field(default=(), converter=as_tuple)
    #: What came of them.
    rounds: tuple[Round, ...] = attrs.field(default=(), converter=as_tuple)
    #: What it pays.
    support_rates: tuple[SupportRate, ...] = attrs.field(default=(), converter=as_tuple)
    #: The law or regulation it rests on.
    legal_basis: Text | None = attrs.field(default=None, converter=optional_text)
    #: Its page.
    link: Link | None = None
    #: Keys of the sources of its description.
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        """Check names and deadlines."""
        if not self.names:
            raise Contradiction(f"scheme {self.key!r}", "it has no name")
        dated = [
            call.deadline
            for call in self.calls
            if isinstance(call.deadline, Period) and call.deadline.known
        ]
        if any(later < earlier for earlier, later in pairwise(dated)):
            raise Contradiction(f"scheme {self.key!r}", "its deadlines are out of order")

    @property
    def name(self) -> Text:
        """Its present name."""
        return self.names[0].name
