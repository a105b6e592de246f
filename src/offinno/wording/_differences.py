"""How far one figure is from another, or how many times as much, in words."""

from decimal import ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.values import Value
from offinno.wording._catalogue import marked, message
from offinno.wording._numbers import number_text
from offinno.wording._values import ValueForm, value_text

#: By the sign of the difference: alone, and with what it is held against.
_DIRECTIONS: Final = MappingProxyType(
    {
        -1: (marked("{value} lower"), marked("{value} lower than {name}")),
        0: (marked("no difference"), marked("level with {name}")),
        1: (marked("{value} higher"), marked("{value} higher than {name}")),
    }
)


def difference_text(
    difference: Value, *, lang: Lang, than: str | None = None, form: ValueForm = "prose"
) -> str:
    r"""Return a difference with its direction in words, and what it is held against if named.

    >>> from offinno.language import vocabulary
    >>> from offinno.units import Points
    >>> gap = Value(-1, Points(vocabulary()["public-workplaces"]))
    >>> difference_text(gap, lang="nb", than="Island")
    '1\xa0prosentpoeng lavere enn Island'
    """
    sign = int(difference.magnitude.compare(Decimal(0)))
    size = -difference if sign < 0 else difference
    value = value_text(size, lang=lang, form=form)
    alone, held = _DIRECTIONS[sign]
    if than is None:
        return message(alone, lang=lang, value=value)
    return message(held, lang=lang, value=value, name=than)


#: Digits of a ratio that anybody reads.
_SHORT: Final = Context(prec=3, rounding=ROUND_HALF_UP)


def ratio_text(ratio: Decimal, *, lang: Lang, than: str) -> str:
    """Return how many times as much something is as what is named; three digits at most.

    >>> ratio_text(Decimal("1.2857142857"), lang="nb", than="Island")
    '1,29 ganger så mye som Island'
    """
    if ratio == 1:
        return message("level with {name}", lang=lang, name=than)
    times = number_text(_SHORT.plus(ratio), lang=lang)
    return message("{times} times as much as {name}", lang=lang, times=times, name=than)
