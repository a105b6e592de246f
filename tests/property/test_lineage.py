"""Laws of lineage: a file holds every step, words are found for each, and nothing is changed."""

from decimal import Decimal

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.analysis import deflate, exchange
from offinno.checks import check
from offinno.datasets import series
from offinno.io import dumps, loads
from offinno.language import LANGUAGES
from offinno.model import (
    Datum,
    Derivation,
    Factsheet,
    Indicator,
    Input,
    Method,
    Observation,
    Observations,
)
from offinno.testing import data, derivations, factsheets
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value
from offinno.wording import lineage_text, lineage_titles, lineage_tree, say

AMOUNT = Value("18.1E6", parse_unit("NOK"))

#: Deep lineages are large, so each law is tried on fewer of them.
FEW = settings(max_examples=max(8, settings().max_examples // 6))


def deepest(derivation: Derivation) -> int:
    """Return how many computations stand one in the other."""
    inner = [part.lineage for part in derivation.inputs if part.lineage is not None]
    return 1 + max(map(deepest, inner), default=0)


@FEW
@given(derivation=derivations(depth=3))
def test_every_step_is_read_back(derivation: Derivation) -> None:
    """YAML and JSON hold a lineage of any depth, as a tree."""
    assert derivation == loads(dumps(derivation))
    assert derivation == loads(dumps(derivation, format="json"), format="json")


def test_three_computations_in_one_another_are_read_back() -> None:
    """The depth that the law is about is reached for certain, for every method on each level."""
    for method in Method:
        part = Input(figure="a", value=AMOUNT)
        for _ in range(3):
            lineage = Derivation(method=method, inputs=[part, part])
            part = Input(figure="b", value=AMOUNT, area="NO", period=2018, lineage=lineage)
        whole = Derivation(method=method, inputs=[part])

        assert 4 == deepest(whole)
        assert whole == loads(dumps(whole))


@FEW
@given(derivation=derivations(depth=3))
def test_every_step_has_words(derivation: Derivation) -> None:
    """A tree has the same shape in each language, and its first line is one of the short form."""
    titles = lineage_titles(derivation, Factsheet(key="sheet", title="Sheet"))
    trees = [lineage_tree(derivation, lang=lang, titles=titles) for lang in LANGUAGES]

    assert 1 == len({tuple(depth for depth, _ in tree.lines()) for tree in trees})
    assert all(lineage_text(derivation, lang=lang) for lang in LANGUAGES)


@FEW
@given(derivation=derivations(depth=2))
def test_wording_changes_nothing(derivation: Derivation) -> None:
    """What is told of a lineage leaves it as it was."""
    before = dumps(derivation)
    for lang in LANGUAGES:
        lineage_text(derivation, lang=lang)
        lineage_tree(derivation, lang=lang)

    assert before == dumps(derivation)


@FEW
@given(sheet=factsheets())
def test_checking_changes_nothing(sheet: Factsheet) -> None:
    """The linter looks, and no more."""
    before, hashed = dumps(sheet), hash(sheet)
    for finding in check(sheet):
        finding.message(lang="nn")

    assert (before, hashed) == (dumps(sheet), hash(sheet))


@FEW
@given(datum=data())
def test_saying_changes_nothing(datum: Datum) -> None:
    """A figure that was put into words is the figure that it was."""
    before = dumps(datum)
    for lang in LANGUAGES:
        say(datum, lang=lang)

    assert before == dumps(datum)


@st.composite
def converted(draw: st.DrawFn) -> Indicator:
    """Return a strategy for amounts of some years that were deflated and exchanged."""
    numbers = st.decimals(1, "1E9", places=2)
    years = draw(st.lists(st.integers(2010, 2024), min_size=1, max_size=4, unique=True))
    nok = parse_unit("NOK")
    rows = [Observation(area="NO", period=y, value=Value(draw(numbers), nok)) for y in years]
    amounts = Indicator(
        key="amounts",
        title="Amounts",
        definition="Amounts",
        unit=nok,
        population=Missing(MissingReason.NOT_APPLICABLE),
        observations=Observations.of(nok, rows),
    )
    real = deflate(amounts, to=draw(st.integers(2010, 2025)), by="cpi")
    return exchange(real, to="EUR", by="ecb-eur-nok") if draw(st.booleans()) else real


def holding(indicator: Indicator) -> Factsheet:
    """Return a sheet with one indicator."""
    return Factsheet(key="sheet", title="Sheet", sources=indicator.sources, indicators=[indicator])


@given(indicator=converted())
def test_linter_confirms_what_was_computed(indicator: Indicator) -> None:
    """Doing the working again gives every figure of a conversion, and every one before it."""
    assert [] == list(check(holding(indicator), select=["OFF107"]))


@given(indicator=converted(), at=st.integers(0, 3))
def test_linter_finds_what_was_not_computed_so(indicator: Indicator, at: int) -> None:
    """A figure that is a hundredth more than its working gives is found, and it alone."""
    rows = list(indicator.observations)
    row = at % len(rows)
    number = rows[row].value
    assert isinstance(number, Value)
    rows[row] = attrs.evolve(
        rows[row], value=Value(round(number.magnitude * Decimal("1.01"), 4), indicator.unit)
    )
    wrong = attrs.evolve(indicator, observations=Observations.of(indicator.unit, rows))
    found = [finding.path for finding in check(holding(wrong), select=["OFF107"])]

    assert [f"indicators[0].observations[{row}]"] == found


def test_converting_changes_nothing() -> None:
    """The original of a conversion stays as it is, its packaged series too."""
    amounts, rates = series("government-expenditure"), series("ecb-eur-nok")
    before = dumps(amounts), dumps(rates)
    exchange(amounts, to="EUR", by=rates)

    assert before == (dumps(amounts), dumps(rates))
