"""Which figures of an indicator a picture shows, and in which order."""

from collections.abc import Mapping, Sequence

from offinno.charts._aspects import name_of
from offinno.charts._errors import TwoUnits
from offinno.exceptions import UnknownName
from offinno.model import Comparison, Contradiction, Datum, Indicator, NoSuchFigure
from offinno.model._rules import overrides_of

#: Rules of comparability that are overridden, each with the reason why.
Allow = Mapping[str, str] | Sequence[tuple[str, str]]

#: Figures by their names along one or two aspects.
Chosen = dict[tuple[str, ...], Datum]


def chosen(indicator: Indicator, *along: str) -> Chosen:
    """Return one figure for each name along the aspects, in the order in which they are shown.

    Times are in their order, categories in that of their dimension, all else as it comes. Of
    figures that sources disagree on, the preferred one is taken.

    Raises:
        UnknownName: If the indicator has no such dimension.
        NoSuchFigure: If the indicator has no figures.
        ManyFigures: If there are several figures for one place in the picture.
    """
    check_along(indicator, *along)
    found: dict[tuple[str, ...], list[Datum]] = {}
    for datum in indicator.data():
        found.setdefault(tuple(name_of(datum, name) for name in along), []).append(datum)
    if not found:
        raise NoSuchFigure(indicator.key, "a picture", "it has no rows at all")
    orders = [
        {name: at for at, name in enumerate(names_along(indicator, aspect))} for aspect in along
    ]
    keys = sorted(found, key=lambda key: [order[n] for order, n in zip(orders, key, strict=True)])
    return {
        key: found[key][0]
        if len(found[key]) == 1
        else indicator.at(**dict(zip(along, key, strict=True)))
        for key in keys
    }


def check_along(indicator: Indicator, *along: str) -> None:
    """Refuse what figures of one indicator cannot be told apart by.

    Raises:
        UnknownName: If the indicator has no such dimension.
    """
    known = ("area", "period", *(dimension.key for dimension in indicator.dimensions))
    for name in along:
        if name not in known:
            raise UnknownName("dimension", name, known)


def names_along(indicator: Indicator, along: str) -> list[str]:
    """Return the names along an aspect in their order."""
    match along:
        case "area":
            return [area.code for area in indicator.areas]
        case "period":
            periods = indicator.periods
            known = all(period.known for period in periods)
            return [period.text for period in (sorted(periods) if known else periods)]
        case _:
            (dimension,) = (d for d in indicator.dimensions if d.key == along)
            return [term.key for term in dimension.categories]


def check_units(data: Sequence[Datum]) -> None:
    """Refuse figures that cannot share an axis.

    Raises:
        TwoUnits: If two of them are in different units.
    """
    for datum in data:
        if datum.unit != data[0].unit:
            raise TwoUnits(str(data[0].unit), str(datum.unit))


def check_highlight(highlight: str | None, names: Sequence[str]) -> None:
    """Refuse to let stand out what is not there.

    Raises:
        UnknownName: If no figure has that name.
    """
    if highlight is not None and highlight not in names:
        raise UnknownName("figure to highlight", highlight, tuple(names))


def allowed(allow: Allow) -> dict[str, str]:
    """Return overridden rules by name, each with the reason why.

    Raises:
        BadOverrides: If *allow* is no mapping of rules to reasons.
        UnknownName: If there is no such rule.
    """
    return dict(overrides_of(allow))


def compared(
    subject: Comparison | Indicator,
    *,
    along: str,
    reference: str | None,
    allow: Allow,
) -> Comparison:
    """Return *subject* as a comparison.

    Raises:
        BadOverrides: If *allow* is no mapping of rules to reasons.
        Contradiction: If there is one figure only, or a comparison is to be compared in another
            way than it was made.
    """
    overrides = allowed(allow)
    if isinstance(subject, Indicator):
        data = chosen(subject, along).values()
        if len(data) == 1:
            problem = "there is one figure, and two are compared at least; show it with number()"
            raise Contradiction(f"comparison of {subject.key!r}", problem)
        return Comparison.between(*data, along=along, reference=reference, allow=overrides)
    if reference is not None or allow:
        problem = "it has been made already; give reference and allow to Comparison.of"
        raise Contradiction("ranking of a comparison", problem)
    return subject


def varying(indicator: Indicator) -> list[str]:
    """Return the aspects that figures of an indicator differ in: dimensions, areas, times."""
    data = indicator.data()
    names = (*(dimension.key for dimension in indicator.dimensions), "area", "period")
    return [name for name in names if len({name_of(datum, name) for datum in data}) > 1]


def telling(indicator: Indicator, along: str) -> str:
    """Return what tells the figures apart: *along*, or the one thing in which those of one area do.

    A picture is along areas unless it says otherwise. Where there is only one, and the figures
    differ in one thing, there is no other picture that could be meant.
    """
    found = varying(indicator)
    return found[0] if along == "area" and len(found) == 1 else along
