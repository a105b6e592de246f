"""What Vega needs to write the numbers on axes as offinno writes them."""

from typing import Any, Final, final

import attrs

from offinno.language import Lang, lexicon
from offinno.units import Kind, Unit
from offinno.wording._locales import MINUS, NBSP, locale
from offinno.wording._numbers import SCALED
from offinno.wording._units import behind, percent, unit_text

#: From which size on digits are parted in groups of three.
_GROUPED_FROM: Final = 10_000

#: Decimal notation with so many digits, none of them zeros at the end: fewer than a float holds, so
#: that its last bits are not seen, and more than any axis needs, however small its numbers.
_FORMAT: Final = ".14~r"

_SIGNED: Final = frozenset({Kind.SHARE, Kind.RATIO, Kind.CHANGE})


def vega_locale(lang: Lang) -> dict[str, Any]:
    r"""Return the number locale of Vega and d3 for *lang*.

    >>> vega_locale("nb")["decimal"], vega_locale("nb")["percent"]
    (',', '\xa0%')
    """
    return {
        "decimal": lexicon(lang).decimal,
        "thousands": NBSP,
        "grouping": [3],
        "currency": ["", NBSP + lexicon(lang).currencies["NOK"][1]],
        "percent": percent(lang=lang),
        "minus": MINUS,
    }


def vega_time_locale(lang: Lang) -> dict[str, Any]:
    """Return the time locale of Vega and d3 for *lang*, for axes that word times themselves.

    >>> vega_time_locale("nn")["days"][1], vega_time_locale("nb")["shortMonths"][9]
    ('måndag', 'okt.')
    """
    babel = locale(lang)
    months, days = babel.months["format"], babel.days["format"]
    periods = babel.day_periods["format"]["abbreviated"]
    weekdays = (6, *range(6))  # d3 begins a week on Sunday, Babel on Monday
    return {
        "dateTime": "%-d. %B %Y %H:%M",
        "date": "%d.%m.%Y",
        "time": "%H:%M",
        "periods": [periods["am"], periods["pm"]],
        "days": [days["wide"][day] for day in weekdays],
        "shortDays": [days["abbreviated"][day] for day in weekdays],
        "months": [months["wide"][month] for month in range(1, 13)],
        "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
    }


@final
@attrs.frozen(kw_only=True)
class TickFormat:
    """How the numbers on an axis are written so that they agree with the words beside them.

    d3 groups four digits or none, offinno groups from five on: `expression` chooses between the
    two formats by the size of the number.
    """

    #: d3 format of numbers below ten thousand.
    small: str
    #: d3 format of larger numbers, in groups of three.
    large: str
    #: The power of ten that numbers are divided by: 0, 6, 9 or 12.
    power: int
    #: What stands behind each number, with the space between: ``%`` for shares, else nothing.
    suffix: str
    #: What the numbers are of, for the title of the axis; holds scale and unit.
    title: str

    @property
    def expression(self) -> str:
        """The Vega expression that words ``datum.value``, for ``labelExpr`` of an axis.

        >>> from offinno.units import parse_unit
        >>> print(tick_format(parse_unit("NOK"), "nb", power=9).expression)
        format(datum.value / 1e9, abs(datum.value / 1e9) < 10000 ? '.14~r' : ',.14~r')
        """
        number = f"datum.value / 1e{self.power}" if self.power else "datum.value"
        chosen = f"abs({number}) < {_GROUPED_FROM} ? '{self.small}' : '{self.large}'"
        text = f"format({number}, {chosen})"
        return f"{text} + '{self.suffix}'" if self.suffix else text


def tick_format(unit: Unit, lang: Lang, *, power: int = 0) -> TickFormat:
    """Return how the numbers in *unit* on an axis are written.

    Args:
        unit: The unit of the axis.
        lang: The language; the numbers need `vega_locale` of it.
        power: The power of ten that numbers are shown in; `common_power` finds one that keeps
            all digits of a chart's numbers.
    """
    return TickFormat(
        small=_FORMAT,
        large=f",{_FORMAT}",
        power=power if unit.kind in SCALED else 0,
        suffix=behind(unit, lang=lang) if unit.kind in _SIGNED else "",
        title=unit_text(unit, lang=lang, power=power),
    )
