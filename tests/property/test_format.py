"""Laws of the native format."""

import copy
import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from offinno import testing
from offinno.io import BadFile, dumps, loads, read_columns, schema, write_columns
from offinno.io._format import Terms
from offinno.io._native import KINDS, _is_own, _used
from offinno.language import Term
from offinno.model import (
    Comparison,
    Datum,
    Derivation,
    Indicator,
    Input,
    Method,
    Observations,
    Population,
)
from offinno.testing._sheets import amounts
from offinno.values import Missing, Value


def data() -> st.SearchStrategy[Datum]:
    """Return a strategy for figures."""
    some = testing.indicators().filter(lambda indicator: len(indicator) > 0)
    return some.map(lambda indicator: indicator.data()[0])


def comparisons() -> st.SearchStrategy[Comparison]:
    """Return a strategy for comparisons: of a figure with itself, of whomever else it may be."""

    def compared(one: Datum, population: Population | Missing) -> Comparison:
        key = f"{one.indicator.key}-b"
        other = Datum(attrs.evolve(one.indicator, key=key, population=population), one.observation)
        return Comparison.between(one, other, along="indicator", allow={"level": "why"})

    return st.builds(compared, data(), testing.populations() | testing.missings())


#: Each law is tried on many types, so on fewer examples of each.
FEW = settings(max_examples=max(8, settings().max_examples // 6))

STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "factsheet": testing.factsheets(),
    "indicator": testing.indicators(),
    "datum": data(),
    "comparison": comparisons(),
    "funding-scheme": testing.schemes(),
    "amount": amounts(),
    "source": testing.sources(),
    "population": testing.populations(),
    "question": testing.questions(),
    "sample": testing.samples(),
    "note": testing.notes(),
    "link": testing.links(),
    "derivation": testing.derivations(),
}


def test_every_kind_of_file_is_tried() -> None:
    """No type that a file may hold is left out of these laws."""
    assert set(KINDS) == set(STRATEGIES)


@pytest.mark.parametrize("kind", STRATEGIES)
@pytest.mark.parametrize("form", ["yaml", "json"])
@FEW
@given(draw=st.data())
def test_what_is_written_is_read_back(kind: str, form: str, draw: st.DataObject) -> None:
    """Reading what was written gives an equal object, and writing that gives the same text."""
    thing = draw.draw(STRATEGIES[kind])
    text = dumps(thing, format=form)
    again = loads(text, format=form)

    assert thing == again
    assert text == dumps(again, format=form)


@given(testing.values())
def test_decimals_survive(value: Value) -> None:
    """A number keeps the decimals it was published with."""
    thing = Derivation(method=Method.SUM, inputs=[Input(figure="a", value=value)])
    again: Derivation = loads(dumps(thing))

    assert value.magnitude.as_tuple() == again.inputs[0].value.magnitude.as_tuple()


@FEW
@given(testing.observations_of())
def test_columns_are_read_back(these: Observations) -> None:
    """Columnar JSON gives the same columns back."""
    terms = tuple(term for term in _used(these, Term) if _is_own(term))
    written = write_columns(these, Terms().write(terms) if terms else None)

    assert these == read_columns(written, name="law")


@FEW
@given(testing.indicators())
def test_columns_stand_for_rows_in_a_file(indicator: Indicator) -> None:
    """An indicator may give its observations in columns."""
    tree = json.loads(dumps(indicator, format="json"))
    columns = json.loads(write_columns(indicator.observations))
    tree["indicator"]["observations"] = {k: columns[k] for k in ("columns", "rows") if k in columns}
    tree["indicator"].pop("multiplier", None)

    assert indicator == loads(json.dumps(tree), format="json")


VALIDATOR = Draft202012Validator(schema())


@pytest.mark.parametrize("kind", STRATEGIES)
@FEW
@given(draw=st.data())
def test_the_schema_accepts_what_is_written(kind: str, draw: st.DataObject) -> None:
    """Every file that offinno writes is valid under its schema."""
    tree = json.loads(dumps(draw.draw(STRATEGIES[kind]), format="json"))

    assert [] == [error.message for error in VALIDATOR.iter_errors(tree)]


#: What stands in for any node of a file, to see whether schema and reader agree on it.
STRANGE: tuple[Any, ...] = (
    None,
    True,
    -1,
    0.5,
    10**40,
    "",
    " ",
    "x y",
    [],
    {},
    [[]],
    {"a": 1},
    "NOK",
)


@given(st.data())
def test_what_the_schema_refuses_the_reader_refuses(draw: st.DataObject) -> None:
    """Where one node of a valid file is replaced, an invalid file is never read."""
    kind = draw.draw(st.sampled_from(sorted(STRATEGIES)))
    tree = json.loads(dumps(draw.draw(STRATEGIES[kind]), format="json"))
    changed = draw.draw(mutated(tree))
    if VALIDATOR.is_valid(changed):
        return

    with pytest.raises(BadFile):
        loads(json.dumps(changed), format="json")


@st.composite
def mutated(draw: st.DrawFn, tree: Any) -> Any:
    """Return *tree* with one node replaced, removed or added."""
    new = copy.deepcopy(tree)
    node, step = draw(st.sampled_from(list(steps(new))))
    action = draw(st.sampled_from(["replace", "remove", "add"]))
    if action == "replace":
        node[step] = draw(st.sampled_from(STRANGE))
    elif action == "remove":
        del node[step]
    elif isinstance(node, dict):
        node["unknown-key"] = 1
    else:
        node.append(draw(st.sampled_from(STRANGE)))
    return new


def steps(node: Any) -> Any:
    """Return every container of a tree with each of its steps."""
    inside = node.items() if isinstance(node, dict) else enumerate(node)
    for step, child in list(inside):
        yield node, step
        if isinstance(child, dict | list):
            yield from steps(child)
