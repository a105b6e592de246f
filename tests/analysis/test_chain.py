"""Two series of one thing as one."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from offinno.analysis import (
    BrokenSeries,
    CannotChain,
    ManyReferenceFigures,
    NoReferenceFigure,
    PartialReference,
    UnfitReferenceFigure,
    chain,
    growth,
)
from offinno.datasets import series
from offinno.exceptions import UnknownName
from offinno.io import dumps, loads
from offinno.language import Term, vocabulary
from offinno.model import (
    Break,
    Dimension,
    Evidence,
    Indicator,
    Measuring,
    Method,
    NoSuchFigure,
    Note,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
    Source,
    Status,
)
from offinno.units import Index, parse_unit
from offinno.values import Missing, MissingReason, Qualifier, Range, Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]

NOK = parse_unit("NOK")
METHOD = Break(key="method", at=2018, changed="a new method")


def numbers(found: Indicator) -> dict[str, str]:
    """Return each number by its period, as it is written."""
    return {
        row.period.text: str(row.value.magnitude)
        for row in found.observations
        if isinstance(row.value, Value)
    }


@pytest.fixture
def old(make: Make) -> Indicator:
    """Return an index that ends."""
    return make("old", "index 2016=100", {2016: 100, 2017: 110, 2018: 120}, definition="prices")


@pytest.fixture
def new(make: Make) -> Indicator:
    """Return the index that goes on."""
    return make("new", "index 2018=100", {2017: 95, 2018: 100, 2019: 110}, definition="prices")


def test_old_figures_come_to_the_level_of_the_new(old: Indicator, new: Indicator) -> None:
    """Up to the period of both they are rescaled; from then on the new series stands."""
    found = chain(old, new, at=2018)

    assert ("new-chained", Index("2018")) == (found.key, found.unit)
    assert {
        "2016": "83.3333333333333",
        "2017": "91.6666666666667",
        "2018": "100",
        "2019": "110",
    } == numbers(found)
    assert ["derived", "derived", "published", "published"] == [
        row.evidence.value for row in found.observations
    ]


def test_rescaled_figures_tell_how(old: Indicator, new: Indicator) -> None:
    """The old figure, the new level and the old one; what was not computed has no lineage."""
    found = chain(old, new, at=2018)
    own = found.at(period=2017).lineage

    assert own is not None
    assert (Method.CHAIN, 15, None) == (own.method, own.digits, own.note)
    assert [("old", "110"), ("new", "100"), ("old", "120")] == [
        (part.figure, str(part.value.magnitude)) for part in own.inputs
    ]
    assert found.at(period=2019).lineage is None


def test_each_part_grows_as_it_did(old: Indicator, new: Indicator) -> None:
    """Before the period of both as the old series, after it as the new one."""
    found = growth(chain(old, new, at=2018))

    for period, part in ((2017, old), (2018, old), (2019, new)):
        apart = (
            found.at(period=period).number.magnitude
            - growth(part.at(period=period)).number.magnitude
        )
        assert abs(apart) < Decimal("1E-11")


def test_sources_of_both_are_listed(old: Indicator, new: Indicator) -> None:
    """Each figure names the one it comes from."""
    found = chain(old, new, at=2018)

    assert ["new-source", "old-source"] == [source.key for source in found.sources]
    assert ["old-source", "old-source", "new-source", "new-source"] == [
        datum.source.key for datum in found.data() if datum.source is not None
    ]


def test_sources_with_one_key_get_two(make: Make) -> None:
    """Two editions are often called the same."""
    editions = [Source(key="s", publisher="s", title="s", published=year) for year in (2018, 2019)]
    old = make("old", "NOK", {2017: 1, 2018: 2}, sources=editions[:1], definition="costs")
    new = make("new", "NOK", {2018: 4, 2019: 5}, sources=editions[1:], definition="costs")
    again = attrs.evolve(old, sources=editions[1:])

    assert ["s", "s-2"] == [source.key for source in chain(old, new, at=2018).sources]
    assert ["s-2", None, None] == [row.source for row in chain(old, new, at=2018).observations]
    assert ["s"] == [source.key for source in chain(again, new, at=2018).sources]


def test_series_without_sources_stay_without(make: Make) -> None:
    """Rows that name no source have the first one, so none is listed where the new has none."""
    old = make("old", "NOK", {2017: 1, 2018: 2}, definition="costs")
    new = make("new", "NOK", {2018: 4, 2019: 5}, definition="costs", sources=[])
    found = chain(old, new, at=2018)

    assert () == found.sources
    assert found.lineage is not None
    assert found.lineage.inputs[0].source == old.sources[0]
    bare = attrs.evolve(old, sources=[])
    assert ["new"] == [
        s.publisher.in_("en")
        for s in chain(
            bare,
            attrs.evolve(new, sources=[Source(key="new", publisher="new", title="new")]),
            at=2018,
        ).sources
    ]


def test_notes_of_both_have_marks_of_their_own(make: Make) -> None:
    """Two notes with one mark get two."""
    rows = {2017: {"notes": ["a", "b"]}}
    old = make(
        "old",
        "NOK",
        {2017: 1, 2018: 2},
        definition="costs",
        rows=rows,
        notes=[Note(mark="a", text="old"), Note(mark="b", text="both")],
    )
    new = make(
        "new",
        "NOK",
        {2018: 4, 2019: 5},
        definition="costs",
        notes=[Note(mark="a", text="new"), Note(mark="b", text="both")],
    )
    found = chain(old, new, at=2018)

    assert ["new", "both", "old"] == [note.text.in_("en") for note in found.notes]
    assert ["old", "both"] == [note.text.in_("en") for note in found.at(period=2017).notes]


def test_break_is_crossed_by_its_key(make: Make) -> None:
    """The change of method is declared by the new series, and explains what differs."""
    old = make("old", "NOK", {2017: 10, 2018: 20}, rows={2017: {"status": {Status.REVISED}}})
    new = make("new", "NOK", {2018: 30, 2019: 33}, breaks=[METHOD])

    with pytest.raises(BrokenSeries, match="the series 'new' has the break 'method' between 2017"):
        chain(old, new, at=2018)
    found = chain(old, new, at=2018, cross={"method": "both years were counted twice"})
    assert {"2017": "15.0", "2018": "30", "2019": "33"} == numbers(found)
    assert (METHOD,) == found.breaks
    assert found.lineage is not None
    assert "method: both years were counted twice" == str(found.lineage.note)
    assert frozenset({Status.REVISED}) == found.at(period=2017).observation.status


def test_break_stays_one_of_the_result(make: Make) -> None:
    """Growth stops at it, unless crossed once more."""
    old = make("old", "NOK", {2017: 10, 2018: 20})
    new = make("new", "NOK", {2018: 30, 2019: 33}, breaks=[METHOD])
    found = growth(chain(old, new, at=2018, cross={"method": "why"}))

    assert isinstance(found.at(period=2018).value, Missing)
    assert {"2019": "10"} == numbers(found)


def test_earlier_break_of_the_old_series_is_crossed_too(make: Make) -> None:
    """What lies before it would be brought to a level it was never measured at."""
    before = Break(key="basket", at=2017, changed="the basket")
    old = make("old", "NOK", {2016: 8, 2017: 10, 2018: 20}, breaks=[before], definition="costs")
    new = make("new", "NOK", {2018: 30, 2019: 33}, definition="costs")

    with pytest.raises(BrokenSeries, match="the series 'old' has the break 'basket'"):
        chain(old, new, at=2018)
    assert (before,) == chain(old, new, at=2018, cross={"basket": "why"}).breaks


def test_only_breaks_of_what_is_used_count(make: Make) -> None:
    """What lies in the dropped part of a series parts nothing, and what comes later goes along."""
    ends = Break(key="end", at=2019, changed="the end")
    begins = Break(key="begin", at=2016, changed="the beginning")
    later = Break(key="later", at=2020, changed="something else")
    old = make("old", "NOK", {2017: 10, 2018: 20, 2019: 5}, breaks=[ends], definition="costs")
    new = make(
        "new",
        "NOK",
        {2015: 1, 2018: 30, 2019: 33, 2020: 3},
        breaks=[begins, later],
        definition="costs",
    )

    assert (later,) == chain(old, new, at=2018).breaks


def test_other_definition_is_crossed_by_name(make: Make) -> None:
    """Two wordings may be two things; the reason becomes a break of the result."""
    old, new = make("old", "NOK", {2017: 10, 2018: 20}), make("new", "NOK", {2018: 30})

    with pytest.raises(CannotChain, match="each has a definition of its own; if they measure"):
        chain(old, new, at=2018)
    found = chain(old, new, at=2018, cross={"definition": {"en": "the same in other words"}})
    assert ["definition"] == [change.key for change in found.breaks]
    assert "the same in other words" == found.breaks[0].changed.in_("en")
    assert found.definition == new.definition


def test_rows_keep_what_their_header_said(make: Make) -> None:
    """Population, question and sample of the old series go with its rows."""
    words = vocabulary()
    old = make(
        "old",
        "NOK",
        {2017: 10, 2018: 20},
        definition="costs",
        population=Population(unit=words["counties"]),
        question=Question(key="old", text="What was?"),
    )
    new = make(
        "new",
        "NOK",
        {2018: 30},
        definition="costs",
        population=Population(unit=words["municipalities"]),
        question=Question(key="new", text="What is?"),
        sample=Sample(unit=words["municipalities"], n=10),
    )
    found = chain(old, new, at=2018, cross={"population": "why", "question": "why"})
    row = found.at(period=2017)

    assert (old.population, old.question) == (row.population, row.question)
    assert Missing(MissingReason.NOT_STATED) == row.sample
    assert (new.population, new.sample) == (
        found.at(period=2018).population,
        found.at(period=2018).sample,
    )
    asked = attrs.evolve(old, sample=new.sample)
    assert (
        new.sample
        == chain(asked, new, at=2018, cross={"population": "why", "question": "why"})
        .at(period=2017)
        .sample
    )
    other = attrs.evolve(new, sample=None)
    assert (
        new.sample
        == chain(asked, other, at=2018, cross={"population": "why", "question": "why"})
        .at(period=2017)
        .sample
    )


def test_name_that_is_no_break_and_no_difference_is_refused(old: Indicator, new: Indicator) -> None:
    """Nothing is crossed that is not there."""
    with pytest.raises(UnknownName, match="no break is called 'definition'"):
        chain(old, new, at=2018, cross={"definition": "why"})


@pytest.mark.parametrize(
    ("unit", "more", "problem"),
    [
        ("% of GDP", {}, "only levels are chained: amounts, counts, rates and indexes"),
        ("EUR", {}, "the units differ (EUR, NOK); convert one of the two first"),
        ("XXX", {}, "the currency is not stated"),
        ("NOK", {"measuring": Measuring.STOCK}, "they differ in measuring"),
        ("NOK", {"dimensions": [Dimension(key="part", label="p", categories=[])]}, "broken down"),
    ],
)
def test_what_makes_no_one_series(
    make: Make, unit: str, more: dict[str, Any], problem: str
) -> None:
    """Levels of one thing are needed."""
    old = make("old", unit, {}, definition="costs", **more)
    new = make("new", "NOK", {2018: 30}, definition="costs")

    with pytest.raises(CannotChain) as refused:
        chain(old, new, at=2018)
    assert "cannot chain 'old' and 'new': " in str(refused.value)
    assert problem in str(refused.value)


def test_question_cannot_be_taken_back(make: Make) -> None:
    """A row cannot say that nothing was asked for it."""
    old = make("old", "NOK", {2017: 10, 2018: 20}, definition="costs")
    new = attrs.evolve(old, key="new", question=Question(key="new", text="What is?"))

    with pytest.raises(CannotChain, match="nothing was asked for the old one"):
        chain(old, new, at=2018)


def test_period_of_both_is_of_their_kind(old: Indicator, new: Indicator) -> None:
    """A quarter is no year, and something must lie before."""
    with pytest.raises(CannotChain, match="2018-Q1 is no period as theirs are: year"):
        chain(old, new, at="2018-Q1")
    with pytest.raises(CannotChain, match="the old one has nothing before 2016"):
        chain(old, new, at=2016)
    with pytest.raises(CannotChain, match="the old one has nothing before 2015"):
        chain(old, new, at=2015)
    sums = attrs.evolve(
        old,
        observations=Observations.of(
            old.unit, [attrs.evolve(old.observations[0], period="../2018")]
        ),
    )
    with pytest.raises(CannotChain, match="nothing before"):
        chain(sums, sums, at="../2018")


def test_both_need_a_figure_of_that_period(make: Make, old: Indicator, new: Indicator) -> None:
    """One that can be divided by, and one only."""
    with pytest.raises(NoReferenceFigure, match="'old' has no figure for NO in 2019"):
        chain(old, new, at=2019)
    without = attrs.evolve(new, observations=new.observations.rows([2]))
    with pytest.raises(NoReferenceFigure, match="'new' has no figure for NO in 2018"):
        chain(old, without, at=2018)
    bound = make(
        "bound",
        "index 2016=100",
        {2017: 1, 2018: Value(2, old.unit, Qualifier.OVER)},
        definition="prices",
    )
    with pytest.raises(UnfitReferenceFigure, match="a bound does not convert others"):
        chain(bound, new, at=2018)
    part = make(
        "part",
        "index 2016=100",
        {2017: 1, 2018: 2},
        definition="prices",
        rows={2018: {"covers": "2018-01/2018-11"}},
    )
    with pytest.raises(PartialReference):
        chain(part, new, at=2018)
    twice = attrs.evolve(
        old,
        observations=Observations.of(
            old.unit,
            [*old.observations, attrs.evolve(old.observations[2], vintage=2019)],
        ),
    )
    with pytest.raises(ManyReferenceFigures):
        chain(twice, new, at=2018)


def test_provisional_link_makes_provisional(make: Make, new: Indicator) -> None:
    """What is rescaled by an unsure level is unsure, and about right by one that is about right."""
    old = make(
        "old",
        "index 2016=100",
        {2016: 100, 2018: Value(120, Index("2016"), Qualifier.ABOUT)},
        definition="prices",
        rows={2018: {"status": {Status.PROVISIONAL}}},
    )
    row = chain(old, new, at=2018).at(period=2016)

    assert {Status.PROVISIONAL} == row.observation.status
    assert Qualifier.ABOUT is row.number.qualifier


def test_gaps_and_ranges_are_rescaled_as_they_are(make: Make) -> None:
    """What is missing stays missing; of a range both ends are rescaled, and worked out."""
    spread = Range(low=Value(1, NOK), high=Value(2, NOK))
    gap = Missing(MissingReason.SUPPRESSED)
    old = make("old", "NOK", {2016: gap, 2017: spread, 2018: 2}, definition="costs")
    new = make("new", "NOK", {2018: 4}, definition="costs")
    found = chain(old, new, at=2018)

    assert [gap, Range(low=Value(2, NOK), high=Value(4, NOK)), Value(4, NOK)] == [
        row.value for row in found.observations
    ]
    assert found.lineage is not None
    assert (6, None) == (len(found.lineage.inputs), found.lineage.digits)
    only = attrs.evolve(old, observations=old.observations.rows([0, 2]))
    assert chain(only, new, at=2018).lineage is None


def test_each_breakdown_has_its_own_link(make: Make) -> None:
    """Parts change by different factors; the categories of both are listed."""

    def broken_down(key: str, figures: dict[tuple[str, int], int], *names: str) -> Indicator:
        rows = [
            Observation(area="NO", period=year, breakdowns={"part": part}, value=Value(n, NOK))
            for (part, year), n in figures.items()
        ]
        terms = [Term(key=name, label=name) for name in names]
        return attrs.evolve(
            make(key, "NOK", {}, definition="costs"),
            dimensions=[Dimension(key="part", label="p", categories=terms, exclusive=key == "new")],
            observations=Observations.of(NOK, rows),
        )

    old = broken_down(
        "old", {("a", 2017): 1, ("b", 2017): 2, ("a", 2018): 1, ("b", 2018): 2}, "b", "a", "x"
    )
    new = broken_down("new", {("a", 2018): 2, ("b", 2018): 6}, "a", "b")
    found = chain(old, new, at=2018)

    assert [2, 6, 2, 6] == [datum.number.magnitude for datum in found.data()]
    (dimension,) = found.dimensions
    assert (["a", "b", "x"], False) == (
        [term.key for term in dimension.categories],
        dimension.exclusive,
    )
    own = found.at(part="b", period=2017).lineage
    assert own is not None
    assert [2, 6, 2] == [part.value.magnitude for part in own.inputs]
    with pytest.raises(NoSuchFigure, match="new has no figure for part=b"):
        chain(old, broken_down("new", {("a", 2018): 2}, "a", "b"), at=2018)


def test_chain_of_chains_tells_every_link(make: Make) -> None:
    """Whichever end it is begun at, three series make one, with the working of each figure."""
    one = make("one", "NOK", {2016: 1, 2017: 2}, definition="costs")
    two = make("two", "NOK", {2017: 4, 2018: 6}, definition="costs")
    three = make("three", "NOK", {2018: 12, 2019: 15}, definition="costs")
    forward = chain(chain(one, two, at=2017), three, at=2018)
    backward = chain(one, chain(two, three, at=2018), at=2017)

    wanted = {"2016": "4", "2017": "8", "2018": "12", "2019": "15"}
    assert wanted == numbers(forward) == numbers(backward)
    for found in (forward, backward):
        middle = found.at(period=2017).lineage
        assert middle is not None
        assert [4, 12, 6] == [part.value.magnitude for part in middle.inputs]
        assert found == loads(dumps(found))


def test_very_many_figures_keep_the_first_and_the_last_link(make: Make) -> None:
    """The working of a thousand figures helps nobody."""
    old = make("old", "NOK", {f"{year:04}": year for year in range(1, 1003)}, definition="costs")
    new = make("new", "NOK", {"1002": 4}, definition="costs")
    found = chain(old, new, at="1002")

    assert found.lineage is not None
    assert 6 == len(found.lineage.inputs)


def test_originals_are_untouched(old: Indicator, new: Indicator) -> None:
    """Nothing that goes in changes."""
    before = attrs.evolve(old), attrs.evolve(new)
    chain(old, new, at=2018)

    assert before == (old, new)


def test_packaged_price_indexes_make_one() -> None:
    """The chained index on 2015 and the published one on 2025, linked at any year of both."""
    old, new = series("cpi-chained"), series("cpi")
    why = {"definition": "both measure the same prices"}
    found = chain("cpi-chained", "cpi", at=2015, cross=why)

    assert len(new) == len(found)
    assert {Evidence.DERIVED, Evidence.SECONDARY} == {r.evidence for r in found.observations}
    for year in range(2010, 2015):
        ratio = found.at(period=year).number.magnitude / old.at(period=year).number.magnitude
        assert f"{ratio:.9f}" == "0.726000000"
