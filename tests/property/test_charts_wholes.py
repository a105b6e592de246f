"""Laws of wholes and of calls over time."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import assume, event, given
from hypothesis import strategies as st

from offinno.charts import parts, scheme_timeline
from offinno.exceptions import OffinnoError
from offinno.language import LANGUAGES, Lang, Term, vocabulary
from offinno.model import (
    Dimension,
    FundingScheme,
    Indicator,
    NotAWhole,
    Observation,
    Observations,
    Population,
    Source,
)
from offinno.testing import schemes
from offinno.units import parse_unit
from offinno.values import Value

SHARE = parse_unit("% of workplaces")
LANGS = st.sampled_from(LANGUAGES)


@st.composite
def shares(draw: st.DrawFn) -> list[Decimal]:
    """Draw shares with one number of decimals, often near to a whole."""
    places = draw(st.integers(0, 2))
    unit = Decimal(1).scaleb(-places)
    cuts = sorted(draw(st.lists(st.integers(0, 100 * 10**places), min_size=1, max_size=5)))
    ends = [0, *cuts, 100 * 10**places]
    made = [(high - low) * unit for low, high in pairwise(ends)]
    off = draw(st.integers(-4, 4)) * unit
    return [max(Decimal(0), made[0] + off).quantize(unit), *(n.quantize(unit) for n in made[1:])]


def split(numbers: list[Decimal]) -> Indicator:
    """Return shares as the categories of one dimension."""
    names = "abcdefg"[: len(numbers)]
    terms = [Term(key=name, label=name) for name in names]
    rows = [
        Observation(area="NO", period=2018, breakdowns={"field": name}, value=Value(number, SHARE))
        for name, number in zip(names, numbers, strict=True)
    ]
    return Indicator(
        key="made-up",
        title="Made up",
        definition="Made up.",
        unit=SHARE,
        population=Population(unit=vocabulary()["workplaces"]),
        dimensions=[Dimension(key="field", label="field", categories=terms, exclusive=True)],
        observations=Observations.of(SHARE, rows),
    )


@given(numbers=shares(), lang=LANGS)
def test_shares_are_a_whole_exactly_where_rounding_explains_it(
    numbers: list[Decimal], lang: Lang
) -> None:
    """Half a unit of the last digit of each may be lacking or too much, and nothing more."""
    assume(all(number <= 100 for number in numbers))
    slack = sum((Decimal((0, (5,), _exponent(n) - 1)) for n in numbers), Decimal(0))
    explained = abs(sum(numbers, Decimal(-100))) <= slack
    try:
        figure = parts(split(numbers), lang=lang, along="field")
    except NotAWhole:
        assert not explained
        return
    assert explained
    assert numbers == [row.value for row in figure.rows]


def _exponent(number: Decimal) -> int:
    """Return the power of ten of the last digit."""
    found = number.as_tuple().exponent
    assert isinstance(found, int)
    return found


def cited(made: list[FundingScheme]) -> list[Source]:
    """Return a source for every key that schemes, calls and amounts name."""
    calls = [call for scheme in made for call in scheme.calls]
    amounts = [amount for call in calls for amount in call.amounts]
    named = (thing.sources for things in (made, calls, amounts) for thing in things)
    keys = {key for some in named for key in some}
    return [Source(key=key, publisher="Made up", title="Made up") for key in sorted(keys)]


@given(made=st.lists(schemes(), min_size=1, max_size=3), lang=LANGS)
def test_no_scheme_is_lost(made: list[FundingScheme], lang: Lang) -> None:
    """Every scheme has a lane, in the order that was asked for, or there is a named error."""
    try:
        figure = scheme_timeline(made, lang=lang, sources=cited(made))
    except OffinnoError:
        event("refused")
        return
    event("drawn")
    lanes = dict.fromkeys(row.key.rpartition(", ")[0] for row in figure.rows)
    assert [scheme.key for scheme in made] == list(lanes)
