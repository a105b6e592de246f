"""What may stand beside a number, ranges, and what is missing."""

import pickle
from decimal import Context, Decimal, localcontext
from typing import Any

import attrs
import numpy as np
import pytest

from offinno.exceptions import OffinnoError
from offinno.language import Text, UnsafeText
from offinno.units import parse_unit
from offinno.values import (
    BadNumber,
    BadValue,
    Counted,
    Interval,
    Missing,
    MissingReason,
    Qualifier,
    Range,
    Value,
)

SHARE = parse_unit("% of workplaces")
HUGE = 1 << 40_000


class TestInterval:
    """The span in which the true number lies."""

    def test_takes_numbers_in_every_form(self) -> None:
        """Ends and level are read like any number."""
        interval = Interval(low="44.0", high=52.0, level=95, method="Wilson")

        assert (Decimal(44), Decimal(52), Decimal(95)) == (
            interval.low,
            interval.high,
            interval.level,
        )
        assert "44.0 to 52.0 (95 %)" == str(interval)
        assert "44 to 52" == str(Interval(low=44, high=52))

    @pytest.mark.parametrize(
        ("fields", "problem"),
        [
            ({"low": 52, "high": 44}, "the interval runs from 52 down to 44; swap the ends"),
            *(
                (
                    {"low": 44, "high": 52, "level": level},
                    f"in per cent, over 1 and under 100, not {level}; write level=95 for 95 %",
                )
                for level in ("0.95", 1, 0, -5, 100, 9500)
            ),
        ],
    )
    def test_refuses(self, fields: dict[str, Any], problem: str) -> None:
        """Ends the wrong way round, and a level that is none."""
        with pytest.raises(BadValue, match=problem):
            Interval(**fields)

    @pytest.mark.parametrize("level", ["1.01", 50, 95, "99.9"])
    def test_takes_a_level_in_per_cent(self, level: Any) -> None:
        """Everything over 1 and under 100 may be a level."""
        assert f"44 to 52 ({level} %)" == str(Interval(low=44, high=52, level=level))

    def test_refuses_numbers_out_of_bounds(self) -> None:
        """Infinity is no end: an interval open at one side is a qualifier."""
        with pytest.raises(BadNumber):
            Interval(low=44, high=float("inf"))

    def test_refuses_a_method_that_cannot_be_shown(self) -> None:
        """The method is text like any."""
        with pytest.raises(UnsafeText):
            Interval(low=44, high=52, method="Wil\u202eson")


class TestCounted:
    """So many of so many."""

    @pytest.mark.parametrize(("x", "of", "share"), [(0, 5, "0"), (5, 5, "100"), (1, 8, "12.5")])
    def test_has_a_share(self, x: int, of: int, share: str) -> None:
        """The share is in per cent."""
        assert Decimal(share) == Counted(x, of).share
        assert f"{x} of {of}" == str(Counted(x, of))

    def test_takes_the_whole_numbers_of_numpy(self) -> None:
        """Counts out of a column are held as plain whole numbers."""
        counted = Counted(np.int64(139), np.uint16(439))

        assert Counted(139, 439) == counted
        assert (int, int) == (type(counted.x), type(counted.of))

    @pytest.mark.parametrize(
        ("x", "of", "problem"),
        [
            (6, 5, "6 of 5 cannot have been counted"),
            (0, 0, "0 of 0 is no share; use Missing with the reason 'not applicable'"),
            *(
                (x, of, "counts are whole numbers from 0, given as int")
                for x, of in [
                    *((-1, 5), (1, -5), (True, 5), (1, True), (1.0, 5), ("1", 5)),
                    *((Decimal(1), 5), (1, None), (HUGE, HUGE), (1, 10**18)),
                ]
            ),
        ],
        ids=lambda given: "huge" if given == HUGE else None,
    )
    def test_refuses(self, x: Any, of: Any, problem: str) -> None:
        """What cannot have been counted, at whatever size."""
        with pytest.raises(BadValue, match=problem):
            Counted(x, of)

    @pytest.mark.parametrize(
        ("magnitude", "expected"),
        [
            *(("32", True), ("31.7", True), ("31.66", True), ("31.662870159453303", True)),
            *(("31", False), ("31.6", False), ("31.67", False), ("3E+1", False)),
        ],
    )
    def test_gives_what_it_rounds_to(self, magnitude: str, expected: bool) -> None:  # noqa: FBT001
        """139 of 439 is every number that it rounds to, at whatever number of decimals."""
        assert expected is Counted(139, 439).gives(Decimal(magnitude))

    def test_gives_a_half_in_both_directions(self) -> None:
        """12.5 may have been rounded up or to the even number."""
        assert Counted(1, 8).gives(Decimal(12))
        assert Counted(1, 8).gives(Decimal(13))
        assert not Counted(1, 8).gives(Decimal(14))

    def test_works_in_every_context(self) -> None:
        """A caller who computes with two digits gets the same answers."""
        with localcontext(Context(prec=2)):
            assert not Counted(139, 439).gives(Decimal("31.69"))
            assert Decimal("31.66287015945330296127562642369021") == Counted(139, 439).share


