"""Hypothesis strategies for the types of offinno, for the tests of those who build on it.

Strategies have plural names and options for validity only. They are registered with Hypothesis
through its entry point, so that ``@given(...)`` on a type of offinno works without an import.
This package is the only one that knows Hypothesis.
"""

from offinno.testing._compared import changes, comparisons, data, differences, reasons
from offinno.testing._figures import (
    counts,
    derivations,
    indicators,
    inputs,
    intervals,
    observations,
    observations_of,
    periods,
    ranges,
    units,
    values,
)
from offinno.testing._pieces import blocks, published, references
from offinno.testing._register import register
from offinno.testing._sheets import factsheets, schemes
from offinno.testing._words import (
    areas,
    keys,
    links,
    missings,
    notes,
    populations,
    questions,
    samples,
    sources,
    terms,
    texts,
)

__all__ = [
    "areas",
    "blocks",
    "changes",
    "comparisons",
    "counts",
    "data",
    "derivations",
    "differences",
    "factsheets",
    "indicators",
    "inputs",
    "intervals",
    "keys",
    "links",
    "missings",
    "notes",
    "observations",
    "observations_of",
    "periods",
    "populations",
    "published",
    "questions",
    "ranges",
    "reasons",
    "references",
    "register",
    "samples",
    "schemes",
    "sources",
    "terms",
    "texts",
    "units",
    "values",
]
