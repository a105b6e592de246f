"""The text form of units: one strict parser.

======================================  ==============================================
text                                    unit
======================================  ==============================================
``NOK``, ``NOK@2015:cpi``               `Money`
``% of workplaces``                     `Share`, as ``workplaces`` are counted
``% part of GDP``                       `Share`, a true part of an amount
``% of GDP``                            `Ratio`, as ``GDP`` is a reference amount
``pp of workplaces``                    `Points`
``municipalities``                      `Count`
``index 2015=100``                      `Index`
``% change on year before``             `Change`, taken from a time before or a period
``NOK / inhabitants``                   `Per`
``km``                                  `Physical`
======================================  ==============================================

A text that begins with ``%`` must be quoted in YAML; ``share of …``, ``part of …`` and
``change on …`` are read as ``% of …``, ``% part of …`` and ``% change on …``.
"""

import re
from typing import Final

from offinno.exceptions import OffinnoError, nearest, shortened
from offinno.language import Term, Vocabulary, vocabulary
from offinno.units._amounts import Count, Money, Per, Physical, PriceBasis
from offinno.units._codes import CURRENCIES, PHYSICAL
from offinno.units._kinds import BadUnit
from offinno.units._relative import Change, Index, Points, Ratio, Share
from offinno.units._unit import Unit

_LONGEST: Final = 200
#: What people write in place of ``% of …`` and of the code of their currency.
_PER_CENT: Final = frozenset({"%", "prosent", "percent", "per-cent", "pct"})
_KRONER: Final = frozenset({"kr", "kr.", "krone", "kroner"})
_MONEY: Final = re.compile(r"([A-Z]{3})@([0-9]{4}):([a-z0-9-]+)")
_INDEX: Final = re.compile(r"index (\S+)=100")


def parse_unit(text: str, terms: Vocabulary | None = None) -> Unit:
    """Return the unit that *text* means, with the words of *terms* or those of offinno.

    Raises:
        BadUnit: If the text is no unit; an unknown word lists the nearest known ones.

    >>> parse_unit("NOK / inhabitants") == parse_unit(str(parse_unit("NOK / inhabitants")))
    True
    >>> parse_unit("share of GDP").kind
    <Kind.RATIO: 'ratio'>
    """
    words = vocabulary() if terms is None else terms
    if len(text) > _LONGEST:
        raise BadUnit(text, f"is longer than {_LONGEST} characters")
    above, slash, below = text.partition(" / ")
    if slash:
        return Per(_side(above, words, text), _side(below, words, text))
    return _relative(text, words) or _side(text, words, text)


def _relative(text: str, terms: Vocabulary) -> Unit | None:
    """Return the unit of a text that says what it is relative to, or None for another text."""
    if index := _INDEX.fullmatch(text):
        return Index(index[1])
    for start in ("% change on ", "change on "):
        if text.startswith(start):
            return Change(text.removeprefix(start))
    for start in ("pp of ", "percentage points of "):
        if text.startswith(start):
            return Points(_term(text.removeprefix(start), terms, text))
    for start in ("% part of ", "share part of ", "part of "):
        if text.startswith(start):
            return Share(_term(text.removeprefix(start), terms, text))
    for start in ("% of ", "share of "):
        if text.startswith(start):
            term = _term(text.removeprefix(start), terms, text)
            return Ratio(term) if term.reference_amount else Share(term)
    return None


def _side(text: str, terms: Vocabulary, whole: str) -> Money | Count | Physical:
    """Return the unit of a text that is one word, as may stand in a quotient."""
    try:
        if money := _MONEY.fullmatch(text):
            return Money(money[1], PriceBasis(int(money[2]), money[3]))
        if text in CURRENCIES:
            return Money(text)
        if text in PHYSICAL:
            return Physical(text)
        return Count(_term(text, terms, whole))
    except BadUnit:
        raise
    except OffinnoError as problem:
        raise BadUnit(whole, f"is unknown: {problem}") from None


def _term(word: str, terms: Vocabulary, whole: str) -> Term:
    """Return the term that *word* names."""
    if word in terms:
        return terms[word]
    raise BadUnit(whole, _unknown(word, terms, whole))


def _unknown(word: str, terms: Vocabulary, whole: str) -> str:
    """Say that *word* is unknown and what comes near."""
    if word.partition(" ")[0].casefold() in _PER_CENT:
        return "must say per cent of what, as in '% of workplaces'"
    if word.casefold() in _KRONER:
        return "is no code of a currency; Norwegian kroner are 'NOK'"
    if "/" in word:
        return "is no quotient of two units; write ' / ' between them, a space on either side"
    close = nearest(word, (*terms, *CURRENCIES, *PHYSICAL))
    guess = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
    remedy = "" if close else "; a currency, a physical unit, or a word under 'terms:' is needed"
    seen = "is unknown" if word == whole else f"holds the unknown word {shortened(word)!r}"
    return f"{seen}{guess}{remedy}"