class TestRange:
    """Several values between two ends."""

    def test_has_one_unit(self) -> None:
        """Both ends are in it, and it may say what varies."""
        low, high = Value(6, SHARE), Value(19, SHARE)
        across = Range(low=low, high=high, across={"en": "ministries", "nb": "departementer"})

        assert SHARE == across.unit
        assert "6 to 19 % of workplaces across ministries" == str(across)
        assert Text({"en": "ministries", "nb": "departementer"}) == across.across
        assert "6 to 19 % of workplaces" == str(Range(low=low, high=high))

    def test_keeps_the_qualifiers_of_its_ends(self) -> None:
        """Each end says how exactly it was published."""
        ends = Value(6, SHARE, Qualifier.ABOUT), Value(19, SHARE, Qualifier.NEARLY)

        assert "about 6 to nearly 19 % of workplaces" == str(Range(low=ends[0], high=ends[1]))

    def test_may_be_one_number(self) -> None:
        """Nothing varied."""
        assert "6 to 6 % of workplaces" == str(Range(low=Value(6, SHARE), high=Value(6, SHARE)))

    @pytest.mark.parametrize(
        ("low", "high", "problem"),
        [
            (Value(6, SHARE), Value(5, SHARE), "the range runs from 6 % of workplaces down to 5"),
            (
                Value(6, SHARE),
                Value(9, parse_unit("km")),
                "a range in two units: % of workplaces and km",
            ),
            (6, Value(9, SHARE), "type int is no Value"),
            (Value(6, SHARE), "19 %", "'19 %' is no Value"),
        ],
    )
    def test_refuses(self, low: Any, high: Any, problem: str) -> None:
        """No values, two units, or the wrong order."""
        with pytest.raises(BadValue, match=problem):
            Range(low=low, high=high)


class TestMissing:
    """The absence of something."""

    @pytest.mark.parametrize("reason", MissingReason)
    def test_has_a_reason(self, reason: MissingReason) -> None:
        """Two absences are equal when reason and note are."""
        assert f"missing: {reason.value}" == str(Missing(reason))
        assert Missing(reason) == Missing(reason)
        assert Missing(reason) != Missing(reason, note="se tabell 3")

    @pytest.mark.parametrize("reason", ["suppressed", None, 0, "x" * 10_000])
    def test_refuses_another_reason(self, reason: Any) -> None:
        """A word is no reason."""
        with pytest.raises(BadValue, match="is no MissingReason") as caught:
            Missing(reason)

        assert 200 > len(str(caught.value))

    def test_is_no_number(self) -> None:
        """What is missing is neither zero nor false nor equal to anything else."""
        assert True is bool(Missing(MissingReason.SUPPRESSED))
        assert Missing(MissingReason.SUPPRESSED) != Missing(MissingReason.NOT_STATED)


@pytest.mark.parametrize(
    "part",
    [
        Interval(low=44, high=52, level=95, method="Wilson"),
        Counted(139, 439),
        Range(low=Value(6, SHARE), high=Value(19, SHARE), across="ministries"),
        Missing(MissingReason.NOT_STATED, note={"en": "not printed"}),
    ],
    ids=lambda part: type(part).__name__,
)
class TestEveryPart:
    """What they have in common."""

    def test_is_equal_when_copied(self, part: Any) -> None:
        """Evolving nothing and pickling give an equal part with an equal hash."""
        for again in (attrs.evolve(part), pickle.loads(pickle.dumps(part))):
            assert part == again
            assert hash(part) == hash(again)
            assert str(part) == str(again)

    def test_is_checked_when_unpickled(self, part: Any) -> None:
        """One that was tampered with cannot come back."""
        spoiled = attrs.evolve(part)
        object.__setattr__(spoiled, attrs.fields(type(part))[0].name, [])

        with pytest.raises(OffinnoError):
            pickle.loads(pickle.dumps(spoiled))


def test_error_survives_pickling() -> None:
    """Facts and sentence are the same in another process, and it is a ValueError."""
    again = pickle.loads(pickle.dumps(BadValue("a share lies elsewhere")))

    assert "a share lies elsewhere" == str(again)
    assert isinstance(again, ValueError)
