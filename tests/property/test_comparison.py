"""Laws of comparison: by any metadata, along anything, with and without overrides."""

import pickle
from collections.abc import Callable
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from offinno.language import Term, vocabulary
from offinno.model import (
    RULES,
    Adjustment,
    Break,
    Comparison,
    Contradiction,
    Datum,
    Dimension,
    Indicator,
    Measuring,
    NotComparable,
    Observation,
    Observations,
    Population,
    Question,
    Rule,
    Sample,
    Status,
    Verdict,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, UnknownOutcome, Value

UNKNOWN = Missing(MissingReason.NOT_STATED)
NOBODY = Missing(MissingReason.NOT_APPLICABLE)
A, B = Term(key="a", label="A"), Term(key="b", label="B")
WORDS = vocabulary()
KIND = Dimension(key="kind", label="Kind", categories=[A, B])
SECTOR = Dimension(key="sector", label="Sector", categories=[A, B])

terms = st.frozensets(st.sampled_from([A, B]), max_size=2)
populations = st.just(UNKNOWN) | st.builds(
    Population,
    unit=st.sampled_from([WORDS["public-workplaces"], WORDS["municipalities"]]),
    sectors=terms,
    levels=terms,
    filters=terms,
)
questions = st.none() | st.builds(
    Question, key=st.sampled_from("qr"), text=st.just("?"), answers=terms
)
samples = st.sampled_from([None, UNKNOWN, NOBODY, Sample(), Sample(n=5), Sample(n=9, base=4)])
periods = st.sampled_from(
    ["2018", "2019", "2018-Q3", "2018-Q4", "2 years before 2018-10", "2018-spring", "?", "2017/.."]
).map(Period)
units = st.sampled_from(
    ["% of public-workplaces", "NOK", "EUR", "XXX", "NOK@2015:cpi", "km", "m", "NOK / inhabitants"]
).map(parse_unit)
vintages = st.sampled_from([None, "2020-01-02", "2021-03", "?"])
parts = st.sampled_from([None, "2018-08", "2018-09", "?"])
statuses = st.frozensets(st.sampled_from(Status), max_size=2)
CHANGES = tuple(
    Break(key=key, at=at, changed="vekting")
    for key, at in (("sure", "2018-Q4"), ("year", "2019"), ("late", "2018-12"))
)
breaks = st.lists(st.sampled_from(CHANGES), max_size=2, unique_by=lambda change: change.key)


@st.composite
def data(draw: st.DrawFn, /, key: str = "one", area: str = "NO", **fixed: Any) -> Datum:
    """Draw a figure with any of the metadata that rules look at; *fixed* is not drawn."""
    unit, period = draw(units), fixed.get("period") or draw(periods)
    named = draw(st.sets(st.sampled_from(["kind", "sector"]))) if "kind" not in fixed else {"kind"}
    row = Observation(
        area=area,
        period=period,
        breakdowns={name: fixed.get(name, "a") for name in sorted(named)},
        vintage=draw(vintages),
        value=Value(draw(st.integers(1, 99)), unit),
        covers=draw(parts) if Period(str(period)).text == "2018-Q3" else None,
        status=draw(statuses),
    )
    return Datum(
        Indicator(
            key=key,
            title="A",
            definition=draw(st.sampled_from(["A", "B"])),
            unit=unit,
            population=draw(populations),
            question=draw(questions),
            sample=draw(samples),
            measuring=draw(st.none() | st.sampled_from(Measuring)),
            adjustment=draw(st.none() | st.sampled_from(Adjustment)),
            dimensions=[d for d in (KIND, SECTOR) if d.key in named],
            breaks=draw(breaks),
            series="2010/2030",
            observations=Observations.of(unit, [row]),
        ),
        row,
    )


def over_areas() -> st.SearchStrategy[list[Datum]]:
    """Return a strategy for figures of different areas."""
    codes = ("NO", "SE", "FI", "DK", "IS")
    return st.integers(2, 5).flatmap(
        lambda n: st.tuples(*(data(f"in-{c.lower()}", c) for c in codes[:n])).map(list)
    )


def over_time() -> st.SearchStrategy[list[Datum]]:
    """Return a strategy for figures of different years."""
    return st.tuples(*(data(f"in-{year}", period=year) for year in (2017, 2018, 2019))).map(list)


def over_indicators() -> st.SearchStrategy[list[Datum]]:
    """Return a strategy for figures of one area and of different indicators."""
    return st.tuples(data("one"), data("two"), data("three")).map(list)


def over_categories() -> st.SearchStrategy[list[Datum]]:
    """Return a strategy for figures of two categories."""
    return st.tuples(data("one", kind="a"), data("two", kind="b")).map(list)


ALONG = {
    "area": over_areas(),
    "period": over_time(),
    "indicator": over_indicators(),
    "kind": over_categories(),
}
overrides = st.dictionaries(st.sampled_from([r.value for r in Rule]), st.just("why"), max_size=3)


@st.composite
def comparisons(draw: st.DrawFn, allow: bool = True) -> Comparison:  # noqa: FBT001, FBT002
    """Draw a comparison along anything, some rules of which may be overridden."""
    along = draw(st.sampled_from(sorted(ALONG)))
    members = draw(ALONG[along])
    return Comparison.between(*members, along=along, allow=draw(overrides) if allow else {})


@given(comparisons())
def test_verdict_is_symmetric(compared: Comparison) -> None:
    """Whichever of two is held against the other, along anything and with any override."""
    pairs = compared.pairs
    for one, other in combinations(compared.names, 2):
        there, back = pairs.reasons(one, other), pairs.reasons(other, one)

        assert pairs.verdict(one, other) is pairs.verdict(other, one)
        assert [(r.rule, r.outcome) for r in there] == [(r.rule, r.outcome) for r in back]


@given(comparisons())
def test_all_pairs_are_as_each_pair(compared: Comparison) -> None:
    """Judged together by looks, figures have the verdict that the rules give each two."""
    allowed, found = dict(compared.allowed), compared.pairs.severities()
    skipped = {Rule.OVERLAP, Rule.VINTAGE} if compared.along == "period" else set()
    for (at, one), (to, other) in combinations(enumerate(compared.members), 2):
        answers = [
            (rule, judge(one, other)) for rule, judge in RULES.items() if rule not in skipped
        ]
        worst = max(
            (
                min(answer[0].severity, 1) if rule.value in allowed else answer[0].severity
                for rule, answer in answers
                if answer is not None
            ),
            default=0,
        )

        assert worst == found[at, to] == found[to, at]


@given(comparisons())
def test_a_member_alone_is_judged_as_among_others(compared: Comparison) -> None:
    """Who else takes part changes no verdict on two."""
    for one, other in combinations(range(len(compared.members)), 2):
        two = Comparison(
            members=(compared.members[one], compared.members[other]),
            along=compared.along,
            reference_at=1,
            allowed=compared.allowed,
        )
        names = compared.names[one], compared.names[other]

        assert two.verdict is compared.pairs.verdict(*names)
        assert two.reasons == compared.pairs.reasons(*names)


@given(comparisons(allow=False), st.sampled_from(Rule))
def test_an_override_makes_caveats_at_best(compared: Comparison, rule: Rule) -> None:
    """It touches its own rule alone, and what that said is still said, with the reason why."""
    allowed = attrs.evolve(compared, allowed={rule.value: "why"})
    for one, other in combinations(compared.names, 2):
        before, after = compared.pairs.reasons(one, other), allowed.pairs.reasons(one, other)

        assert [r.rule for r in before] == [r.rule for r in after]
        assert [r for r in before if r.rule is not rule] == [r for r in after if r.rule is not rule]
        for reason in after:
            assert (reason.allowed == "why") is (reason.rule is rule)
            assert reason.rule is not rule or reason.outcome is Verdict.CAVEATS


def _header(datum: Datum, **less: Any) -> Datum:
    """Return a figure of whose header less is known."""
    return Datum(attrs.evolve(datum.indicator, **less), datum.observation)


def _row(datum: Datum, **less: Any) -> Datum:
    """Return a figure of whose row less is known."""
    row = attrs.evolve(datum.observation, **less)
    rows = Observations.of(datum.unit, [row])
    return Datum(attrs.evolve(datum.indicator, observations=rows), row)


def _no_currency(datum: Datum) -> Datum:
    """Return an amount of which it is not known what it is in."""
    unit = parse_unit("XXX")
    if str(datum.unit) not in {"NOK", "EUR"}:
        return datum
    row = attrs.evolve(datum.observation, value=Value(datum.number.magnitude, unit))
    return Datum(
        attrs.evolve(datum.indicator, unit=unit, observations=Observations.of(unit, [row])), row
    )


#: What takes a fact from a figure: afterwards it is not known. A break that nobody has told of
#: cannot be known to be missing; nor can a filter, or a sector that is left out, which means all.
LESS: dict[str, Callable[[Datum], Datum]] = {
    "population": lambda datum: _header(datum, population=UNKNOWN),
    "sample": lambda datum: _header(datum, sample=UNKNOWN),
    "n": lambda datum: _header(datum, sample=Sample()),
    "question": lambda datum: _header(datum, question=None, sample=datum.sample or UNKNOWN),
    "measuring": lambda datum: _header(datum, measuring=None),
    "adjustment": lambda datum: _header(datum, adjustment=None),
    "currency": _no_currency,
    "vintage": lambda datum: _row(datum, vintage="?"),
    "covers": lambda datum: _row(datum, covers="?") if datum.observation.covers else datum,
    "period": lambda datum: _row(datum, period="?", covers=None),
}


@given(st.data(), st.sampled_from(sorted(LESS)))
def test_dropping_metadata_never_betters_a_verdict(draw: st.DataObject, what: str) -> None:
    """Of one figure, of the other, or of both: what is not known is never taken for equal."""
    one = draw.draw(data("one", "NO"))
    other = draw.draw(data("two", "SE"))
    less = LESS[what]
    # A refusal may become a caveat: what was known to differ is not known any more.
    before = min(Comparison.between(one, other).verdict.severity, 1)

    for pair in ((less(one), other), (one, less(other)), (less(one), less(other))):
        assert Comparison.between(*pair).verdict.severity >= before


@given(st.data(), st.sampled_from(sorted(LESS)))
def test_what_agrees_is_not_bettered_by_knowing_less(draw: st.DataObject, what: str) -> None:
    """Of two figures that agree in all, less known of one is as good at best."""
    one = draw.draw(data("one"))
    other = Datum(attrs.evolve(one.indicator, key="twin"), one.observation)
    before = Comparison.between(one, other, along="indicator").verdict
    after = Comparison.between(LESS[what](one), other, along="indicator").verdict

    assert after.severity >= before.severity


@given(st.data(), st.lists(st.sampled_from(sorted(LESS)), min_size=1, max_size=6))
def test_knowing_less_and_less_makes_nothing_comparable(
    draw: st.DataObject, names: list[str]
) -> None:
    """Whatever is dropped, one after the other and from either, what had caveats keeps some."""
    pair = [draw.draw(data("one", "NO")), draw.draw(data("two", "SE"))]
    assume(Comparison.between(*pair).verdict is not Verdict.COMPARABLE)
    for name in names:
        side = draw.draw(st.integers(0, 1))
        pair[side] = LESS[name](pair[side])

        assert Comparison.between(*pair).verdict is not Verdict.COMPARABLE


@given(comparisons())
def test_difference_is_antisymmetric(compared: Comparison) -> None:
    """One less the other is the other less one, with the sign turned; or both are refused."""
    one, other = compared.names[:2]
    try:
        there = compared.difference(one, other)
    except (NotComparable, TypeError) as refused:
        with pytest.raises(type(refused)):
            compared.difference(other, one)
        return
    back = compared.difference(other, one)

    assert there == (-back).to(there.unit)


@given(comparisons())
def test_change_per_year_has_one_direction(compared: Comparison) -> None:
    """Whichever period is named first; and what is not compared over time has none."""
    one, other = compared.names[:2]
    try:
        there = compared.change_per_year(one, other)
    except (NotComparable, Contradiction) as refused:
        with pytest.raises(type(refused)):
            compared.change_per_year(other, one)
        return

    assert there == compared.change_per_year(other, one)
    if there.absolute is not None and there.relative is not None:
        assert (there.absolute.magnitude > 0) is (there.relative.magnitude > 0)


NUMBERS = st.integers(1, 5) | st.just(UNKNOWN)
SHARE = parse_unit("% of public-workplaces")


@st.composite
def rankings(draw: st.DrawFn) -> list[Observation]:
    """Draw rows of areas, some of which describe others than the rest, or may change."""
    codes = draw(st.permutations(("NO", "SE", "FI", "DK", "IS", "DE")))
    own = Population(unit=WORDS["public-workplaces"], levels=[A])
    found = []
    for code in codes[: draw(st.integers(2, 6))]:
        n = draw(NUMBERS)
        qualifier = draw(st.sampled_from([Qualifier.EXACT] * 3 + [Qualifier.OVER]))
        found.append(
            Observation(
                area=code,
                period=2018,
                value=n if isinstance(n, Missing) else Value(n, SHARE, qualifier),
                population=draw(st.none() | st.just(own)),
                status=draw(st.sampled_from([[], [Status.PROVISIONAL]])),
            )
        )
    return found


def ranked(rows: list[Observation], **how: Any) -> Comparison:
    """Return the comparison of rows."""
    return Comparison.of(
        Indicator(
            key="ranked",
            title="A",
            definition="A",
            unit=SHARE,
            population=Population(unit=WORDS["public-workplaces"]),
            observations=Observations.of(SHARE, rows),
        ),
        **how,
    )


def _places(compared: Comparison) -> dict[str, int] | None:
    """Return the place of each member that has one, or None where the order is open."""
    try:
        return {member.area.code: place for place, member in compared.ranking}
    except UnknownOutcome:
        return None


@given(rankings(), st.randoms(use_true_random=False), st.booleans())
def test_ranking_does_not_depend_on_order(
    rows: list[Observation],
    shuffled: Any,
    overridden: bool,  # noqa: FBT001 - drawn
) -> None:
    """Against one reference each member has one place, whatever order the rows are in."""
    other = list(rows)
    shuffled.shuffle(other)
    how: dict[str, Any] = {"reference": rows[0].area.code}
    how |= {"allow": {"level": "why"}} if overridden else {}

    assert _places(ranked(rows, **how)) == _places(ranked(other, **how))


@given(rankings())
def test_ranking_is_a_permutation(rows: list[Observation]) -> None:
    """Of the members that may be ranked; equal figures share a place, and the next stays empty."""
    compared = ranked(rows)
    places = _places(compared)
    assume(places is not None)
    assert places is not None
    numbers = {member.area.code: member.number for member in compared.comparable}

    assert set(numbers) == set(places)
    for code, number in numbers.items():
        others = [other for name, other in numbers.items() if name != code]

        assert places[code] == 1 + sum(number < other for other in others)


@given(comparisons())
def test_nothing_mutates(compared: Comparison) -> None:
    """Asked for everything it can tell, a comparison is as it was, and so are its members."""
    before = pickle.dumps(compared)
    found = (compared.reasons, compared.verdict, compared.reference, tuple(compared.pairs))
    again = pickle.loads(before)

    assert before == pickle.dumps(Comparison(**_fields(compared)))
    assert compared == again
    assert found == (again.reasons, again.verdict, again.reference, tuple(again.pairs))


def _fields(compared: Comparison) -> dict[str, Any]:
    """Return what a comparison is made of."""
    return {f.name: getattr(compared, f.name) for f in attrs.fields(Comparison) if f.init}
