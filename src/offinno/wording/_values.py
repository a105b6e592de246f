"""Values, ranges and what is missing, in one wording for axis, table, sentence and alt text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, Literal

from offinno.language import Lang, lexicon
from offinno.units import Change, Index, Points, Unit
from offinno.values import Missing, Qualifier, Range, Value
from offinno.wording._catalogue import marked, message
from offinno.wording._locales import MINUS, NBSP
from offinno.wording._missing import missing_text
from offinno.wording._numbers import Scaled, approximate, number_text, scaled
from offinno.wording._units import base_text, behind, change_base, scale_word, whole_of

#: How a value is written: with its sign (``48 %``), as a number alone, in words as running text
#: has it (``48 prosent``), or as it is read aloud, which is prose without groups of digits.
ValueForm = Literal["value", "number", "prose", "speech"]

_PART: Final = marked("{value} of {whole}")
_POINTS: Final = marked("{value} (of {whole})")
_IN_WORDS: Final = frozenset({"prose", "speech"})


def value_text(
    value: Value | Range | Missing, *, lang: Lang, form: ValueForm = "value", mark: str = ""
) -> str:
    r"""Return *value* with unit, scale, qualifier and mark.

    What is published is shown with all its digits, in milliards or millions where that is
    shorter. A computed number, with more than ten digits and decimals among them, is rounded.

    `offinno.values.parse_published` reads back what is written of a value without mark, save an
    amount in constant prices: their year is a second number, which the parser refuses.

    Args:
        value: What to show.
        lang: The language.
        form: ``value`` is short, ``number`` leaves the unit out and keeps scale and qualifier,
            ``prose`` writes signs as words, and ``speech`` parts no digits into groups either,
            for a screen reader would read two numbers.
        mark: The mark of a note, which stands last.

    >>> from offinno.units import parse_unit
    >>> value_text(Value("600E9", parse_unit("NOK")), lang="nb")
    '600\xa0mrd.\xa0kr'
    >>> value_text(Value(95, parse_unit("% of workplaces")), lang="en", mark="*")
    '95%*'
    """
    match value:
        case Missing():
            text = missing_text(value, lang=lang)
        case Range():
            text = _range(value, lang, form)
        case _:
            text = _single(value, lang, form)
    return f"{text}{mark}"


def labels_text(
    values: Sequence[Value | Range | Missing],
    *,
    lang: Lang,
    form: ValueForm = "value",
    step: Decimal | None = None,
) -> tuple[str, ...]:
    r"""Return computed amounts in one unit as the labels of one picture: one scale, rounded alike.

    What was computed has more digits than anybody reads in a picture; a table has them all.

    Args:
        values: The amounts.
        lang: The language.
        form: How each is written, as in `value_text`.
        step: The distance of the ticks of their axis, if they stand beside one.

    >>> from offinno.units import parse_unit
    >>> euro = parse_unit("EUR")
    >>> labels_text([Value("4672615.00", euro), Value("401905.99", euro)], lang="nb")
    ('4,7\xa0mill.\xa0euro', '0,4\xa0mill.\xa0euro')
    """
    numbers = [number for value in values for number in _magnitudes(value)]
    shown = iter(approximate(numbers, step=step) if numbers else ())
    return tuple(_label(value, shown, lang, form) for value in values)


def aligned_text(values: Sequence[Value | Range | Missing], *, lang: Lang) -> tuple[str, ...]:
    r"""Return amounts in one unit as they stand below one another: one scale, no digit lost.

    >>> from offinno.units import parse_unit
    >>> crowns = parse_unit("NOK")
    >>> aligned_text([Value("2E9", crowns), Value("3000.5E6", crowns)], lang="nb")
    ('2000\xa0mill.\xa0kr', '3000,5\xa0mill.\xa0kr')
    """
    numbers = [number for value in values for number in _magnitudes(value)]
    units = [value.unit for value in values if not isinstance(value, Missing)]
    shown = iter(scaled(numbers, units[0]) if numbers else ())
    return tuple(_label(value, shown, lang, "value") for value in values)


def _magnitudes(value: Value | Range | Missing) -> tuple[Decimal, ...]:
    """Return the numbers in a value."""
    match value:
        case Value():
            return (value.magnitude,)
        case Range():
            return (value.low.magnitude, value.high.magnitude)
        case _:
            return ()


def _label(
    value: Value | Range | Missing, shown: Iterator[Scaled], lang: Lang, form: ValueForm
) -> str:
    """Return one value with the next of the digits to show."""
    match value:
        case Value():
            return _worded(value, next(shown), lang, form)
        case Range():
            return _span(value, (next(shown), next(shown)), lang, form)
        case _:
            return missing_text(value, lang=lang)


def phrase(
    value: Value | Range | Missing, *, lang: Lang, form: ValueForm = "prose", mark: str = ""
) -> str:
    r"""Return *value* as it begins a sentence: in words, with what it is relative to.

    >>> from offinno.units import parse_unit
    >>> phrase(Value(77, parse_unit("% of public-workplaces")), lang="nn")
    '77\xa0prosent av offentlege arbeidsplassar'
    """
    text = value_text(value, lang=lang, form=form, mark=mark)
    if isinstance(value, Missing):
        return text
    whole = _relative(text, value.unit, lang)
    if isinstance(value, Range) and value.across is not None:
        across = value.across.in_(lang)
        return message("{value} across {things}", lang=lang, value=whole, things=across)
    return whole


def _relative(text: str, unit: Unit, lang: Lang) -> str:
    """Return a worded number with what it is relative to."""
    if (whole := whole_of(unit)) is not None:
        form = _POINTS if isinstance(unit, Points) else _PART
        return message(form, lang=lang, value=text, whole=whole.worded(lang))
    if isinstance(unit, Change):
        base = change_base(unit, lang=lang)
        return message("{value} change {base}", lang=lang, value=text, base=base)
    if isinstance(unit, Index):
        return f"{text}{NBSP}({base_text(unit, lang=lang)})"
    return text


def _single(value: Value, lang: Lang, form: ValueForm) -> str:
    """Return one value."""
    (shown,) = scaled([value.magnitude], value.unit)
    return _worded(value, shown, lang, form)


def _worded(value: Value, shown: Scaled, lang: Lang, form: ValueForm) -> str:
    """Return a value with the digits to show."""
    digits = _digits(shown, lang, form)
    one = digits.lstrip(MINUS) == "1"
    text = f"{digits}{_tail(value.unit, shown.power, lang, form, one=one)}"
    return qualified(text, value.qualifier, lang=lang)


def _digits(shown: Scaled, lang: Lang, form: ValueForm) -> str:
    """Return the digits of a number in its scale."""
    return number_text(shown.number, lang=lang, grouped=form != "speech")


def _tail(unit: Unit, power: int, lang: Lang, form: ValueForm, *, one: bool) -> str:
    """Return what stands behind the digits: the scale word and the unit."""
    words = form in _IN_WORDS
    scale = scale_word(power, lang=lang, short=not words, one=one)
    start = f"{NBSP}{scale}" if scale else ""
    if form == "number":
        return start
    return start + behind(unit, lang=lang, words=words, one=one and not power)


def qualified(text: str, qualifier: Qualifier, *, lang: Lang) -> str:
    """Return a worded number with what the publisher said beside it."""
    if qualifier is Qualifier.EXACT:
        return text
    return lexicon(lang).qualifiers[qualifier.value][0].replace("{}", text)


def _range(value: Range, lang: Lang, form: ValueForm) -> str:
    """Return a range: with a dash where it is short, in words where a dash would mislead."""
    shown = scaled([value.low.magnitude, value.high.magnitude], value.unit)
    return _span(value, shown, lang, form)


def _span(value: Range, shown: tuple[Scaled, ...], lang: Lang, form: ValueForm) -> str:
    """Return a range with the digits to show."""
    ends = (value.low, value.high)
    low, high = (_digits(end, lang, form) for end in shown)
    tail = _tail(value.unit, shown[0].power, lang, form, one=False)
    plain = all(end.qualifier is Qualifier.EXACT and end.magnitude >= 0 for end in ends)
    if plain and form not in _IN_WORDS:
        return f"{low}–{high}{tail}"
    first = qualified(low, value.low.qualifier, lang=lang)
    last = qualified(f"{high}{tail}", value.high.qualifier, lang=lang)
    return message("{low} to {high}", lang=lang, low=first, high=last)
