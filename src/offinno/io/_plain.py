"""What text without quotes means: JSON's numbers and words, or else the text itself.

YAML readers disagree on what stands outside quotes: ``0301`` is 301 to one, 193 to another and
text to a third. What any common reader of YAML 1.1 or 1.2 takes for something other than we
would is refused, with one exception: ``NO`` is the code of a country, and text. The letters
``y`` and ``n``, which only few read as true and false, are text as well, and so are dates.
"""

import re
from decimal import Decimal
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import shortened
from offinno.io._places import Scalar
from offinno.values import BadNumber, exact_decimal

#: More characters than a number within bounds needs.
_LONGEST_NUMBER: Final = 100

#: A whole number of so many characters is within bounds.
_SURELY_BOUNDED: Final = 30

_NUMERIC_FIRST: Final = frozenset("-+.0123456789")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_LIKE_NUMBER: Final = re.compile(
    r"[-+]?(?:"
    r"0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"  # hexadecimal, octal, binary
    r"|[0-9][0-9_,]*(?::[0-5]?[0-9])++(?:\.[0-9_]*)?"  # base 60: 1:20 is 80
    r"|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"  # 0301, +3, 1_000, 35,5, 5.
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"  # .5
    r")"
)
# Dates, and roads such as E6, which one reader of YAML 1.1 takes for an exponent.
_DOUBTFUL_FORM: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])|[eE][0-9]+\Z")


@final
@attrs.frozen
class Refusal(Frozen):
    """Why a piece of text outside quotes is not read."""

    #: What was seen.
    message: str
    #: What to write instead.
    hint: str


def quoted(text: str) -> str:
    """Return *text* in double quotes, as JSON and YAML both read it.

    >>> quoted("NO")
    '"NO"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def _ambiguous(text: str, kind: str, instead: str) -> Refusal:
    """Refuse *text*, which other readers take for a *kind*."""
    seen = shortened(text)
    hint = f"put it in quotes if it is text: {quoted(seen)}{'; or ' if instead else ''}{instead}"
    return Refusal(f"{seen!r} is {kind} to some readers of YAML", hint)


def _not_finite(text: str) -> Refusal:
    """Refuse *text*, which is no number that a figure can have."""
    hint = (
        "say why a figure is missing, as in {missing: suppressed}; "
        f"put it in quotes if it is text: {quoted(text)}"
    )
    return Refusal(f"{text!r} is not a finite number", hint)


_NOTHING: Final = 'write null, or "" for an empty text; a text that begins with { needs quotes'
_COMMANDS: Final = (("=", "a default value"), ("<<", "an order to merge mappings"))


def _forms(*words: str) -> tuple[str, ...]:
    """Return *words* as YAML spells them: lower case, with a capital, in capitals."""
    return tuple(form for word in words for form in (word, word.capitalize(), word.upper()))


def _known_words() -> dict[str, Scalar | Refusal]:
    """Return every word that does not simply stand for itself."""
    refused: dict[str, Refusal] = {
        "": Refusal("nothing stands here", _NOTHING),
        **{word: _ambiguous(word, "nothing", "write null") for word in ("~", *_forms("null"))},
        **{word: _ambiguous(word, "true", "write true") for word in _forms("true", "yes", "on")},
        **{word: _ambiguous(word, "false", "write false") for word in _forms("false", "no", "off")},
        **{word: _ambiguous(word, kind, "") for word, kind in _COMMANDS},
    }
    for word in ("NaN", *_forms("nan", "inf")):
        for form in (f".{word}", f"+.{word}", f"-.{word}"):
            refused[form] = _not_finite(form)
    for word in ("NaN", "Infinity", "-Infinity"):
        refused[word] = _not_finite(word)
    del refused["NO"]
    return {**refused, "true": True, "false": False, "null": None}


_WORDS: Final = _known_words()

#: Words that our reader takes for text and an older one may not.
_DOUBTFUL: Final = frozenset({"NO", *_forms("y", "n")})


def plain_value(text: str) -> Scalar | Refusal:
    """Return what *text* outside quotes stands for, or why it is not read.

    >>> plain_value("48.30"), plain_value("2018"), plain_value("NO"), plain_value("true")
    (Decimal('48.30'), 2018, 'NO', True)
    >>> plain_value("0301").hint
    'put it in quotes if it is text: "0301"; or write the number as JSON does: 48.3, 1000'
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC_FIRST:
        return text
    if number := _NUMBER.fullmatch(text):
        return _number(text, whole=not number[1])
    if _LIKE_NUMBER.fullmatch(text):
        return _ambiguous(text, "a number", "write the number as JSON does: 48.3, 1000")
    return text


def is_text_everywhere(text: str) -> bool:
    """Tell whether any reader of YAML 1.1 or 1.2 takes *text* outside quotes for that text.

    >>> is_text_everywhere("GDP"), is_text_everywhere("NO"), is_text_everywhere("2018-09-12")
    (True, False, False)
    """
    doubtful = text in _DOUBTFUL or _DOUBTFUL_FORM.match(text)
    return plain_value(text) == text and not doubtful


def json_number(text: str) -> int | Decimal | Refusal:
    """Return the number that *text* is in JSON's grammar, or why it is out of bounds.

    >>> json_number("4.7E9")
    Decimal('4.7E+9')
    >>> json_number("1e999").message
    '1e999 is out of bounds: at most 34 significant digits, of a size between 10^-30 and 10^31'
    """
    return _number(text, whole=not any(sign in text for sign in ".eE"))


def _number(text: str, *, whole: bool) -> int | Decimal | Refusal:
    """Return the number; nothing is computed before its length is known to be bounded."""
    if whole and len(text) <= _SURELY_BOUNDED:
        return int(text)
    if len(text) > _LONGEST_NUMBER:
        message = f"a number of {len(text)} characters, {shortened(text, 20)}, is out of bounds"
        return Refusal(message, _ROUND)
    try:
        number = exact_decimal(text)
    except BadNumber as error:
        return Refusal(f"{shortened(text, 45)} {error.problem}", _ROUND)
    return int(number) if whole else number


_ROUND: Final = "give the number with the digits that its source publishes"
