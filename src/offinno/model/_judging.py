"""The rules of comparability: each holds one aspect of two figures side by side.

A rule first looks at each figure, then judges what it saw, and sees nothing else. So figures that
look alike to a rule are judged alike, and a thousand figures are judged as fast as the few looks
that they have. A rule answers with nothing where the two agree. One that lacks what it needs
answers with a caveat: unknown is never equal.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from offinno.model import _judging_content as content
from offinno.model import _judging_surveys as surveys
from offinno.model import _judging_time as time
from offinno.model._datum import Datum
from offinno.model._judged import Answer, Judged
from offinno.model._rules import Reason, Rule

#: The rules in the order in which reasons are listed.
JUDGED: Final[Mapping[Rule, Judged]] = MappingProxyType(
    {
        Rule.UNIT: content.UNIT,
        Rule.CURRENCY: content.CURRENCY,
        Rule.PRICE_BASIS: content.PRICE_BASIS,
        Rule.DEFINITION: content.DEFINITION,
        Rule.MEASURING: content.MEASURING,
        Rule.ADJUSTMENT: content.ADJUSTMENT,
        Rule.UNIT_OF_COUNT: content.UNIT_OF_COUNT,
        Rule.SECTOR: content.SECTOR,
        Rule.LEVEL: content.LEVEL,
        Rule.FILTER: content.FILTER,
        Rule.QUESTION: surveys.QUESTION,
        Rule.ANSWERS: surveys.ANSWERS,
        Rule.WINDOW: time.WINDOW,
        Rule.OVERLAP: time.OVERLAP,
        Rule.METHOD_BREAK: time.METHOD_BREAK,
        Rule.VINTAGE: time.VINTAGE,
        Rule.STATUS: time.STATUS,
        Rule.SAMPLE: surveys.SAMPLE,
        Rule.COVERAGE: time.COVERAGE,
    }
)

#: The same, as what they answer to two figures.
RULES: Final[Mapping[Rule, Callable[[Datum, Datum], Answer]]] = JUDGED


#: Rules that do not speak when time is what is compared.
_NOT_OVER_TIME: Final = frozenset({Rule.OVERLAP, Rule.VINTAGE})


def rules_along(along: str) -> tuple[Rule, ...]:
    """Return the rules that have a say where figures are compared along something."""
    return tuple(rule for rule in JUDGED if along != "period" or rule not in _NOT_OVER_TIME)


def reasons(member: Datum, reference: Datum, rules: tuple[Rule, ...]) -> tuple[Reason, ...]:
    """Return what speaks against comparing *member* with *reference*, rule by rule."""
    found = ((rule, JUDGED[rule](member, reference)) for rule in rules)
    return tuple(
        Reason(
            rule=rule,
            outcome=answer[0],
            member=member,
            reference=reference,
            have=answer[1],
            want=answer[2],
        )
        for rule, answer in found
        if answer is not None
    )
