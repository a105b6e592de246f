"""Observations from columnar JSON, every check on, against rows read by others.

The rows hold the same data: area, period, category, value, decimals, status and unit. cattrs and
pydantic make one checked object of each row, as a library without columns would.
"""

import json

import attrs
import cattrs
import orjson
import pydantic

from benchmarks._paired import paired
from benchmarks._result import Bound, Result
from offinno.io import read_columns
from offinno.model import Observations

MANY = 1_000_000
SOME = 100_000
AREAS = ("NO", "SE", "DK", "FI", "IS")
CATEGORIES = 200


@attrs.frozen
class Row:
    """One observation as an attrs class."""

    area: str
    period: str
    category: str
    value: float
    decimals: int
    status: str
    unit: str


class Model(pydantic.BaseModel):
    """One observation as a pydantic model."""

    area: str
    period: str
    category: str
    value: float
    decimals: int
    status: str
    unit: str


def numbers(size: int) -> list[float]:
    """Return numbers with one decimal, in no order."""
    return [at * 7_654_321 % 10**7 / 10 for at in range(size)]


def columns(size: int) -> bytes:
    """Return so many observations as columnar JSON, decimals per cell."""
    row = range(size)
    years = size // (len(AREAS) * CATEGORIES)
    tree = {
        "area": axis(AREAS, [at % len(AREAS) for at in row]),
        "period": axis(months(years), [at // (len(AREAS) * CATEGORIES) for at in row]),
        "breakdowns": {
            "category": axis(names(), [at // len(AREAS) % CATEGORIES for at in row]),
        },
        "value": numbers(size),
        "decimals": [1] * size,
    }
    return orjson.dumps({"schema": 1, "unit": "NOK", "columns": tree})


def axis(categories: tuple[str, ...], codes: list[int]) -> dict[str, object]:
    """Return an axis of columnar JSON."""
    return {"categories": categories, "codes": codes}


def months(size: int) -> tuple[str, ...]:
    """Return so many months."""
    return tuple(f"{1900 + at // 12}-{at % 12 + 1:02}" for at in range(size))


def names() -> tuple[str, ...]:
    """Return the keys of the categories."""
    return tuple(f"c{at}" for at in range(CATEGORIES))


def rows(size: int) -> bytes:
    """Return the same observations as a list of objects."""
    periods = months(size // (len(AREAS) * CATEGORIES))
    return orjson.dumps(
        [
            {
                "area": AREAS[at % len(AREAS)],
                "period": periods[at // (len(AREAS) * CATEGORIES)],
                "category": f"c{at // len(AREAS) % CATEGORIES}",
                "value": number,
                "decimals": 1,
                "status": "A",
                "unit": "NOK",
            }
            for at, number in enumerate(numbers(size))
        ]
    )


def read(data: bytes) -> Observations:
    """Return the observations, checked."""
    return read_columns(data, name="benchmark")


def results() -> list[Result]:
    """Return what was measured."""
    many, their_many = columns(MANY), rows(MANY)
    against_orjson = paired(lambda: read(many), lambda: orjson.loads(their_many), rounds=5)
    held = read(many).memory / MANY
    some, their_some = columns(SOME), rows(SOME)
    converter = cattrs.Converter()
    adapter = pydantic.TypeAdapter(list[Model])
    against_cattrs = paired(
        lambda: read(some),
        lambda: converter.structure(json.loads(their_some), list[Row]),
        rounds=5,
    )
    against_pydantic = paired(
        lambda: read(some), lambda: adapter.validate_json(their_some), rounds=5
    )
    return [
        Result(
            claim="load 1 M observations, against orjson reading rows as dicts",
            measured=against_orjson.cost,
            bound=Bound.AT_MOST,
            limit=0.65,
            unit="×",
        ),
        Result(
            claim="load observations, faster than cattrs making objects",
            measured=against_cattrs.speedup,
            bound=Bound.AT_LEAST,
            limit=8,
            unit="×",
        ),
        Result(
            claim="load observations, faster than pydantic making objects",
            measured=against_pydantic.speedup,
            bound=Bound.AT_LEAST,
            limit=1,
            unit="×",
        ),
        Result(
            claim="bytes held for each observation",
            measured=held,
            bound=Bound.AT_MOST,
            limit=40,
            unit="B",
        ),
    ]
