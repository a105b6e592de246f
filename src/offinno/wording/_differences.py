"""How far one figure is from another, with the direction in words."""

from decimal import Decimal
from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.model import Comparison, Contradiction, Datum
from offinno.values import Value
from offinno.wording._catalogue import marked, message
from offinno.wording._errors import NoReference
from offinno.wording._reasons import member_text
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


def datum_difference(
    datum: Datum, reference: Datum | None, *, lang: Lang, form: ValueForm = "prose"
) -> str:
    """Return how far *datum* is from *reference*, or from that of its comparison over areas.

    Raises:
        NoReference: If no reference is given and the indicator has no other area to hold
            against at that time.
        NotComparable: If the two may not be compared.
        Contradiction: If one of them has no single number.
    """
    against = _reference(datum) if reference is None else reference
    if against.observation == datum.observation and against.indicator.key == datum.indicator.key:
        return message("the reference", lang=lang)
    names = (_name(datum, against), _name(against, datum))
    along = names[0][0]
    comparison = Comparison.between(datum, against, along=along)
    difference = comparison.difference(names[0][1], names[1][1])
    than = member_text(against, datum, lang=lang)
    return difference_text(difference, lang=lang, than=than, form=form)


def _reference(datum: Datum) -> Datum:
    """Return the reference of the comparison over areas that *datum* belongs to."""
    row = datum.observation
    selectors = {"period": row.period.text, **dict(row.breakdowns)}
    selectors |= {"vintage": row.vintage.text} if row.vintage else {}
    try:
        return Comparison.of(datum.indicator.where(**selectors)).reference
    except Contradiction:
        raise NoReference(datum.reference) from None


def _name(one: Datum, other: Datum) -> tuple[str, str]:
    """Return along what two figures differ, and what the first is called there."""
    if one.area != other.area:
        return "area", one.area.code
    if one.period != other.period:
        return "period", one.period.text
    if one.indicator.key != other.indicator.key:
        return "indicator", one.indicator.key
    theirs = dict(other.observation.breakdowns)
    apart = [pair for pair in one.observation.breakdowns if theirs.get(pair[0]) != pair[1]]
    if not apart:
        raise NoReference(one.reference)
    return apart[0]
