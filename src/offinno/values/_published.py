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
# Before the decimal mark: 0, or digits that do not begin with 0, in one or in groups of three.
_WHOLE: Final = re.compile(
    rf"0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?:(?P<space>[{_SPACES}])[0-9]{{3}}(?:(?P=space)[0-9]{{3}})*)"
)
_LEADING: Final = re.compile(rf"[-{_MINUS}]?[0-9][0-9.,]*(?:[{_SPACES}][0-9][0-9.,]*)*")
_SPACE_OUTSIDE: Final = re.compile(rf"(?<![0-9])[{_SPACES}]|[{_SPACES}](?![0-9]{{3}})")
_SECOND_NUMBER: Final = re.compile(rf"(?:^|[{_SPACES}(])[-{_MINUS}]?[\d½¼¾]")


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
    decimal mark of the language. A leading zero makes a code of it, and is refused.

    Raises:
        UnreadableNumber: If the text is no such number, or could mean two.
        BadNumber: If the number is out of bounds.
        UnknownName: If offinno does not write that language.

    >>> parse_number("1 786", lang="nb"), parse_number("35,5", lang="nn")
    (Decimal('1786'), Decimal('35.5'))
    """
    mark = lexicon(lang).decimal
    if len(text) > _LONGEST:
        raise _bad(text, "is too long for a number")
    sign, body = ("-", text[1:]) if text[:1] in {"-", _MINUS} else ("", text)
    whole, found, decimals = body.partition(mark)
    plain = not found or (decimals.isascii() and decimals.isdigit())
    if not plain or not _WHOLE.fullmatch(whole):
        raise _bad(text, _why(body, mark))
    digits = "".join(filter(str.isdigit, whole))
    return exact_decimal(f"{sign}{digits}.{decimals}" if found else f"{sign}{digits}")


def _why(body: str, mark: str) -> str:
    """Say why *body* is no number in a language with this decimal mark."""
    other = "." if mark == "," else ","
    dot = re.escape(other)
    if re.fullmatch(rf"[0-9]{{1,3}}{dot}[0-9]{{3}}", body):
        plain = body.replace(other, "")
        return (
            f"could mean {plain} or {body.replace(other, mark)}: write {plain} without "
            f"the mark, or decimals with {mark!r}"
        )
    if re.fullmatch(rf"[0-9]{{1,3}}(?:{dot}[0-9]{{3}})+(?:{re.escape(mark)}[0-9]+)?", body):
        return f"parts groups of three with {other!r}; write {body.replace(other, ' ')!r}"
    if re.fullmatch(rf"[0-9]+{dot}[0-9]+", body):
        return f"has {other!r} as decimal mark; the declared language writes {mark!r}"
    if re.match("0[0-9]", body):
        return "begins with 0 as a code does; a number is written without it"
    return f"is no number; digits, spaces between groups of three and {mark!r} are known"


@final
@attrs.frozen(kw_only=True)
class Published(Frozen):
    """What a published text says, before its unit is known."""

    #: The number, unscaled: 600 milliard is 600 × 10⁹; a fraction is in per cent.
    magnitude: Decimal = attrs.field(converter=exact_decimal)
    #: The qualifier in words beside it.
    qualifier: Qualifier = Qualifier.EXACT
    #: Whether the text was a fraction, such as "3 av 4".
    fraction: bool = False
    #: What the number was followed by: ``%``, ``pp``, a currency code, other words as written,
    #: or nothing.
    unit: str = ""


def parse_published(text: str, *, lang: Lang) -> Published:
    """Return what *text* says: number, qualifier, scale and the words behind.

    Whether the words are a unit is for the caller to decide; `parse_value` does.

    Raises:
        UnreadableNumber: If no number is found, it could mean two, or there is a second one.
        BadNumber: If the number is out of bounds.
        UnknownName: If offinno does not write that language.

    >>> parse_published("over 7 av 10", lang="nb").qualifier
    <Qualifier.OVER: 'over'>
    >>> parse_published("600 milliarder kroner", lang="nb").unit
    'NOK'
    """
    words = lexicon(lang)
    if len(text) > _LONGEST:
        raise _bad(text, "is too long for a number")
    qualifier, rest = _qualified(_SPACE_OUTSIDE.sub(" ", text.strip()), words)
    fraction = _fraction(rest, text, words)
    if fraction is not None:
        return Published(magnitude=fraction, qualifier=qualifier, fraction=True)
    number, tail = _leading_number(rest, text, words)
    scaled, unit = _scale(number, tail, words)
    return Published(magnitude=scaled, qualifier=qualifier, unit=_unit(unit, words))


def _qualified(text: str, words: Lexicon) -> tuple[Qualifier, str]:
    """Return the qualifier that *text* begins with, and the text behind it."""
    forms = (
        (form.removesuffix("{}"), name) for name, all_ in words.qualifiers.items() for form in all_
    )
    for start, name in sorted(forms, key=lambda pair: -len(pair[0])):
        if text[: len(start)].lower() == start:
            return Qualifier(name), text[len(start) :]
    return Qualifier.EXACT, text


def _fraction(text: str, whole: str, words: Lexicon) -> Decimal | None:
    """Return a fraction in per cent, or None if *text* is none."""
    form = re.escape(words.fraction).replace(r"\{x\}", "([0-9]{1,9})")
    found = re.fullmatch(form.replace(r"\{y\}", "([1-9][0-9]{0,8})"), text)
    if not found:
        return None
    x, y = Decimal(found[1]), Decimal(found[2])
    if x > y:
        raise _bad(whole, "is no part of a whole")
    return ARITHMETIC.divide(ARITHMETIC.multiply(x, 100), y)


def _leading_number(text: str, whole: str, words: Lexicon) -> tuple[Decimal, str]:
    """Return the number that *text* begins with, and what follows it."""
    found = _LEADING.match(text)
    if not found:
        raise _bad(whole, "does not begin with a number")
    number, tail = parse_number(found[0], lang=words.lang), text[found.end() :]
    if tail[:1] not in {"", "%", *_SPACES}:
        raise _bad(whole, "runs into what stands behind the number; part them by a space")
    if _SECOND_NUMBER.search(tail):
        raise _bad(whole, "holds a second number; give each number on its own")
    return number, tail.strip()


def _scale(number: Decimal, tail: str, words: Lexicon) -> tuple[Decimal, str]:
    """Return the number times the scale word that *tail* begins with, and the rest."""
    head, _, rest = tail.partition(" ")
    for power, scale in words.scales.items():
        if head in {scale.one, scale.many, scale.short}:
            return ARITHMETIC.scaleb(number, power), rest
    return number, tail


def _unit(tail: str, words: Lexicon) -> str:
    """Return what stands behind a number in a form that does not depend on the language."""
    if tail in words.percent:
        return "%"
    if tail in words.points:
        return "pp"
    for code, names in words.currencies.items():
        if tail in names or tail == words.currency_one.get(code):
            return code
    return tail


def parse_value(text: str, unit: Unit, *, lang: Lang) -> Value:
    """Return the published *text* as a value in *unit*, if it says nothing else.

    A fraction alone gives its share in per cent, and is *about*, for it has been rounded.

    Raises:
        UnreadableNumber: If the text is no number, could mean two, or names another unit.
        BadNumber: If the number is out of bounds.
        BadValue: If the number is impossible in the unit.
        UnknownName: If offinno does not write that language.

    >>> from offinno.units import parse_unit
    >>> print(parse_value("3 av 4", parse_unit("% of municipal-units"), lang="nb"))
    about 75 % of municipal-units
    """
    read = parse_published(text, lang=lang)
    if read.fraction and unit.kind is not Kind.SHARE:
        raise _bad(text, f"is a fraction, which says nothing in {unit}")
    if read.unit and read.unit not in (known := _suffixes(unit, lang)):
        raise _bad(text, f"is a number of {shortened(read.unit, 40)!r}; in {unit} it is {known}")
    rounded = read.fraction and read.qualifier is Qualifier.EXACT
    return Value(read.magnitude, unit, Qualifier.ABOUT if rounded else read.qualifier)


def _suffixes(unit: Unit, lang: Lang) -> tuple[str, ...]:
    """Return the words that may stand behind a number in *unit*."""
    match unit:
        case Share() | Ratio() | Change():
            return ("%",)
        case Points():
            return ("pp",)
        case Money():
            return (unit.currency,)
        case Count():
            return unit.of.worded(lang), unit.of.worded(lang, one=True)
        case _:
            return (str(unit),)
