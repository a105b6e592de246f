"""Why figures may not, or only with caveats, stand side by side, in words.

A reason carries facts; the sentence is made here. Each rule has the way in which its facts are
worded, and a text for each case: both figures have one, one of them has, or neither has.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from offinno.language import Lang, Term
from offinno.model import Break, Comparison, Datum, Question, Reason, Rule, Verdict
from offinno.units import Money, PriceBasis, Unit
from offinno.values import Period, PeriodForm
from offinno.wording._areas import area_text
from offinno.wording._catalogue import marked, message
from offinno.wording._locales import full_stop, listed
from offinno.wording._periods import period_text
from offinno.wording._populations import terms_text
from offinno.wording._units import currency_word, prices_text, unit_text


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
    word = _WORDS[reason.rule]
    have, want = word(reason.have, lang), word(reason.want, lang)
    name = member_text(reason.reference, reason.member, lang=lang)
    text = message(
        _text(reason, have, want),
        lang=lang,
        have=have or "",
        want=want or "",
        reference=message("the reference ({name})", lang=lang, name=name),
    )
    if reason.allowed is None:
        return text
    return message("{text} (allowed: {why})", lang=lang, text=text, why=reason.allowed)


@final
@attrs.frozen(kw_only=True)
class _Texts:
    """What a rule says in each case."""

    #: Both figures have the fact.
    both: str
    #: Only the member has it.
    have: str = ""
    #: Only the reference has it.
    want: str = ""
    #: Neither has it.
    neither: str = ""


def _text(reason: Reason, have: str | None, want: str | None) -> str:
    """Return the text for the case at hand."""
    texts = _TEXTS[reason.rule]
    if reason.rule in _TIMES and _unknown(reason):
        texts = _TIMES[reason.rule]
        have = None if have == want else have
    if have is None:
        return texts.neither if want is None else texts.want
    return texts.have if want is None else texts.both


def _unknown(reason: Reason) -> bool:
    """Return whether a rule on time speaks because a time is not known."""
    have, want = reason.have, reason.want
    if isinstance(have, Break):
        return have.parts(reason.member.period, reason.reference.period) is None
    assert isinstance(have, Period)
    assert isinstance(want, Period)
    if reason.rule is Rule.WINDOW:
        return have.months is None or want.months is None
    return have.overlaps(want) is None


_TEXTS: Final[Mapping[Rule, _Texts]] = MappingProxyType(
    {
        Rule.UNIT: _Texts(
            both=marked("measured in {have}, while {reference} is measured in {want}"),
        ),
        Rule.CURRENCY: _Texts(
            both=marked("in {have}, while {reference} is in {want}"),
            have=marked("in {have}, while the currency of {reference} is not stated"),
            want=marked("the currency is not stated, while {reference} is in {want}"),
            neither=marked("the currency is not stated, nor is that of {reference}"),
        ),
        Rule.PRICE_BASIS: _Texts(both=marked("in {have}, while {reference} is in {want}")),
        Rule.UNIT_OF_COUNT: _Texts(
            both=marked("what is counted is {have}, for {reference} it is {want}"),
            have=marked("what is counted is {have}, for {reference} it is not known"),
            want=marked("what is counted is not known, for {reference} it is {want}"),
            neither=marked("what is counted is not known, nor for {reference}"),
        ),
        Rule.SECTOR: _Texts(
            both=marked("only {have}, while {reference} covers only {want}"),
            have=marked("only {have}, while {reference} covers all sectors"),
            want=marked("all sectors, while {reference} covers only {want}"),
        ),
        Rule.LEVEL: _Texts(
            both=marked("only {have}, while {reference} covers only {want}"),
            have=marked("only {have}, while {reference} covers all levels"),
            want=marked("all levels, while {reference} covers only {want}"),
        ),
        Rule.FILTER: _Texts(
            both=marked("limited to {have}, while {reference} is limited to {want}"),
            have=marked("limited to {have}, while {reference} is not limited"),
            want=marked("not limited, while {reference} is limited to {want}"),
        ),
        Rule.QUESTION: _Texts(
            both=marked("the question was ‘{have}’, for {reference} it was ‘{want}’"),
            have=marked("the question was ‘{have}’, for {reference} it is not known"),
            want=marked("the question is not known, for {reference} it was ‘{want}’"),
        ),
        Rule.ANSWERS: _Texts(
            both=marked("the answers that count are {have}, for {reference} they are {want}"),
        ),
        Rule.WINDOW: _Texts(
            both=marked("the period is {have}, for {reference} it is {want}: not equally long"),
        ),
        Rule.OVERLAP: _Texts(
            both=marked(
                "the period is {have}, for {reference} it is {want}: the two do not overlap"
            ),
        ),
        Rule.METHOD_BREAK: _Texts(
            both="",
            have=marked("a break lies between this and {reference}: {have}"),
        ),
        Rule.VINTAGE: _Texts(
            both=marked("version of {have}, while {reference} is of {want}"),
            have=marked("version of {have}, while that of {reference} is not stated"),
            want=marked("the version is not stated, while {reference} is of {want}"),
        ),
        Rule.SAMPLE: _Texts(
            both="",
            have=marked("how many answered for {reference} is not known"),
            want=marked("how many answered is not known"),
            neither=marked("how many answered is not known, nor for {reference}"),
        ),
        Rule.COVERAGE: _Texts(
            both=marked("only {have} is covered, while {reference} covers only {want}"),
            have=marked("only {have} is covered, while {reference} covers all of its period"),
            want=marked("all of the period is covered, while {reference} covers only {want}"),
        ),
    }
)

#: What the rules on time say where a time is not known; *want* is what both have.
_TIMES: Final[Mapping[Rule, _Texts]] = MappingProxyType(
    {
        Rule.METHOD_BREAK: _Texts(
            both="",
            have=marked("whether a break lies between this and {reference} is not known: {have}"),
        ),
        Rule.WINDOW: _Texts(
            both=marked(
                "the period is {have}, for {reference} it is {want}; which is longer is not known"
            ),
            want=marked("the period is {want}, as for {reference}; how long that is, is not known"),
        ),
        Rule.OVERLAP: _Texts(
            both=marked(
                "the period is {have}, for {reference} {want}; whether they overlap is not known"
            ),
            want=marked(
                "the period is {want}, as for {reference}; whether the two overlap is not known"
            ),
        ),
    }
)


def _set(terms: frozenset[Term], lang: Lang) -> str | None:
    """Word what is covered; nothing named means all."""
    return terms_text(terms, lang=lang) if terms else None


def _answers(terms: frozenset[Term], lang: Lang) -> str:
    """Word the answers that count."""
    return terms_text(terms, lang=lang) if terms else message("a plain yes", lang=lang)


def _unit(unit: Unit, lang: Lang) -> str:
    """Word a unit."""
    return unit_text(unit, lang=lang)


def _currency(code: str, lang: Lang) -> str | None:
    """Word a currency, where it is stated."""
    return currency_word(code, lang=lang) if Money(code).stated else None


def _prices(prices: PriceBasis | Period | None, lang: Lang) -> str:
    """Word the prices of an amount; of current ones the time may be what differs."""
    if isinstance(prices, Period):
        when = period_text(prices, lang=lang)
        return message("current prices of {time}", lang=lang, time=when)
    return prices_text(prices, lang=lang)


def _counted(unit: Term | None, lang: Lang) -> str | None:
    """Word what is counted, where that is known."""
    return None if unit is None else unit.worded(lang)


def _question(question: Question | None, lang: Lang) -> str | None:
    """Word what was asked, where that is known."""
    return None if question is None else question.text.in_(lang)


def _time(period: Period | None, lang: Lang) -> str | None:
    """Word a period, where there is one; it may be that it is not stated."""
    if period is None:
        return None
    if period.form is PeriodForm.UNKNOWN:
        return message("not stated", lang=lang)
    return period_text(period, lang=lang)


def _break(change: Break | None, lang: Lang) -> str | None:
    """Word a break: when, and what changed."""
    if change is None:
        return None
    return f"{period_text(change.at, lang=lang)}, {change.changed.in_(lang)}"


def _answered(number: int | None, lang: Lang) -> str | None:  # noqa: ARG001 - as all of them
    """Word how many answered, where that is known."""
    return None if number is None else str(number)


_WORDS: Final[Mapping[Rule, Callable[[Any, Lang], str | None]]] = MappingProxyType(
    {
        Rule.UNIT: _unit,
        Rule.CURRENCY: _currency,
        Rule.PRICE_BASIS: _prices,
        Rule.UNIT_OF_COUNT: _counted,
        Rule.SECTOR: _set,
        Rule.LEVEL: _set,
        Rule.FILTER: _set,
        Rule.QUESTION: _question,
        Rule.ANSWERS: _answers,
        Rule.WINDOW: _time,
        Rule.OVERLAP: _time,
        Rule.METHOD_BREAK: _break,
        Rule.VINTAGE: _time,
        Rule.SAMPLE: _answered,
        Rule.COVERAGE: _time,
    }
)
