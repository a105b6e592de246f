"""How much a figure changed per year, in words."""

from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.model import YearlyChange
from offinno.values import Value
from offinno.wording._catalogue import marked, message
from offinno.wording._locales import capitalised, full_stop
from offinno.wording._periods import period_text
from offinno.wording._reasons import reasons_text
from offinno.wording._values import ValueForm, value_text

#: By the sign of the change.
_DIRECTIONS: Final = MappingProxyType(
    {
        -1: marked("a decrease of {value} per year from {first} to {last}"),
        0: marked("no change from {first} to {last}"),
        1: marked("an increase of {value} per year from {first} to {last}"),
    }
)


def yearly_text(change: YearlyChange, *, lang: Lang) -> str:
    r"""Return a change per year as a sentence, and what speaks against comparing the two.

    >>> from offinno.datasets import series
    >>> from offinno.model import Comparison
    >>> prices = Comparison.of(series("cpi"), along="period")
    >>> yearly_text(prices.change_per_year(2015, 2019), lang="nb").partition(" fra")[0]
    'En økning på 2,6\xa0prosent per år'
    """
    clause = capitalised(yearly_clause(change, lang=lang))
    return " ".join(map(full_stop, (clause, *reasons_text(change.reasons, lang=lang))))


def yearly_clause(change: YearlyChange, *, lang: Lang, form: ValueForm = "prose") -> str:
    """Return a change per year with its direction and the two periods."""
    sizes = [found for found in (change.absolute, change.relative) if found is not None]
    sign = int(sizes[0].magnitude.compare(0))
    words = [value_text(_size(found), lang=lang, form=form) for found in sizes]
    return message(
        _DIRECTIONS[sign],
        lang=lang,
        value=words[0] if len(words) == 1 else f"{words[0]} ({words[1]})",
        first=period_text(change.first.period, lang=lang),
        last=period_text(change.last.period, lang=lang),
    )


def _size(change: Value) -> Value:
    """Return a change without its sign, which a word tells."""
    return Value(change.magnitude.copy_abs(), change.unit, change.qualifier)
