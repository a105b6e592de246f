"""How units are drawn: by ``st.from_type`` of their kind, with terms that offinno knows."""

from hypothesis import strategies as st

from offinno.language import Term, vocabulary
from offinno.units import (
    Change,
    Count,
    Index,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
)
from offinno.units._codes import CURRENCIES, PHYSICAL

TERMS = tuple(vocabulary().values())


def terms(*, reference_amount: bool | None = None) -> st.SearchStrategy[Term]:
    """Return a strategy for our terms, amounts or what is counted if that is asked for."""
    fits = [term for term in TERMS if reference_amount in {None, term.reference_amount}]
    return st.sampled_from(fits)


def sides() -> st.SearchStrategy[Money | Count | Physical]:
    """Return a strategy for units that may stand in a quotient."""
    return st.one_of(st.from_type(Money), st.from_type(Count), st.from_type(Physical))


_BASES = st.builds(
    "{:04}{}".format, st.integers(1000, 9999), st.sampled_from(["", "-Q1", "-H2", "-12"])
)
_BACK = st.sampled_from(
    [
        *("year before", "2 years before", "quarter before", "9 months before", "half-year before"),
        *("same quarter of year before", "same month of 3 years before"),
    ]
)

st.register_type_strategy(
    PriceBasis,
    st.builds(PriceBasis, st.integers(1000, 9999), st.sampled_from(["cpi", "cpi-jae", "p2"])),
)
st.register_type_strategy(
    Money, st.builds(Money, st.sampled_from(CURRENCIES), st.none() | st.from_type(PriceBasis))
)
st.register_type_strategy(Share, st.builds(Share, terms()))
st.register_type_strategy(Ratio, st.builds(Ratio, terms(reference_amount=True)))
st.register_type_strategy(Points, st.builds(Points, terms()))
st.register_type_strategy(Count, st.builds(Count, terms(reference_amount=False)))
st.register_type_strategy(Index, st.builds(Index, _BASES))
st.register_type_strategy(Change, st.builds(Change, _BASES | _BACK))
st.register_type_strategy(Physical, st.builds(Physical, st.sampled_from(sorted(PHYSICAL))))
st.register_type_strategy(
    Per,
    st.tuples(sides(), sides())
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Per(*pair)),
)
