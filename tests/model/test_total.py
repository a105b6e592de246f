"""The parts of a breakdown added up: what makes a total, and what is refused."""

import operator
import pickle
from collections.abc import Iterable
from typing import Any

import attrs
import pytest

from offinno.exceptions import UnknownName
from offinno.language import Term, vocabulary
from offinno.model import (
    Contradiction,
    Derivation,
    Dimension,
    Dropped,
    Evidence,
    Indicator,
    Input,
    Method,
    Note,
    NoTotal,
    Observation,
    Observations,
    Population,
    Preferred,
    Question,
    Sample,
    Source,
    Status,
)
from offinno.units import parse_unit
from offinno.values import Counted, Interval, Missing, MissingReason, Qualifier, Range, Value

NOK, COUNT, SHARE = (parse_unit(text) for text in ("NOK", "projects", "% of projects"))
POPULATION = Population(unit=vocabulary()["projects"])
SUPPRESSED = Missing(MissingReason.SUPPRESSED)


def dimension(key: str, *categories: str, exclusive: bool = True) -> Dimension:
    """Return a dimension."""
    terms = [Term(key=name, label=name) for name in categories]
    return Dimension(key=key, label=key, categories=terms, exclusive=exclusive)


KINDS = dimension("kind", "new", "old")
SIZES = dimension("size", "small", "large")


def row(value: Any, kind: str = "new", unit: Any = NOK, **more: Any) -> Observation:
    """Return one row; a bare number is a value in *unit*."""
    figure = value if isinstance(value, Value | Range | Missing) else Value(value, unit)
    usual: dict[str, Any] = {
        "area": "NO",
        "period": 2018,
        "breakdowns": {"kind": kind},
        "value": figure,
    }
    return Observation(**usual | more)


def made(rows: Iterable[Observation], unit: Any = NOK, **more: Any) -> Indicator:
    """Return an indicator, made up all of it."""
    usual: dict[str, Any] = {
        "key": "made-up",
        "title": "Made up",
        "definition": "Made up",
        "unit": unit,
        "population": POPULATION,
        "dimensions": [KINDS],
        "observations": Observations.of(unit, rows),
    }
    return Indicator(**usual | more)


def pair(one: Any, other: Any, unit: Any = NOK, **more: Any) -> Indicator:
    """Return an indicator of two parts."""
    return made([row(one, "new", unit), row(other, "old", unit)], unit, **more)


def number(indicator: Indicator) -> str:
    """Return the only figure as text."""
    return str(indicator.at().value)


def refused(indicator: Indicator, over: str = "kind", **options: Any) -> str:
    """Return the sentence of a refusal, without its beginning."""
    with pytest.raises(NoTotal) as caught:
        indicator.total(over, **options)
    error = caught.value
    assert (indicator.key, over) == (error.indicator, error.over)
    assert str(error) == str(pickle.loads(pickle.dumps(error)))
    return str(error).removeprefix(f"there is no total of {indicator.key!r} over {over!r}: ")


