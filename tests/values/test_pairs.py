"""The table of what each pair of units allows, printed in ``pairs.txt`` and held to it.

Every cell of the table stands there with two values and what comes of them: a result, or the
sentence of the refusal. Lines after those look at the units themselves: other currencies, other
wholes, other bases.
"""

import operator
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from offinno.units import (
    FIGURES,
    PAIRS,
    Formula,
    IncompatibleUnits,
    Kind,
    Operation,
    Refusal,
    parse_unit,
)
from offinno.values import Value

ROWS = [
    tuple(field.strip() for field in line.split(" | "))
    for line in Path(__file__).with_name("pairs.txt").read_text("utf-8").splitlines()
]
VERBS: dict[Operation, Callable[[Any, Any], object]] = {
    Operation.ADD: operator.add,
    Operation.SUBTRACT: operator.sub,
    Operation.MULTIPLY: operator.mul,
    Operation.DIVIDE: operator.truediv,
    Operation.COMPARE: operator.lt,
    Operation.CONVERT: lambda value, other: value.to(other.unit),
}


def value(text: str) -> Value:
    """Return the value of a number and a unit."""
    number, _, unit = text.partition(" ")
    return Value(number, parse_unit(unit))


@pytest.mark.parametrize(("left", "sign", "right", "expected"), ROWS)
def test_cell(left: str, sign: str, right: str, expected: str) -> None:
    """Two values give the printed result, or the printed refusal."""
    work = VERBS[Operation(sign)]
    one, other = value(left), value(right)

    if expected.startswith("refused: "):
        with pytest.raises(IncompatibleUnits) as caught:
            work(one, other)
        assert expected == f"refused: {caught.value}"
    else:
        assert expected == str(work(one, other))


def test_every_cell_is_printed() -> None:
    """No pair of kinds is left out, whatever is done with it."""
    printed = {
        (value(left).unit.kind, Operation(sign), value(right).unit.kind)
        for left, sign, right, _ in ROWS
    }

    assert set(product(Kind, Operation, Kind)) == printed


def test_a_formula_has_a_result_and_a_refusal_has_none() -> None:
    """What the table allows is shown to work; what it refuses is refused for that reason."""
    results: dict[tuple[Kind, Operation, Kind], list[str]] = {}
    for left, sign, right, expected in ROWS:
        cell = value(left).unit.kind, Operation(sign), value(right).unit.kind
        results.setdefault(cell, []).append(expected)

    for cell, printed in results.items():
        found = PAIRS.get(cell, Refusal.KINDS)
        if isinstance(found, Formula):
            assert any(not row.startswith("refused") for row in printed)
        else:
            assert all(row.endswith(found.value) for row in printed)


def test_every_formula_and_refusal_is_met() -> None:
    """Nothing stands in the table that no pair of units leads to."""
    sentences = [row for *_, row in ROWS]
    elsewhere = {Refusal.SCALED, Refusal.PART}  # by a bare number, and of figures alone
    unseen = [
        refusal
        for refusal in Refusal
        if refusal not in elsewhere and not any(s.endswith(refusal.value) for s in sentences)
    ]

    assert [] == unseen
    cells = {*PAIRS.values(), *FIGURES.values()}
    assert set(Formula) == {cell for cell in cells if isinstance(cell, Formula)}


def test_figures_go_further_where_bare_values_are_told_so() -> None:
    """Exactly the cells that send the reader to data are allowed there."""
    sent = {cell for cell, found in PAIRS.items() if found is Refusal.PRODUCT}

    assert set(FIGURES) == sent
