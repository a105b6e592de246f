"""Funding schemes as cards."""

from collections.abc import Iterable, Iterator
from itertools import chain

from offinno.language import Lang, Text
from offinno.model import (
    Amount,
    Call,
    FundingScheme,
    Round,
    SchemeName,
    Schemes,
    SupportRate,
    Tally,
)
from offinno.render._desk import Desk
from offinno.render._lines import anchor, cites, machine
from offinno.render._lines import phrase as words
from offinno.render._view import CardView, Fact, Line, Phrase, SchemesView, Shown, Span
from offinno.values import Missing, Period
from offinno.wording import (
    capitalised,
    deadline_text,
    message,
    missing_text,
    name_text,
    period_text,
    phrase,
    value_text,
)


def schemes_view(block: Schemes, desk: Desk) -> SchemesView:
    """Return the schemes of *block*, each as a card."""
    return SchemesView(
        id=desk.id,
        columns=desk.columns,
        level=desk.level + 1,
        cards=tuple(
            _card(desk.sheet.scheme(key), f"{desk.id}-{n}", desk)
            for n, key in enumerate(block.schemes, 1)
        ),
    )


def _card(scheme: FundingScheme, place: str, desk: Desk) -> CardView:
    """Return a scheme as a card; what is not known is left out."""
    return CardView(
        id=place,
        name=words(scheme.name, lang=desk.lang),
        formerly=tuple(_history(scheme, desk)),
        purpose=_line([words(scheme.purpose, lang=desk.lang)], cites(scheme.sources, desk)),
        facts=tuple(fact for fact in _facts(scheme, desk) if fact.points),
        results=results(scheme, desk),
        link=None if scheme.link is None else anchor(scheme.link, lang=desk.lang),
    )


def results(scheme: FundingScheme, desk: Desk) -> tuple[Line, ...]:
    """Return what came of the calls of a scheme, round by round."""
    return tuple(_round(round_, desk) for round_ in scheme.rounds)


def _line(*spans: Iterable[Span]) -> Line:
    """Return spans as one line."""
    return tuple(chain.from_iterable(spans))


def _history(scheme: FundingScheme, desk: Desk) -> Iterator[Line]:
    """Return what a scheme was called before, and what it followed."""
    for former in scheme.names[1:]:
        name = former.name.in_(desk.lang)
        yield (Phrase(message("formerly {name}", lang=desk.lang, name=name)), *_years(former, desk))
    if scheme.succeeds is not None:
        name = desk.sheet.scheme(scheme.succeeds).name.in_(desk.lang)
        yield (Phrase(message("follows {name}", lang=desk.lang, name=name)),)


def _years(former: SchemeName, desk: Desk) -> Line:
    """Return until when a scheme had a name, where that is known."""
    if not isinstance(former.until, Period):
        return ()
    until = period_text(former.until, lang=desk.lang)
    return (Phrase(f" ({message('until {time}', lang=desk.lang, time=until)})"),)


def _facts(scheme: FundingScheme, desk: Desk) -> Iterator[Fact]:
    """Return what there is to know of a scheme, subject by subject."""
    lang = desk.lang
    if scheme.provider != desk.sheet.publisher:
        yield Fact(message("Provider", lang=lang), _text(scheme.provider, desk))
    yield Fact(message("Who may apply", lang=lang), _text(scheme.applicants, desk))
    yield Fact(message("Together with", lang=lang), _text(scheme.partners, desk))
    calls = tuple(_call(call, desk) for call in scheme.calls)
    yield Fact(message("Deadlines", lang=lang), calls)
    rates = tuple(_rate(rate, desk) for rate in scheme.support_rates)
    yield Fact(message("Support", lang=lang), rates)
    yield Fact(message("Legal basis", lang=lang), _text(scheme.legal_basis, desk))


def _text(text: Text | None, desk: Desk) -> tuple[Line, ...]:
    """Return a text as the only point of a fact, if there is one."""
    return () if text is None else ((words(text, lang=desk.lang),),)


def _call(call: Call, desk: Desk) -> Line:
    """Return a call: deadline, what it is about, amounts, sources and note."""
    when = capitalised(deadline_text(call.deadline, lang=desk.lang))
    if isinstance(call.deadline, Missing):
        reason = missing_text(call.deadline, lang=desk.lang, note=True)
        when = capitalised(message("deadline: {reason}", lang=desk.lang, reason=reason))
    amounts = _parted(_amount(amount, desk) for amount in call.amounts)
    own = {key for amount in call.amounts for key in amount.sources}
    rest = (key for key in call.sources if key not in own)
    return _line(
        [Phrase(when)],
        _title(call, desk),
        [Phrase(": ")] if amounts else (),
        amounts,
        cites(rest, desk),
        _note(call.note, desk),
    )


def _title(call: Call, desk: Desk) -> Iterator[Span]:
    """Return what a call is about and when it opens, in parentheses."""
    opens = None
    if call.opens is not None:
        time = period_text(call.opens, lang=desk.lang)
        opens = Phrase(message("opens {time}", lang=desk.lang, time=time))
    title = None if call.title is None else words(call.title, lang=desk.lang)
    yield from _aside(*(span for span in (title, opens) if span is not None))