class TestSum:
    """What comes of parts that add up."""

    @pytest.mark.parametrize(
        ("unit", "one", "other", "expected"),
        [
            ("NOK", "1.50", "2", "3.50 NOK"),
            ("NOK", "4.7E9", "3E8", "5000000000 NOK"),
            ("NOK", "-5", "2.25", "-2.75 NOK"),
            ("NOK", "999999999999999", "1", "1000000000000000 NOK"),
            ("NOK", "1E22", "0", "10000000000000000000000 NOK"),
            ("NOK", "1E22", "5E22", "60000000000000000000000 NOK"),
            ("projects", "3", "4", "7 projects"),
            ("% of projects", "33.3", "66.7", "100.0 % of projects"),
            ("% of projects", "10", "0.25", "10.25 % of projects"),
            ("pp of projects", "3", "-4", "-1 pp of projects"),
            ("km", "0.1", "0.2", "0.3 km"),
        ],
    )
    def test_is_exact(self, unit: str, one: str, other: str, expected: str) -> None:
        """With the decimals of the part that has most, as a sum of bare values."""
        assert expected == number(pair(one, other, parse_unit(unit)).total("kind"))

    def test_is_rounded_to_what_a_column_holds(self) -> None:
        """And the lineage says so, where a digit was lost."""
        lost, kept = pair("1E15", "0.5").total("kind"), pair("1E15", "0").total("kind")

        assert (15, None) == tuple(one.lineage.digits for one in (lost, kept) if one.lineage)
        assert "1000000000000000 NOK" == number(lost)

    def test_has_a_header_of_its_own(self) -> None:
        """Another key, one breakdown less, and the parts as its lineage; the parts are as ever."""
        parts = pair(1, 2)
        before = pickle.dumps(parts)
        total = parts.total("kind")

        assert ("made-up-total-kind", (), ()) == (
            total.key,
            total.dimensions,
            total.observations[0].breakdowns,
        )
        assert (parts.title, parts.definition, POPULATION) == (
            total.title,
            total.definition,
            total.population,
        )
        assert Evidence.DERIVED is total.observations[0].evidence
        lineage = total.lineage
        assert lineage is not None
        assert (Method.AGGREGATE, None) == (lineage.method, lineage.dropped)
        assert tuple(datum.as_input() for datum in parts.data()) == lineage.inputs
        assert before == pickle.dumps(parts)

    @pytest.mark.parametrize("key", ["a" * 80, "a-" * 39 + "a"])
    def test_has_a_key_that_fits(self, key: str) -> None:
        """However long that of the parts is."""
        total = pair(1, 2, key=key).total("kind")

        assert len(total.key) <= 80
        assert total.key.endswith("-total-kind")

    def test_is_made_group_by_group(self) -> None:
        """Rows that agree in area, period, vintage and the other breakdowns belong together."""
        places = [("SE", 2018), ("NO", 2018), ("NO", 2017)]
        rows = [
            row(n * 10 + m, kind, area=area, period=period)
            for kind, n in (("old", 1), ("new", 2))
            for m, (area, period) in enumerate(places)
        ]
        total = made(rows).total("kind")

        assert [("SE", "2018", 30), ("NO", "2018", 32), ("NO", "2017", 34)] == [
            (one.area.code, one.period.text, int(one.number.magnitude)) for one in total.data()
        ]
        assert total.lineage is not None
        second = total.data()[1].lineage
        assert second is not None
        assert [11, 21] == [given.value.magnitude for given in second.inputs]

    def test_one_breakdown_goes_and_others_stay(self) -> None:
        """In any order, to the same end."""
        rows = [
            row(n, kind, breakdowns={"kind": kind, "size": size})
            for n, (kind, size) in enumerate(
                [("new", "small"), ("new", "large"), ("old", "small"), ("old", "large")]
            )
        ]
        parts = made(rows, dimensions=[KINDS, SIZES])
        sizes, kinds = parts.total("kind"), parts.total("size")

        assert (SIZES,) == sizes.dimensions
        assert ["2 NOK", "4 NOK"] == [str(one.value) for one in sizes.data()]
        assert ["1 NOK", "5 NOK"] == [str(one.value) for one in kinds.data()]
        assert "6 NOK" == number(sizes.total("size")) == number(kinds.total("kind"))

    def test_of_each_vintage(self) -> None:
        """What was published first is not added to what was published later."""
        rows = [
            row(n, kind, vintage=vintage)
            for n, (vintage, kind) in enumerate(
                [(2019, "new"), (2019, "old"), (2020, "new"), (2020, "old")]
            )
        ]
        total = made(rows).total("kind")

        assert ["1 NOK", "5 NOK"] == [str(one.value) for one in total.data()]
        assert [[0, 1], [2, 3]] == [
            [int(given.value.magnitude) for given in one.lineage.inputs]
            for one in total.data()
            if one.lineage
        ]

    def test_of_nothing_is_nothing(self) -> None:
        """No rows, no totals, no lineage."""
        total = made([]).total("kind")

        assert (0, None, ()) == (len(total), total.lineage, total.dimensions)

    def test_of_many_rows_tells_of_the_first_and_the_last(self) -> None:
        """A file that held thousands of parts would help nobody."""
        rows = [row(1, kind, period=1000 + n) for n in range(600) for kind in ("new", "old")]
        total = made(rows).total("kind")

        assert 600 == len(total)
        assert total.lineage is not None
        assert ["1000", "1000", "1599", "1599"] == [
            str(given.period) for given in total.lineage.inputs
        ]

    def test_of_what_was_computed_tells_of_that_too(self) -> None:
        """A total of parts with a lineage has it further down."""
        made_of = Input(figure="other", value=Value(1, NOK))
        inner = Derivation(method=Method.SUM, inputs=[made_of])
        total = pair(1, 2, lineage=inner).total("kind")

        assert total.lineage is not None
        assert [inner, inner] == [given.lineage for given in total.lineage.inputs]


