"""What rules of comparability are called, and what they answer with: facts, no sentence."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import final

import attrs

from offinno.exceptions import OffinnoError, UnknownName, shortened
from offinno.language import Term, Text, checked_text
from offinno.model._checks import optional_words, pairs_of
from offinno.model._datum import Datum
from offinno.model._dimension import Break
from offinno.model._population import Question
from offinno.model._status import Adjustment, Measuring, Status
from offinno.model._typed import Typed
from offinno.units import PriceBasis, Unit
from offinno.values import Period


class Verdict(Enum):
    """Whether figures may be compared; the later, the worse."""

    COMPARABLE = "comparable"
    CAVEATS = "comparable with caveats"
    NOT_COMPARABLE = "not comparable"

    @property
    def severity(self) -> int:
        """Its place from harmless to forbidding."""
        return list(Verdict).index(self)

    def __str__(self) -> str:
        return self.value


class Rule(Enum):
    """The aspects in which two figures are held against each other."""

    #: Kind of unit, and the whole a share is of.
    UNIT = "unit"
    #: Currency of an amount.
    CURRENCY = "currency"
    #: Current prices, or constant prices of which year.
    PRICE_BASIS = "price-basis"
    #: What is measured: the numerator of a share, or a definition that a publisher says differs.
    DEFINITION = "definition"
    #: Level, sum or mean: how a figure relates to its period.
    MEASURING = "measuring"
    #: Whether the season was taken out, of figures for less than a year.
    ADJUSTMENT = "adjustment"
    #: What the population is made of: workplaces are not municipalities.
    UNIT_OF_COUNT = "unit-of-count"
    #: Sectors covered.
    SECTOR = "sector"
    #: Levels of government covered.
    LEVEL = "level"
    #: What a unit must fulfil to be counted at all.
    FILTER = "filter"
    #: What was asked.
    QUESTION = "question"
    #: Which answers count.
    ANSWERS = "answers"
    #: Length of the period, or of the window a survey asked about.
    WINDOW = "window"
    #: Whether the periods overlap, where time is not what is compared.
    OVERLAP = "overlap"
    #: A break in method between two periods.
    METHOD_BREAK = "method-break"
    #: Whether both are of one version.
    VINTAGE = "vintage"
    #: Whether a figure may still change, or its publisher warns of it.
    STATUS = "status"
    #: Whether both samples, and so the margin of error, are known.
    SAMPLE = "sample"
    #: How much of the period a figure covers.
    COVERAGE = "coverage"


@final
@attrs.frozen
class BadOverrides(OffinnoError, TypeError):
    """Overridden rules that do not say why."""

    #: What was given, shortened.
    seen: str
    #: The rule that the example is of.
    rule: str

    def __str__(self) -> str:
        """Show what was given and the form that is right."""
        example = {self.rule: "why"}
        return (
            "allow takes rules, each with the reason why it is overridden, "
            f"not {self.seen}; write it as in allow={example}"
        )


def _named_reasons(given: object) -> tuple[tuple[str, str], ...]:
    """Return *given* as pairs of two texts."""
    pairs: object = tuple(given.items()) if isinstance(given, Mapping) else given
    each = tuple(pairs) if isinstance(pairs, tuple | list) else (None,)
    for pair in each:
        if not (
            isinstance(pair, tuple | list)
            and len(pair) == 2  # noqa: PLR2004 - a rule and a reason
            and all(isinstance(part, str) for part in pair)
        ):
            raise BadOverrides(shortened(repr(given)), _meant(given))
    return tuple((name, why) for name, why in each)


def _meant(given: object) -> str:
    """Return the first rule that is named in *given*, or else one for an example."""
    rules = [rule.value for rule in Rule]
    named = [given] if isinstance(given, str) else given if isinstance(given, Iterable) else []
    return next((name for name in named if name in rules), Rule.WINDOW.value)


def overrides_of(
    given: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """Return overridden rules as pairs, each with the reason why.

    Raises:
        BadOverrides: If it is no mapping of rules to reasons.
        UnknownName: If there is no such rule.
        UnsafeText: If no reason is given that can be shown.

    >>> overrides_of({"window": "the survey asks about habits"})
    (('window', 'the survey asks about habits'),)
    """
    known = tuple(rule.value for rule in Rule)
    pairs = pairs_of(_named_reasons(given))
    for name, why in pairs:
        if name not in known:
            raise UnknownName("rule of comparability", name, known)
        checked_text(why)
    return pairs


#: What a figure has in one aspect; None where it is not known, or there is nothing.
Fact = (
    Unit
    | str
    | int
    | Period
    | PriceBasis
    | Text
    | Measuring
    | Adjustment
    | Status
    | frozenset[Status]
    | Term
    | frozenset[Term]
    | Question
    | Break
    | None
)


@final
@attrs.frozen(kw_only=True, repr=False)
class Reason(Typed):
    """Why a figure may not, or only with caveats, stand beside another: facts, no sentence."""

    #: The rule that speaks.
    rule: Rule
    #: What it comes to.
    outcome: Verdict
    #: The figure that is held against the reference.
    member: Datum
    #: The reference.
    reference: Datum
    #: What the member has; None where it is not known.
    have: Fact = None
    #: What the reference has; None where it is not known.
    want: Fact = None
    #: Why the rule was overridden by the user, if it was.
    allowed: str | None = attrs.field(default=None, converter=optional_words)

    @property
    def facts(self) -> str:
        """What the two figures have, in short, for developers."""
        override = f" (allowed: {self.allowed})" if self.allowed else ""
        against = "" if self.rule is Rule.METHOD_BREAK else f", against {_short(self.want)}"
        return f"{self.rule.value} is {_short(self.have)}{against}{override}"

    def __str__(self) -> str:
        return f"{self.member.area.label or self.member.area.code}: {self.facts}"

    def __repr__(self) -> str:
        return f"<Reason {self.rule.value}: {self.outcome}>"


def _short(fact: Fact) -> str:
    """Return a fact in short, for developers."""
    if fact is None:
        return "not known"
    if isinstance(fact, Question):
        return fact.key
    if isinstance(fact, Break):
        return f"{fact.key} at {fact.at}"
    if isinstance(fact, frozenset):
        return " and ".join(sorted(map(_short, fact))) or "all"
    return fact.value if isinstance(fact, Measuring | Adjustment | Status) else str(fact)
