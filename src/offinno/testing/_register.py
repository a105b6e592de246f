"""The hook by which Hypothesis learns of the types of offinno."""

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
from offinno.testing import _figures, _sheets, _words
from offinno.values import Counted, Missing, Period, Range, Value


def register() -> None:
    """Tell Hypothesis how the types of offinno are made; called by its entry point."""
    known: dict[type, st.SearchStrategy[object]] = {
        Amount: _sheets.amounts(),
        Area: _words.areas(),
        Counted: _figures.counts(),
        Derivation: _figures.derivations(),
        Factsheet: _sheets.factsheets(),
        FundingScheme: _sheets.schemes(),
        Indicator: _figures.indicators(),
        Link: _words.links(),
        Missing: _words.missings(),
        Note: _words.notes(),
        Observation: _figures.observations(),
        Observations: _figures.observations_of(),
        Period: _figures.periods(),
        Population: _words.populations(),
        Question: _words.questions(),
        Range: _figures.ranges(),
        Sample: _words.samples(),
        Source: _words.sources(),
        Term: _words.terms(),
        Text: _words.texts(),
        Value: _figures.values(),
    }
    for cls, strategy in known.items():
        st.register_type_strategy(cls, strategy)
