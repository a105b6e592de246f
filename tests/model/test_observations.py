"""Observations as columns."""

import operator
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import pytest

from offinno.language import Term
from offinno.model import (
    RANGE_CODE,
    Area,
    Axis,
    BadKey,
    Column,
    Contradiction,
    Evidence,
    Extra,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
    Status,
    WrongType,
)
from offinno.model._unpacking import as_published
from offinno.units import Unit, parse_unit
from offinno.values import (
    Counted,
    Interval,
    Missing,
    MissingReason,
    Period,
    Qualifier,
    Range,
    Value,
)

SHARE = parse_unit("% of public-workplaces")
NOK = parse_unit("NOK")
Rows = Callable[..., Observation]


def columns(**other: Any) -> dict[str, Any]:
    """Return what the constructor takes for two rows."""
    return {
        "unit": NOK,
        "area": Axis.of([Area("NO"), Area("SE")]),
        "period": Axis.of([Period("2018")] * 2),
        "value": Column.of("<f8", [1.5, 2.25]),
        "decimals": Column.of("|i1", [1, 2]),
    } | other


def refused(**other: Any) -> str:
    """Return what the constructor says of these columns."""
    with pytest.raises(Contradiction) as problem:
        Observations(**columns(**other))
    return str(problem.value)


class TestNumbers:
    """Numbers are exact to 15 digits, with their decimals."""

    @pytest.mark.parametrize(
        "text",
        [
            "0", "0.0", "0.00", "1", "-1", "48.30", "48.3", "-0.5", "100", "1E+2", "4.7E+9",
            "999999999999999", "-999999999999999", "0.999999999999999", "1.23456789012345E-7",
            "1E-22", "9.99999999999999E+30", "1E+22", "123456789012345E+15", "0E+22", "0E-22",
            "123456789.012345", "9007199254740.99", "0.1", "0.2", "0.30", "1.005", "2.675",
        ],
    )  # fmt: skip
    def test_come_back_with_their_digits(self, row: Rows, text: str) -> None:
        """A number has the digits and the exponent that it was given with."""
        these = Observations.of(NOK, [row(Value(Decimal(text), NOK), unit=NOK)])
        value = these[0].value

        assert isinstance(value, Value)
        assert Decimal(text).as_tuple() == value.magnitude.as_tuple()

    def test_do_not_depend_on_the_callers_context(self, row: Rows) -> None:
        """A caller who computes with three digits reads all fifteen."""
        these = Observations.of(
            NOK, [row(Value("123456.789E+9", NOK)), row(Value("1E+3", NOK), "SE")]
        )
        with localcontext() as context:
            context.prec = 3
            value = these[0].value

        assert isinstance(value, Value)
        assert Decimal("123456.789E+9") == value.magnitude

    @pytest.mark.parametrize("text", ["1234567890123456", "0.1234567890123456", "1000000000000000"])
    def test_have_fifteen_digits(self, row: Rows, text: str) -> None:
        """A sixteenth would be lost in a binary float."""
        with pytest.raises(Contradiction, match="more than 15 significant digits; round it"):
            Observations.of(NOK, [row(Value(text, NOK))])

    @pytest.mark.parametrize("text", ["1E-23", "1E+23", "0E-23"])
    def test_have_twenty_two_decimals(self, row: Rows, text: str) -> None:
        """A larger power of ten is not exact in binary."""
        with pytest.raises(Contradiction, match="a column holds 22 at most"):
            Observations.of(NOK, [row(Value(text, NOK))])

    @pytest.mark.parametrize(
        ("number", "decimals", "said"),
        [
            (48.35, 1, "48.35 has more digits than the 1 decimals stated for it"),
            (48.3, 0, "48.3 has more digits than the 0 decimals"),
            (1234567.0, -3, "1234567.0 has more digits than the -3 decimals"),
            (1e15, 0, "or more than 15 in all"),
            (9007199254740993.0, 0, "or more than 15 in all"),
            (0.1 + 0.2, 15, "or more than 15 in all"),
            (1.0000000000000002, 15, "or more than 15 in all"),
            (float("nan"), 0, "is not finite; say it is missing"),
            (float("inf"), 0, "is not finite; say it is missing"),
            (-float("inf"), -3, "is not finite; say it is missing"),
            (1e300, 0, "is out of bounds"),
            (1.0, 23, "23 decimals; a column holds 22 at most"),
            (1.0, 127, "127 decimals"),
            (0.0, -128, "-128 decimals"),
            (1e31, -22, "is out of bounds"),
            (-1e36, -22, "is out of bounds"),
        ],
    )
    def test_are_refused_with_their_row(self, number: float, decimals: int, said: str) -> None:
        """The error names the row, the number and what is wrong with it."""
        found = refused(
            value=Column.of("<f8", [1.0, number]), decimals=Column.of("|i1", [0, decimals])
        )

        assert found.startswith("observations[1]: ")
        assert said in found
        assert "np." not in found

    def test_are_found_far_down(self) -> None:
        """The row is the right one in a column of any length."""
        numbers = np.zeros(50_000)
        numbers[40_001] = 0.5
        years = Axis.of([Period(f"{1 + n // 12:04}-{1 + n % 12:02}") for n in range(50_000)])
        with pytest.raises(Contradiction, match=r"observations\[40001\]"):
            Observations(
                unit=NOK,
                area=Axis.of([Area("NO")] * 50_000),
                period=years,
                value=Column.of("<f8", numbers),
                decimals=Column.of("|i1", np.zeros(50_000, np.int8)),
            )

    def test_have_no_negative_zero(self) -> None:
        """Zero is zero, so that equal rows make equal columns."""
        zeros = [Column.of("<f8", [0.0, -0.0]), Column.of("<f8", [0.0, 0.0])]
        one, other = (Observations(**columns(value=zero)) for zero in zeros)

        assert one == other
        assert "0.00 NOK" == str(one[1].value)

    @pytest.mark.parametrize("number", [-0.5, 100.5])
    def test_of_shares_lie_from_0_to_100(self, number: float) -> None:
        """As they do one by one."""
        found = refused(
            unit=SHARE, value=Column.of("<f8", [1, number]), decimals=Column.of("|i1", [0, 1])
        )

        assert "observations[1]: a share lies between 0 and 100 per cent" in found

    def test_of_other_units_may_be_any(self) -> None:
        """A change may be below zero, and a ratio over a hundred."""
        for text in ("% change on year before", "% of GDP"):
            changed = columns(unit=parse_unit(text), value=Column.of("<f8", [-0.5, 100.25]))

            assert [-0.5, 100.25] == Observations(**changed).value.array.tolist()

    @pytest.mark.parametrize(
        ("number", "decimals", "text"),
        [
            (48.3, 2, "48.30"),
            (4.7e9, -8, "4.7E+9"),
            (0.0, 0, "0"),
            (-1.0, 0, "-1"),
            (5e22, -22, "5E+22"),
        ],
    )
    def test_are_written_as_published(self, number: float, decimals: int, text: str) -> None:
        """A float and its decimals make the number that was published."""
        assert Decimal(text).as_tuple() == as_published(number, decimals).as_tuple()


