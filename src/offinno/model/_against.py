"""The figure that another one is held against, by what is different of it."""

from collections.abc import Callable

from offinno.model._datum import Datum
from offinno.model._indicator import Indicator
from offinno.model._reference import Reference


def figures_of(named: Reference, indicator: Callable[[str], Indicator]) -> tuple[Datum, ...]:
    """Return the figure that a reference names, and the one it is held against, if it says which.

    Args:
        named: The reference.
        indicator: Returns the indicator with a key.
    """
    figure = indicator(named.key).at(**dict(named.selectors))
    if not named.against:
        return (figure,)
    other = dict(named.against)
    key = other.pop("indicator", named.key)
    row = figure.observation
    place = {"area": row.area.code, "period": row.period.text}
    if key == named.key:
        place |= dict(row.breakdowns) | dict(named.selectors)
    return figure, indicator(key).at(**place | other)
