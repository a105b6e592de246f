"""The numbers that Vega writes at the ticks it chooses, held against the words of the library.

Ticks are worked out here as d3 does it, in exact numbers: a step of 1, 2 or 5 times a power of
ten, and all its multiples within the axis.
"""

from collections.abc import Iterator
from decimal import Decimal
from math import log10, sqrt
from typing import Any

import pytest

from offinno.language import Lang
from offinno.pictures import draw, texts
from offinno.units import parse_unit
from offinno.wording import number_text, percent, tick_format, vega_locale

#: How d3 rounds the distance between ticks: the part of a power of ten from which on, and to what.
STEPS = ((sqrt(50), 10), (sqrt(10), 5), (sqrt(2), 2), (0, 1))
SPANS = ((0, 1), (0, 3), (0, 7), (0, 9.6), (-2, 5), (-8, 0), (3, 3.7), (0, 1.3))
COUNTS = (3, 5, 8, 12)


def ticks(low: Decimal, high: Decimal, count: int) -> list[Decimal]:
    """Return the ticks between two numbers, about so many."""
    rough = float(high - low) / count
    power = int(log10(rough) // 1)
    error = rough / 10.0**power
    factor = next(step for least, step in STEPS if error >= least)
    step = Decimal(factor).scaleb(power)
    first = (low / step).to_integral_value(rounding="ROUND_CEILING")
    last = (high / step).to_integral_value(rounding="ROUND_FLOOR")
    return [step * at for at in range(int(first), int(last) + 1)]


def axes(power: int) -> Iterator[tuple[Decimal, Decimal, int]]:
    """Return ends and counts of axes whose numbers are about so large."""
    for low, high in SPANS:
        for count in COUNTS:
            yield Decimal(str(low)).scaleb(power), Decimal(str(high)).scaleb(power), count


def axis(low: Decimal, high: Decimal, count: int, expression: str) -> dict[str, Any]:
    """Return a chart that is nothing but an axis."""
    scale = {"domain": [float(low), float(high)], "nice": False, "zero": False}
    look = {"labelExpr": expression, "tickCount": count, "title": None, "labelOverlap": False}
    x = {"field": "a", "type": "quantitative", "scale": scale, "axis": look}
    return {"width": 4000, "mark": "point", "encoding": {"x": x}}


def written(found: list[dict[str, Any]], lang: Lang) -> list[str]:
    """Return the labels of charts below one another."""
    spec = {
        "data": {"values": [{"a": 0}]},
        "vconcat": found,
        "config": {"locale": {"number": vega_locale(lang)}},
    }
    return list(texts(draw(spec, format="svg", title="t", description="", lang=lang, timeout=120)))


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("power", [-7, -4, -2, -1, 0, 1, 2, 3, 4, 6, 9, 12, 15])
def test_every_tick_is_worded_as_labels_are(lang: Lang, power: int) -> None:
    """From millionths to thousands of milliards, on axes of any length and number of ticks."""
    expression = tick_format(parse_unit("NOK"), lang).expression
    given = list(axes(power))
    expected = [number_text(_plain(tick), lang=lang) for one in given for tick in ticks(*one)]

    assert expected == written([axis(*one, expression) for one in given], lang)


@pytest.mark.parametrize(
    ("unit", "power"), [("NOK", 6), ("NOK", 9), ("NOK", 12), ("workplaces", 6)]
)
@pytest.mark.parametrize("size", [-2, -1, 0, 1, 3])
def test_ticks_in_millions_and_more_are(unit: str, power: int, size: int) -> None:
    """The axis divides, and its title says by what."""
    ours = tick_format(parse_unit(unit), "nb", power=power)
    given = list(axes(power + size))
    expected = [
        number_text(_plain(tick.scaleb(-power)), lang="nb") for one in given for tick in ticks(*one)
    ]

    assert power == ours.power
    assert expected == written([axis(*one, ours.expression) for one in given], "nb")


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("unit", ["% of workplaces", "% of GDP", "% change on year before"])
def test_ticks_in_per_cent_are(lang: Lang, unit: str) -> None:
    """With the sign as it stands behind a label."""
    expression = tick_format(parse_unit(unit), lang).expression
    given = [one for power in (-2, -1, 0, 1, 2) for one in axes(power)]
    expected = [
        f"{number_text(_plain(tick), lang=lang)}{percent(lang=lang)}"
        for one in given
        for tick in ticks(*one)
    ]

    assert expected == written([axis(*one, expression) for one in given], lang)


def _plain(number: Decimal) -> Decimal:
    """Return a number without zeros behind its decimals, and zero without a sign."""
    plain = number.normalize() + 0
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