class TestRows:
    """Rows go in and come out as they were."""

    def test_come_back_with_all_they_had(self, row: Rows, municipal: Term) -> None:
        """Every field of every row, in order."""
        population = Population(unit=municipal)
        rows = [
            row(
                10,
                "NO",
                status=[Status.BREAK, Status.UNVALIDATED],
                symbol="b",
                vintage="2020-01-02",
            ),
            row(Value(75, SHARE, counted=Counted(3, 4)), "SE", evidence=Evidence.VERIFIED),
            row(Value(20, SHARE, Qualifier.OVER, interval=Interval(low=10, high=30)), "FI"),
            row(Range(low=Value(6, SHARE), high=Value(19, SHARE)), "DK", notes=["*"]),
            row(Missing(MissingReason.SUPPRESSED, {"nb": "få"}), "IS", symbol=":"),
            row(Missing(MissingReason.NOT_COLLECTED), "FO", source="two"),
            row(0, "GL", population=population, sample=Missing(MissingReason.NOT_STATED)),
            row(
                1, "AX", question=Question(key="q", text="?"), sample=Sample(n=3), covers="2018-H1"
            ),
            row(1, "SJ", as_printed={"nb": "3 av 4"}),
        ]
        these = Observations.of(SHARE, rows)

        assert rows == list(these)
        assert rows == [these[at] for at in range(9)]
        assert rows[-1] == these[-1]
        assert list(reversed(rows)) == list(reversed(these))

    def test_missing_suppressed_and_zero_stay_apart(self, row: Rows) -> None:
        """Nothing that is missing is zero, and no range is either."""
        figures = [
            Value(0, SHARE),
            Value("0.0", SHARE),
            Range(low=Value(0, SHARE), high=Value(0, SHARE)),
            *(Missing(reason) for reason in MissingReason),
        ]
        places = [row(figure, Area(f"x-a{n}", "A")) for n, figure in enumerate(figures)]

        assert figures == [one.value for one in Observations.of(SHARE, places)]

    @pytest.mark.parametrize("status", Status)
    def test_each_flag_is_a_bit(self, row: Rows, status: Status) -> None:
        """Any set of flags is held as it is."""
        every = frozenset(Status) - {status}
        these = Observations.of(SHARE, [row(status=[status]), row(1, "SE", status=every)])

        assert [frozenset({status}), every] == [one.status for one in these]

    def test_cannot_be_reached_outside(self, row: Rows) -> None:
        """As in any sequence."""
        these = Observations.of(SHARE, [row()])
        for at in (1, -2):
            with pytest.raises(IndexError):
                these[at]

    def test_are_sliced(self, row: Rows) -> None:
        """A slice holds the rows it names, with what belongs to them."""
        rows = [
            row(n, a, notes=["*"] if n % 2 else ()) for n, a in enumerate(["NO", "SE", "FI", "DK"])
        ]
        these = Observations.of(SHARE, rows)

        assert Observations.of(SHARE, rows[1:3]) == these[1:3]
        assert Observations.of(SHARE, rows[::-2]) == these[::-2]
        assert Observations.of(SHARE, []) == these[9:]
        assert these == these[:]

    def test_are_chosen_by_position(self, row: Rows) -> None:
        """In the order asked for, each once."""
        rows = [
            row(1),
            row(Missing(MissingReason.SUPPRESSED), "SE", vintage="2019-01-01"),
            row(3, "FI"),
        ]
        these = Observations.of(SHARE, rows)

        assert Observations.of(SHARE, [rows[2], rows[1]]) == these.rows(iter([2, 1]))
        assert these.rows([0]).missing is None
        assert these.rows([0]).vintage is None
        with pytest.raises(IndexError, match="lie from 0 to 2"):
            these.rows([-1])
        with pytest.raises(IndexError, match="lie from 0 to 2"):
            these.rows([3])
        with pytest.raises(Contradiction, match="the same area"):
            these.rows([1, 1])

    def test_are_found(self, row: Rows) -> None:
        """A row is found by what tells it apart, and is another one if anything differs."""
        rows = [row(1, source="one"), row(2, source="two"), row(3, "SE"), row(4, breakdowns={})]
        these = Observations.of(SHARE, rows)
        places = Observations.of(SHARE, [row(1, breakdowns={"sector": "health"}, vintage=2019)])

        assert [0, 1, 2, 3] == [these.index(one) for one in rows]
        assert 2 == these.index(rows[2], 1, 3)
        assert all(one in these for one in rows)
        for other in (
            row(9, "SE"),
            row(3, "DK"),
            row(3, "SE", source="two"),
            row(3, "SE", vintage="2019"),
            row(3, "SE", breakdowns={"sector": "health"}),
            "a row",
        ):
            assert other not in these
        assert row(1, breakdowns={"sector": "health"}, vintage=2019) in places
        assert row(1, breakdowns={"sector": "school"}, vintage=2019) not in places
        with pytest.raises(ValueError, match="is none of these rows"):
            these.index(row(9))
        with pytest.raises(ValueError, match="is none of these rows"):
            these.index(rows[0], 1)
        assert 1 == these.count(rows[0])

    def test_nothing_is_in_nothing(self, row: Rows) -> None:
        """No row is one of none."""
        assert row() not in Observations.of(SHARE, [])

    def test_are_counted_and_named(self, row: Rows) -> None:
        """The short form says how many there are of what."""
        assert "<Observations: 1 of % of public-workplaces>" == repr(
            Observations.of(SHARE, [row()])
        )

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ([{"value": Value(1, NOK)}], "the value is in NOK, the others in %"),
            ([{"value": Range(low=Value(1, NOK), high=Value(2, NOK))}], "the value is in NOK"),
            ([{}, {}], r"observations\[1\]: the same area, period, breakdowns and source as in"),
            ([{"breakdowns": {"a": "b"}}, {"area": "SE"}], "where the first row has"),
            ([{}, {"area": "SE", "period": "2018-H1"}], "periods of different forms"),
        ],
    )
    def test_belong_together(self, row: Rows, rows: list[dict[str, Any]], said: str) -> None:
        """One unit, one form of period, one set of breakdowns, and each key once."""
        with pytest.raises(Contradiction, match=said):
            Observations.of(SHARE, [row(**given) for given in rows])

    def test_are_observations(self) -> None:
        """Nothing else is a row."""
        with pytest.raises(Contradiction, match="is no Observation"):
            Observations.of(SHARE, ["a row"])  # type: ignore[list-item]

    def test_may_have_a_period_that_is_not_stated(self, row: Rows) -> None:
        """Beside others of one form."""
        assert 2 == len(Observations.of(SHARE, [row(), row(1, "SE", period="?")]))