class TestBeside:
    """What stands beside the numbers."""

    def test_notes_and_flags_stay(self) -> None:
        """Each once."""
        notes = [Note(mark="*", text="a"), Note(mark="†", text="b")]
        rows = [
            row(1, "new", notes=["*"], status=[Status.PROVISIONAL], as_printed="en"),
            row(2, "old", notes=["†", "*"], status=[Status.ESTIMATED], symbol="e"),
            row(1, "new", period=2019),
            row(2, "old", period=2019),
        ]
        first, second = made(rows, notes=notes).total("kind").observations

        assert ("*", "†") == first.notes
        assert frozenset({Status.PROVISIONAL, Status.ESTIMATED}) == first.status
        assert (None, None) == (first.as_printed, first.symbol)
        assert ((), frozenset()) == (second.notes, second.status)

    def test_intervals_and_counts_are_left_behind(self) -> None:
        """The lineage says why."""
        one = Value(25, SHARE, interval=Interval(low=20, high=30))
        total = pair(one, Value(50, SHARE, counted=Counted(1, 2)), SHARE).total("kind")

        assert Value(75, SHARE) == total.at().value
        assert total.lineage is not None
        assert Dropped.PARTS is total.lineage.dropped

    def test_what_all_parts_say_stays(self) -> None:
        """Of their own population, question, sample and part of the period."""
        own = {
            "population": Population(unit=vocabulary()["applications"]),
            "question": Question(key="q", text="?"),
            "sample": Sample(n=3),
            "covers": "2018-H1",
        }
        (found,) = made([row(1, "new", **own), row(2, "old", **own)]).total("kind").observations

        assert (own["population"], own["question"], own["sample"], "2018-H1") == (
            found.population,
            found.question,
            found.sample,
            str(found.covers),
        )
        other = made([row(1, "new", sample=Sample(n=3)), row(2, "old")]).total("kind")
        assert Missing(MissingReason.NOT_STATED) == other.observations[0].sample

    @pytest.mark.parametrize(
        ("own", "said"),
        [
            ({"population": POPULATION}, "populations"),
            ({"question": Question(key="q", text="?")}, "questions"),
            ({"covers": "2018-H1"}, "parts of the period"),
        ],
    )
    def test_parts_of_different_things_are_refused(self, own: Any, said: str) -> None:
        """Each part must be about the same."""
        parts = made([row(1, "new", **own), row(2, "old")])

        assert f"of NO, 2018, the parts are of different {said}" == refused(parts)

    def test_sources_stay(self) -> None:
        """All of them; a dispute is settled by the preferred one, or refused."""
        sources = [Source(key=key, publisher="A", title=key) for key in ("one", "two")]
        rows = [row(1, "new"), row(2, "old"), row(5, "old", source="two")]
        disputed = made(rows, sources=sources)
        settled = made(
            rows, sources=sources, preferred=Preferred(source="two", reason="later")
        ).total("kind")

        assert "sources disagree on some parts" in refused(disputed)
        assert "6 NOK" == number(settled)
        assert (tuple(sources), None) == (settled.at().sources, settled.preferred)


