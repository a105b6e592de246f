"""Strategies for funding schemes and factsheets."""

from contextlib import suppress
from typing import Final

import attrs
from hypothesis import strategies as st

from offinno.language import LANGUAGES
from offinno.model import (
    Amount,
    AmountKind,
    Bars,
    Block,
    Call,
    Choropleth,
    Contact,
    ContactPoint,
    Contradiction,
    DotInterval,
    Evidence,
    Factsheet,
    FundingScheme,
    GroupedBars,
    Heading,
    Indicator,
    Links,
    Notes,
    Number,
    Parts,
    Pictogram,
    Prose,
    Ranking,
    Reference,
    Round,
    SchemeName,
    Schemes,
    SchemeTimeline,
    Series,
    Slope,
    SupportRate,
    Tally,
    TileMap,
)
from offinno.testing._figures import indicators, periods, ranges, values, years
from offinno.testing._kept import kept
from offinno.testing._words import keys, links, missings, sources, terms, texts
from offinno.units import parse_unit
from offinno.values import Qualifier, Value

_MONEY: Final = parse_unit("NOK")
_APPLICATIONS: Final = parse_unit("applications")
_RATE: Final = parse_unit("% of project-costs")


@kept
def amounts() -> st.SearchStrategy[Amount]:
    """Return a strategy for amounts of money that may be ceilings, so announced or applied for."""
    return st.builds(
        Amount,
        value=values(_MONEY) | ranges(_MONEY) | missings(),
        kind=st.sampled_from([AmountKind.ANNOUNCED, AmountKind.APPLIED_FOR]),
        part=st.none() | texts(),
        as_of=st.none() | years(),
        evidence=st.sampled_from(Evidence),
        as_printed=st.none() | texts(),
        note=st.none() | texts(),
    )


@kept
def _tallies() -> st.SearchStrategy[Tally]:
    """Return a strategy for numbers of applications."""
    counted = values(_APPLICATIONS).filter(lambda value: value.magnitude >= 0)
    return st.builds(Tally, value=counted | missings(), note=st.none() | texts())


@kept
def _rounds() -> st.SearchStrategy[Round]:
    """Return a strategy for what came of a call."""
    return st.builds(
        Round,
        period=periods(),
        applications=st.lists(_tallies(), max_size=2),
        applied_for=st.lists(amounts(), max_size=1),
        grants=st.lists(_tallies(), max_size=1),
        granted=st.lists(amounts(), max_size=2),
        together_with=st.lists(keys(), max_size=1),
        note=st.none() | texts(),
    )


@kept
@st.composite
def schemes(draw: st.DrawFn) -> FundingScheme:
    """Return a strategy for funding schemes."""
    deadlines = draw(st.lists(years(), max_size=2))
    calls = [Call(deadline=d, amounts=draw(st.lists(amounts(), max_size=2))) for d in deadlines]
    ordered = sorted(calls, key=lambda call: str(call.deadline))
    name = st.builds(SchemeName, name=texts(), since=st.none() | years() | missings())
    rate = st.integers(0, 100).map(lambda number: Value(number, _RATE, Qualifier.AT_MOST))
    return FundingScheme(
        key=draw(keys()),
        names=draw(st.lists(name, min_size=1, max_size=2)),
        provider=draw(texts()),
        purpose=draw(texts()),
        applicants=draw(st.none() | texts()),
        partners=draw(st.none() | texts()),
        calls=ordered,
        rounds=draw(st.lists(_rounds(), max_size=1)),
        support_rates=draw(st.lists(st.builds(SupportRate, rate=rate), max_size=1)),
        legal_basis=draw(st.none() | texts()),
        link=draw(st.none() | links()),
    )