class TestDisputes:
    """Rows with one key and different sources all stay."""

    def test_stand_in_groups(self, row: Rows) -> None:
        """Each group holds the rows that agree in all but their source."""
        rows = [
            row(1, "SE", source="b"),
            row(1, source="a"),
            row(2, "SE", source="a"),
            row(3, "FI"),
        ]
        these = Observations.of(SHARE, [*rows, row(4, source="c"), row(5)])

        assert ((0, 2), (1, 4, 5)) == these.disputed

    def test_need_sources(self, row: Rows) -> None:
        """Where no row names one, and where all differ, there are none."""
        assert () == Observations.of(SHARE, [row(), row(1, "SE")]).disputed
        assert () == Observations.of(SHARE, [row(source="a"), row(1, "SE")]).disputed

    def test_one_source_says_one_thing(self, row: Rows) -> None:
        """Two figures of one source for one thing contradict each other."""
        rows = [row(1, source="a"), row(2, "SE"), row(3, source="a")]
        with pytest.raises(Contradiction, match=r"observations\[2\]: .* in observations\[0\]"):
            Observations.of(SHARE, rows)

    @pytest.mark.parametrize("last", [0, 1])
    def test_keys_need_not_fit_a_word(self, last: int) -> None:
        """With more possible keys than a machine word counts, rows are still told apart."""
        rows, dimensions = 1024, 8
        numbers = np.arange(rows)
        axis = Axis(categories=[f"c{n}" for n in numbers], codes=Column.of("<u2", numbers))
        again = Column.of("<u2", np.append(numbers, [last]))
        repeated = Axis(categories=axis.categories, codes=again)
        tail = Axis.of(["a"] * rows + ["b" if last else "a"])
        parts: dict[str, Any] = {
            "unit": NOK,
            "area": Axis.of([Area("NO")] * (rows + 1)),
            "period": Axis.of([Period("2018")] * (rows + 1)),
            "breakdowns": [*((f"d{n}", repeated) for n in range(dimensions)), ("tail", tail)],
            "value": Column.of("<f8", np.zeros(rows + 1)),
            "decimals": Column.of("|i1", np.zeros(rows + 1, np.int8)),
        }
        if last:
            assert rows + 1 == len(Observations(**parts))
        else:
            with pytest.raises(Contradiction, match=r"observations\[1024\]"):
                Observations(**parts)


