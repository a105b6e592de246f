"""Units in words: behind a number, short and in prose, and as the title of an axis."""

import re
from types import MappingProxyType
from typing import Final, Literal

from babel.numbers import get_currency_name

from offinno.language import Lang, Term, lexicon
from offinno.units import (
    Change,
    Count,
    Index,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
    Unit,
)
from offinno.values import Period
from offinno.wording._catalogue import marked, marked_plural, message, message_plural
from offinno.wording._locales import NBSP, locale
from offinno.wording._numbers import SCALED
from offinno.wording._periods import period_text

#: How a unit is written alone: as the title of an axis or column, or as short as it can be.
UnitForm = Literal["title", "short"]

#: Physical units: the symbol that stands in tables, if there is one, and the words.
PHYSICAL_WORDS: Final = MappingProxyType(
    {
        "mm": ("mm", marked_plural("millimetre", "millimetres")),
        "cm": ("cm", marked_plural("centimetre", "centimetres")),
        "m": ("m", marked_plural("metre", "metres")),
        "km": ("km", marked_plural("kilometre", "kilometres")),
        "m2": ("m²", marked_plural("square metre", "square metres")),
        "decares": (None, marked_plural("decare", "decares")),
        "hectares": (None, marked_plural("hectare", "hectares")),
        "km2": ("km²", marked_plural("square kilometre", "square kilometres")),
        "litres": (None, marked_plural("litre", "litres")),
        "m3": ("m³", marked_plural("cubic metre", "cubic metres")),
        "g": ("g", marked_plural("gram", "grams")),
        "kg": ("kg", marked_plural("kilogram", "kilograms")),
        "tonnes": (None, marked_plural("tonne", "tonnes")),
        "seconds": (None, marked_plural("second", "seconds")),
        "minutes": (None, marked_plural("minute", "minutes")),
        "hours": (None, marked_plural("hour", "hours")),
        "days": (None, marked_plural("day", "days")),
        "weeks": (None, marked_plural("week", "weeks")),
        "J": ("J", marked_plural("joule", "joules")),
        "kWh": ("kWh", marked_plural("kilowatt hour", "kilowatt hours")),
        "MWh": ("MWh", marked_plural("megawatt hour", "megawatt hours")),
        "GWh": ("GWh", marked_plural("gigawatt hour", "gigawatt hours")),
        "TWh": ("TWh", marked_plural("terawatt hour", "terawatt hours")),
        "W": ("W", marked_plural("watt", "watts")),
        "kW": ("kW", marked_plural("kilowatt", "kilowatts")),
        "MW": ("MW", marked_plural("megawatt", "megawatts")),
    }
)

#: What a relative change is taken from; a period otherwise.
_COMPARED: Final = MappingProxyType(
    {
        "year before": marked("on the year before"),
        "half-year before": marked("on the half-year before"),
        "quarter before": marked("on the quarter before"),
        "month before": marked("on the month before"),
        "same half-year of year before": marked("on the same half-year of the year before"),
        "same quarter of year before": marked("on the same quarter of the year before"),
        "same month of year before": marked("on the same month of the year before"),
    }
)

#: Likewise, without its number, where that is two or more.
_COMPARED_FURTHER: Final = MappingProxyType(
    {
        "years before": marked("on {n} years before"),
        "half-years before": marked("on {n} half-years before"),
        "quarters before": marked("on {n} quarters before"),
        "months before": marked("on {n} months before"),
        "same half-year of years before": marked("on the same half-year {n} years before"),
        "same quarter of years before": marked("on the same quarter {n} years before"),
        "same month of years before": marked("on the same month {n} years before"),
    }
)
_COUNT: Final = re.compile(r"\b([0-9]{1,2}) (?=[a-z-]+ before)")

_PER_CENT_OF: Final = marked("per cent of {whole}")
_POINTS_OF: Final = marked("percentage points (of {whole})")

