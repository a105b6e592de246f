"""The types of offinno are known to Hypothesis."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offinno.language import Term, Text
from offinno.model import Factsheet, Indicator, Observation, Source
from offinno.testing import register
from offinno.values import Period, Value

register()


@pytest.mark.parametrize(
    "cls", [Factsheet, Indicator, Observation, Period, Source, Term, Text, Value]
)
@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_type_is_enough_to_ask_for_examples(cls: type, data: st.DataObject) -> None:
    """Once registered, a strategy for a type needs nothing but the type."""
    assert isinstance(data.draw(st.from_type(cls)), cls)


@pytest.mark.parametrize("first", ["hypothesis", "offinno.testing", "offinno.testing._register"])
def test_the_order_of_imports_does_not_matter(first: str) -> None:
    """Hypothesis may call the hook while the strategies are only half imported."""
    code = f"import {first}, offinno.testing._register as r; r.register()"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
