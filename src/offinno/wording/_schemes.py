"""Funding schemes in words, fact by fact."""

from collections.abc import Iterable, Iterator

from offinno.language import Lang, Text
from offinno.model import (
    Amount,
    Call,
    Evidence,
    Factsheet,
    FundingScheme,
    Round,
    SchemeName,
    SupportRate,
    Tally,
)
from offinno.values import Missing, Period
from offinno.wording._catalogue import message
from offinno.wording._missing import missing_text
from offinno.wording._names import name_text
from offinno.wording._periods import deadline_text, period_text
from offinno.wording._sources import source_text
from offinno.wording._values import phrase, value_text


def scheme_facts(
    scheme: FundingScheme, *, sheet: Factsheet, lang: Lang
) -> Iterator[tuple[str, str]]:
    """Return what is known of a scheme, each fact with what it is called and its sources."""
    yield message("Name", lang=lang), scheme.name.in_(lang)
    for former in _history(scheme, sheet, lang):
        yield message("History", lang=lang), former
    yield message("Provider", lang=lang), scheme.provider.in_(lang)
    purpose = scheme.purpose.in_(lang)
    yield message("Purpose", lang=lang), purpose + _cited(scheme.sources, sheet, lang)
    if scheme.applicants is not None:
        yield message("Who may apply", lang=lang), scheme.applicants.in_(lang)
    if scheme.partners is not None:
        yield message("Together with", lang=lang), scheme.partners.in_(lang)
    for call in scheme.calls:
        yield message("Deadlines", lang=lang), _call(call, sheet, lang)
    for rate in scheme.support_rates:
        yield message("Support", lang=lang), _rate(rate, sheet, lang)
    for round_ in scheme.rounds:
        yield message("Results", lang=lang), _round(round_, sheet, lang)
    if scheme.legal_basis is not None:
        yield message("Legal basis", lang=lang), scheme.legal_basis.in_(lang)
    if scheme.link is not None:
        yield message("Address", lang=lang), scheme.link.url


def _history(scheme: FundingScheme, sheet: Factsheet, lang: Lang) -> Iterator[str]:
    """Return what a scheme was called before, and what it followed."""
    for former in scheme.names[1:]:
        name = message("formerly {name}", lang=lang, name=former.name.in_(lang))
        yield name + _aside(_until(former, lang))
    if scheme.succeeds is not None:
        name = sheet.scheme(scheme.succeeds).name.in_(lang)
        yield message("follows {name}", lang=lang, name=name)


def _until(former: SchemeName, lang: Lang) -> Iterator[str]:
    """Return until when a scheme had a name, where that is known."""
    if isinstance(former.until, Period):
        yield message("until {time}", lang=lang, time=period_text(former.until, lang=lang))


def _aside(parts: Iterable[str]) -> str:
    """Return what stands behind something in brackets, if there is anything."""
    inside = "; ".join(parts)
    return f" ({inside})" if inside else ""


def _said(*texts: Text | None, lang: Lang) -> Iterator[str]:
    """Return the texts that there are."""
    return (text.in_(lang).removesuffix(".") for text in texts if text is not None)


def _cited(keys: Iterable[str], sheet: Factsheet, lang: Lang) -> str:
    """Return sources in square brackets, if there are any."""
    names = (source_text(sheet.source(key), lang=lang, form="short") for key in keys)
    inside = "; ".join(dict.fromkeys(names))
    return f" [{inside}]" if inside else ""


def _call(call: Call, sheet: Factsheet, lang: Lang) -> str:
    """Return a call: deadline, what it is about, amounts, note and sources."""
    amounts = [_amount(amount, sheet, lang) for amount in call.amounts]
    what = "; ".join((*amounts, *_said(call.note, lang=lang)))
    head = _deadline(call, lang) + _aside(_about(call, lang))
    own = {key for amount in call.amounts for key in amount.sources}
    rest = (key for key in call.sources if key not in own)
    return (f"{head}: {what}" if what else head) + _cited(rest, sheet, lang)


