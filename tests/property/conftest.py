"""How terms, units, values and periods are drawn; with this, ``@given(...)`` reads annotations."""

from decimal import Decimal

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
    Unit,
)
from offinno.units._codes import CURRENCIES, PHYSICAL
from offinno.values import Counted, Interval, Period, Qualifier, Value

TERMS = tuple(vocabulary().values())


def terms(*, reference_amount: bool | None = None) -> st.SearchStrategy[Term]:
    """Return a strategy for our terms, amounts or what is counted if that is asked for."""
    fits = [term for term in TERMS if reference_amount in {None, term.reference_amount}]
    return st.sampled_from(fits)


def decimals() -> st.SearchStrategy[Decimal]:
    """Return a strategy for numbers of which a sum of a few is exact in 34 digits."""
    return st.builds(
        lambda digits, exponent: Decimal(digits).scaleb(exponent),
        st.integers(-(10**15), 10**15),
        st.integers(-9, 9),
    )


def per_cents() -> st.SearchStrategy[Decimal]:
    """Return a strategy for numbers from 0 to 100."""
    return st.integers(0, 9).flatmap(
        lambda places: st.integers(0, 100 * 10**places).map(lambda n: Decimal(n).scaleb(-places))
    )


def sides() -> st.SearchStrategy[Money | Count | Physical]:
    """Return a strategy for units that may stand in a quotient."""
    return st.one_of(st.from_type(Money), st.from_type(Count), st.from_type(Physical))


@st.composite
def values(draw: st.DrawFn) -> Value:
    """Draw a value of any kind, with or without what may stand beside it."""
    unit: Unit = draw(st.from_type(Unit))  # type: ignore[arg-type]  # a union is a type to it
    number = draw(per_cents() if isinstance(unit, Share) else decimals())
    qualifier = draw(st.sampled_from(Qualifier))
    if isinstance(unit, Share) and number in {0, 100} and qualifier is not Qualifier.ABOUT:
        qualifier = Qualifier.EXACT
    interval = draw(st.none() | st.builds(Interval, low=st.just(number), high=st.just(number)))
    return Value(number, unit, qualifier, interval=interval)


_YEARS = st.integers(1, 9999).map("{:04}".format)
_PARTS = st.sampled_from(
    [
        *(f"-{part}" for part in ("Q1", "Q4", "H1", "H2", "spring", "summer", "autumn", "winter")),
        *(f"-{month:02}" for month in range(1, 13)),
        *(f"-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 15, 28)),
        "",
    ]
)


def points() -> st.SearchStrategy[str]:
    """Return a strategy for texts of one stretch of time."""
    return st.builds("{}{}".format, st.just("?") | _YEARS, _PARTS)


@st.composite
def spans(draw: st.DrawFn) -> str:
    """Draw the text of a span, open or unknown at one end at most."""
    first, last = sorted(draw(st.lists(_YEARS, min_size=2, max_size=2, unique=True)))
    begin, end = first + draw(_PARTS), last + draw(_PARTS)
    return draw(st.sampled_from([f"{begin}/{end}", f"{begin}/..", f"../{end}", f"?/{end}"]))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period in any form."""
    count, unit = draw(st.integers(2, 99)), draw(st.sampled_from(["year", "month"]))
    anchor = draw(points() | spans())
    year, part = draw(st.just("?") | _YEARS), draw(st.sampled_from(["-Q2", "-H1", "-02", "-12"]))
    return draw(
        st.sampled_from(
            [
                anchor,
                f"year to {year}{part}",
                f"{count} {unit}s before {anchor}",
                f"1 {unit} before {anchor}",
            ]
        ).map(Period)
    )


_BASES = st.builds(
    "{:04}{}".format, st.integers(1000, 9999), st.sampled_from(["", "-Q1", "-H2", "-12"])
)
_BACK = st.sampled_from(
    ["year before", "2 years before", "quarter before", "9 months before", "half-year before"]
    + [f"same {part} of {n}" for part in ("quarter", "month") for n in ("year before",)]
)

st.register_type_strategy(Term, terms())
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
st.register_type_strategy(Value, values())
st.register_type_strategy(Period, periods())
st.register_type_strategy(
    Counted,
    st.integers(1, 10**9).flatmap(lambda of: st.builds(Counted, st.integers(0, of), st.just(of))),
)