def _aside(*spans: Span) -> Iterator[Span]:
    """Return spans in parentheses, if there are any."""
    for n, span in enumerate(spans):
        yield Phrase("; " if n else " (")
        yield span
    if spans:
        yield Phrase(")")


def _parted(lines: Iterable[Line], mark: str = "; ") -> Line:
    """Return lines as one, with *mark* between them."""
    whole: Line = ()
    for line in lines:
        whole = (*whole, Phrase(mark), *line) if whole else line
    return whole


def _note(note: Text | None, desk: Desk) -> Iterator[Span]:
    """Return a remark behind what it is about."""
    if note is not None:
        yield Phrase(". ")
        yield words(note, lang=desk.lang)


def _remark(note: Text | None, desk: Desk) -> Iterator[Span]:
    """Return a remark that stands in brackets, so without a full stop of its own."""
    if note is not None:
        bare = {tag: text.removesuffix(".") or text for tag, text in note.items()}
        yield words(Text(bare), lang=desk.lang)


def _amount(amount: Amount, desk: Desk) -> Line:
    """Return money with its kind, part and date, its sources and its note."""
    lang = desk.lang
    return _line(
        [_amount_text(amount, lang)],
        _aside(*_limits(amount, desk)),
        cites(amount.sources, desk),
        _aside(*_remark(amount.note, desk)),
    )


def _amount_text(amount: Amount, lang: Lang) -> Span:
    """Return money in words, or why it is not known."""
    if isinstance(amount.value, Missing):
        reason = missing_text(amount.value, lang=lang, note=True)
        return Phrase(message("amount: {reason}", lang=lang, reason=reason))
    return Shown(value_text(amount.value, lang=lang), machine(amount.value))


def _limits(amount: Amount, desk: Desk) -> Iterator[Span]:
    """Return what kind of money it is, the part of the whole, its date, and its printed form."""
    yield Phrase(name_text(amount.kind, lang=desk.lang))
    if amount.part is not None:
        yield words(amount.part, lang=desk.lang)
    if amount.as_of is not None:
        time = period_text(amount.as_of, lang=desk.lang)
        yield Phrase(message("as of {time}", lang=desk.lang, time=time))
    if amount.as_printed is not None:
        text = amount.as_printed.in_(desk.lang)
        yield Phrase(message("printed as ‘{text}’", lang=desk.lang, text=text))


def _rate(rate: SupportRate, desk: Desk) -> Line:
    """Return what a scheme pays, for whom, and where that stands."""
    applies = (words(text, lang=desk.lang) for text in (rate.applies_to,) if text is not None)
    return _line(
        [Phrase(capitalised(phrase(rate.rate, lang=desk.lang)))],
        _aside(*applies),
        cites(rate.sources, desk),
    )


def _round(round_: Round, desk: Desk) -> Line:
    """Return what came of a call; where sources disagree, each stands with its own source."""
    parts = (
        _tallies(round_.applications, desk),
        _amounts(round_.applied_for, desk),
        _tallies(round_.grants, desk, granted=True),
        _amounts(round_.granted, desk),
    )
    return _line(
        [Phrase(capitalised(period_text(round_.period, lang=desk.lang)))],
        _together(round_, desk),
        [Phrase(": ")],
        _parted(part for part in parts if part),
        _note(round_.note, desk),
    )


def _amounts(amounts: tuple[Amount, ...], desk: Desk) -> Line:
    """Return amounts of a round; several of one part are what sources disagree on."""
    lines = [_amount(amount, desk) for amount in amounts]
    return _parted(lines) if len({a.part for a in amounts}) == len(amounts) else _split(lines, desk)


def _tallies(tallies: tuple[Tally, ...], desk: Desk, *, granted: bool = False) -> Line:
    """Return numbers of applications or grants; several are what sources disagree on."""
    lines = [_tally(tally, desk, granted=granted) for tally in tallies]
    return _split(lines, desk) if len(lines) > 1 else _parted(lines)


def _split(lines: Iterable[Line], desk: Desk) -> Line:
    """Return what sources disagree on, side by side."""
    head = message("sources disagree", lang=desk.lang)
    return (Phrase(f"{head}: "), *_parted(lines, " / "))


def _together(round_: Round, desk: Desk) -> Iterator[Span]:
    """Return which other schemes are counted in."""
    names = [desk.sheet.scheme(key).name.in_(desk.lang) for key in round_.together_with]
    if names:
        text = message("counted together with {names}", lang=desk.lang, names=", ".join(names))
        yield from _aside(Phrase(text))


def _tally(tally: Tally, desk: Desk, *, granted: bool) -> Line:
    """Return a number of applications or grants, its sources and its note."""
    text = Phrase(_tally_text(tally, desk, granted=granted))
    return _line([text], cites(tally.sources, desk), _aside(*_remark(tally.note, desk)))


def _tally_text(tally: Tally, desk: Desk, *, granted: bool) -> str:
    """Return a number of applications or grants in words."""
    lang = desk.lang
    if isinstance(tally.value, Missing):
        reason = missing_text(tally.value, lang=lang, note=True)
        if granted:
            return message("number of grants: {reason}", lang=lang, reason=reason)
        return message("number of applications: {reason}", lang=lang, reason=reason)
    number = value_text(tally.value, lang=lang)
    return message("{projects} granted", lang=lang, projects=number) if granted else number
