"""A number with its unit: what it takes, what it refuses, and what may be done with two."""

import copy
import pickle
import time
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from typing import Any

import attrs
import pint
import pytest

from offinno.exceptions import OffinnoError
from offinno.language import Term, vocabulary
from offinno.units import (
    IncompatibleUnits,
    Per,
    PintMismatch,
    PintRegistry,
    Points,
    Refusal,
    parse_unit,
)
from offinno.values import (
    BadNumber,
    BadValue,
    Counted,
    Interval,
    Qualifier,
    UnknownOutcome,
    Value,
)

SHARE = parse_unit("% of workplaces")
NOK = parse_unit("NOK")
KM = parse_unit("km")
#: Several ways to do what should give the same, or be refused alike.
Works = list[Callable[[], object]]
FULL = Value("48.30", SHARE, interval=Interval(low=44, high=52), counted=Counted(483, 1000))


def value(text: str, qualifier: Qualifier = Qualifier.EXACT) -> Value:
    """Return the value of a number and a unit."""
    number, _, unit = text.partition(" ")
    return Value(number, parse_unit(unit), qualifier)


class TestValue:
    """What a value is."""

    @pytest.mark.parametrize("given", ["48.30", Decimal("48.30"), 48.3])
    def test_takes_a_number_in_every_form(self, given: Any) -> None:
        """Text, decimals and floats are read by their digits."""
        assert Value("48.3", SHARE) == Value(given, SHARE)

    def test_keeps_its_decimals_and_is_equal_without(self) -> None:
        """48.30 is shown so, and is the same value as 48.3, with the same hash."""
        assert "48.30 % of workplaces" == str(Value("48.30", SHARE))
        assert Value("48.30", SHARE) == Value("48.3", SHARE)
        assert hash(Value("48.30", SHARE)) == hash(Value("48.3", SHARE))

    def test_is_a_number_of_something(self) -> None:
        """Unit, qualifier, interval and counts are part of what it is."""
        values = {
            Value(48, SHARE),
            Value(48, parse_unit("% of municipalities")),
            Value(48, parse_unit("pp of workplaces")),
            Value(48, SHARE, Qualifier.ABOUT),
            Value(48, SHARE, interval=Interval(low=44, high=52)),
            Value(48, SHARE, counted=Counted(48, 100)),
        }

        assert 6 == len(values)
        assert Value(48, SHARE) in values

    @pytest.mark.parametrize(
        ("text", "qualifier", "expected"),
        [
            ("4.7E9 NOK", Qualifier.EXACT, "4700000000 NOK"),
            ("70 % of workplaces", Qualifier.OVER, "over 70 % of workplaces"),
            ("-0.0 km", Qualifier.JUST_OVER, "just over 0.0 km"),
        ],
    )
    def test_is_shown_to_developers(self, text: str, qualifier: Qualifier, expected: str) -> None:
        """``str`` writes the number out, with its qualifier in front."""
        assert expected == str(value(text, qualifier))

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, attrs.evolve])
    def test_is_equal_when_copied(self, again: Any) -> None:
        """A copy is equal in every part, digits included."""
        for twin in (again(FULL), pickle.loads(pickle.dumps(FULL))):
            assert FULL == twin
            assert str(FULL) == str(twin)
            assert hash(FULL) == hash(twin)

    @pytest.mark.parametrize(
        ("field", "wrong"),
        [
            ("magnitude", Decimal("NaN")),
            ("magnitude", Decimal(101)),
            ("unit", "% of workplaces"),
            ("qualifier", "over"),
            ("interval", Interval(low=1, high=2)),
            ("counted", Counted(1, 2)),
        ],
    )
    def test_runs_the_same_checks_everywhere(self, field: str, wrong: Any) -> None:
        """Constructor, evolve, copying and unpickling refuse the same."""
        spoiled = copy.copy(FULL)
        object.__setattr__(spoiled, field, wrong)
        ways: Works = [
            lambda: Value(**{**attrs.asdict(FULL, recurse=False), field: wrong}),
            lambda: attrs.evolve(FULL, **{field: wrong}),
            lambda: copy.copy(spoiled),
            lambda: copy.deepcopy(spoiled),
            lambda: pickle.loads(pickle.dumps(spoiled)),
        ]

        for way in ways:
            with pytest.raises((BadValue, BadNumber)):
                way()

    def test_cannot_be_changed(self) -> None:
        """No field can be set, and none can be added."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            FULL.magnitude = Decimal(1)  # type: ignore[misc]
        assert not hasattr(FULL, "__dict__")


class TestRefused:
    """Parts that contradict each other."""

    @pytest.mark.parametrize(
        ("fields", "problem"),
        [
            ({"unit": "km"}, "'km' is no unit; parse_unit makes one from text"),
            ({"unit": None}, "type NoneType is no unit"),
            ({"unit": 1 << 20_000}, "type int is no unit"),
            ({"unit": "x" * 10_000}, "is no unit"),
            ({"qualifier": "over"}, "'over' is no Qualifier"),
            ({"qualifier": None}, "type NoneType is no Qualifier"),
            ({"interval": (44, 52)}, "type tuple is no Interval"),
            ({"counted": "48 of 100"}, "'48 of 100' is no Counted"),
            ({"magnitude": "100.1"}, "a share lies between 0 and 100 per cent, not at 100.1"),
            ({"magnitude": -1}, "a share lies between 0 and 100 per cent, not at -1"),
            ({"magnitude": "1e30"}, "a share lies between 0 and 100 per cent"),
            *(
                ({"magnitude": number, "qualifier": q}, f"no share can be {q.value} {number} per")
                for number, q in [
                    (100, Qualifier.OVER),
                    (100, Qualifier.JUST_OVER),
                    (0, Qualifier.UNDER),
                    (0, Qualifier.NEARLY),
                ]
            ),
            (
                {"interval": Interval(low=49, high=52)},
                "48 lies outside its interval 49 to 52",
            ),
            (
                {"interval": Interval(low=40, high=101)},
                "the interval of a share lies between 0 and 100 per cent",
            ),
            (
                {"interval": Interval(low=-1, high=50)},
                "the interval of a share lies between 0 and 100 per cent",
            ),
            (
                {"unit": KM, "counted": Counted(48, 100)},
                "only a share has counts behind it, not km",
            ),
            (
                {"counted": Counted(139, 439)},
                r"139 of 439 is 31\.6629 %, not 48 % of workplaces",
            ),
            (
                {"counted": Counted(1, 2), "qualifier": Qualifier.OVER, "magnitude": 70},
                r"1 of 2 is 50\.0000 %, not over 70 % of workplaces",
            ),
            (
                {"counted": Counted(7, 10), "qualifier": Qualifier.OVER, "magnitude": 70},
                r"7 of 10 is 70\.0000 %, not over 70 % of workplaces",
            ),
            (
                {"counted": Counted(8, 10), "qualifier": Qualifier.AT_MOST, "magnitude": 70},
                r"8 of 10 is 80\.0000 %, not at most 70 % of workplaces",
            ),
        ],
    )
    def test_refuses(self, fields: dict[str, Any], problem: str) -> None:
        """Each contradiction has its sentence, of a length to read."""
        with pytest.raises(BadValue, match=problem) as caught:
            Value(**{"magnitude": 48, "unit": SHARE, **fields})

        assert 200 > len(str(caught.value))

    @pytest.mark.parametrize(
        ("number", "qualifier", "counted"),
        [
            ("31.7", Qualifier.EXACT, Counted(139, 439)),
            ("32", Qualifier.ABOUT, Counted(139, 439)),
            ("70", Qualifier.OVER, Counted(71, 100)),
            ("70", Qualifier.AT_LEAST, Counted(70, 100)),
            ("70", Qualifier.NEARLY, Counted(69, 100)),
            ("100", Qualifier.AT_MOST, Counted(100, 100)),
            ("0", Qualifier.OVER, Counted(1, 100)),
            ("100", Qualifier.ABOUT, Counted(100, 100)),
        ],
    )
    def test_takes_counts_that_fit(
        self, number: str, qualifier: Qualifier, counted: Counted
    ) -> None:
        """Counts give the number, or lie where the qualifier says."""
        assert counted == Value(number, SHARE, qualifier, counted=counted).counted

    def test_takes_any_size_where_the_unit_does(self) -> None:
        """Ratios pass 100, and changes, points and money fall below zero."""
        assert "120 % of GDP" == str(value("120 % of GDP"))
        assert "-40 % change on year before" == str(value("-40 % change on year before"))
        assert "-4 pp of workplaces" == str(value("-4 pp of workplaces"))
        assert "-5 NOK" == str(value("-5 NOK"))


class TestNumbers:
    """A value and a bare number."""

    def test_scale_amounts(self) -> None:
        """Amounts and points may be doubled, halved and turned round."""
        assert value("12 NOK") == value("6 NOK") * 2
        assert value("12 NOK") == 2 * value("6 NOK")
        assert value("1.5 km") == value("3 km") / 2
        assert value("-6 pp of workplaces") == -value("6 pp of workplaces")
        assert value("0.6 NOK / km") == value("6 NOK / km") * Decimal("0.1")
        assert value("12 XXX") == value("6 XXX") * 2

    def test_scale_qualifier_and_interval(self) -> None:
        """Below zero a bound turns round, and the ends of an interval change places."""
        cost = Value(6, NOK, Qualifier.OVER, interval=Interval(low=5, high=9, level=95))

        assert Value(12, NOK, Qualifier.OVER, interval=Interval(low=10, high=18, level=95)) == (
            cost * 2
        )
        assert Value(
            -3, NOK, Qualifier.UNDER, interval=Interval(low="-4.5", high="-2.5", level=95)
        ) == (cost / -2)
        assert Value(0, NOK, interval=Interval(low=0, high=0, level=95)) == cost * 0

    @pytest.mark.parametrize(
        "unit", ["% of workplaces", "% of GDP", "index 2015=100", "% change on 2015"]
    )
    def test_do_not_scale_what_is_relative(self, unit: str) -> None:
        """Twice a share means nothing by itself."""
        share = value(f"40 {unit}")
        works: Works = [lambda: share * 2, lambda: share / 2, lambda: -share]
        for work in works:
            with pytest.raises(IncompatibleUnits) as caught:
                work()
            assert Refusal.SCALED is caught.value.reason

        assert str(caught.value).startswith(f"cannot multiply {unit} by a number: what is relative")

    @pytest.mark.parametrize("other", [1.5, "2", None, True, [2], object(), 2j])
    def test_are_int_or_decimal(self, other: Any) -> None:
        """Anything else is no number to compute with."""
        works: Works = [
            lambda: value("6 NOK") * other,
            lambda: other * value("6 NOK"),
            lambda: value("6 NOK") / other,
            lambda: value("6 NOK") + other,
            lambda: value("6 NOK") - other,
            lambda: other + value("6 NOK"),
            lambda: value("6 NOK") < other,
            lambda: value("6 NOK") <= other,
            lambda: value("6 NOK") > other,
            lambda: value("6 NOK") >= other,
        ]
        for work in works:
            with pytest.raises(TypeError):
                work()
        assert value("6 NOK") != other

    def test_are_bounded(self) -> None:
        """A bare number is checked like a magnitude, and so is the result."""
        for factor in (Decimal("NaN"), 10**31, 1 << 100_000, 10**30):
            with pytest.raises(BadNumber):
                value("1000000 NOK") * factor

    @pytest.mark.parametrize("zero", [0, Decimal("0.00"), value("0 NOK"), value("0 km")])
    def test_never_divide_by_zero(self, zero: Any) -> None:
        """Nothing is said about so many for each of none."""
        with pytest.raises(BadValue, match="6 NOK cannot be divided by zero"):
            value("6 NOK") / zero


class TestTwoValues:
    """Arithmetic; `tests/values/test_pairs.py` has every pair of kinds."""

    def test_keep_their_decimals(self) -> None:
        """A sum has the decimals of the finer, exactly."""
        assert "0.30 km" == str(value("0.10 km") + value("0.2 km"))
        assert "1.10 pp of workplaces" == str(
            value("48.30 % of workplaces") - value("47.2 % of workplaces")
        )

    def test_add_up_alike_whether_their_unit_is_one_object_or_two(self) -> None:
        """The short way for values that share their unit gives what the table gives."""
        for text in ("km", "NOK", "pp of workplaces", "NOK / inhabitants"):
            unit = parse_unit(text)
            one, other = Value("0.10", unit), Value(2, parse_unit(text))

            assert str(Value("0.10", unit) + Value(2, unit)) == str(one + other)
            with pytest.raises(UnknownOutcome):
                Value(1, unit, Qualifier.OVER) + Value(2, unit, Qualifier.UNDER)
        for text in ("XXX", "XXX / km", "% of workplaces", "% of GDP", "index 2015=100"):
            with pytest.raises(IncompatibleUnits):
                Value(1, unit := parse_unit(text)) + Value(2, unit)

    def test_leave_interval_and_counts_behind(self) -> None:
        """Of a difference, neither interval nor counts are known."""
        found = FULL - Value(40, SHARE)

        assert Value("8.3", Points(vocabulary()["workplaces"])) == found

    def test_join_their_qualifiers(self) -> None:
        """Bounds add when they point the same way, about absorbs, and else nothing is known."""
        at_least, under = value("6 NOK", Qualifier.AT_LEAST), value("3 NOK", Qualifier.UNDER)

        assert value("9 NOK", Qualifier.OVER) == at_least + value("3 NOK", Qualifier.OVER)
        assert value("3 NOK", Qualifier.OVER) == at_least - under
        assert value("9 NOK", Qualifier.ABOUT) == at_least + value("3 NOK", Qualifier.ABOUT)
        with pytest.raises(UnknownOutcome) as caught:
            at_least + under
        assert "at least 6 NOK + under 3 NOK" == caught.value.question

    def test_multiply_their_qualifiers(self) -> None:
        """What is over 2 kroner each for at least 3 of them is over 6 kroner."""
        rate = value("2 NOK / inhabitants", Qualifier.OVER)

        assert value("6 NOK", Qualifier.OVER) == rate * value("3 inhabitants", Qualifier.AT_LEAST)
        assert value("-6 NOK", Qualifier.UNDER) == rate * value("-3 inhabitants")
        assert value("0 NOK") == rate * value("0 inhabitants")
        with pytest.raises(UnknownOutcome):
            rate * value("3 inhabitants", Qualifier.AT_MOST)

    def test_follow_each_other_as_changes(self) -> None:
        """A bound on a fall is a bound on the whole: the factors are above zero."""
        fall = value("-10 % change on 2015", Qualifier.AT_LEAST)
        step = value("-50 % change on year before", Qualifier.AT_LEAST)

        assert value("-55 % change on 2015", Qualifier.AT_LEAST) == fall * step
        with pytest.raises(UnknownOutcome):
            value("-110 % change on 2015", Qualifier.AT_LEAST) * step

    def test_have_no_ratio_where_one_is_qualified(self) -> None:
        """A bare number cannot say *about*."""
        with pytest.raises(UnknownOutcome, match="over 6 NOK ÷ 3 NOK cannot be known"):
            value("6 NOK", Qualifier.OVER) / value("3 NOK")

    def test_keep_a_share_a_share(self) -> None:
        """Points cannot move a share out of 0 to 100."""
        with pytest.raises(BadValue, match="not at 104"):
            value("98 % of workplaces") + value("6 pp of workplaces")
        with pytest.raises(BadValue, match="not at -2"):
            value("4 % of workplaces") - value("6 pp of workplaces")

    def test_have_bounded_results(self) -> None:
        """What grows or shrinks beyond the bounds is refused, also as a bare number."""
        large, small = Value("1e30", NOK), Value("1e-30", NOK)

        works: Works = [
            lambda: large / small,
            lambda: small / large,
            lambda: large * 100,
        ]
        for work in works:
            with pytest.raises(BadNumber, match="is out of bounds"):
                work()

    def test_have_the_labels_of_what_they_were_made_of(self) -> None:
        """Two vocabularies with one key keep their words apart."""
        theirs = vocabulary().with_terms(Term(key="workplaces", label="emplois"))
        for words in (vocabulary(), theirs):
            one = Value(3, parse_unit("% of workplaces", words))
            points, rate = (
                (one - one).unit,
                (Value(6, NOK) / Value(3, parse_unit("workplaces", words))),
            )
            assert isinstance(rate, Value)
            assert isinstance(rate.unit, Per)
            assert isinstance(points, Points)

            assert points.of is words["workplaces"]
            assert words["workplaces"].label == rate.unit.below.of.label  # type: ignore[union-attr]

    def test_are_untouched(self) -> None:
        """Nothing that is done with a value changes it."""
        before = pickle.dumps(FULL)
        results = (
            FULL - Value(40, SHARE),
            FULL / Value(40, SHARE),
            FULL.exactly(),
            FULL.to(SHARE),
            Value(40, SHARE) < FULL,
        )

        assert before == pickle.dumps(FULL)
        assert 5 == len(results)

    @pytest.mark.parametrize("context", [Context(prec=1, traps=[]), Context(prec=3)])
    def test_do_not_depend_on_the_context_of_the_caller(self, context: Context) -> None:
        """A caller who computes with few digits gets the same results."""

        def results() -> list[str]:
            changes = value("1.2345 % change on 2015"), value("6.789 % change on year before")
            return list(
                map(
                    str,
                    [
                        value("123.456 km") + value("0.001 m"),
                        value("123.456 km") - value("9.9999 km"),
                        value("123.456 km") / value("7 hours"),
                        value("123.456 km") * 3,
                        -value("123.456 km"),
                        value("123.456 km").to(parse_unit("mm")),
                        changes[0] * changes[1],
                        value("123.456 km") < value("123.4561 km"),
                        Value("31.66", SHARE, counted=Counted(139, 439)),
                    ],
                )
            )

        expected = results()
        with localcontext(context):
            assert expected == results()


class TestOrder:
    """Less and more."""

    @pytest.mark.parametrize(
        ("left", "right"),
        [("1 km", "2 km"), ("1 m", "1 km"), ("-3 NOK", "2 NOK"), ("999.9 m", "1 km")],
    )
    def test_of_exact_values(self, left: str, right: str) -> None:
        """Values in units that convert are ordered by what they are."""
        one, other = value(left), value(right)

        assert one < other
        assert one <= other
        assert other > one
        assert other >= one
        assert not other < one
        assert not one >= other

    def test_of_equal_amounts(self) -> None:
        """1 km is neither less nor more than 1000 m, and yet another value."""
        assert value("1 km") <= value("1000 m")
        assert value("1 km") >= value("1000 m")
        assert value("1 km") != value("1000 m")

    @pytest.mark.parametrize(
        ("left", "right", "expected"),
        [
            ((70, Qualifier.UNDER), (70, Qualifier.EXACT), True),
            ((70, Qualifier.NEARLY), (70, Qualifier.AT_LEAST), True),
            ((70, Qualifier.AT_MOST), (70, Qualifier.OVER), True),
            ((60, Qualifier.AT_MOST), (70, Qualifier.AT_LEAST), True),
            ((70, Qualifier.AT_MOST), (70, Qualifier.EXACT), None),
            ((70, Qualifier.AT_LEAST), (70, Qualifier.EXACT), False),
            ((70, Qualifier.EXACT), (70, Qualifier.AT_MOST), False),
            ((80, Qualifier.OVER), (70, Qualifier.UNDER), False),
            ((70, Qualifier.OVER), (75, Qualifier.EXACT), None),
            ((70, Qualifier.OVER), (75, Qualifier.ABOUT), None),
            ((10, Qualifier.ABOUT), (90, Qualifier.ABOUT), None),
            ((80, Qualifier.UNDER), (70, Qualifier.EXACT), None),
        ],
    )
    def test_of_qualified_values(
        self, left: tuple[int, Qualifier], right: tuple[int, Qualifier], expected: object
    ) -> None:
        """An answer is given where it holds for all that the qualifiers allow."""
        one, other = Value(left[0], SHARE, left[1]), Value(right[0], SHARE, right[1])

        if expected is None:
            with pytest.raises(UnknownOutcome):
                one < other  # noqa: B015
        else:
            assert expected is (one < other)
            assert expected is (other > one)
            assert expected is not (one >= other)
            assert expected is not (other <= one)

    def test_of_published_numbers(self) -> None:
        """Rows are sorted by the numbers as printed, when that is asked for."""
        over, about = Value(70, SHARE, Qualifier.OVER), Value(75, SHARE, Qualifier.ABOUT)

        assert [over, about] == sorted([about, over], key=Value.exactly)


class TestTo:
    """The same amount in another unit."""

    def test_keeps_what_belongs_to_it(self) -> None:
        """Qualifier and interval go along, in the new unit."""
        road = Value("1.5", KM, Qualifier.ABOUT, interval=Interval(low=1, high=2, level=95))
        interval = Interval(low=1000, high=2000, level=95)

        assert Value(1500, parse_unit("m"), Qualifier.ABOUT, interval=interval) == road.to(
            parse_unit("m")
        )

    def test_to_its_own_unit_changes_nothing(self) -> None:
        """Counts, which only a share has, stay where they are."""
        assert FULL == FULL.to(SHARE)
        assert str(FULL) == str(FULL.to(SHARE))
        counted = attrs.evolve(FULL, interval=None)
        assert counted == counted.to(SHARE)

    def test_gives_the_unit_that_was_asked_for(self) -> None:
        """The labels are those of the unit given, whatever was converted before."""
        theirs = vocabulary().with_terms(Term(key="workplaces", label="emplois"))
        for words in (vocabulary(), theirs, vocabulary()):
            unit = parse_unit("% of workplaces", words)
            assert FULL.to(unit).unit is unit

    def test_needs_a_fixed_factor(self) -> None:
        """Money is not converted without a rate."""
        with pytest.raises(IncompatibleUnits, match="cannot express NOK in EUR"):
            value("6 NOK").to(parse_unit("EUR"))


class TestExactly:
    """The number as printed."""

    def test_drops_the_qualifier_and_nothing_else(self) -> None:
        """Interval and counts stay."""
        about = attrs.evolve(FULL, qualifier=Qualifier.ABOUT)

        assert FULL == about.exactly()
        assert Qualifier.ABOUT is about.qualifier


class TestPint:
    """Quantities of pint; `tests/units/test_pint.py` has every kind."""

    @pytest.mark.parametrize("text", ["48.30 % of workplaces", "6 NOK / inhabitants", "1.5 km"])
    def test_come_and_go(self, text: str) -> None:
        """A value is the same after the journey."""
        assert value(text) == Value.from_pint(value(text).to_pint())
        assert text == str(Value.from_pint(value(text).to_pint()))

    def test_take_a_registry_and_words(self) -> None:
        """Both are handed through."""
        registry: PintRegistry = pint.UnitRegistry(non_int_type=Decimal)
        words = vocabulary().with_terms(Term(key="bridges", label="bruer"))
        bridges = Value(3, parse_unit("bridges", words))
        quantity = bridges.to_pint(registry)

        assert registry is quantity._REGISTRY
        assert bridges == Value.from_pint(quantity, words)

    def test_hold_no_qualifier(self) -> None:
        """Over 70 would become 70 without a word."""
        over = Value(70, SHARE, Qualifier.OVER)

        with pytest.raises(UnknownOutcome, match="over 70 % of workplaces as a pint quantity"):
            over.to_pint()
        assert Decimal(70) == over.exactly().to_pint().magnitude

    def test_must_be_valid_values(self) -> None:
        """What pint holds and offinno does not is refused on the way in."""
        share = Value(60, SHARE).to_pint()

        with pytest.raises(BadValue, match="not at 120"):
            Value.from_pint(share * 2)
        with pytest.raises(PintMismatch):
            Value.from_pint(share * share)
        with pytest.raises(BadNumber):
            Value.from_pint(share * Decimal("Infinity"))


@pytest.mark.parametrize(
    "given",
    ["1" * 10_000, "1e999", 1 << 1_000_000, float("nan"), "9**9**9"],
    ids=["digits", "exponent", "int", "nan", "power"],
)
def test_a_bomb_is_refused_at_once(given: Any) -> None:
    """Nothing is computed before the bounds were looked at."""
    start = time.process_time()
    with pytest.raises(OffinnoError):
        Value(given, SHARE)

    assert 1 > time.process_time() - start