def _blocks(indicator: Indicator, scheme: FundingScheme) -> st.SearchStrategy[Block]:
    """Return a strategy for blocks that may show an indicator and a scheme."""
    figure = Reference(key=indicator.key)
    plain = texts().filter(lambda text: not any("{" in t or "}" in t for t in text.values()))
    alt, width = st.none() | plain, st.sampled_from(["full", "half", "third"])
    return st.one_of(
        st.builds(Heading, text=plain, level=st.sampled_from([2, 3]), new_page=st.booleans()),
        st.builds(Prose, text=plain, style=st.sampled_from(["plain", "lead", "box", "callout"])),
        st.builds(Number, figure=st.just(figure), headline=plain, alt=alt, width=width),
        st.builds(Pictogram, figure=st.just(figure), headline=plain, of=st.integers(2, 100)),
        st.builds(
            Ranking,
            figure=st.just(figure),
            headline=plain,
            allow=st.dictionaries(st.just("level"), st.just("why"), max_size=1),
        ),
        st.builds(Bars, figure=st.just(figure), headline=plain, alt=alt),
        st.builds(
            GroupedBars,
            figure=st.just(figure),
            headline=plain,
            along=st.just("area"),
            by=st.just("sector"),
        ),
        st.builds(
            Series,
            figure=st.just(figure),
            headline=plain,
            by=st.none() | st.sampled_from(["area", "sector"]),
            highlight=st.none() | st.just("NO"),
            zero=st.booleans(),
        ),
        st.builds(Series, figure=st.just(figure), headline=plain, mark=st.just("bar")),
        st.builds(DotInterval, figure=st.just(figure), headline=plain, alt=alt),
        st.builds(
            Slope,
            figure=st.just(figure),
            headline=plain,
            start=st.none() | st.just(2018),
            allow=st.dictionaries(st.just("level"), st.just("why"), max_size=1),
        ),
        st.builds(
            Parts,
            figure=st.just(figure),
            headline=plain,
            along=st.just("sector"),
            by=st.none() | st.sampled_from(["area", "period"]),
        ),
        st.builds(
            TileMap,
            figure=st.just(figure),
            headline=plain,
            classes=st.none() | st.integers(2, 6),
            classing=st.sampled_from(["equal-steps", "quantiles"]),
            totals=st.booleans(),
        ),
        st.builds(
            Choropleth,
            figure=st.just(figure),
            headline=plain,
            geography=st.just("maps/regions.geojson"),
            code=st.just("code"),
            layer=st.none() | st.just("regions"),
            totals=st.booleans(),
        ),
        st.just(Schemes(schemes=(scheme.key,))),
        st.builds(
            SchemeTimeline,
            schemes=st.just((scheme.key,)),
            headline=plain,
            start=st.none() | st.just(2019),
            end=st.none() | st.just("2020-06"),
            highlight=st.none() | st.just(scheme.key),
        ),
        st.builds(Links, heading=st.none() | plain),
        st.just(Contact()),
        st.builds(Notes, heading=st.none() | plain, new_page=st.booleans()),
    )


def _with_blocks(sheet: Factsheet, blocks: list[Block]) -> Factsheet:
    """Return *sheet* with those of *blocks* that can show what it has."""
    for block in blocks:
        with suppress(Contradiction):
            sheet = attrs.evolve(sheet, blocks=(*sheet.blocks, block))
    return sheet


def _alone(scheme: FundingScheme) -> FundingScheme:
    """Return *scheme* as one that is counted together with no other."""
    rounds = [attrs.evolve(each, together_with=()) for each in scheme.rounds]
    return attrs.evolve(scheme, rounds=rounds)


@kept
@st.composite
def factsheets(draw: st.DrawFn) -> Factsheet:
    """Return a strategy for factsheets in which every reference resolves."""
    indicator, scheme = draw(indicators()), _alone(draw(schemes()))
    others = draw(st.lists(sources(), max_size=1))
    every = {source.key: source for source in (*others, *indicator.sources)}
    taken = {indicator.key, scheme.key, *every}
    parts = 2 + len(every)
    unique = len(taken) == parts
    sheet = Factsheet(
        key=draw(keys()),
        title=draw(texts()),
        subtitle=draw(st.none() | texts()),
        edition=draw(st.none() | years()),
        languages=draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True)),
        publisher=draw(st.none() | texts()),
        terms=draw(
            # Whatever else has one of their keys is no reference amount either.
            st.lists(terms(reference_amount=False), max_size=2, unique_by=lambda term: term.key)
        ),
        sources=tuple(every.values()) if unique else (),
        indicators=(indicator,) if unique else (),
        schemes=(scheme,) if unique else (),
        contact=draw(
            st.none()
            | st.builds(
                ContactPoint,
                organisation=texts(),
                address=st.none() | texts(),
                phone=st.none() | st.just("+47 22 03 70 00"),
                links=st.lists(links(), max_size=1),
            )
        ),
        links=draw(st.lists(links(), max_size=1)),
    )
    return _with_blocks(sheet, draw(st.lists(_blocks(indicator, scheme), max_size=5)))
