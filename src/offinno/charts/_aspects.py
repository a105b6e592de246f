"""What tells figures apart, and what they have in common, in words.

What all figures of a picture share stands in its subtitle; what differs stands in their labels.
So nothing that belongs to a figure is said twice or not at all.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import final

import attrs

from offinno.language import Lang
from offinno.model import Datum, Indicator
from offinno.wording import area_text, message, period_text


@final
@attrs.frozen
class Aspects:
    """The aspects of several figures, by the name that selects them."""

    #: For each figure the words of each aspect.
    words: tuple[Mapping[str, str], ...]

    @cached_property
    def common(self) -> dict[str, str]:
        """The aspects in which all figures agree, in words."""
        first, *others = self.words
        return {n: text for n, text in first.items() if all(o.get(n) == text for o in others)}

    def label(self, at: int, along: str, *, apart_from: tuple[str, ...] = ()) -> str:
        """Return what a figure is called along one aspect, with whatever else sets it apart.

        Args:
            at: Position of the figure.
            along: The aspect that names it.
            apart_from: Aspects that are said elsewhere.
        """
        words, common = self.words[at], self.common
        said = {along, *apart_from, *common}
        others = [text for name, text in words.items() if name not in said]
        return f"{words[along]} ({', '.join(others)})" if others else words[along]


def aspects_of(data: Sequence[Datum], *, lang: Lang) -> Aspects:
    """Return the aspects of *data* in words."""
    return Aspects(tuple(_aspects(datum, lang) for datum in data))


def _aspects(datum: Datum, lang: Lang) -> dict[str, str]:
    """Return the aspects of one figure in words."""
    row = datum.observation
    dimensions = {dimension.key: dimension for dimension in datum.indicator.dimensions}
    found = {key: dimensions[key].category(name).worded(lang) for key, name in row.breakdowns}
    found |= {"area": area_text(row.area, lang=lang), "period": period_text(row.period, lang=lang)}
    if row.vintage is not None:
        time = period_text(row.vintage, lang=lang)
        found["vintage"] = message("version of {time}", lang=lang, time=time)
    return found | {"indicator": datum.indicator.title.in_(lang)}


def name_of(datum: Datum, along: str) -> str:
    """Return the code, period or key of a figure along an aspect that it has."""
    row = datum.observation
    known = {"area": row.area.code, "period": row.period.text, "indicator": datum.indicator.key}
    return (known | dict(row.breakdowns))[along]


def header(indicator: Indicator, along: str, *, lang: Lang) -> str:
    """Return what a column is called that names figures along an aspect."""
    match along:
        case "area":
            return message("area", lang=lang)
        case "period":
            return message("period", lang=lang)
        case "indicator":
            return message("indicator", lang=lang)
        case _:
            found = (d.label for d in indicator.dimensions if d.key == along)
            return next(found).in_(lang)
