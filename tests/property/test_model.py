"""Laws of comparison, arithmetic, selection and references."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from offinno.language import Term, vocabulary
from offinno.model import (
    Break,
    Comparison,
    Contradiction,
    Datum,
    Form,
    Indicator,
    Name,
    NotComparable,
    Observation,
    Observations,
    Piece,
    Population,
    Question,
    Reference,
    Sample,
    Source,
    Verdict,
    parse_reference,
    pieces,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Value

SHARE = parse_unit("% of public-workplaces")
UNKNOWN = Missing(MissingReason.NOT_STATED)
A, B = Term(key="a", label="A"), Term(key="b", label="B")
WORKPLACES = vocabulary()["public-workplaces"]
SOURCES = [Source(key=key, publisher="A", title="A") for key in ("one", "two")]

terms = st.frozensets(st.sampled_from([A, B]), max_size=2)
populations = st.just(UNKNOWN) | st.builds(
    Population,
    unit=st.sampled_from([WORKPLACES, vocabulary()["municipalities"]]),
    sectors=terms,
    levels=terms,
    filters=terms,
)
questions = st.none() | st.builds(
    Question, key=st.sampled_from("qr"), text=st.just("?"), answers=terms
)
samples = st.none() | st.just(UNKNOWN) | st.builds(Sample, n=st.none() | st.just(5))
periods = st.sampled_from(["2018", "2019", "2018-Q3", "2 years before 2018-10", "?"]).map(Period)
units = st.sampled_from(["% of public-workplaces", "NOK", "EUR", "XXX", "NOK@2015:cpi", "km", "m"])
parts = st.none() | st.sampled_from(["2018-08", "2018-09"])


@st.composite
def data(draw: st.DrawFn, area: str = "NO", key: str = "one") -> Datum:
    """Draw a figure with any of the metadata that rules look at."""
    unit = parse_unit(draw(units))
    period = draw(periods)
    row = Observation(
        area=area,
        period=period,
        vintage=draw(st.none() | st.just("2020-01-02")),
        value=Value(draw(st.integers(1, 99)), unit),
        covers=draw(parts) if period.text == "2018-Q3" else None,
    )
    change = Break(key="weights", at="2018-Q4", changed="vekting")
    indicator = Indicator(
        key=key,
        title="A",
        definition="A",
        unit=unit,
        population=draw(populations),
        question=draw(questions),
        sample=draw(samples),
        breaks=draw(st.sampled_from([(), (change,)])),
        series="2010/2030",
        observations=Observations.of(unit, [row]),
    )
    return Datum(indicator, row)


pairs = st.tuples(data("NO", "one"), data("SE", "two"))


def verdict(one: Datum, other: Datum) -> Verdict:
    """Return what may be done with two figures."""
    return Comparison.between(one, other).verdict


@given(pairs)
def test_verdict_is_symmetric(pair: tuple[Datum, Datum]) -> None:
    """Whichever of the two stands first, and whichever is the reference."""
    one, other = pair
    found = verdict(one, other)

    assert found is verdict(other, one)
    assert found is Comparison.between(one, other, reference="SE").verdict
    assert len(Comparison.between(one, other).reasons) == len(
        Comparison.between(other, one).reasons
    )


def _without(datum: Datum, **header: Any) -> Datum:
    """Return a figure of which less is known."""
    return Datum(attrs.evolve(datum.indicator, **header), datum.observation)


LESS: list[Callable[[Datum], Datum]] = [
    lambda datum: _without(datum, population=UNKNOWN),
    lambda datum: _without(datum, sample=UNKNOWN),
    lambda datum: _without(datum, question=None),
]


@given(pairs, st.sampled_from(LESS))
def test_knowing_less_makes_nothing_comparable(
    pair: tuple[Datum, Datum], less: Callable[[Datum], Datum]
) -> None:
    """What is not known is never taken for equal to what is."""
    one, other = pair
    assume(verdict(one, other) is not Verdict.COMPARABLE)
    assume(other.question is not None or less is not LESS[2])

    assert verdict(less(one), other) is not Verdict.COMPARABLE
    assert verdict(other, less(one)) is not Verdict.COMPARABLE


@given(data(), st.sampled_from(LESS[:2]))
def test_knowing_less_never_betters_a_verdict(one: Datum, less: Callable[[Datum], Datum]) -> None:
    """Of two figures that agree in all, less known of one is as good at best."""
    twin = attrs.evolve(one.indicator, key="twin")
    other = Datum(twin, one.observation)
    before = Comparison.between(one, other, along="indicator").verdict
    after = Comparison.between(less(one), other, along="indicator").verdict

    assert after.severity >= before.severity


@given(pairs)
def test_difference_is_antisymmetric(pair: tuple[Datum, Datum]) -> None:
    """One less the other is the other less one, with the sign turned; or both are refused."""
    compared = Comparison.between(*pair)
    try:
        there = compared.difference("NO", "SE")
    except NotComparable:
        with pytest.raises(NotComparable):
            compared.difference("SE", "NO")
        return
    back = compared.difference("SE", "NO").to(there.unit)

    assert there.magnitude == -back.magnitude
    assert there.unit == back.unit
    assert there.unit == (-back).unit


@given(pairs)
def test_a_comparison_survives_every_way(pair: tuple[Datum, Datum]) -> None:
    """Pickled or copied it has the same reasons, and asking for them changes nothing."""
    compared = Comparison.between(*pair)
    before = pickle.dumps(compared)
    found = compared.reasons, compared.verdict, compared.reference

    for again in (pickle.loads(before), copy.deepcopy(compared), copy.copy(compared)):
        assert compared == again
        assert found == (again.reasons, again.verdict, again.reference)
    assert before == pickle.dumps(Comparison.between(*pair))


AREAS = ("NO", "SE", "FI", "DK", "IS", "DE")


@st.composite
def rankings(draw: st.DrawFn) -> list[Observation]:
    """Draw rows of different areas, some of which describe others than the rest."""
    areas = draw(st.permutations(AREAS))[: draw(st.integers(2, 6))]
    own = Population(unit=WORKPLACES, levels=[A])
    return [
        Observation(
            area=area,
            period=2018,
            value=draw(st.integers(1, 5).map(lambda n: Value(n, SHARE)) | st.just(UNKNOWN)),
            population=draw(st.none() | st.just(own)),
        )
        for area in areas
    ]


def ranked(rows: list[Observation]) -> Indicator:
    """Return an indicator of these rows."""
    return Indicator(
        key="ranked",
        title="A",
        definition="A",
        unit=SHARE,
        population=Population(unit=WORKPLACES),
        observations=Observations.of(SHARE, rows),
    )


@given(rankings(), st.randoms(use_true_random=False))
def test_ranking_does_not_depend_on_order(rows: list[Observation], shuffled: Any) -> None:
    """Against one reference, each member has one place, whatever order the rows are in."""
    other = list(rows)
    shuffled.shuffle(other)
    reference = rows[0].area.code
    one = Comparison.of(ranked(rows), reference=reference)
    two = Comparison.of(ranked(other), reference=reference)

    assert {m.area: place for place, m in one.ranking} == {m.area: p for p, m in two.ranking}
    assert one.verdict is two.verdict


@given(rankings())
def test_ranking_is_a_permutation(rows: list[Observation]) -> None:
    """Of the members that may be ranked; places count those that are larger."""
    compared = Comparison.of(ranked(rows))
    places = [place for place, _ in compared.ranking]
    numbers = [member.number.magnitude for _, member in compared.ranking]

    assert set(compared.comparable) == {member for _, member in compared.ranking}
    assert numbers == sorted(numbers, reverse=True)
    assert places == [1 + sum(n > number for n in numbers) for number in numbers]


@given(rankings(), st.randoms(use_true_random=False))
def test_the_largest_group_is_one(rows: list[Observation], shuffled: Any) -> None:
    """Where one group has more numbers than the other, the order of the rows chooses nothing."""
    sizes = [
        sum(isinstance(r.value, Value) for r in rows if (r.population is None) is common)
        for common in (True, False)
    ]
    assume(sizes[0] != sizes[1])
    other = list(rows)
    shuffled.shuffle(other)
    one, two = Comparison.of(ranked(rows)), Comparison.of(ranked(other))

    assert {m.area for m in one.comparable} == {m.area for m in two.comparable}
    assert max(sizes) == len(one.comparable)


@given(rankings(), st.data())
def test_a_reference_leads_back(rows: list[Observation], draw: st.DataObject) -> None:
    """The text that names a figure selects it and no other, among versions and disputes too."""
    more = [
        attrs.evolve(row, source=source, vintage=vintage)
        for row in rows
        for source, vintage in draw.draw(
            st.sets(
                st.tuples(st.sampled_from([None, "two"]), st.sampled_from([None, Period("2020")])),
                min_size=1,
            )
        )
    ]
    indicator = attrs.evolve(
        ranked(rows), sources=SOURCES, observations=Observations.of(SHARE, more)
    )
    for datum in indicator.data():
        named = parse_reference(datum.reference)

        assert datum == indicator.at(**dict(named.selectors))
        assert (datum.row,) == indicator.find(**dict(named.selectors))


@given(rankings(), st.sampled_from(AREAS))
def test_selecting_changes_nothing(rows: list[Observation], area: str) -> None:
    """What is selected holds the rows that are met; what is selected from stays as it was."""
    indicator = ranked(rows)
    before = pickle.dumps(indicator)
    met = [row for row in rows if row.area.code == area]
    if met:
        assert met == list(indicator.where(area=area).observations)
    assert tuple(at for at, row in enumerate(rows) if row in met) == indicator.find(area=area)
    assert before == pickle.dumps(indicator)


@given(data("NO", "one"), data("NO", "two"))
def test_arithmetic_changes_nothing(one: Datum, other: Datum) -> None:
    """A sum is as bare values give it, and both figures stay as they were."""
    before = pickle.dumps((one, other))
    try:
        found = one + other
    except (Contradiction, TypeError):
        pass
    else:
        assert (one.number + other.number).magnitude == found.number.magnitude
        assert found == pickle.loads(pickle.dumps(found))
    assert before == pickle.dumps((one, other))


keys = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
chosen = st.from_regex(r"[^\s,=\[\]{}]{1,6}( [^\s,=\[\]{}]{1,6})?", fullmatch=True)
some_pairs = st.dictionaries(keys, chosen, max_size=3).map(lambda pairs: tuple(pairs.items()))
references = st.builds(
    Reference, key=keys, selectors=some_pairs, form=st.sampled_from(Form)
) | st.builds(
    Reference,
    key=keys,
    selectors=some_pairs,
    form=st.sampled_from([form for form in Form if form.comparing]),
    against=some_pairs,
)
names = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="'{}"), min_size=1
)
plain = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1)


@given(references)
def test_references_read_back(reference: Reference) -> None:
    """The text of a reference is read as that reference."""
    assert reference == parse_reference(str(reference))


def _written(piece: Piece) -> str:
    """Return a piece as it stands in prose."""
    match piece:
        case str():
            return piece.replace("{", "{{").replace("}", "}}")
        case Name():
            return f"{{'{piece.text}'}}"
        case Reference():
            return f"{{{piece}}}"


@given(st.lists(plain | names.filter(str.strip).map(Name) | references, max_size=6))
def test_prose_reads_back(given_pieces: list[Piece]) -> None:
    """Pieces written one after the other are those that are read, neighbours of text joined."""
    joined: list[Piece] = []
    for piece in given_pieces:
        if joined and isinstance(piece, str) and isinstance(last := joined[-1], str):
            joined[-1] = last + piece
        else:
            joined.append(piece)

    assert joined == list(pieces("".join(map(_written, given_pieces))))
