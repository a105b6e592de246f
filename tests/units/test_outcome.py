"""What may be done with two units, and the words that the result carries."""

import pickle
from fractions import Fraction

import pytest

from offinno.language import Term, vocabulary
from offinno.units import (
    PAIRS,
    Formula,
    IncompatibleUnits,
    Kind,
    Operation,
    Per,
    Points,
    Refusal,
    conversion,
    outcome,
    parse_unit,
)

#: The same terms as ours by key, with labels of another file.
OURS = vocabulary()
THEIRS = OURS.with_terms(
    Term(key="workplaces", label="emplois"), Term(key="inhabitants", label="habitants")
)


class TestLabels:
    """Terms are equal by key; what a result is called comes from the units it was made of."""

    def test_of_a_difference(self) -> None:
        """Points have the term of the first share, even after others with its key."""
        for words in (OURS, THEIRS):
            unit = parse_unit("% of workplaces", words)
            _, found = outcome(Operation.SUBTRACT, unit, unit)

            assert isinstance(found, Points)
            assert found.of is words["workplaces"]

    def test_of_a_quotient(self) -> None:
        """One for each of another has the terms of the two."""
        for words in (OURS, THEIRS):
            above, below = parse_unit("NOK"), parse_unit("inhabitants", words)
            _, found = outcome(Operation.DIVIDE, above, below)

            assert isinstance(found, Per)
            assert found.below is below

    def test_of_a_sum(self) -> None:
        """The unit of a sum is that of the first."""
        first, second = (parse_unit("pp of workplaces", words) for words in (OURS, THEIRS))

        assert outcome(Operation.ADD, first, second)[1] is first
        assert outcome(Operation.ADD, second, first)[1] is second

    def test_of_what_points_move(self) -> None:
        """A share moved by points stays that share, on whichever side it stands."""
        share, points = (
            parse_unit("% of workplaces", THEIRS),
            parse_unit("pp of workplaces", OURS),
        )

        assert outcome(Operation.ADD, share, points)[1] is share
        assert outcome(Operation.ADD, points, share)[1] is share


class TestOutcome:
    """Formula and unit of an operation."""

    def test_of_two_equal_units_is_a_number(self) -> None:
        """How many times one goes into the other has no unit."""
        unit = parse_unit("NOK")

        assert (Formula.TIMES, None) == outcome(Operation.DIVIDE, unit, unit)

    @pytest.mark.parametrize(
        ("left", "sign", "right", "expected"),
        [
            ("NOK", "+", "NOK", "NOK"),
            ("NOK", "+", "EUR", Refusal.CURRENCY),
            ("NOK", "−", "NOK@2015:cpi", Refusal.PRICES),
            ("XXX", "+", "XXX", Refusal.UNSTATED),
            ("NOK", "÷", "EUR", "NOK / EUR"),
            ("NOK", "÷", "XXX", Refusal.UNSTATED),
            ("% of GDP", "−", "% of GDP", "pp of GDP"),
            ("% of GDP", "−", "% of mainland-GDP", Refusal.WHOLE),
            ("% of GDP", "+", "% of GDP", Refusal.RATIOS),
            ("% part of GDP", "+", "% part of GDP", Refusal.SHARES),
            ("% change on 2015", "×", "% change on year before", "% change on 2015"),
            ("% change on 2015", "×", "% change on 2016", Refusal.CHAIN),
            ("NOK / EUR", "×", "EUR", "NOK"),
            ("EUR", "×", "NOK / EUR", "NOK"),
            ("NOK", "÷", "NOK / EUR", "EUR"),
            ("NOK / EUR", "×", "km", Refusal.RATES),
            ("NOK / EUR", "×", "SEK", Refusal.CURRENCY),
            ("km / hours", "×", "minutes", "km"),
            ("km / hours", "+", "m / seconds", "km / hours"),
            ("NOK / km", "÷", "NOK / hours", Refusal.DIMENSION),
            ("NOK / km", "÷", "km / NOK", Refusal.RATES),
            ("municipalities", "÷", "km2", "municipalities / km2"),
            ("municipalities", "÷", "counties", "municipalities / counties"),
            ("municipalities", "÷", "municipalities", "None"),
            ("index 2015=100", "÷", "index 2025=100", Refusal.BASE),
        ],
    )
    def test_looks_at_the_units(
        self, left: str, sign: str, right: str, expected: str | Refusal
    ) -> None:
        """Two units of kinds that go together must themselves go together."""
        units = parse_unit(left), parse_unit(right)

        if isinstance(expected, Refusal):
            with pytest.raises(IncompatibleUnits) as caught:
                outcome(Operation(sign), *units)
            assert expected is caught.value.reason
        else:
            assert expected == str(outcome(Operation(sign), *units)[1])

    @pytest.mark.parametrize(
        ("left", "right", "expected"),
        [
            ("% of workplaces", "workplaces", "workplaces"),
            ("workplaces", "pp of workplaces", "workplaces"),
            ("% of GDP", "EUR", "EUR"),
            ("% part of GDP", "km", "km"),
            ("% of workplaces", "municipalities", Refusal.PART),
            ("% of workplaces", "NOK", Refusal.PART),
            ("% part of GDP", "municipalities", Refusal.PART),
            ("NOK", "% change on 2015", "NOK"),
            ("% change on 2015", "index 2015=100", "index 2015=100"),
            ("% of GDP", "municipalities", Refusal.KINDS),
            ("NOK", "NOK", Refusal.SQUARE),
            ("NOK / EUR", "EUR", "NOK"),
        ],
    )
    def test_goes_further_for_figures(self, left: str, right: str, expected: str | Refusal) -> None:
        """They know their whole and their time, so that more products mean something."""
        units = parse_unit(left), parse_unit(right)

        if isinstance(expected, Refusal):
            with pytest.raises(IncompatibleUnits) as caught:
                outcome(Operation.MULTIPLY, *units, figures=True)
            assert expected is caught.value.reason
        else:
            assert expected == str(outcome(Operation.MULTIPLY, *units, figures=True)[1])

    def test_of_two_kinds_is_refused(self) -> None:
        """A pair that is not listed is two kinds of thing; the error keeps the facts."""
        with pytest.raises(IncompatibleUnits) as caught:
            outcome(Operation.COMPARE, parse_unit("NOK"), parse_unit("km"))

        assert IncompatibleUnits(Operation.COMPARE, "NOK", "km", Refusal.KINDS).args == (
            caught.value.args
        )
        assert isinstance(caught.value, TypeError)

    @pytest.mark.parametrize(
        ("operation", "expected"),
        [
            (Operation.ADD, "cannot add b to a"),
            (Operation.SUBTRACT, "cannot subtract b from a"),
            (Operation.MULTIPLY, "cannot multiply a by b"),
            (Operation.DIVIDE, "cannot divide a by b"),
            (Operation.COMPARE, "cannot compare a with b"),
            (Operation.CONVERT, "cannot express a in b"),
        ],
    )
    def test_error_says_what_was_tried(self, operation: Operation, expected: str) -> None:
        """Each operation has its verb, and the sentence survives pickling."""
        error = IncompatibleUnits(operation, "a", "b", Refusal.NOUN)

        assert f"{expected}: they count different things" == str(error)
        assert str(error) == str(pickle.loads(pickle.dumps(error)))


