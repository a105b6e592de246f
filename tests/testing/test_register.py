"""The types of offinno are known to Hypothesis."""

import inspect
import subprocess
import sys
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import offinno
from offinno.model import Block, Comparison, Datum, Derivation
from offinno.testing import blocks, comparisons, derivations, register

register()

#: Packages whose types a test of somebody else's may ask for.
PACKAGES = ("language", "units", "values", "model", "analysis")

#: Public types elsewhere that are not drawn, and what to draw instead. Registering them would load
#: the packages that draw and word with every import of Hypothesis.
NOT_DRAWN = {
    "charts": "builders make them of figures, which are drawn",
    "checks": "check(sheet) makes them of factsheets, which are drawn",
    "io": "loads(dumps(thing)) makes them of anything that is drawn",
    "pictures": "they are made of a figure of charts",
    "wording": "they are made of values and lineages, which are drawn",
}


def types_of(package: str) -> list[type]:
    """Return the public types of a package that are no faults, in the order of their names."""
    module = import_module(f"offinno.{package}")
    found = (getattr(module, name) for name in module.__all__)
    return [thing for thing in found if is_drawn(thing)]


def is_drawn(thing: object) -> bool:
    """Return whether something is a type of the library that tests may ask for."""
    own = inspect.isclass(thing) and thing.__module__.startswith("offinno.")
    return own and isinstance(thing, type) and not issubclass(thing, Exception)


TYPES = list(dict.fromkeys(cls for package in PACKAGES for cls in types_of(package)))


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
@settings(max_examples=3, suppress_health_check=list(HealthCheck), database=None)
@given(data=st.data())
def test_a_type_is_enough_to_ask_for_examples(cls: type, data: st.DataObject) -> None:
    """Once registered, a strategy for a type needs nothing but the type."""
    assert isinstance(data.draw(st.from_type(cls)), cls)


def test_every_type_of_the_facade_is_drawn() -> None:
    """What a newcomer finds at the top of the library is drawn, or made of what is."""
    facade = [getattr(offinno, name) for name in offinno.__all__]
    types = {thing for thing in facade if is_drawn(thing)} - set(TYPES)
    homes = {cls.__module__.split(".")[1] for cls in types}

    assert homes <= set(NOT_DRAWN)


def test_every_package_is_drawn_or_says_why_not() -> None:
    """A type of the library is drawn, a fault that is raised, or listed with the reason."""
    packages = {"charts", "checks", "datasets", "io", "pictures", "render", "wording"}

    assert set(NOT_DRAWN) == {package for package in packages if types_of(package)}


@settings(max_examples=30, database=None)
@given(block=blocks())
def test_blocks_of_every_kind_are_drawn(block: Block) -> None:
    """A block stands alone, whatever it refers to."""
    assert isinstance(block, Block)


@settings(max_examples=10, database=None)
@given(comparison=comparisons(size=3))
def test_size_of_a_comparison_is_kept(comparison: Comparison) -> None:
    """As many areas are compared as are asked for."""
    assert 3 == len(comparison.members)


def depth(derivation: Derivation) -> int:
    """Return how many computations stand one in the other."""
    inner = [part.lineage for part in derivation.inputs if part.lineage is not None]
    return 1 + max(map(depth, inner), default=0)


@settings(max_examples=50, database=None)
@given(derivation=derivations(depth=1))
def test_derivations_are_as_deep_as_asked(derivation: Derivation) -> None:
    """One computation may stand in another, and no more."""
    assert depth(derivation) <= 2


@settings(max_examples=5, database=None)
@given(datum=...)
def test_ellipsis_asks_for_a_figure(datum: Datum) -> None:
    """The annotation of an argument says what is drawn."""
    assert datum.observation in datum.indicator.observations


@pytest.mark.parametrize("first", ["hypothesis", "offinno.testing", "offinno.testing._register"])
def test_the_order_of_imports_does_not_matter(first: str) -> None:
    """Hypothesis may call the hook while the strategies are only half imported."""
    code = f"import {first}, offinno.testing._register as r; r.register()"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_registering_loads_nothing_heavy() -> None:
    """Hypothesis calls the hook wherever it is imported, so it must be cheap."""
    code = (
        "import sys, offinno.testing._register as r; r.register(); "
        "print({'altair', 'babel', 'numpy', 'pint', 'yaml'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )

    assert "set()" == run.stdout.strip()