class TestColumns:
    """The constructor takes ready columns and checks them together."""

    def test_need_no_objects(self) -> None:
        """What a reader has decoded is checked as it is."""
        these = Observations(**columns())

        assert ["1.5 NOK", "2.25 NOK"] == [str(one.value) for one in these]
        assert 2 * (8 + 1 + 1 + 1) == these.memory

    def test_memory_counts_what_is_there(self, row: Rows) -> None:
        """Optional columns count where they are."""
        rows = [
            row(
                Value(1, SHARE, Qualifier.ABOUT),
                vintage="2020-01-01",
                source="a",
                breakdowns={"b": "c"},
            ),
            row(
                Missing(MissingReason.SUPPRESSED),
                "SE",
                status=[Status.BREAK],
                evidence=Evidence.SECONDARY,
                breakdowns={"b": "d"},
            ),
        ]

        assert 2 * (8 + 1 + 5 * 1 + 1 + 2 + 1 + 1) == Observations.of(SHARE, rows).memory

    def test_are_one_whatever_way_they_are_given(self) -> None:
        """Columns in which all is usual are left out, and empty extras too."""
        plain = Observations(**columns())
        full = columns(
            missing=Column.of("|u1", [0, 0]),
            status=Column.of("<u2", [0, 0]),
            qualifier=Column.of("|u1", [0, 0]),
            evidence=Column.of("|u1", [1, 1]),
            vintage=Axis.of([None, None]),
            source=Axis.of([None, None]),
            extras=[(0, Extra()), (1, Extra())],
            area=Axis(
                categories=(Area("SE"), Area("DK"), Area("NO")), codes=Column.of("<u4", [2, 0])
            ),
        )

        assert plain == Observations(**full)
        assert hash(plain) == hash(Observations(**full))
        assert plain == Observations.of(NOK, list(plain))

    def test_breakdowns_stand_in_order(self) -> None:
        """The order in which dimensions are given says nothing."""
        axis = Axis.of(["x", "y"])
        one = Observations(**columns(breakdowns=[("b", axis), ("a", axis)]))

        assert one == Observations(**columns(breakdowns={"a": axis, "b": axis}))

    @pytest.mark.parametrize(
        ("other", "said"),
        [
            ({"value": Column.of("<f8", [1.0])}, "the columns differ in length"),
            ({"decimals": Column.of("|i1", [1])}, "the columns differ in length"),
            ({"period": Axis.of([Period("2018")])}, "the columns differ in length"),
            ({"source": Axis.of(["a"])}, "the columns differ in length"),
            ({"breakdowns": [("a", Axis.of(["b"]))]}, "the columns differ in length"),
            ({"status": Column.of("<u2", [1])}, "the columns differ in length"),
            ({"value": Column.of("<u2", [1, 2])}, "value is a column of <f8"),
            ({"decimals": Column.of("|u1", [1, 2])}, "decimals is a column of |i1"),
            ({"missing": Column.of("<u2", [1, 2])}, "missing is a column of |u1"),
            ({"status": Column.of("|u1", [1, 2])}, "status is a column of <u2"),
            ({"qualifier": Column.of("<u2", [1, 2])}, "qualifier is a column of |u1"),
            ({"evidence": Column.of("|i1", [1, 2])}, "evidence is a column of |u1"),
            ({"area": Axis.of(["NO", "SE"])}, "a category of area is no Area"),
            ({"period": Axis.of(["2018", "2019"])}, "a category of period is no Period"),
            ({"vintage": Axis.of(["2018", None])}, "a category of vintage is no Period"),
            ({"status": Column.of("<u2", [0, 1 << 12])}, "a code of status stands for nothing"),
            ({"qualifier": Column.of("|u1", [0, 8])}, "a code of qualifier stands for nothing"),
            ({"evidence": Column.of("|u1", [0, 5])}, "a code of evidence stands for nothing"),
            ({"missing": Column.of("|u1", [0, 8])}, "a code of missing stands for nothing"),
            ({"missing": Column.of("|u1", [0, 1])}, "both a number and a reason for none"),
            ({"extras": [(2, Extra(symbol="a"))]}, "extras must follow the order of their rows"),
            ({"extras": [(-1, Extra(symbol="a"))]}, "extras must follow the order of their rows"),
            (
                {"extras": [(1, Extra(symbol="a")), (0, Extra(symbol="b"))]},
                "extras must follow the order of their rows",
            ),
            (
                {"extras": [(0, Extra(symbol="a")), (0, Extra(symbol="b"))]},
                "extras must follow the order of their rows",
            ),
        ],
    )
    def test_contradictions_are_refused(self, other: dict[str, Any], said: str) -> None:
        """Each column has its type, its length and its codes."""
        assert said in refused(**other)

    @pytest.mark.parametrize(
        "other",
        [{"source": Axis.of(["the report", None])}, {"breakdowns": [("a", Axis.of(["x y", "z"]))]}],
    )
    def test_keys_are_checked(self, other: dict[str, Any]) -> None:
        """A source and a category can be named in a reference."""
        with pytest.raises(BadKey):
            Observations(**columns(**other))

    @pytest.mark.parametrize("wrong", [{"unit": "NOK"}, {"area": "NO"}, {"value": [1.5, 2.25]}])
    def test_fields_are_typed(self, wrong: dict[str, Any]) -> None:
        """A list is no column, and a word no unit."""
        with pytest.raises(WrongType):
            Observations(**columns(**wrong))


