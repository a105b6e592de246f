"""The hook by which Hypothesis learns of the types of offinno.

Hypothesis calls it while it is being imported itself, perhaps by the strategies of this very
package; so the strategies are looked up when the first example is asked for.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, get_args

from hypothesis import strategies as st

from offinno.analysis import Change as Changed
from offinno.analysis import Changes, Difference
from offinno.language import Term, Text, Vocabulary
from offinno.model import (
    Amount,
    Area,
    Axis,
    Block,
    Break,
    Call,
    Column,
    Comparison,
    ContactPoint,
    Datum,
    Derivation,
    Dimension,
    Extra,
    Factsheet,
    FundingScheme,
    Indicator,
    Input,
    Link,
    Name,
    Note,
    Observation,
    Observations,
    Pairs,
    Population,
    Preferred,
    Question,
    Reason,
    Reference,
    Round,
    Sample,
    SchemeName,
    Source,
    SupportRate,
    Tally,
    YearlyChange,
)
from offinno.units import (
    Change,
    Count,
    Index,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
)
from offinno.values import Counted, Interval, Missing, Period, Point, Published, Range, Value

#: The types, and where their strategies are.
_STRATEGIES: Final[dict[type, tuple[str, str]]] = {
    Amount: ("_sheets", "amounts"),
    Area: ("_words", "areas"),
    Axis: ("_pieces", "axes"),
    Break: ("_pieces", "breaks"),
    Call: ("_pieces", "calls"),
    Change: ("_units", "relative_changes"),
    Changed: ("_compared", "single_changes"),
    Changes: ("_compared", "changes"),
    Column: ("_pieces", "columns"),
    Comparison: ("_compared", "comparisons"),
    ContactPoint: ("_pieces", "contact_points"),
    Count: ("_units", "nouns"),
    Counted: ("_figures", "counts"),
    Datum: ("_compared", "data"),
    Derivation: ("_figures", "derivations"),
    Difference: ("_compared", "differences"),
    Dimension: ("_pieces", "dimensions"),
    Extra: ("_pieces", "extras"),
    Factsheet: ("_sheets", "factsheets"),
    FundingScheme: ("_sheets", "schemes"),
    Index: ("_units", "indexes"),
    Indicator: ("_figures", "indicators"),
    Input: ("_figures", "inputs"),
    Interval: ("_pieces", "any_interval"),
    Link: ("_words", "links"),
    Missing: ("_words", "missings"),
    Money: ("_units", "money"),
    Name: ("_pieces", "names"),
    Note: ("_words", "notes"),
    Observation: ("_figures", "observations"),
    Observations: ("_figures", "observations_of"),
    Pairs: ("_compared", "pairs"),
    Per: ("_units", "rates"),
    Period: ("_figures", "periods"),
    Physical: ("_units", "physical"),
    Point: ("_pieces", "points"),
    Points: ("_units", "points"),
    Population: ("_words", "populations"),
    Preferred: ("_pieces", "preferred"),
    PriceBasis: ("_units", "price_bases"),
    Published: ("_pieces", "published"),
    Question: ("_words", "questions"),
    Range: ("_figures", "ranges"),
    Ratio: ("_units", "ratios"),
    Reason: ("_compared", "reasons"),
    Reference: ("_pieces", "references"),
    Round: ("_sheets", "_rounds"),
    Sample: ("_words", "samples"),
    SchemeName: ("_pieces", "scheme_names"),
    Share: ("_units", "shares"),
    Source: ("_words", "sources"),
    SupportRate: ("_pieces", "support_rates"),
    Tally: ("_sheets", "_tallies"),
    Term: ("_words", "terms"),
    Text: ("_words", "texts"),
    Value: ("_figures", "values"),
    Vocabulary: ("_pieces", "vocabularies"),
    YearlyChange: ("_compared", "yearly_changes"),
}


def register() -> None:
    """Tell Hypothesis how the types of offinno are made; called by its entry point."""
    for cls, (module, name) in _STRATEGIES.items():
        st.register_type_strategy(cls, _later(module, name))
    for kind in get_args(Block):
        st.register_type_strategy(kind, _later("_pieces", "blocks", kind))


def _later(module: str, name: str, *given: type) -> Callable[[Any], st.SearchStrategy[Any]]:
    """Return a function that looks the strategy up when it is asked for."""

    def strategy(_: object) -> st.SearchStrategy[Any]:
        made = getattr(import_module(f"offinno.testing.{module}"), name)
        found: st.SearchStrategy[Any] = made(*given)
        return found

    return strategy
