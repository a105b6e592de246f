"""What a text says is counted: the noun that follows a number, as a term."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, final

import attrs

from offinno.checks._words import languages_of, spoken
from offinno.language import Lang, Term, vocabulary
from offinno.model import Factsheet, Population
from offinno.units import Count, Share, Unit

#: How many words behind a number are looked at.
_NEAR: Final = 5

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")

# How nouns end in the definite form, by how they end in the indefinite one.
_ENDINGS: Final[Mapping[Lang, tuple[tuple[str, str], ...]]] = {
    "nb": (("ere", "ere|erne"), ("er", "er|ene|a"), ("e", "e|en|ene|a|et"), ("", "|en|et|ene|a")),
    "nn": (("ar", "ar|ane"), ("er", "er|ene"), ("e", "e|en|a|et"), ("", "|en|et|a|i|ene")),
    "en": (("", ""),),
}


@final
@attrs.frozen
class Noun:
    """A term as a text names it."""

    #: The term.
    term: Term
    #: The words of the text.
    words: str


def counted_terms(sheet: Factsheet) -> frozenset[Term]:
    """Return everything that *sheet* or offinno's vocabulary counts."""
    known = {term for term in vocabulary().values() if not term.reference_amount}
    for indicator in sheet.indicators:
        known |= terms_of(indicator.unit)
        populations = [indicator.population]
        populations += [
            row.population for _, row in indicator.observations.extras if row.population
        ]
        known |= {p.unit for p in populations if isinstance(p, Population)}
    return frozenset(known)


def terms_of(unit: Unit) -> set[Term]:
    """Return what a unit counts, or counts parts of."""
    match unit:
        case Share() if not unit.whole.reference_amount:
            return {unit.whole}
        case Count():
            return {unit.of}
        case _:
            return set()


def noun_after(words: str, lang: str, terms: Iterable[Term]) -> Noun | None:
    """Return the first of *terms* that *words*, which follow a number, name as what is counted.

    Looking ends where the noun phrase does: at a preposition, a verb or a sign.

    >>> from offinno.language import vocabulary
    >>> noun_after(" av alle kommunene har innovert", "nb", vocabulary().values()).term.key
    'municipalities'
    """
    patterns = _patterns(lang, terms)
    for at in _starts(words, lang):
        for pattern, term in patterns:
            if found := pattern.match(words, at):
                return Noun(term, found[0])
    return None


def _starts(words: str, lang: str) -> Iterator[int]:
    """Return where the words begin among which a noun may stand."""
    end = 0
    for count, found in enumerate(_WORD.finditer(words)):
        gap = words[end : found.start()]
        if count == _NEAR or gap.strip() or spoken("between", found[0], lang):
            return
        yield found.start()
        end = found.end()


def _patterns(lang: str, terms: Iterable[Term]) -> list[tuple[re.Pattern[str], Term]]:
    """Return what each term may look like in a text, the longest first."""
    forms = (
        (text.in_(tag), tag, term)
        for term in sorted(terms, key=str)
        for text in (term.label, term.one)
        for tag in languages_of(lang)
        if text is not None
    )
    longest_first = sorted(forms, key=lambda form: -len(form[0]))
    return [
        (re.compile(rf"{_inflected(form, tag)}(?!\w)", re.IGNORECASE), term)
        for form, tag, term in longest_first
    ]


def _inflected(form: str, lang: Lang) -> str:
    """Return a pattern of a noun, or of a phrase that ends in one, definite or not."""
    ending, endings = next(pair for pair in _ENDINGS[lang] if form.endswith(pair[0]))
    stem = re.escape(form.removesuffix(ending)).replace(r"\ ", r"\s+")
    return f"{stem}(?:{endings})"


def same_count(one: Term, other: Term, lang: str) -> bool:
    """Return whether two terms count the same sort of thing, one perhaps more narrowly.

    Workplaces and public workplaces do; workplaces and municipalities do not.
    """
    if one == other:
        return True
    first, second = (f" {term.worded(lang)}".casefold() for term in (one, other))
    return first.endswith(second) or second.endswith(first)
