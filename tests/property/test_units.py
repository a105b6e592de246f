"""Laws of units: their text, their conversion, what may be done with two, and pint."""

import pickle
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from offinno.exceptions import OffinnoError
from offinno.language import Term, Vocabulary, vocabulary
from offinno.units import (
    BadUnit,
    Count,
    IncompatibleUnits,
    Operation,
    Per,
    Physical,
    Points,
    Ratio,
    Share,
    Unit,
    conversion,
    from_pint,
    outcome,
    parse_unit,
    to_pint,
)
from offinno.units._codes import PHYSICAL

units: st.SearchStrategy[Unit] = st.from_type(Unit)  # type: ignore[arg-type]
keys = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,9}(-[A-Za-z0-9]{1,9}){0,3}", fullmatch=True)


def unknown(key: str) -> bool:
    """Return whether *key* means no unit, and the error can be printed."""
    try:
        parse_unit(key)
    except BadUnit as refused:
        return str(refused).isprintable()
    return False


def words_of(unit: Unit) -> Vocabulary:
    """Return the words that the text of *unit* is made of: those of offinno, and its own."""
    known = vocabulary()
    return known.with_terms(*(term for term in terms_of(unit) if term.key not in known))


def terms_of(unit: Unit) -> tuple[Term, ...]:
    """Return the terms that a unit holds."""
    match unit:
        case Share(whole=term) | Ratio(to=term) | Points(of=term) | Count(of=term):
            return (term,)
        case Per(above=above, below=below):
            return tuple(dict.fromkeys((*terms_of(above), *terms_of(below))))
        case _:
            return ()


@given(unit=units)
def test_text_reads_back(unit: Unit) -> None:
    """The text of every unit is read as that unit, and pickling keeps it."""
    again = parse_unit(str(unit), words_of(unit))

    assert unit == again
    assert unit == pickle.loads(pickle.dumps(unit))
    assert hash(unit) == hash(again)


@given(key=keys.filter(unknown), amount=st.booleans())
def test_text_of_any_term_reads_back(key: str, amount: bool) -> None:  # noqa: FBT001
    """Whatever key a term has, its units stand in a text."""
    term = Term(key=key, label="a", reference_amount=amount)
    words = vocabulary().with_terms(term)
    made: list[Unit] = [Share(term), Points(term), Ratio(term) if amount else Count(term)]

    for unit in made:
        assert unit == parse_unit(str(unit), words)
        assert unit == from_pint(to_pint(Decimal(1), unit), words)[1]


@given(text=st.text(max_size=60) | st.text("% ofparNOK/@2015:cpi=index", max_size=40))
def test_any_text_is_a_unit_or_refused(text: str) -> None:
    """No text does anything else, and a text that is read means itself."""
    if unknown(text):
        return
    unit = parse_unit(text)

    assert unit == parse_unit(str(unit))


@given(left=units, right=units, operation=st.sampled_from(Operation))
def test_two_units_have_an_outcome_or_a_reason(
    left: Unit, right: Unit, operation: Operation
) -> None:
    """Nothing but a result or a refusal comes of any two; sums and comparisons commute."""
    assert allowed(operation, left, right) in {True, False}
    for same in (Operation.ADD, Operation.COMPARE, Operation.CONVERT):
        assert allowed(same, left, right) is allowed(same, right, left)


def allowed(operation: Operation, left: Unit, right: Unit) -> bool:
    """Return whether an operation has a meaning on two units."""
    try:
        outcome(operation, left, right)
    except IncompatibleUnits:
        return False
    return True


of_one_dimension = st.sampled_from(sorted({row.dimension for row in PHYSICAL.values()})).flatmap(
    lambda dimension: st.lists(
        st.sampled_from([code for code, row in PHYSICAL.items() if row.dimension == dimension]),
        min_size=3,
        max_size=3,
    )
)


@given(codes=of_one_dimension)
def test_conversion_goes_there_and_back(codes: list[str]) -> None:
    """Factors are exact: there and back is one, and a detour changes nothing."""
    one, other, third = map(Physical, codes)

    assert Fraction(1) == conversion(one, other) * conversion(other, one)
    assert conversion(one, third) == conversion(one, other) * conversion(other, third)


@given(one=units, other=units)
def test_units_convert_when_they_compare(one: Unit, other: Unit) -> None:
    """What can be compared can be expressed in each other, and the other way round."""
    try:
        factor = conversion(one, other)
    except OffinnoError:
        assert not allowed(Operation.COMPARE, one, other)
    else:
        assert one == other or allowed(Operation.COMPARE, one, other)
        assert 0 < factor


def cancels(unit: Unit) -> bool:
    """Return whether pint makes something else of a quotient: metres of m3 / m2."""
    if not isinstance(unit, Per):
        return False
    sides = (unit.above, unit.below)
    names = [s.definition.pint.partition(" ")[0] for s in sides if isinstance(s, Physical)]
    return len(names) > len(set(names))


@given(unit=units.filter(lambda unit: not cancels(unit)), number=st.integers(-(10**9), 10**9))
def test_pint_gives_back_what_it_got(unit: Unit, number: int) -> None:
    """Every unit comes back from pint with its number."""
    magnitude = Decimal(number).scaleb(-3)

    assert (magnitude, unit) == from_pint(to_pint(magnitude, unit), words_of(unit))
