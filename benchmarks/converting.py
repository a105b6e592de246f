"""A column of amounts in another currency and at constant prices, every check on, against numpy.

numpy does what is left of the work when nothing is checked and nothing remembered: it looks up
the factor of each row, multiplies, finds how many decimals leave 15 significant digits, rounds,
and keeps numbers and decimals. offinno also checks the rates and the results, and keeps which
figure was made from what.

Amounts of very many territories for each of their inhabitants are held against a loop in plain
Python, as there is a count to look up and to divide by for each one of them. The loop looks the
count up and divides with the decimals that are kept; offinno also finds whether the count is fit
to divide by, and what it hands on.
"""

from decimal import Context, Decimal

import numpy as np
from numpy.typing import NDArray

from benchmarks._paired import paired
from benchmarks._result import Bound, Result
from offinno.analysis import deflate, exchange, per
from offinno.language import Term
from offinno.model import Area as Territory
from offinno.model import (
    Axis,
    Column,
    Dimension,
    Indicator,
    Measuring,
    Observation,
    Observations,
)
from offinno.units import Unit, parse_unit
from offinno.values import Missing, MissingReason, Period, Value

YEARS = tuple(range(2000, 2025))
GROUPS = 200
SIZE = len(YEARS) * GROUPS * GROUPS
TERRITORIES = 4000

Numbers = NDArray[np.float64]
Codes = NDArray[np.uint8]


def amounts() -> Indicator:
    """Return a million amounts in euro, by year and two breakdowns."""
    row = np.arange(SIZE)
    keys = [f"g{at}" for at in range(GROUPS)]
    groups = [Term(key=key, label=key) for key in keys]
    unit = parse_unit("EUR")
    columns = Observations(
        unit=unit,
        area=axis((Territory("FI"),), row * 0),
        period=axis(tuple(Period(year) for year in YEARS), row // GROUPS**2),
        breakdowns=[
            ("theme", axis(tuple(keys), row // GROUPS % GROUPS)),
            ("region", axis(tuple(keys), row % GROUPS)),
        ],
        value=Column.of("<f8", np.random.default_rng(1).integers(0, 10**7, SIZE) / 10),
        decimals=Column.of("|i1", np.ones(SIZE, np.int8)),
    )
    return indicator(
        "amounts",
        unit,
        columns,
        dimensions=tuple(
            Dimension(key=key, label=key, categories=groups) for key in ("theme", "region")
        ),
    )


def axis(categories: tuple[object, ...], codes: NDArray[np.int64]) -> Axis:
    """Return an axis of few categories."""
    return Axis(categories=categories, codes=Column.of("|u1", codes.astype(np.uint8)))


def series(key: str, unit: Unit) -> Indicator:
    """Return a reference series with a figure for each year."""
    rows = [
        Observation(area="FI", period=year, value=Value(f"9.{at + 1:03}", unit))
        for at, year in enumerate(YEARS)
    ]
    return indicator(key, unit, Observations.of(unit, rows))


def indicator(
    key: str, unit: Unit, rows: Observations, dimensions: tuple[Dimension, ...] = ()
) -> Indicator:
    """Return an indicator with a bare header."""
    return Indicator(
        key=key,
        title=key,
        definition=key,
        unit=unit,
        population=Missing(MissingReason.NOT_APPLICABLE),
        measuring=Measuring.MEAN,
        dimensions=dimensions,
        observations=rows,
    )


def converted(numbers: Numbers, factors: Numbers, codes: Codes) -> tuple[bytes, bytes]:
    """Return the products with 15 significant digits, and their decimals."""
    products = numbers * factors[codes]
    size = np.abs(products)
    size[size == 0] = 1
    decimals = 14 - np.floor(np.log10(size)).astype(np.int8)
    power = 10.0**decimals
    return (np.rint(products * power) / power).tobytes(), decimals.tobytes()


def by_territory(key: str, unit: Unit, most: int) -> Indicator:
    """Return whole numbers by territory and year, a hundred thousand in all."""
    row = np.arange(TERRITORIES * len(YEARS))
    areas = tuple(Territory(f"x-{at}", {"en": f"Place {at}"}) for at in range(TERRITORIES))
    columns = Observations(
        unit=unit,
        area=Axis(categories=areas, codes=Column.of("<u2", row // len(YEARS))),
        period=axis(tuple(Period(year) for year in YEARS), row % len(YEARS)),
        value=Column.of("<f8", np.random.default_rng(2).integers(1, most, len(row)) * 1.0),
        decimals=Column.of("|i1", np.zeros(len(row), np.int8)),
    )
    return indicator(key, unit, columns)


def plain(given: Indicator) -> dict[tuple[str, str], int]:
    """Return whole numbers by the texts of territory and year."""
    columns = given.to_columns()
    keys = zip(columns["area"], columns["period"], strict=True)
    return dict(zip(keys, map(int, columns["value"]), strict=True))


def shared_out(
    amounts: dict[tuple[str, str], int], people: dict[tuple[str, str], int]
) -> dict[tuple[str, str], Decimal]:
    """Return each amount divided by the count of the same key, with 15 significant digits."""
    rounded = Context(prec=15)
    return {
        key: rounded.divide(Decimal(amount), Decimal(people[key]))
        for key, amount in amounts.items()
    }


def results() -> list[Result]:
    """Return what was measured."""
    given = amounts()
    rates, prices = (
        series("rates", parse_unit("NOK / EUR")),
        series("cpi", parse_unit("index 2020=100")),
    )
    numbers: Numbers = given.observations.value.array
    codes: Codes = given.observations.period.codes.array
    rate: Numbers = rates.observations.value.array
    price: Numbers = prices.observations.value.array
    claims = {
        "exchange 1 M amounts, against numpy": paired(
            lambda: exchange(given, to="NOK", by=rates),
            lambda: converted(numbers, rate, codes),
        ),
        "deflate 1 M amounts, against numpy": paired(
            lambda: deflate(given, to=YEARS[-1], by=prices),
            lambda: converted(numbers, price[-1] / price, codes),
        ),
    }
    return [
        *(
            Result(claim=claim, measured=found.cost, bound=Bound.AT_MOST, limit=1.3)
            for claim, found in claims.items()
        ),
        by_many_territories(),
    ]


def by_many_territories() -> Result:
    """Return what it costs where each figure has a divisor of its own."""
    costs = by_territory("costs", parse_unit("NOK"), 10**9)
    people = by_territory("people", parse_unit("inhabitants"), 10**6)
    amounts, counts = plain(costs), plain(people)
    found = paired(lambda: per(costs, people), lambda: shared_out(amounts, counts))
    claim = "share out 100 000 amounts of 4 000 territories, against a loop"
    return Result(claim=claim, measured=found.cost, bound=Bound.AT_MOST, limit=20)
