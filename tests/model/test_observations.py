"""Observations as columns."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from offinno.language import Term
from offinno.model import (
    Area,
    Axis,
    Column,
    Contradiction,
    Evidence,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
    Status,
)
from offinno.units import parse_unit
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
        for wrong in ([-1], [3], [0.5], [True, False, True], [[0]], ["0"]):
            with pytest.raises(IndexError, match="whole numbers from 0 to 2"):
                these.rows(wrong)  # type: ignore[arg-type]
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
