"""How what a relative change moved is told."""

import pytest

from offinno.model import Derivation, Input, Method
from offinno.units import parse_unit
from offinno.values import Value
from offinno.wording import lineage_text

LEVEL = Input(figure="level", value=Value(80, parse_unit("NOK")))
CHANGE = Input(figure="growth", value=Value(5, parse_unit("% change on year before")))


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ([CHANGE, CHANGE], "relative changes composed: (1 + 5%) × (1 + 5%) − 1"),
        ([LEVEL, CHANGE], "relative changes composed: 80\u00a0NOK × (1 + 5%)"),
    ],
)
def test_a_level_is_multiplied_by_what_its_changes_are(inputs: list[Input], expected: str) -> None:
    """Changes alone come to a change; a level stays one."""
    derivation = Derivation(method=Method.COMPOUND, inputs=inputs)

    assert expected == lineage_text(derivation, lang="en")
