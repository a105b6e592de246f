"""The hook by which Hypothesis learns of the types of offinno.

Hypothesis calls it while it is being imported itself, perhaps by the strategies of this very
package; so the strategies are looked up when the first example is asked for.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from hypothesis import strategies as st

from offinno.language import Term, Text
from offinno.model import (
    Amount,
    Area,
    Derivation,
    Factsheet,
    FundingScheme,
    Indicator,
    Link,
    Note,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
    Source,
)
from offinno.values import Counted, Missing, Period, Range, Value

#: The types, and where their strategies are.
_STRATEGIES: Final[dict[type, tuple[str, str]]] = {
    Amount: ("_sheets", "amounts"),
    Area: ("_words", "areas"),
    Counted: ("_figures", "counts"),
    Derivation: ("_figures", "derivations"),
    Factsheet: ("_sheets", "factsheets"),
    FundingScheme: ("_sheets", "schemes"),
    Indicator: ("_figures", "indicators"),
    Link: ("_words", "links"),
    Missing: ("_words", "missings"),
    Note: ("_words", "notes"),
    Observation: ("_figures", "observations"),
    Observations: ("_figures", "observations_of"),
    Period: ("_figures", "periods"),
    Population: ("_words", "populations"),
    Question: ("_words", "questions"),
    Range: ("_figures", "ranges"),
    Sample: ("_words", "samples"),
    Source: ("_words", "sources"),
    Term: ("_words", "terms"),
    Text: ("_words", "texts"),
    Value: ("_figures", "values"),
}


def register() -> None:
    """Tell Hypothesis how the types of offinno are made; called by its entry point."""
    for cls, (module, name) in _STRATEGIES.items():
        st.register_type_strategy(cls, _later(module, name))


def _later(module: str, name: str) -> Callable[[Any], st.SearchStrategy[Any]]:
    """Return a function that looks the strategy up when it is asked for."""

    def strategy(_: object) -> st.SearchStrategy[Any]:
        found: st.SearchStrategy[Any] = getattr(import_module(f"offinno.testing.{module}"), name)()
        return found

    return strategy
