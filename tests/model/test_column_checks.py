"""The columns of observations are checked together."""

import operator
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import pytest

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