#: Price indexes that have an abbreviation of their own in each language.
_DEFLATORS: Final = MappingProxyType({"cpi": marked("CPI")})


def term_text(term: Term, *, lang: Lang, one: bool = False) -> str:
    """Return the label of *term* in *lang*, of *one* of them or of several.

    >>> from offinno.language import vocabulary
    >>> term_text(vocabulary()["public-workplaces"], lang="nn")
    'offentlege arbeidsplassar'
    """
    return term.worded(lang, one=one)


def unit_text(unit: Unit, *, lang: Lang, form: UnitForm = "title", power: int = 0) -> str:
    r"""Return *unit* alone, as the title of an axis or column, or short.

    Args:
        unit: The unit.
        lang: The language.
        form: ``title`` says what the numbers are of; ``short`` is what stands behind a number.
        power: The power of ten that the numbers are shown in: 0, 6, 9 or 12. Per cent, points
            and indexes have none.

    >>> from offinno.units import parse_unit
    >>> unit_text(parse_unit("% of public-workplaces"), lang="nb")
    'prosent av offentlige arbeidsplasser'
    >>> unit_text(parse_unit("NOK"), lang="nb", form="short", power=9)
    'mrd.\xa0kr'
    """
    scale = scale_word(power if unit.kind in SCALED else 0, lang=lang, short=form == "short")
    if form == "title":
        return _title(unit, scale, lang)
    if isinstance(unit, Index):
        return base_text(unit, lang=lang)
    return _joined(scale, behind(unit, lang=lang).strip(NBSP))


def scale_word(power: int, *, lang: Lang, short: bool = False, one: bool = False) -> str:
    """Return the word for 10 to the *power*, or nothing for 10⁰."""
    if not power:
        return ""
    scale = lexicon(lang).scales[power]
    if short:
        return scale.short
    return scale.one if one else scale.many


def behind(unit: Unit, *, lang: Lang, words: bool = False, one: bool = False) -> str:
    """Return what stands behind a number in *unit*, beginning with the space between, if any.

    Args:
        unit: The unit.
        lang: The language.
        words: Whether signs are written out as words.
        one: Whether the number is one.
    """
    match unit:
        case Share() | Ratio() | Change():
            return percent(lang=lang, words=words)
        case Points():
            points = marked_plural("percentage point", "percentage points")
            return NBSP + _counted(points, lang, one=one)
        case Index():
            return ""
        case Per():
            return NBSP + _quotient(unit, lang, words=words, one=one)
        case _:
            return NBSP + _words(unit, lang, words=words, one=one)


def percent(*, lang: Lang, words: bool = False) -> str:
    r"""Return the sign or the word for per cent, with the space before it, if any.

    Norwegian parts number and sign by a space, the official statistics of Britain do not.

    >>> percent(lang="en"), percent(lang="en", words=True)
    ('%', '\xa0per cent')
    """
    word, sign = lexicon(lang).percent[:2]
    if words:
        return NBSP + word
    return sign if lang == "en" else NBSP + sign


def _quotient(unit: Per, lang: Lang, *, words: bool, one: bool) -> str:
    """Return the words of one unit for each of another."""
    above = _words(unit.above, lang, words=words, one=one)
    below = _words(unit.below, lang, words=words, one=True)
    return message("{above} per {below}", lang=lang, above=above, below=below)


def _words(unit: Money | Count | Physical, lang: Lang, *, words: bool, one: bool) -> str:
    """Return the words of a unit that can stand above or below in a quotient."""
    match unit:
        case Money():
            return money_words(unit, lang=lang, words=words, one=one)
        case Count():
            return unit.of.worded(lang, one=one)
        case _:
            symbol, names = PHYSICAL_WORDS[unit.code]
            return symbol if symbol and not words else _counted(names, lang, one=one)


def _counted(names: tuple[str, str], lang: Lang, *, one: bool) -> str:
    """Return a word for one thing or for several."""
    return message_plural(*names, 1 if one else 2, lang=lang)