EMPTY = {"value": Column.of("<f8", [1.5, 0]), "decimals": Column.of("|i1", [1, 0])}
SOME = Range(low=Value(1, NOK), high=Value(2, NOK))


class TestExtras:
    """What single rows have fits their columns."""

    @pytest.mark.parametrize(
        ("code", "extra"),
        [
            (0, {"range": SOME}),
            (1, {"range": SOME}),
            (RANGE_CODE, {"range": SOME, "interval": Interval(low=0, high=1)}),
            (1, {"interval": Interval(low=0, high=1)}),
            (1, {"counted": Counted(0, 4)}),
            (0, {"missing_note": "hvorfor"}),
            (RANGE_CODE, {"range": SOME, "missing_note": "hvorfor"}),
        ],
    )
    def test_are_about_the_figure(self, code: int, extra: dict[str, Any]) -> None:
        """A range is no value, and only a value has an interval."""
        found = refused(**EMPTY, missing=Column.of("|u1", [0, code]), extras=[(1, Extra(**extra))])

        assert (
            "observations[1]: row: what it has beside its columns is not about such a figure"
            == found
        )

    def test_a_range_is_there(self) -> None:
        """A row that is marked as one has one, in the unit of all."""
        marked = EMPTY | {"missing": Column.of("|u1", [0, RANGE_CODE])}
        other = Range(low=Value(1, SHARE), high=Value(2, SHARE))

        assert "observations[1]: it is marked as a range and has none" in refused(**marked)
        assert "the range is in %" in refused(**marked, extras=[(1, Extra(range=other))])
        assert SOME == Observations(**columns(**marked, extras=[(1, Extra(range=SOME))]))[1].value

    @pytest.mark.parametrize(
        ("unit", "extra", "said"),
        [
            (NOK, {"interval": Interval(low=3, high=4)}, "observations[1]: "),
            (NOK, {"counted": Counted(1, 44)}, "observations[1]: "),
            (SHARE, {"counted": Counted(3, 4)}, "observations[1]: "),
            (NOK, {"covers": "2019"}, "observations[1]: "),
        ],
    )
    def test_agree_with_the_number(self, unit: Unit, extra: dict[str, Any], said: str) -> None:
        """The rules of values and observations hold for rows in columns."""
        assert said in refused(unit=unit, extras=[(1, Extra(**extra))])

    def test_agree_where_they_do(self) -> None:
        """An interval around its number, the counts behind it, a part of its period."""
        extra = Extra(interval=Interval(low=2, high=3), counted=Counted(1, 44), covers="2018-H1")
        numbers = {"value": Column.of("<f8", [1.5, 2.3]), "decimals": Column.of("|i1", [1, 1])}
        these = Observations(**columns(unit=SHARE, **numbers, extras=[(1, extra)]))

        assert extra == these.beside(1)
        assert Extra() == these.beside(0)
        assert Counted(1, 44) == operator.attrgetter("value.counted")(these[1])

    def test_notes_are_named_once(self) -> None:
        """As in an observation."""
        with pytest.raises(Contradiction, match="a note is named twice"):
            Extra(notes=["*", "*"])
