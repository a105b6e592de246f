"""Verdicts for every two of a thousand figures, by every rule, against a loop over plain tuples.

The loop does what is left when nothing is meant by the parts: it holds eleven facts of each figure
against those of each other one, as texts, and remembers whether they agree.
"""

from itertools import combinations
from random import Random
from typing import Any

from benchmarks._paired import paired
from benchmarks._result import Bound, Result
from offinno.language import Term, vocabulary
from offinno.model import (
    Area,
    Break,
    Comparison,
    Datum,
    Indicator,
    Measuring,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
    Status,
)
from offinno.units import Unit, parse_unit
from offinno.values import Missing, MissingReason, Period, Value

SIZE = 1000

UNITS = tuple(map(parse_unit, ("NOK", "EUR", "NOK@2015:cpi", "% of workplaces", "municipalities")))
LEVELS = tuple(Term(key=key, label=key) for key in ("state", "regional", "local"))
NOT_TOLD = Missing(MissingReason.NOT_STATED)
CHANGE = Break(key="weights", at=2018, changed="weighted by size")

Facts = tuple[str, ...]


def figures() -> tuple[Datum, ...]:
    """Return a thousand figures of as many areas, of 40 indicators, that differ in all there is."""
    drawn = Random(1)  # noqa: S311 - for figures, not for secrets
    headers = [header(at, drawn) for at in range(40)]
    rows: list[list[Observation]] = [[] for _ in headers]
    for at in range(SIZE):
        which = drawn.randrange(len(headers))
        rows[which].append(row(at, headers[which]["unit"], drawn))
    made = [
        Indicator(observations=Observations.of(given["unit"], own), **given)
        for given, own in zip(headers, rows, strict=True)
    ]
    return tuple(datum for indicator in made for datum in indicator.data())


def header(at: int, drawn: Random) -> dict[str, Any]:
    """Return what an indicator says of its rows."""
    keys = ("workplaces", "municipalities")
    return {
        "key": f"figure-{at}",
        "title": "Made up",
        "definition": f"Made up in the way {at % 5}",
        "unit": drawn.choice(UNITS),
        "population": Population(unit=vocabulary()[drawn.choice(keys)]),
        "question": Question(key=f"asked-{at % 3}", text="Yes or no?") if at % 2 else None,
        "measuring": drawn.choice(tuple(Measuring)),
        "breaks": (CHANGE,) if at % 4 == 0 else (),
        "series": "2010/2024",
    }


def row(at: int, unit: Unit, drawn: Random) -> Observation:
    """Return a figure of an area of its own."""
    chance = drawn.random()
    levels = drawn.sample(LEVELS, drawn.randrange(3))
    own = Population(unit=vocabulary()["workplaces"], levels=levels)
    period = drawn.randrange(2010, 2025)
    return Observation(
        area=Area(f"x-{at}", label=f"Area {at}"),
        period=period,
        value=Value(drawn.randrange(1, 100), unit),
        vintage=Period(drawn.randrange(2020, 2025)),
        population=own if chance < 0.3 else None,
        sample=Sample(n=drawn.randrange(50, 5000)) if at % 3 else NOT_TOLD,
        status=[Status.PROVISIONAL] if at % 7 == 0 else [],
        covers=f"{period}-H1" if at % 11 == 0 else None,
    )


def facts(datum: Datum) -> Facts:
    """Return eleven facts of a figure as plain texts, the cheapest there is to compare."""
    one = datum.observation
    found = (
        datum.unit,
        datum.population,
        datum.question,
        datum.sample,
        datum.period,
        one.vintage,
        one.covers,
        one.status,
        one.breakdowns,
        datum.indicator.breaks,
        datum.indicator.measuring,
    )
    return tuple(map(str, found))


def agreeing(given: list[Facts]) -> bytearray:
    """Return whether each two agree in all eleven."""
    return bytearray(one == other for one, other in combinations(given, 2))


def severities(data: tuple[Datum, ...]) -> object:
    """Return the verdict on each two, from nothing."""
    return Comparison.between(*data).pairs.severities()


def results() -> list[Result]:
    """Return what was measured."""
    data = figures()
    given = [facts(datum) for datum in data]
    found = paired(lambda: severities(data), lambda: agreeing(given), rounds=7)
    return [
        Result(
            claim="verdicts for all pairs of 1 000 figures, against tuples",
            measured=found.cost,
            bound=Bound.AT_MOST,
            limit=10,
        )
    ]
