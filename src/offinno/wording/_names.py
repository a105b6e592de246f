"""The members of closed sets in words: status, evidence, kinds of money, methods, verdicts."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.model import Adjustment, AmountKind, Evidence, Measuring, Method, Status, Verdict
from offinno.wording._catalogue import marked, message

_NAMES: Final[Mapping[Enum, str]] = MappingProxyType(
    {
        Verdict.COMPARABLE: marked("comparable"),
        Verdict.CAVEATS: marked("comparable with caveats"),
        Verdict.NOT_COMPARABLE: marked("not comparable"),
        Status.BREAK: marked("break in series"),
        Status.DEFINITION_DIFFERS: marked("definition differs"),
        Status.ESTIMATED: marked("estimated"),
        Status.FORECAST: marked("forecast"),
        Status.EXPERIMENTAL: marked("experimental"),
        Status.IMPUTED: marked("imputed"),
        Status.NOT_SIGNIFICANT: marked("not significant"),
        Status.PROVISIONAL: marked("provisional"),
        Status.REVISED: marked("revised"),
        Status.LOW_RELIABILITY: marked("low reliability"),
        Status.SPECIAL_EVENT: marked("affected by a special event"),
        Status.UNVALIDATED: marked("not validated"),
        Evidence.VERIFIED: marked("verified: read with the publisher or in two places that agree"),
        Evidence.PUBLISHED: marked("read in the publisher’s own publication"),
        Evidence.SECONDARY: marked("read only at another party"),
        Evidence.DERIVED: marked("computed from other figures"),
        Evidence.PRINTED_ONLY: marked("printed on a sheet, with no second source found"),
        Measuring.STOCK: marked("level at a point in time"),
        Measuring.FLOW: marked("sum over the period"),
        Measuring.MEAN: marked("mean over the period"),
        Measuring.END_OF_PERIOD: marked("level at the end of the period"),
        Adjustment.NONE: marked("not adjusted"),
        Adjustment.WORKING_DAY: marked("adjusted for working days"),
        Adjustment.SEASONAL: marked("seasonally adjusted"),
        Adjustment.TREND: marked("trend"),
        AmountKind.ANNOUNCED: marked("announced"),
        AmountKind.APPLIED_FOR: marked("applied for"),
        AmountKind.APPROPRIATION: marked("appropriation"),
        AmountKind.COMMITMENT: marked("commitment"),
        AmountKind.GRANT: marked("grant"),
        AmountKind.DISBURSEMENT: marked("disbursement"),
        Method.SUM: marked("sum"),
        Method.DIFFERENCE: marked("difference"),
        Method.PRODUCT: marked("product"),
        Method.QUOTIENT: marked("quotient"),
        Method.EXCHANGE: marked("converted to another currency"),
        Method.DEFLATION: marked("converted to constant prices"),
        Method.RELATIVE: marked("relative to another figure"),
        Method.PER: marked("per unit of another figure"),
        Method.REBASE: marked("converted to another base period"),
        Method.AGGREGATE: marked("aggregated"),
        Method.COMPOUND: marked("relative changes composed"),
        Method.GROWTH: marked("relative change"),
        Method.CHAIN: marked("chained"),
    }
)

#: The closed sets whose members have names.
Named = Verdict | Status | Evidence | Measuring | Adjustment | AmountKind | Method


def name_text(member: Named, *, lang: Lang) -> str:
    """Return a member of a closed set in words.

    >>> name_text(Status.PROVISIONAL, lang="nb"), name_text(AmountKind.COMMITMENT, lang="nn")
    ('foreløpig', 'tilsegn')
    """
    return message(_NAMES[member], lang=lang)


def verdict_text(verdict: Verdict, *, lang: Lang) -> str:
    """Return whether figures may be compared.

    >>> verdict_text(Verdict.NOT_COMPARABLE, lang="nb")
    'ikke sammenlignbare'
    """
    return name_text(verdict, lang=lang)
