"""Calls in words: when they close, what they are about, how much there is, what is to be said."""

from collections.abc import Iterator, Mapping, Sequence

from offinno.language import Lang, Text
from offinno.model import Amount, AmountKind, Call, FundingScheme, SchemeName
from offinno.values import Missing, Period
from offinno.wording import (
    capitalised,
    deadline_text,
    full_stop,
    message,
    missing_text,
    name_text,
    period_text,
    value_text,
)


def when_text(call: Call, lang: Lang) -> str:
    """Return when a call closes, or why that is not known."""
    if isinstance(call.deadline, Missing):
        reason = missing_text(call.deadline, lang=lang, note=True)
        return capitalised(message("deadline: {reason}", lang=lang, reason=reason))
    return capitalised(deadline_text(call.deadline, lang=lang))


def about_text(call: Call, scheme: FundingScheme, lang: Lang) -> str:
    """Return what a call is about, when it opens, and the name its scheme had then."""
    about = message("call", lang=lang) if call.title is None else call.title.in_(lang)
    aside = []
    if call.opens is not None:
        aside.append(message("opens {time}", lang=lang, time=period_text(call.opens, lang=lang)))
    if (former := _name_at(scheme, call.deadline)) is not None:
        name = former.in_(lang)
        aside.append(message("under the name {name}", lang=lang, name=name))
    return capitalised(f"{about} ({'; '.join(aside)})" if aside else about)


def _name_at(scheme: FundingScheme, deadline: Period | Missing) -> Text | None:
    """Return the name that a scheme had at a deadline, if that is known and was another."""
    if isinstance(deadline, Missing) or not deadline.known:
        return None
    for former in scheme.names[1:]:
        if _held(former, deadline):
            return former.name
    return None


def _held(name: SchemeName, deadline: Period) -> bool:
    """Return whether a name is known to have held at a deadline."""
    since, until = name.since, name.until
    if not isinstance(until, Period) or until.end is None or deadline.end is None:
        return False
    begun = not isinstance(since, Period) or since.start is None or since.start <= deadline.end
    return begun and deadline.end <= until.end


def amounts_text(call: Call, lang: Lang) -> str:
    """Return the money of a call; empty if none is stated."""
    return "; ".join(_amount(amount, lang) for amount in call.amounts)


def _amount(amount: Amount, lang: Lang) -> str:
    """Return money with the part of the whole that it is, and its kind if it is not on offer."""
    if isinstance(amount.value, Missing):
        reason = missing_text(amount.value, lang=lang)
        text = message("amount: {reason}", lang=lang, reason=reason)
    else:
        text = value_text(amount.value, lang=lang)
    aside = [] if amount.part is None else [amount.part.in_(lang)]
    if amount.kind is not AmountKind.ANNOUNCED:
        aside.insert(0, name_text(amount.kind, lang=lang))
    return f"{text} ({', '.join(aside)})" if aside else text


def remarks_on(
    schemes: Sequence[FundingScheme], names: Mapping[str, Text], *, lang: Lang
) -> Iterator[str]:
    """Return what there is to say of schemes and calls: former names, predecessors, notes."""
    for scheme in schemes:
        name = scheme.name.in_(lang)
        said = [_former(former, lang) for former in scheme.names[1:]]
        if scheme.succeeds is not None and scheme.succeeds in names:
            before = names[scheme.succeeds].in_(lang)
            said.append(message("follows {name}", lang=lang, name=before))
        if said:
            yield full_stop(f"{name}: {'; '.join(said)}")
        for call in scheme.calls:
            if call.note is not None:
                which = when_text(call, lang) if call.title is None else call.title.in_(lang)
                yield full_stop(f"{name}, {which}: {call.note.in_(lang)}")


def _former(former: SchemeName, lang: Lang) -> str:
    """Return what a scheme was called before, and until when."""
    text = message("formerly {name}", lang=lang, name=former.name.in_(lang))
    if not isinstance(former.until, Period):
        return text
    time = period_text(former.until, lang=lang)
    return f"{text} ({message('until {time}', lang=lang, time=time)})"
