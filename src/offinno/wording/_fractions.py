"""Shares worded as so many of many."""

from decimal import Context, Decimal
from typing import Final

from offinno.language import Lang, lexicon
from offinno.units import Share
from offinno.values import Qualifier, Value, rounded
from offinno.wording._errors import NoFraction
from offinno.wording._locales import NBSP
from offinno.wording._numbers import number_text
from offinno.wording._values import qualified, value_text

#: The denominators that a fraction is tried in; people read these without thinking.
_DENOMINATORS: Final = (2, 3, 4, 5, 10, 20, 50, 100)

#: The denominator of all and of none.
_WHOLE: Final = (10,)

#: How far in percentage points the fraction of an unbounded share may be from it.
_TOLERANCE: Final = Decimal("2.5")

_UNBOUNDED: Final = frozenset({Qualifier.EXACT, Qualifier.ABOUT})
_HUNDRED: Final = Decimal(100)
_CONTEXT: Final = Context(prec=102, Emax=999, Emin=-999)


def fraction_text(value: Value, *, lang: Lang, of: int | None = None) -> str:
    r"""Return a share as so many of many, such as ``3 av 4``.

    Without *of*, the counts behind the share are taken if it has them, else the simplest
    fraction within 2.5 percentage points. A bound, such as *over*, is kept only by a fraction
    that is exact; where there is none the share stays in per cent.

    Args:
        value: A share.
        lang: The language.
        of: How many there are in all, two or more, such as the marks of a pictogram. The share
            is rounded to them, and a bound that this would move becomes *about*.

    Raises:
        NoFraction: If *value* is no share.

    >>> from offinno.units import parse_unit
    >>> fraction_text(Value(74, parse_unit("% of municipal-units")), lang="nb")
    '3\xa0av\xa04'
    """
    if not isinstance(value.unit, Share):
        raise NoFraction(str(value.unit))
    if of is not None:
        return _of(value, of, lang)
    if value.counted is not None:
        return _worded(value.counted.x, value.counted.of, value.qualifier, lang)
    tolerance = _TOLERANCE if value.qualifier in _UNBOUNDED else Decimal(0)
    for y in _WHOLE if value.magnitude in {0, _HUNDRED} else _DENOMINATORS:
        x = filled(value, of=y)
        if _gap(value.magnitude, x, y) <= tolerance:
            return _worded(x, y, value.qualifier, lang)
    return value_text(value, lang=lang)


def _of(value: Value, of: int, lang: Lang) -> str:
    """Return a share as so many *of* a given number."""
    found = filled(value, of=of)
    gap = _CONTEXT.subtract(value.magnitude, _percentage(found, of))
    if value.qualifier not in _UNBOUNDED:
        return _worded(found, of, Qualifier.ABOUT if gap else value.qualifier, lang)
    if found == of - 1 and gap >= _half(of):
        return _worded(found, of, Qualifier.OVER, lang)
    if found == 1 and -gap > _half(of):
        return _worded(found, of, Qualifier.UNDER, lang)
    return _worded(found, of, value.qualifier, lang)


def filled(value: Value, *, of: int) -> int:
    """Return how many *of* so many a share is, rounded half away from zero.

    All are returned only for the whole, and none only for nothing: 98 per cent are 9 of 10.

    >>> from offinno.units import parse_unit
    >>> filled(Value(74, parse_unit("% of municipal-units")), of=10)
    7
    """
    if value.magnitude in {0, _HUNDRED}:
        return of if value.magnitude else 0
    exact = _CONTEXT.divide(_CONTEXT.multiply(value.magnitude, Decimal(of)), _HUNDRED)
    return min(max(int(rounded(exact, 0)), 1), of - 1)


def _percentage(x: int, y: int) -> Decimal:
    """Return a fraction in per cent."""
    return _CONTEXT.divide(_CONTEXT.multiply(Decimal(x), _HUNDRED), Decimal(y))


def _gap(share: Decimal, x: int, y: int) -> Decimal:
    """Return how far a fraction is from a share, in percentage points."""
    return _CONTEXT.abs(_CONTEXT.subtract(share, _percentage(x, y)))


def _half(of: int) -> Decimal:
    """Return half of one *of* so many, in percentage points."""
    return _CONTEXT.divide(_percentage(1, of), Decimal(2))


def _worded(x: int, y: int, qualifier: Qualifier, lang: Lang) -> str:
    """Return so many of many, which no line end parts."""
    form = lexicon(lang).fraction.replace(" ", NBSP)
    text = form.replace("{x}", number_text(Decimal(x), lang=lang)).replace(
        "{y}", number_text(Decimal(y), lang=lang)
    )
    return qualified(text, qualifier, lang=lang)