def _deadline(call: Call, lang: Lang) -> str:
    """Return when applications are due, or why that is not known."""
    if isinstance(call.deadline, Missing):
        return missing_text(call.deadline, lang=lang, note=True)
    return deadline_text(call.deadline, lang=lang)


def _about(call: Call, lang: Lang) -> Iterator[str]:
    """Return what a call is about, and when it opens."""
    yield from _said(call.title, lang=lang)
    if call.opens is not None:
        yield message("opens {time}", lang=lang, time=period_text(call.opens, lang=lang))


def _amount(amount: Amount, sheet: Factsheet, lang: Lang) -> str:
    """Return money with its kind, and what else limits it."""
    if isinstance(amount.value, Missing):
        reason = missing_text(amount.value, lang=lang, note=True)
        value = message("amount: {reason}", lang=lang, reason=reason)
    else:
        value = phrase(amount.value, lang=lang, form="value")
    return value + _aside(_limits(amount, lang)) + _cited(amount.sources, sheet, lang)


def _limits(amount: Amount, lang: Lang) -> Iterator[str]:
    """Return what kind of money it is, its part of the whole, date, printed form and evidence."""
    yield name_text(amount.kind, lang=lang)
    yield from _said(amount.part, lang=lang)
    if amount.as_of is not None:
        yield message("as of {time}", lang=lang, time=period_text(amount.as_of, lang=lang))
    if amount.as_printed is not None:
        yield message("printed as ‘{text}’", lang=lang, text=amount.as_printed.in_(lang))
    yield from _evidence(amount.evidence, lang)
    yield from _said(amount.note, lang=lang)


def _evidence(evidence: Evidence, lang: Lang) -> Iterator[str]:
    """Return how well it is documented, unless its publisher says it."""
    if evidence is not Evidence.PUBLISHED:
        yield name_text(evidence, lang=lang)


def _rate(rate: SupportRate, sheet: Factsheet, lang: Lang) -> str:
    """Return what a scheme pays, and for whom."""
    applies = _aside(_said(rate.applies_to, lang=lang))
    return phrase(rate.rate, lang=lang, form="value") + applies + _cited(rate.sources, sheet, lang)


def _round(round_: Round, sheet: Factsheet, lang: Lang) -> str:
    """Return what came of a call; all that sources say stands side by side."""
    names = [sheet.scheme(key).name.in_(lang) for key in round_.together_with]
    together = [message("counted together with {names}", lang=lang, names=", ".join(names))]
    parts = (
        *(_tally(tally, sheet, lang, granted=False) for tally in round_.applications),
        *(_amount(amount, sheet, lang) for amount in round_.applied_for),
        *(_tally(tally, sheet, lang, granted=True) for tally in round_.grants),
        *(_amount(amount, sheet, lang) for amount in round_.granted),
        *_said(round_.note, lang=lang),
    )
    head = period_text(round_.period, lang=lang) + _aside(together if names else ())
    return f"{head}: {'; '.join(parts)}" if parts else head


def _tally(tally: Tally, sheet: Factsheet, lang: Lang, *, granted: bool) -> str:
    """Return a number of applications or grants, with its evidence, note and sources."""
    aside = _aside((*_evidence(tally.evidence, lang), *_said(tally.note, lang=lang)))
    return _number(tally, lang, granted=granted) + aside + _cited(tally.sources, sheet, lang)


def _number(tally: Tally, lang: Lang, *, granted: bool) -> str:
    """Return a number of applications or grants, or why it is not known."""
    if isinstance(tally.value, Missing):
        reason = missing_text(tally.value, lang=lang, note=True)
        if granted:
            return message("number of grants: {reason}", lang=lang, reason=reason)
        return message("number of applications: {reason}", lang=lang, reason=reason)
    number = value_text(tally.value, lang=lang)
    return message("{projects} granted", lang=lang, projects=number) if granted else number
