"""Why figures may not, or only with caveats, stand side by side, in words.

A reason carries facts; the sentence is made here. Each rule has the way in which its facts are
worded, and a text for each case: both figures have one, one of them has, or neither has.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.model import Comparison, Datum, Reason, Verdict
from offinno.wording._areas import area_text
from offinno.wording._catalogue import marked, message
from offinno.wording._locales import full_stop, listed
from offinno.wording._periods import period_text
from offinno.wording._reason_words import reason_words


def reason_text(reason: Reason, *, lang: Lang) -> str:
    """Return a reason as a clause: who, what differs, and what the reference has.

    Of a figure for municipalities only it says *Finland: bare kommunalt nivå, mens referansen
    (Island) dekker alle nivåer*.
    """
    return _named([reason], _difference(reason, lang), lang)


def reasons_text(reasons: Iterable[Reason], *, lang: Lang) -> tuple[str, ...]:
    """Return reasons as clauses; members of which the same is said share one."""
    groups: dict[str, list[Reason]] = {}
    for reason in reasons:
        groups.setdefault(_difference(reason, lang), []).append(reason)
    return tuple(_named(group, difference, lang) for difference, group in groups.items())


def _named(group: list[Reason], difference: str, lang: Lang) -> str:
    """Return what is said of a group of members, after their names."""
    names = dict.fromkeys(member_text(r.member, r.reference, lang=lang) for r in group)
    return f"{listed(list(names), lang=lang)}: {difference}"


#: What is said of the members with each verdict, the worst first.
_VERDICTS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        Verdict.NOT_COMPARABLE: marked("{names} cannot be compared with {reference}"),
        Verdict.CAVEATS: marked("{names} can be compared with {reference}, with caveats"),
        Verdict.COMPARABLE: marked("{names} can be compared with {reference}"),
    }
)


def comparison_text(comparison: Comparison, *, lang: Lang) -> str:
    """Return which members may be compared with the reference, and what speaks against it."""
    reference = comparison.reference
    others = [member for member in comparison.members if member is not reference]
    texts = []
    for verdict, text in _VERDICTS.items():
        these = [one for one in others if comparison.verdict_of(one) is verdict]
        if these:
            names = [member_text(one, reference, lang=lang) for one in these]
            against = member_text(reference, these[0], lang=lang)
            listing = listed(names, lang=lang)
            texts.append(message(text, lang=lang, names=listing, reference=against))
    worst_first = sorted(comparison.reasons, key=lambda reason: -reason.outcome.severity)
    return " ".join(full_stop(text) for text in (*texts, *reasons_text(worst_first, lang=lang)))


def member_text(member: Datum, other: Datum, *, lang: Lang) -> str:
    """Return what a figure is called beside another: what tells the two apart."""
    if member.area != other.area:
        return area_text(member.area, lang=lang)
    if member.period != other.period:
        return period_text(member.period, lang=lang)
    if member.indicator.key != other.indicator.key:
        return member.indicator.title.in_(lang)
    return ", ".join(categories(member, lang=lang)) or member.indicator.title.in_(lang)


def categories(member: Datum, *, lang: Lang) -> list[str]:
    """Return the categories of a figure in its breakdowns."""
    dimensions = {dimension.key: dimension for dimension in member.indicator.dimensions}
    return [
        dimensions[key].category(category).worded(lang)
        for key, category in member.observation.breakdowns
    ]


def _difference(reason: Reason, lang: Lang) -> str:
    """Return what differs, and why that was overridden, if it was."""
    words, have, want = reason_words(reason, lang)
    name = member_text(reason.reference, reason.member, lang=lang)
    text = message(
        words,
        lang=lang,
        have=have or "",
        want=want or "",
        reference=message("the reference ({name})", lang=lang, name=name),
    )
    if reason.allowed is None:
        return text
    return message("{text} (allowed because: {why})", lang=lang, text=text, why=reason.allowed)