class TestQualifiers:
    """Bounds add up when they point the same way; about absorbs."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (Qualifier.EXACT, Qualifier.OVER, Qualifier.OVER),
            (Qualifier.AT_LEAST, Qualifier.AT_LEAST, Qualifier.AT_LEAST),
            (Qualifier.JUST_OVER, Qualifier.JUST_OVER, Qualifier.OVER),
            (Qualifier.AT_LEAST, Qualifier.ABOUT, Qualifier.ABOUT),
            (Qualifier.UNDER, Qualifier.AT_MOST, Qualifier.UNDER),
        ],
    )
    def test_are_joined(self, one: Qualifier, other: Qualifier, expected: Qualifier) -> None:
        """As in a sum of bare values."""
        total = pair(Value(1, NOK, one), Value(2, NOK, other)).total("kind")

        assert Value(3, NOK, expected) == total.at().value

    def test_that_point_apart_are_refused(self) -> None:
        """Nothing is known of the sum."""
        parts = pair(Value(1, NOK, Qualifier.OVER), Value(2, NOK, Qualifier.UNDER))

        assert "some parts are lower bounds and some upper ones" in refused(parts)

    def test_impossible_shares_are_refused(self) -> None:
        """No share is over 100, though 60 and 40 make that."""
        one, other = Value(60, SHARE, Qualifier.OVER), Value(40, SHARE)

        assert "no share can be over 100" in refused(pair(one, other, SHARE))


class TestShares:
    """Shares come to 100 at most."""

    def test_beyond_all_are_refused_with_their_figures(self) -> None:
        """They overlap, or are of several wholes."""
        said = refused(pair("75.5", "80", SHARE))
        assert (
            "of NO, 2018, 75.5 + 80 is 155.5 %, more than all; "
            "they are shares of several wholes, or they overlap"
        ) == said
        many = list("abcdefgh")
        kinds = dimension("kind", *many)
        rows = [row(20, name, SHARE) for name in many]
        assert " + … is 160 %" in refused(made(rows, SHARE, dimensions=[kinds]))

    def test_beyond_all_by_rounding_are_about_all(self) -> None:
        """Half a unit of the last digit of each."""
        assert "about 100 % of projects" == number(pair("50.1", "50.0", SHARE).total("kind"))
        assert "is 100.2 %" in refused(pair("50.1", "50.1", SHARE))


class TestLacking:
    """A part that is not there."""

    GAPS = pytest.mark.parametrize(
        ("value", "said"),
        [
            (SUPPRESSED, "old is suppressed"),
            (Range(low=Value(1, COUNT), high=Value(2, COUNT)), "old is a range"),
        ],
    )

    @GAPS
    def test_is_refused(self, value: Any, said: str) -> None:
        """With what is lacking and how to go on."""
        assert (
            f"of NO, 2018, {said}; lacking='missing' leaves such totals out, and "
            "lacking='at least' gives what the others come to"
        ) == refused(pair(3, value, COUNT))

    def test_category_without_a_row_is_refused(self) -> None:
        """The first is named, and how many more there are."""
        rows = [row(1, "new"), row(1, "new", period=2019), row(2, "old", period=2019)]
        assert refused(made(rows)).startswith("of NO, 2018, old has no row; ")
        rows = [row(1, "new"), row(1, "new", period=2019)]
        assert "and 1 more totals lack some" in refused(made(rows))

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            (SUPPRESSED, MissingReason.SUPPRESSED),
            (Range(low=Value(1, COUNT), high=Value(2, COUNT)), MissingReason.NOT_STATED),
        ],
    )
    def test_leaves_the_total_missing_if_asked(self, value: Any, reason: MissingReason) -> None:
        """With the reason of the part; other totals are as ever."""
        rows = [
            row(3, "new", COUNT, status=[Status.ESTIMATED]),
            row(value, "old"),
            row(3, "new", COUNT, period=2019),
            row(4, "old", COUNT, period=2019),
        ]
        total = made(rows, COUNT).total("kind", lacking="missing")
        gap, sure = total.observations

        assert (Missing(reason), frozenset()) == (gap.value, gap.status)
        assert (Value(7, COUNT), Evidence.DERIVED) == (sure.value, sure.evidence)
        assert (None, 2) == (
            total.data()[0].lineage,
            len(total.lineage.inputs if total.lineage else ()),
        )

    def test_gives_a_lower_bound_if_asked(self) -> None:
        """Of what is never below zero; a range by its lower end."""
        over = Value(1, COUNT, Qualifier.OVER)
        for value, expected in (
            (SUPPRESSED, "at least 3 projects"),
            (Range(low=Value(1, COUNT), high=Value(2, COUNT)), "at least 4 projects"),
            (Range(low=over, high=Value(2, COUNT)), "over 4 projects"),
        ):
            total = pair(3, value, COUNT).total("kind", lacking="at least")
            assert expected == number(total)
            assert total.lineage is not None
            assert 1 + isinstance(value, Range) == len(total.lineage.inputs)
        nothing = made([row(SUPPRESSED, "new"), row(SUPPRESSED, "old")], COUNT)
        total = nothing.total("kind", lacking="at least")
        assert (SUPPRESSED, None) == (total.at().value, total.lineage)

    def test_shares_are_bounded_too(self) -> None:
        """And never beyond all."""
        assert "at least 40 % of projects" == number(
            pair(40, SUPPRESSED, SHARE).total("kind", lacking="at least")
        )
        three = dimension("kind", "new", "old", "other")
        rows = [row(60, "new", SHARE), row(60, "old", SHARE), row(SUPPRESSED, "other")]
        said = refused(made(rows, SHARE, dimensions=[three]), lacking="at least")
        assert "60 + 60 is 120 %" in said

    def test_is_no_bound_below_zero_or_about(self) -> None:
        """A loss may be lacking; about five may be four."""
        assert "may be below zero" in refused(pair(3, SUPPRESSED), lacking="at least")
        about = Value(3, COUNT, Qualifier.ABOUT)
        said = refused(pair(about, SUPPRESSED, COUNT), lacking="at least")
        assert "about 3 projects is no lower bound of its part" in said
        said = refused(pair(-3, SUPPRESSED, COUNT), lacking="at least")
        assert "-3 projects is no lower bound of its part" in said

    def test_ways_are_three(self) -> None:
        """Anything else is refused."""
        assert "lacking='skip' is none of" in refused(pair(1, 2), lacking="skip")


class TestRefused:
    """What does not add up, whatever the numbers are."""

    @pytest.mark.parametrize(
        ("unit", "said"),
        [
            ("% of GDP", "ratios to a reference amount"),
            ("index 2015=100", "index levels have no unit in common"),
            ("% change on 2015", "relative changes follow each other"),
            ("NOK / inhabitants", "rates are averages of their parts"),
            ("XXX", "the currency is not stated"),
        ],
    )
    def test_kinds(self, unit: str, said: str) -> None:
        """Ratios, indexes, changes, rates, and money of nobody knows where."""
        assert said in refused(pair(1, 2, parse_unit(unit)))

    def test_categories_that_may_overlap(self) -> None:
        """Unless the dimension says that they do not."""
        kinds = dimension("kind", "new", "old", exclusive=False)
        assert "its categories may overlap" in refused(pair(1, 2, dimensions=[kinds]))

    def test_breakdowns_that_are_none(self) -> None:
        """The known ones are listed."""
        with pytest.raises(UnknownName, match="kind"):
            pair(1, 2).total("sex")

    def test_sums_beyond_what_is_held(self) -> None:
        """As of any number."""
        with pytest.raises(Contradiction, match="out of bounds"):
            pair("900000000E22", "900000000E22").total("kind")


def test_a_part_of_a_total_is_a_share_of_it() -> None:
    """The total knows its parts."""
    parts = pair(1, 3)
    total, new = parts.total("kind").at(), parts.at(kind="new")
    money = new.share_of(total)

    assert "25 % part of made-up-total-kind" == str(money.number)
    with pytest.raises(Contradiction, match="not known to be a part"):
        pair(1, 3, key="other").at(kind="new").share_of(total)
    assert operator.eq(Method.RELATIVE, money.lineage.method if money.lineage else None)


def test_a_lineage_of_other_things_is_told_whole() -> None:
    """An aggregate of records that are no parts in a breakdown belongs to every row."""
    of = [Input(figure="records", value=Value(n, NOK), area="NO", period=2018) for n in (1, 2)]
    lineage = Derivation(method=Method.AGGREGATE, inputs=of)
    datum = made([row(3)], lineage=lineage).at()

    assert lineage == datum.lineage
    parts = [attrs.evolve(given, breakdowns={"kind": "new", "size": "small"}) for given in of]
    elsewhere = attrs.evolve(lineage, inputs=[attrs.evolve(part, period=2017) for part in parts])
    assert elsewhere == made([row(3)], lineage=elsewhere).at().lineage
