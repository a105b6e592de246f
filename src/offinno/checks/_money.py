"""Rules OFF212 to OFF214: what kind of money an amount is."""

from collections.abc import Iterator
from typing import Final

from offinno.checks._found import Found
from offinno.checks._rule import Severity, rule
from offinno.checks._view import View
from offinno.checks._words import spoken
from offinno.exceptions import Steps
from offinno.language import Text, vocabulary
from offinno.model import (
    Amount,
    AmountKind,
    FundingScheme,
    Indicator,
    Schemes,
    SchemeTimeline,
)
from offinno.units import Count, Money
from offinno.wording import marked

#: The words for kinds of money.
_KINDS: Final = ("announced", "applied for", "granted", "paid")


@rule(
    "OFF212",
    Severity.WARNING,
    message=marked("“{words}” may be money announced, granted or paid out: “{what}”"),
    remedy=marked("say in title and definition which kind of money it is"),
)
def money_kind_not_stated(view: View) -> Iterator[Found]:
    """An amount is called funds, and whether announced, granted or paid out is not said."""
    for rows in view.headers:
        indicator = rows[0].datum.indicator
        if isinstance(indicator.unit, Money) and (words := _open_words(indicator)):
            yield Found.at((*rows[0].header, "title"), words=words, what=indicator.title)


@rule(
    "OFF213",
    Severity.WARNING,
    message=marked("amounts of different kinds stand in one list under “{scheme}”: {kinds}"),
    remedy=marked("list what is announced with calls, and what is granted or paid with rounds"),
)
def money_kinds_mixed(view: View) -> Iterator[Found]:
    """One list of a funding scheme holds money announced beside money granted or paid out."""
    blocks = (b for b in view.sheet.blocks if isinstance(b, Schemes | SchemeTimeline))
    shown = {key for block in blocks for key in block.schemes}
    for at, scheme in enumerate(view.sheet.schemes):
        for steps, amounts in _lists(scheme, at) if scheme.key in shown else ():
            kinds = tuple(kind for kind in AmountKind if any(a.kind is kind for a in amounts))
            if len(kinds) > 1:
                yield Found.at(steps, scheme=scheme.name, kinds=kinds)


@rule(
    "OFF214",
    Severity.WARNING,
    message=marked(
        "{applications} and {money} stand in one text, but not every application is granted"
    ),
    remedy=marked("show how many were granted as well, or keep the two in texts of their own"),
)
def applications_beside_money(view: View) -> Iterator[Found]:
    """Applications stand beside money received, with no number of those that were granted."""
    applications = vocabulary()["applications"]
    for passage, *_ in view.texts:
        counts = [row for row in passage.rows if isinstance(row.datum.unit, Count)]
        money = [row for row in passage.rows if isinstance(row.datum.unit, Money)]
        applied = [r for r in counts if r.datum.unit == Count(applications)]
        if applied and money and len(applied) == len(counts):
            yield Found.at(
                passage.steps, applications=applied[0].datum.value, money=money[0].datum.value
            )


def _open_words(indicator: Indicator) -> str | None:
    """Return the words for funds of an indicator that does not say which kind of money they are."""
    for lang, title in indicator.title.items():
        said = f"{title} {_in(indicator.definition, lang)}"
        words = spoken("funds", title, lang)
        if words and sum(spoken(kind, said, lang) is not None for kind in _KINDS) != 1:
            return words[0]
    return None


def _in(text: Text, lang: str) -> str:
    """Return *text* in a language, if it has it."""
    return text.get(lang, "")


def _lists(scheme: FundingScheme, at: int) -> Iterator[tuple[Steps, tuple[Amount, ...]]]:
    """Return the lists of amounts of a scheme, with their places."""
    for number, call in enumerate(scheme.calls):
        yield ("schemes", at, "calls", number, "amounts"), call.amounts
    for number, round_ in enumerate(scheme.rounds):
        yield ("schemes", at, "rounds", number, "granted"), round_.granted
        yield ("schemes", at, "rounds", number, "applied_for"), round_.applied_for