def money_words(unit: Money, *, lang: Lang, words: bool, one: bool = False) -> str:
    """Return the currency of *unit*, and its prices where they are constant."""
    currency = currency_word(unit.currency, lang=lang, words=words, one=one)
    if unit.basis is None:
        return currency
    return message(
        "{currency} ({year} prices)", lang=lang, currency=currency, year=str(unit.basis.year)
    )


def currency_word(code: str, *, lang: Lang, words: bool = True, one: bool = False) -> str:
    """Return a currency in words, or short; one that is not stated is said to be so.

    >>> currency_word("DKK", lang="en")
    'Danish kroner'
    """
    known = lexicon(lang)
    if code not in known.currencies:
        if not words:
            return code
        return get_currency_name(code, count=1 if one else 2, locale=locale(lang))
    several, short = known.currencies[code]
    if not words:
        return short
    return known.currency_one.get(code, several) if one else several


def prices_text(basis: PriceBasis | None, *, lang: Lang) -> str:
    """Return the prices that an amount is in: current, or constant of which year by which index.

    >>> prices_text(PriceBasis(2015, "cpi"), lang="nb")
    'faste 2015-priser (KPI)'
    """
    if basis is None:
        return message("current prices", lang=lang)
    known = _DEFLATORS.get(basis.deflator)
    deflator = message(known, lang=lang) if known else basis.deflator
    return message(
        "constant {year} prices ({deflator})", lang=lang, year=str(basis.year), deflator=deflator
    )


def change_base(unit: Change, *, lang: Lang) -> str:
    """Return what a relative change is taken from."""
    if unit.on in _COMPARED:
        return message(_COMPARED[unit.on], lang=lang)
    if found := _COUNT.search(unit.on):
        further = _COMPARED_FURTHER[_COUNT.sub("", unit.on)]
        return message(further, lang=lang, n=found[1])
    return message("on {period}", lang=lang, period=period_text(Period(unit.on), lang=lang))


def whole_of(unit: Unit) -> Term | None:
    """Return what a share, ratio or difference of them is relative to; None of other units."""
    match unit:
        case Share():
            return unit.whole
        case Ratio():
            return unit.to
        case Points():
            return unit.of
        case _:
            return None


def _title(unit: Unit, scale: str, lang: Lang) -> str:
    """Return *unit* as a title, its numbers being in *scale*."""
    if (whole := whole_of(unit)) is not None:
        text = _POINTS_OF if isinstance(unit, Points) else _PER_CENT_OF
        return message(text, lang=lang, whole=whole.worded(lang))
    match unit:
        case Change():
            return message("change {base}, per cent", lang=lang, base=change_base(unit, lang=lang))
        case Index():
            return message("index ({base})", lang=lang, base=base_text(unit, lang=lang))
        case Count() if not scale:
            return message("number of {things}", lang=lang, things=unit.of.worded(lang))
        case Money():
            return _money_title(unit, scale, lang)
        case _:
            return _joined(scale, behind(unit, lang=lang, words=True).strip(NBSP))


def _money_title(unit: Money, scale: str, lang: Lang) -> str:
    """Return money as a title: the currency and, where they are constant, the prices."""
    if not (scale or unit.stated):
        title = message("amount (currency not stated)", lang=lang)
    else:
        title = _joined(scale, currency_word(unit.currency, lang=lang))
    return title if unit.basis is None else f"{title}, {prices_text(unit.basis, lang=lang)}"


def base_text(unit: Index, *, lang: Lang) -> str:
    """Return the base of an index as ``2015 = 100``."""
    return f"{period_text(Period(unit.base), lang=lang)}{NBSP}={NBSP}100"


def _joined(scale: str, unit: str) -> str:
    """Return a scale word and a unit, whichever there are."""
    return f"{scale}{NBSP}{unit}" if scale and unit else scale or unit
