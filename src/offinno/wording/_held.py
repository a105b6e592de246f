"""A figure held against another one, in the form that a text asks for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.model import Comparison, Contradiction, Datum, Form
from offinno.wording._catalogue import marked, message
from offinno.wording._differences import difference_text, ratio_text
from offinno.wording._errors import NoReference
from offinno.wording._reasons import member_text
from offinno.wording._surveys import margin_clause
from offinno.wording._values import ValueForm
from offinno.wording._yearly import yearly_clause


def held_text(
    datum: Datum, reference: Datum | None, *, lang: Lang, form: Form, words: ValueForm = "prose"
) -> str:
    """Return how *datum* stands to *reference*, or to the comparison that it belongs to.

    Raises:
        NoReference: If no reference is given and the indicator has no other figure to hold
            against: of another area at that time, or for a change of another time.
        NotComparable: If the two may not be compared.
        Contradiction: If one of them has no single number.
        UnknownOutcome: If the qualifiers of figures leave open how they stand to each other.
    """
    if form is Form.RANK:
        return _rank(datum, lang)
    usual = _earliest if form is Form.CHANGE else _reference
    against = usual(datum) if reference is None else reference
    if _is_same(datum, against):
        return message("the reference", lang=lang)
    along, names = _along(datum, against)
    comparison = Comparison.between(datum, against, along=along)
    return _SAID[form](comparison, names, lang, words)


def _is_same(one: Datum, other: Datum) -> bool:
    """Return whether two figures are one."""
    return one.observation == other.observation and one.indicator.key == other.indicator.key


Said = Callable[[Comparison, tuple[str, str], Lang, ValueForm], str]


def _difference(
    comparison: Comparison, names: tuple[str, str], lang: Lang, words: ValueForm
) -> str:
    """Return how far the first of two is from the other."""
    one, other = comparison.members
    than = member_text(other, one, lang=lang)
    return difference_text(comparison.difference(*names), lang=lang, than=than, form=words)


def _ratio(
    comparison: Comparison,
    names: tuple[str, str],
    lang: Lang,
    words: ValueForm,  # noqa: ARG001 - as all of them
) -> str:
    """Return how many times as much the first of two is as the other."""
    one, other = comparison.members
    return ratio_text(comparison.ratio(*names), lang=lang, than=member_text(other, one, lang=lang))


def _change(comparison: Comparison, names: tuple[str, str], lang: Lang, words: ValueForm) -> str:
    """Return the change per year between two."""
    return yearly_clause(comparison.change_per_year(*names), lang=lang, form=words)


def _margin(
    comparison: Comparison,
    names: tuple[str, str],  # noqa: ARG001 - as all of them
    lang: Lang,
    words: ValueForm,
) -> str:
    """Return how far the first of two is from the other, and whether that is more than chance."""
    return margin_clause(comparison, lang=lang, form=words)


_SAID: Final[Mapping[Form, Said]] = MappingProxyType(
    {
        Form.DIFFERENCE: _difference,
        Form.RATIO: _ratio,
        Form.CHANGE: _change,
        Form.MARGIN: _margin,
    }
)

#: By whether some areas may not be ranked, and whether others share the place.
_PLACES: Final[Mapping[tuple[bool, bool], str]] = MappingProxyType(
    {
        (False, False): marked("number {place} of {number}"),
        (False, True): marked("joint number {place} of {number}"),
        (True, False): marked("number {place} of the {number} that may be ranked"),
        (True, True): marked("joint number {place} of the {number} that may be ranked"),
    }
)


def _rank(datum: Datum, lang: Lang) -> str:
    """Return the place of a figure among those of all areas at its time."""
    comparison = _over_areas(datum)
    place = comparison.rank(datum.area)
    places = [other for other, _ in comparison.ranking]
    text = _PLACES[bool(comparison.set_apart), places.count(place) > 1]
    return message(text, lang=lang, place=str(place), number=str(len(places)))


def _over_areas(datum: Datum) -> Comparison:
    """Return the comparison over areas that a figure belongs to."""
    row = datum.observation
    selectors = {"period": row.period.text, **dict(row.breakdowns)}
    selectors |= {"vintage": row.vintage.text} if row.vintage else {}
    try:
        return Comparison.of(datum.indicator.where(**selectors))
    except Contradiction:
        raise NoReference(datum.reference) from None


def _reference(datum: Datum) -> Datum:
    """Return the reference of the comparison over areas that a figure belongs to."""
    return _over_areas(datum).reference


def _earliest(datum: Datum) -> Datum:
    """Return the first figure of the series of a figure that it may be compared with."""
    row = datum.observation
    selectors = {"area": row.area.code, **dict(row.breakdowns)}
    try:
        series = Comparison.of(
            datum.indicator.where(**selectors), along="period", reference=row.period
        )
    except Contradiction:
        raise NoReference(datum.reference) from None
    known = [one for one in series.comparable if one.period.end is not None]
    earlier = [one for one in known if one.period != row.period]
    if not earlier:
        raise NoReference(datum.reference)
    return min(earlier, key=lambda one: one.period)


def _along(one: Datum, other: Datum) -> tuple[str, tuple[str, str]]:
    """Return along what two figures differ, and what they are called there."""
    if one.area != other.area:
        return "area", (one.area.code, other.area.code)
    if one.period != other.period:
        return "period", (one.period.text, other.period.text)
    if one.indicator.key != other.indicator.key:
        return "indicator", (one.indicator.key, other.indicator.key)
    theirs = dict(other.observation.breakdowns)
    for name, category in one.observation.breakdowns:
        if theirs.get(name, category) != category:
            return name, (category, theirs[name])
    raise NoReference(one.reference)
