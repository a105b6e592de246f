"""What a rule of comparability says, in each case, and how its facts are worded."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from offinno.language import Lang, Term, Text
from offinno.model import Adjustment, Break, Fact, Measuring, Question, Reason, Rule, Status
from offinno.units import Money, PriceBasis, Unit
from offinno.values import Period, PeriodForm
from offinno.wording._catalogue import marked, message
from offinno.wording._locales import listed
from offinno.wording._names import name_text
from offinno.wording._periods import period_text
from offinno.wording._populations import terms_text
from offinno.wording._units import currency_word, prices_text, unit_text


def reason_words(reason: Reason, lang: Lang) -> tuple[str, str | None, str | None]:
    """Return the text of the case at hand, and in words what the two figures have."""
    word = _WORDS[reason.rule]
    have, want = word(reason.have, lang), word(reason.want, lang)
    return _text(reason, have, want), have, want


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
    if reason.rule in _UNKNOWN and _unknown(reason):
        texts = _UNKNOWN[reason.rule]
        have = None if have == want else have
    elif reason.rule is Rule.DEFINITION and not isinstance(reason.have or reason.want, Text):
        texts = _FLAGGED
    if reason.rule is Rule.STATUS and have == want:
        return _BOTH_MARKED
    if have is None:
        return texts.neither if want is None else texts.want
    return texts.have if want is None else texts.both


def _unknown(reason: Reason) -> bool:
    """Return whether a rule on time speaks because a time is not known."""
    have, want = reason.have, reason.want
    if reason.rule is Rule.METHOD_BREAK:
        return _open_break(have, reason)
    if reason.rule is Rule.COVERAGE:
        return not all(part.known for part in (have, want) if isinstance(part, Period))
    assert isinstance(have, Period)
    assert isinstance(want, Period)
    if reason.rule is Rule.WINDOW:
        return have.months is None or want.months is None
    return have.overlaps(want) is None


def _open_break(change: Fact, reason: Reason) -> bool:
    """Return whether it is not known that a break, declared or flagged, parts two figures."""
    if isinstance(change, Period):
        change = Break(key="flagged", at=change, changed=change.text)
    assert isinstance(change, Break)
    return change.parts(reason.member.period, reason.reference.period) is None


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
        Rule.DEFINITION: _Texts(
            both=marked("defined as ‘{have}’, while {reference} is defined as ‘{want}’"),
        ),
        Rule.MEASURING: _Texts(
            both=marked("measured as a {have}, while {reference} is a {want}"),
            have=marked("measured as a {have}; as what {reference} is measured is not stated"),
            want=marked("as what it is measured is not stated, while {reference} is a {want}"),
            neither=marked(
                "whether it is a level, a sum or a mean is not stated, nor for {reference}"
            ),
        ),
        Rule.ADJUSTMENT: _Texts(
            both=marked("{have}, while {reference} is {want}"),
            have=marked("{have}, while it is not stated whether {reference} is adjusted"),
            want=marked("whether it is adjusted is not stated, while {reference} is {want}"),
            neither=marked("whether it is adjusted is not stated, nor for {reference}"),
        ),
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
            neither=marked("the question is not known, nor for {reference}"),
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
            neither=marked("the version is not stated, nor is that of {reference}"),
        ),
        Rule.STATUS: _Texts(
            both=marked("marked as {have}, {reference} as {want}"),
            have=marked("marked as {have}, which {reference} is not"),
            want=marked("not marked as {want}, which {reference} is"),
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

#: What is said where both figures have the same flags.
_BOTH_MARKED: Final = marked("marked as {have}, as is {reference}")

_PART_UNKNOWN: Final = marked(
    "whether this and {reference} cover the same part of their period is not known"
)

#: What a rule says where a publisher marks figures, whatever their definition.
_FLAGGED: Final = _Texts(
    both=marked("its publisher marks it as differently defined, and {reference} as well"),
    have=marked("its publisher marks it as differently defined, which {reference} is not"),
    want=marked("not marked as differently defined, which {reference} is"),
)

#: What the rules on time say where a time is not known; *want* is what both have.
_UNKNOWN: Final[Mapping[Rule, _Texts]] = MappingProxyType(
    {
        Rule.COVERAGE: _Texts(
            both=_PART_UNKNOWN,
            have=_PART_UNKNOWN,
            want=_PART_UNKNOWN,
        ),
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


def _break(change: Break | Period | None, lang: Lang) -> str | None:
    """Word a break: when, and what changed; of one that a row is flagged as only when."""
    if change is None:
        return None
    if isinstance(change, Period):
        return _time(change, lang)
    return f"{period_text(change.at, lang=lang)}, {change.changed.in_(lang).rstrip('.')}"


def _defined(fact: Text | Status | None, lang: Lang) -> str | None:
    """Word a definition, or that one is marked to differ."""
    if isinstance(fact, Text):
        return fact.in_(lang).rstrip(".")
    return None if fact is None else name_text(fact, lang=lang)


def _called(fact: Measuring | Adjustment | None, lang: Lang) -> str | None:
    """Word what a figure is in its period, or how it was adjusted, where that is stated."""
    return None if fact is None else name_text(fact, lang=lang)


def _flags(flags: frozenset[Status] | None, lang: Lang) -> str | None:
    """Word the flags of a figure, where it has any."""
    if flags is None:
        return None
    return listed(sorted(name_text(flag, lang=lang) for flag in flags), lang=lang)


def _answered(number: int | None, lang: Lang) -> str | None:  # noqa: ARG001 - as all of them
    """Word how many answered, where that is known."""
    return None if number is None else str(number)


_WORDS: Final[Mapping[Rule, Callable[[Any, Lang], str | None]]] = MappingProxyType(
    {
        Rule.UNIT: _unit,
        Rule.CURRENCY: _currency,
        Rule.PRICE_BASIS: _prices,
        Rule.DEFINITION: _defined,
        Rule.MEASURING: _called,
        Rule.ADJUSTMENT: _called,
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
        Rule.STATUS: _flags,
        Rule.SAMPLE: _answered,
        Rule.COVERAGE: _time,
    }
)
