"""How a figure was computed."""

import pytest

from offinno.model import BadKey, Contradiction, Derivation, Input, Method
from offinno.units import parse_unit
from offinno.values import Value

ONE = Input(figure="state", value=Value(1, parse_unit("NOK")), breakdowns={"sector": "health"})


def test_inputs_say_which_figure_they_are() -> None:
    """Two categories of one indicator are two inputs."""
    other = Input(figure="state", value=ONE.value, breakdowns={"sector": "school"})

    assert (("sector", "health"),) == ONE.breakdowns
    assert other != ONE


def test_a_figure_is_named_by_key() -> None:
    """A sentence names no figure."""
    with pytest.raises(BadKey):
        Input(figure="the state's", value=ONE.value)


def test_something_goes_in() -> None:
    """Nothing is computed from nothing."""
    with pytest.raises(Contradiction, match="nothing went in"):
        Derivation(method=Method.SUM, inputs=[])


@pytest.mark.parametrize("digits", [0, -1])
def test_digits_are_left(digits: int) -> None:
    """A number rounded to no digits is none."""
    with pytest.raises(Contradiction, match="one at least"):
        Derivation(method=Method.SUM, inputs=[ONE], digits=digits)


def test_derivations_nest() -> None:
    """What went in may have been computed itself."""
    first = Derivation(method=Method.SUM, inputs=[ONE, ONE], digits=1)
    second = Input(figure="total", value=ONE.value, lineage=first)

    assert first == Derivation(method=Method.PRODUCT, inputs=(second,)).inputs[0].lineage
