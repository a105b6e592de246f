"""Published text becomes a number here, in one strict parser with a declared language.

What is ambiguous is refused with both readings, never guessed.
"""

import re
from decimal import Decimal
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, shortened
from offinno.language import Lang, Lexicon, lexicon
from offinno.units import Change, Count, Kind, Money, Points, Ratio, Share, Unit
from offinno.values._decimals import ARITHMETIC, exact_decimal
from offinno.values._qualifier import Qualifier
from offinno.values._value import Value

_LONGEST: Final = 200
_SPACES: Final = " \u00a0\u202f\u2009"
_MINUS: Final = "\u2212"
_GROUPED: Final = re.compile(rf"[0-9]{{1,3}}(?:([{_SPACES}])[0-9]{{3}}(?:\1[0-9]{{3}})*)?")
_FRACTION_FORM: Final = re.compile(r"\{x\}(.+)\{y\}")


@final
@attrs.frozen
class UnreadableNumber(OffinnoError, ValueError):
    """A published text that is no number, or could be two."""

    #: The text as published, cut short.
    seen: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Show the text and the remedy."""
        return f"{self.seen!r} {self.problem}"


def _bad(text: str, problem: str) -> UnreadableNumber:
    """Return the error about *text*."""
    return UnreadableNumber(shortened(text), problem)


def parse_number(text: str, *, lang: Lang) -> Decimal:
    """Return the number that *text* writes in the manner of *lang*.

    A sign, ASCII digits, groups of three parted by one kind of space, and decimals after the
    decimal mark of the language.

    Raises:
        UnreadableNumber: If the text is no such number, or could mean two.
        BadNumber: If the number is out of bounds.

    >>> parse_number("1 786", lang="nb"), parse_number("35,5", lang="nn")
    (Decimal('1786'), Decimal('35.5'))
    """
    if len(text) > _LONGEST:
        raise _bad(text, "is too long for a number")
    mark = lexicon(lang).decimal
    sign, body = ("-", text[1:]) if text[:1] in {"-", _MINUS} else ("", text)
    whole, found, decimals = body.partition(mark)
    digits = whole if whole.isascii() and whole.isdigit() else _ungrouped(whole)
    if digits is None or (found and not (decimals.isascii() and decimals.isdigit())):
        raise _bad(text, _why(body, mark))
    return exact_decimal(f"{sign}{digits}.{decimals}" if found else f"{sign}{digits}")


def _ungrouped(text: str) -> str | None:
    """Return the digits of *text* without the spaces between groups, or None."""
    if not _GROUPED.fullmatch(text):
        return None
    return re.sub(f"[{_SPACES}]", "", text)


def _why(body: str, mark: str) -> str:
    """Say why *body* is no number in a language with this decimal mark."""
    other = "." if mark == "," else ","
    thousands = re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(other)}[0-9]{{3}})+", body)
    if thousands:
        plain = body.replace(other, "")
        return (
            f"could mean {plain} or {body.replace(other, mark, 1)}: write {plain} without "
            f"the mark, or decimals with {mark!r}"
        )
    if re.fullmatch(rf"[0-9]+{re.escape(other)}[0-9]+", body):
        return f"has {other!r} as decimal mark; the declared language writes {mark!r}"
    return f"is no number; digits, spaces between groups of three and {mark!r} are known"


@final
@attrs.frozen(kw_only=True)
class Published(Frozen):
    """What a published text says, before its unit is known."""

    #: The number, unscaled: 600 milliard is 600 × 10⁹; a fraction is in per cent.
    magnitude: Decimal
    #: The qualifier in words beside it.
    qualifier: Qualifier = Qualifier.EXACT
    #: Whether the text was a fraction, such as "3 av 4".
    fraction: bool = False
    #: What the number was followed by: a sign or word for per cent or points, a currency code,
    #: other words as written, or nothing.
    unit: str = ""


def parse_published(text: str, *, lang: Lang) -> Published:
    """Return what *text* says: number, qualifier, scale and the words behind.

    Raises:
        UnreadableNumber: If no number is found, or it could mean two.

    >>> parse_published("over 7 av 10", lang="nb").qualifier
    <Qualifier.OVER: 'over'>
    >>> parse_published("600 milliarder kroner", lang="nb").unit
    'NOK'
    """
    if len(text) > _LONGEST:
        raise _bad(text, "is too long for a number")
    words = lexicon(lang)
    qualifier, rest = _qualified(_plain_spaces(text.strip()), words)
    if fraction := _fraction(rest, words):
        return Published(magnitude=fraction, qualifier=qualifier, fraction=True)
    number, tail = _leading_number(rest, text, words)
    scaled, unit = _scale(number, tail, words)
    return Published(magnitude=scaled, qualifier=qualifier, unit=_unit(unit, words))


def _plain_spaces(text: str) -> str:
    """Return *text* with no-break spaces outside numbers made plain."""
    return re.sub(rf"(?<![0-9])[{_SPACES}]|[{_SPACES}](?![0-9]{{3}})", " ", text)


def _qualified(text: str, words: Lexicon) -> tuple[Qualifier, str]:
    """Return the qualifier that *text* begins with, and the text behind it."""
    folded = text.casefold()
    forms = (
        (form.removesuffix("{}"), name) for name, all_ in words.qualifiers.items() for form in all_
    )
    for start, name in sorted(forms, key=lambda pair: -len(pair[0])):
        if folded.startswith(start):
            return Qualifier(name), text[len(start) :]
    return Qualifier.EXACT, text


def _fraction(text: str, words: Lexicon) -> Decimal | None:
    """Return a fraction in per cent, or None if *text* is none."""
    between = _FRACTION_FORM.fullmatch(words.fraction)
    assert between
    found = re.fullmatch(rf"([0-9]{{1,9}}){re.escape(between[1])}([0-9]{{1,9}})", text)
    if not found:
        return None
    x, y = int(found[1]), int(found[2])
    if y == 0 or x > y:
        raise _bad(text, "is no part of a whole")
    return ARITHMETIC.divide(Decimal(100 * x), Decimal(y))


def _leading_number(text: str, whole: str, words: Lexicon) -> tuple[Decimal, str]:
    """Return the number that *text* begins with, and what follows it."""
    found = re.match(rf"[-{_MINUS}]?[0-9][0-9.,]*(?:[{_SPACES}][0-9][0-9.,]*)*", text)
    if not found:
        raise _bad(whole, "does not begin with a number")
    return parse_number(found[0], lang=words.lang), text[found.end() :].strip()


def _scale(number: Decimal, tail: str, words: Lexicon) -> tuple[Decimal, str]:
    """Return the number times the scale word that *tail* begins with, and the rest."""
    head, _, rest = tail.partition(" ")
    for power, scale in words.scales.items():
        if head in {scale.one, scale.many, scale.short}:
            return exact_decimal(number.scaleb(power)), rest
    return number, tail


def _unit(tail: str, words: Lexicon) -> str:
    """Return what stands behind a number in a form that does not depend on the language."""
    if tail in words.percent:
        return "%"
    if tail in words.points:
        return "pp"
    for code, names in words.currencies.items():
        if tail in names:
            return code
    return tail


def parse_value(text: str, unit: Unit, *, lang: Lang) -> Value:
    """Return the published *text* as a value in *unit*, if it says nothing else.

    A fraction alone gives its share in per cent, and is *about*, for it has been rounded.

    Raises:
        UnreadableNumber: If the text is no number, could mean two, or names another unit.
        BadValue: If the number is impossible in the unit.

    >>> from offinno.units import parse_unit
    >>> print(parse_value("3 av 4", parse_unit("% of municipal-units"), lang="nb"))
    about 75 % of municipal-units
    """
    read = parse_published(text, lang=lang)
    if read.unit not in _suffixes(unit, lang) or (read.fraction and unit.kind is not Kind.SHARE):
        raise _bad(text, f"does not say a number of {unit}")
    rounded = read.fraction and read.qualifier is Qualifier.EXACT
    return Value(read.magnitude, unit, Qualifier.ABOUT if rounded else read.qualifier)


def _suffixes(unit: Unit, lang: Lang) -> frozenset[str]:
    """Return the words that may stand behind a number in *unit*; none at all always may."""
    match unit:
        case Share() | Ratio() | Change():
            return frozenset({"", "%"})
        case Points():
            return frozenset({"", "pp"})
        case Money():
            return frozenset({"", unit.currency})
        case Count():
            return frozenset({"", unit.of.worded(lang), unit.of.worded(lang, one=True)})
        case _:
            return frozenset({"", str(unit)})