class TestConversion:
    """How many of one unit another is."""

    @pytest.mark.parametrize(
        ("have", "want", "expected"),
        [
            ("km", "m", Fraction(1000)),
            ("m", "km", Fraction(1, 1000)),
            ("days", "weeks", Fraction(1, 7)),
            ("TWh", "J", Fraction(3_600_000_000_000_000)),
            ("NOK", "NOK", Fraction(1)),
            ("XXX", "XXX", Fraction(1)),
            ("km / hours", "m / seconds", Fraction(5, 18)),
            ("NOK / MWh", "NOK / kWh", Fraction(1, 1000)),
            ("tonnes / inhabitants", "kg / inhabitants", Fraction(1000)),
        ],
    )
    def test_is_exact(self, have: str, want: str, expected: Fraction) -> None:
        """Factors are fractions of whole numbers."""
        assert expected == conversion(parse_unit(have), parse_unit(want))

    @pytest.mark.parametrize(
        ("have", "want", "expected"),
        [
            ("NOK", "EUR", Refusal.CURRENCY),
            ("NOK", "NOK@2015:cpi", Refusal.PRICES),
            ("NOK", "XXX", Refusal.UNSTATED),
            ("km", "hours", Refusal.DIMENSION),
            ("km", "workplaces", Refusal.KINDS),
            ("workplaces", "inhabitants", Refusal.NOUN),
            ("NOK / km", "NOK / hours", Refusal.DIMENSION),
            ("NOK / km", "km / NOK", Refusal.RATES),
            ("XXX / km", "XXX / m", Refusal.UNSTATED),
            ("index 2015=100", "index 2025=100", Refusal.BASE),
        ],
    )
    def test_needs_a_fixed_factor(self, have: str, want: str, expected: Refusal) -> None:
        """Currencies, prices and nouns are not converted by a fixed factor."""
        with pytest.raises(IncompatibleUnits) as caught:
            conversion(parse_unit(have), parse_unit(want))

        assert (Operation.CONVERT, expected) == (caught.value.operation, caught.value.reason)


class TestTable:
    """The table as data."""

    def test_cannot_be_changed(self) -> None:
        """Rules are read by all and written by none."""
        with pytest.raises(TypeError):
            PAIRS[Kind.MONEY, Operation.ADD, Kind.MONEY] = Formula.SAME  # type: ignore[index]

    def test_never_adds_shares(self) -> None:
        """Shares and ratios add up nowhere, whatever stands beside them, but with points."""
        sums = {cell for cell in PAIRS if cell[1] is Operation.ADD}
        relative = {Kind.SHARE, Kind.RATIO}
        allowed = {
            (left, right)
            for left, _, right in sums
            if {left, right} & relative and isinstance(PAIRS[left, Operation.ADD, right], Formula)
        }

        assert {frozenset({kind, Kind.POINTS}) for kind in relative} == set(map(frozenset, allowed))

    def test_compares_what_it_converts(self) -> None:
        """Two kinds can be compared exactly where one can be expressed in the other."""
        cells = {
            operation: {(a, b): cell for (a, does, b), cell in PAIRS.items() if does is operation}
            for operation in (Operation.COMPARE, Operation.CONVERT)
        }

        assert cells[Operation.COMPARE] == cells[Operation.CONVERT]
        assert {(kind, kind) for kind in Kind} == set(cells[Operation.COMPARE])


def test_enums_are_the_same_after_pickling() -> None:
    """Members are hashed by identity, which pickling keeps."""
    for member in (*Kind, *Operation):
        again = pickle.loads(pickle.dumps(member))

        assert again is member
        assert 1 == len({member, again})
