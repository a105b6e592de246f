"""Indicators: a header that agrees with its rows, and rows found by what tells them apart."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import Term
from offinno.model import (
    Area,
    Axis,
    Break,
    Column,
    Contradiction,
    Datum,
    Dimension,
    Evidence,
    Indicator,
    ManyFigures,
    NoSuchFigure,
    Note,
    Observation,
    Observations,
    Preferred,
    Source,
    Status,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Range, UnknownOrder, Value

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]

NOK = parse_unit("NOK")
SHARE = parse_unit("% of public-workplaces")
STAR = Note(mark="*", text="Bare kommuner")
SECTOR = Dimension(
    key="sector",
    label="sektor",
    categories=[Term(key="health", label="helse"), Term(key="school", label="skole")],
)


def change(at: object, key: str = "weights") -> Break:
    """Return a break."""
    return Break(key=key, at=at, changed="vekting")  # type: ignore[arg-type]


class TestHeader:
    """The parts of an indicator agree."""

    @pytest.mark.parametrize(
        ("header", "said"),
        [
            ({"observations": Observations.of(NOK, [])}, "observations in NOK, the indicator in %"),
            ({"notes": [STAR, STAR]}, "notes[1].mark: a note's mark stands twice: *"),
            (
                {"sources": [Source(key="a", publisher="A", title="A")] * 2},
                "sources[1].key: a source stands twice: a",
            ),
            (
                {"breaks": [change(2018), change(2018)]},
                "breaks[1].key: a break stands twice: weights",
            ),
            (
                {"dimensions": [SECTOR, SECTOR]},
                "dimensions[1].key: a dimension stands twice: sector",
            ),
            (
                {"dimensions": [SECTOR]},
                "observations[0].breakdowns: rows are broken down by [], dimensions say ['sector']",
            ),
            (
                {"preferred": Preferred(source="a", reason="A")},
                "preferred.source: no source is called 'a'; known: none",
            ),
            (
                {"breaks": [change(2017)]},
                "breaks[0].at: the break 'weights' at 2017 lies outside the series",
            ),
            (
                {"breaks": [change(2019)]},
                "breaks[0].at: the break 'weights' at 2019 lies outside the series",
            ),
            (
                {"breaks": [change("?")]},
                "breaks[0].at: the break 'weights' at ? lies outside the series",
            ),
            ({"series": "2019/2020"}, "series: the series 2019/2020 does not hold all of its rows"),
            ({"series": "2010/.."}, "series: the series 2010/.. needs a beginning and an end"),
        ],
    )
    def test_contradictions_are_refused(
        self, indicator: Indicators, header: dict[str, Any], said: str
    ) -> None:
        """The error names the indicator and what is wrong."""
        with pytest.raises(Contradiction) as refused:
            indicator(**header)

        assert f"indicator 'made-up': {said}" in str(refused.value)

    def test_rows_name_what_the_header_has(
        self, indicator: Indicators, row: Rows, one: Source
    ) -> None:
        """Sources, marks and categories are found above."""
        with pytest.raises(Contradiction, match="no source is called 'won'; did you mean 'one'"):
            indicator([row(source="won")], sources=[one])
        with pytest.raises(
            Contradiction, match=r"observations\[1\]\.notes\[1\]: no note has the mark '†'"
        ):
            indicator([row(notes=["*"]), row(1, "SE", notes=["*", "†"])], notes=[STAR])
        with pytest.raises(Contradiction, match="dimension 'sector' has no category 'sport'"):
            indicator([row(breakdowns={"sector": "sport"})], dimensions=[SECTOR])
        with pytest.raises(Contradiction, match=r"broken down by \['age'\]"):
            indicator([row(breakdowns={"age": "young"})], dimensions=[SECTOR])

    def test_every_contradiction_is_told(
        self, indicator: Indicators, row: Rows, one: Source
    ) -> None:
        """One error holds all of them, each with the steps to the row."""
        rows = [
            row(breakdowns={"sector": "sport"}),
            row(1, "SE", breakdowns={"sector": "art"}, source="two", notes=["*", "†"]),
        ]
        with pytest.raises(Contradiction) as refused:
            indicator(rows, dimensions=[SECTOR], sources=[one])

        assert [
            ("observations", 0, "breakdowns", "sector"),
            ("observations", 1, "breakdowns", "sector"),
            ("observations", 1, "source"),
            ("observations", 1, "notes", 0),
            ("observations", 1, "notes", 1),
        ] == [found.steps for found in (refused.value, *refused.value.others)]

    def test_an_empty_indicator_may_have_dimensions(self, indicator: Indicators) -> None:
        """Rows may come later; where there are none, they are not broken down."""
        empty = Observations(
            unit=SHARE,
            area=Axis.of([]),
            period=Axis.of([]),
            breakdowns={"age": Axis.of([])},
            value=Column.of("<f8", []),
            decimals=Column.of("|i1", []),
        )

        assert 0 == len(indicator([], dimensions=[SECTOR]))
        assert indicator([]) == indicator(observations=empty)

    def test_breaks_lie_inside(self, indicator: Indicators, row: Rows) -> None:
        """At the first period, within one, or at the last."""
        rows = [row(1, period=2016), row(2, period=2018)]
        kept = indicator(
            rows, breaks=[change(2016, "a"), change("2017-06", "b"), change(2018, "c")]
        )

        assert ["a", "b", "c"] == [b.key for b in kept.breaks]
        assert (date(2016, 1, 1), date(2018, 12, 31)) == kept.span

    def test_rows_may_be_part_of_a_series(self, indicator: Indicators) -> None:
        """A break outside the rows lies inside the series that they are from."""
        kept = indicator(breaks=[change(2014)], series="2010/2020")

        assert (date(2010, 1, 1), date(2020, 12, 31)) == kept.span
        assert indicator([], series="2010/2020").span == kept.span
        assert indicator([]).span is None

    def test_one_source_says_one_thing(
        self, indicator: Indicators, row: Rows, one: Source, two: Source
    ) -> None:
        """A row without a source is from the first, as is one that names it."""
        rows = [row(1, "SE", source="one"), row(1), row(2, source="one")]
        with pytest.raises(
            Contradiction, match="observations 1 and 2 say one thing, both from one"
        ):
            indicator(rows, sources=[one, two])

        assert 3 == len(indicator(rows, sources=[two, one]))
        assert 2 == len(indicator(rows[:2], sources=[one, two]))

    def test_things_are_found_by_key(self, indicator: Indicators) -> None:
        """What is not there is named with what is."""
        whole = indicator(
            [], notes=[Note(mark="†", text="A"), STAR], dimensions=[SECTOR], breaks=[]
        )

        assert STAR == whole.note("*")
        assert SECTOR == whole.dimension("sector")
        with pytest.raises(UnknownName, match=r"no note is called '‡'; known: †, \*"):
            whole.note("‡")
        with pytest.raises(UnknownName, match="no dimension is called 'sectr'"):
            whole.dimension("sectr")

    def test_shows_itself_in_short(self, indicator: Indicators) -> None:
        """Its key, and how many figures it has in which unit."""
        assert "<Indicator made-up: 1 in % of public-workplaces>" == repr(indicator())


class TestSelection:
    """Rows are found by area, period, vintage, source and category."""

    @pytest.fixture
    def whole(self, indicator: Indicators, row: Rows, one: Source, two: Source) -> Indicator:
        """Return an indicator of several areas, years, categories, vintages and sources."""
        rows = [
            row(1, "NO", breakdowns={"sector": "health"}),
            row(2, "NO", breakdowns={"sector": "school"}, source="one"),
            row(3, "SE", breakdowns={"sector": "health"}, source="two"),
            row(4, "NO", breakdowns={"sector": "health"}, period=2019, vintage="2020-01-02"),
            row(5, "NO", breakdowns={"sector": "health"}, period=2019, vintage="2020-06-02"),
            row(6, "NO", breakdowns={"sector": "health"}, period=2019),
        ]
        return indicator(rows, sources=[one, two], dimensions=[SECTOR])

    @pytest.mark.parametrize(
        ("selectors", "rows"),
        [
            ({}, (0, 1, 2, 3, 4, 5)),
            ({"area": "NO"}, (0, 1, 3, 4, 5)),
            ({"area": Area("SE")}, (2,)),
            ({"area": "DK"}, ()),
            ({"period": 2019}, (3, 4, 5)),
            ({"period": Period("2018")}, (0, 1, 2)),
            ({"sector": "school"}, (1,)),
            ({"area": "NO", "period": "2018", "sector": "health"}, (0,)),
            ({"vintage": "2020-01-02"}, (3,)),
            ({"vintage": "?"}, (0, 1, 2, 5)),
            ({"source": "one"}, (0, 1, 3, 4, 5)),
            ({"source": "two"}, (2,)),
            ({"source": "None"}, ()),
            ({"vintage": "None"}, ()),
        ],
    )
    def test_finds_positions(
        self, whole: Indicator, selectors: dict[str, Any], rows: tuple[int, ...]
    ) -> None:
        """All selectors hold; rows without a source have the first, without a vintage none."""
        assert rows == whole.find(**selectors)

    def test_selects_by_what_no_row_states(
        self, indicator: Indicators, one: Source, row: Rows
    ) -> None:
        """Where no row names a source, all are from the first; where none is known, none is."""
        assert (0,) == indicator(sources=[one]).find(source="one")
        assert () == indicator(sources=[one]).find(source="two")
        assert (0,) == indicator().find(source="?") == indicator().find(vintage="?")
        assert () == indicator([row(vintage=2019)]).find(vintage="?")

    def test_hyphens_are_underscores(self, indicator: Indicators, row: Rows) -> None:
        """Python lets no name have a hyphen."""
        size = Dimension(key="size-class", label="A", categories=[Term(key="small", label="liten")])
        whole = indicator([row(breakdowns={"size-class": "small"})], dimensions=[size])

        assert (0,) == whole.find(size_class="small")
        assert 10 == whole.at(size_class="small").number.magnitude
        assert whole is whole.where(size_class="small")

    def test_unknown_names_are_refused(self, whole: Indicator) -> None:
        """By each way of selecting."""
        for select in (whole.find, whole.at, whole.where):
            with pytest.raises(
                NoSuchFigure, match=r"told apart by area, period, .*, source, sector"
            ):
                select(sex="f")

    def test_one_figure(self, whole: Indicator) -> None:
        """With all that belongs to it."""
        datum = whole.at(area="SE")

        assert Datum(whole, whole.observations[2]) == datum
        assert (2, whole) == (datum.row, datum.indicator)

    def test_no_figure(self, whole: Indicator) -> None:
        """The error says what there is instead."""
        with pytest.raises(NoSuchFigure) as refused:
            whole.at(area="DK", period=2018)

        assert (
            "made-up has no figure for area=DK, period=2018; "
            "there is area NO, SE; period 2018, 2019; sector health, school"
        ) == str(refused.value)
        with pytest.raises(NoSuchFigure, match="there is area NO, SE"):
            whole.where(area="DK")

    def test_no_figure_at_all(self, indicator: Indicators) -> None:
        """Of an empty indicator."""
        with pytest.raises(NoSuchFigure, match="for no selector; there is none at all"):
            indicator([]).at()

    def test_many_figures(self, whole: Indicator) -> None:
        """The error says what to choose by."""
        with pytest.raises(
            ManyFigures, match="has 5 figures for area=NO; say which: there is area"
        ):
            whole.at(area="NO")

    def test_part(self, whole: Indicator) -> None:
        """With the rows that are met, in order, under the same header."""
        part = whole.where(area="NO", period=2019)

        assert [4, 5, 6] == [datum.number.magnitude for datum in part.data()]
        assert (whole.title, whole.dimensions) == (part.title, part.dimensions)
        assert 6 == len(whole)

    def test_last_period(self, whole: Indicator, indicator: Indicators, row: Rows) -> None:
        """The one that ends last; where that is not known, none is."""
        assert (Period("2019"),) == whole.latest().periods
        with pytest.raises(NoSuchFigure, match="for the last period; there is none at all"):
            indicator([]).latest()
        with pytest.raises(UnknownOrder):
            indicator([row(), row(1, period="?")]).latest()

    def test_areas_and_periods(self, whole: Indicator) -> None:
        """In the order in which rows first have them."""
        assert (Area("NO"), Area("SE")) == whole.areas
        assert (Period("2018"), Period("2019")) == whole.periods

    def test_breaks_stay_with_a_part(self, indicator: Indicators, row: Rows) -> None:
        """A break that lies outside the rows still parts them from others."""
        rows = [row(n, period=2016 + n) for n in range(3)]
        whole = indicator(rows, breaks=[change(2018)])
        part = whole.where(period=2016)

        assert whole.breaks == part.breaks
        assert Period("2016-01-01/2018-12-31") == part.series
        assert part.series == part.latest().series
        assert whole.where(period=2017).series == whole.where(period=2018).series
        assert indicator(rows).where(period=2016).series is None
        assert whole is whole.where(area="NO")


class TestDisputes:
    """Of figures that sources disagree on, the preferred one is taken."""

    @pytest.fixture
    def rows(self, row: Rows) -> list[Observation]:
        """Return two figures for Norway and one for Sweden."""
        return [row(1), row(2, source="two"), row(3, "SE")]

    def test_need_a_choice(
        self, indicator: Indicators, rows: list[Observation], one: Source, two: Source
    ) -> None:
        """Without a preference the error names the sources."""
        whole = indicator(rows, sources=[one, two])
        with pytest.raises(ManyFigures, match="sources disagree: choose source=one or source=two"):
            whole.at(area="NO")

        assert 1 == whole.at(area="NO", source="one").number.magnitude
        assert 2 == whole.at(area="NO", source="two").number.magnitude
        assert whole is whole.settled()

    def test_follow_a_preference(
        self, indicator: Indicators, rows: list[Observation], one: Source, two: Source
    ) -> None:
        """A row without a source is preferred where the first source is."""
        for source, number in ((one, 1), (two, 2)):
            choice = Preferred(source=source.key, reason="nyest")
            whole = indicator(rows, sources=[one, two], preferred=choice)
            settled = whole.settled()

            assert number == whole.at(area="NO").number.magnitude
            assert [number, 3] == [datum.number.magnitude for datum in settled.data()]
            assert settled is settled.settled()

    def test_stay_where_the_preferred_source_is_silent(
        self, indicator: Indicators, rows: list[Observation], one: Source, two: Source
    ) -> None:
        """What others disagree on, the preferred one does not decide."""
        three = Source(key="three", publisher="C", title="Third")
        choice = Preferred(source="three", reason="nyest")
        whole = indicator(rows, sources=[one, two, three], preferred=choice)

        assert whole is whole.settled()
        with pytest.raises(ManyFigures, match="sources disagree"):
            whole.at(area="NO")


def test_columns_hold_every_row(indicator: Indicators, row: Rows, one: Source, two: Source) -> None:
    """A table has all rows, with their words, and no row is an object for it."""
    rows = [
        row(Value("48.30", SHARE, Qualifier.ABOUT), breakdowns={"sector": "health"}, notes=["*"]),
        row(
            Range(low=Value(6, SHARE), high=Value(19, SHARE)),
            "SE",
            breakdowns={"sector": "school"},
            vintage="2020-01-02",
            source="two",
        ),
        row(
            Missing(MissingReason.SUPPRESSED),
            "FI",
            breakdowns={"sector": "health"},
            status=[Status.BREAK, Status.REVISED],
            evidence=Evidence.SECONDARY,
        ),
    ]
    whole = indicator(rows, sources=[one, two], dimensions=[SECTOR], notes=[STAR])

    assert whole.to_columns() == {
        "area": ["NO", "SE", "FI"],
        "period": ["2018", "2018", "2018"],
        "sector": ["health", "school", "health"],
        "vintage": [None, "2020-01-02", None],
        "value": [Decimal("48.30"), None, None],
        "low": [None, Decimal(6), None],
        "high": [None, Decimal(19), None],
        "notes": ["*", "", ""],
        "qualifier": ["about", None, None],
        "missing": [None, None, "suppressed"],
        "status": ["", "", "break, revised"],
        "evidence": ["published", "published", "secondary"],
        "source": ["one", "two", "one"],
    }


def test_columns_of_plain_rows(indicator: Indicators) -> None:
    """Where no row has anything special, the columns say so."""
    columns = indicator().to_columns()

    assert ([Decimal(10)], ["exact"], [None]) == tuple(
        columns[name] for name in ("value", "qualifier", "missing")
    )
    assert ([None], [None], [""], ["published"]) == tuple(
        columns[name] for name in ("source", "vintage", "status", "evidence")
    )
