"""Strategies for the small parts that figures, schemes and sheets are made of."""

from decimal import Decimal
from typing import Any, Final, get_args

import attrs
from hypothesis import strategies as st

from offinno.language import Text, Vocabulary
from offinno.model import (
    Axis,
    Block,
    Break,
    Call,
    Column,
    ContactPoint,
    Dimension,
    Extra,
    Form,
    Name,
    Preferred,
    Reference,
    SchemeName,
    SupportRate,
)
from offinno.testing._figures import (
    counts,
    intervals,
    magnitudes,
    observations_of,
    periods,
    ranges,
    units,
    years,
)
from offinno.testing._sheets import amounts
from offinno.testing._words import (
    keys,
    links,
    missings,
    populations,
    questions,
    samples,
    terms,
    texts,
    words,
)
from offinno.units import parse_unit
from offinno.values import Interval, Point, Published, Qualifier, Value

_RATE: Final = parse_unit("% of project-costs")
_PATHS: Final = ("maps/regions.geojson", "regions.json")


@st.composite
def any_interval(draw: st.DrawFn) -> Interval:
    """Return a strategy for intervals around any number."""
    unit = draw(units())
    return draw(intervals(draw(magnitudes(unit)), unit))


def points() -> st.SearchStrategy[Point]:
    """Return a strategy for the points in time that periods begin and end at."""
    return periods().flatmap(
        lambda period: (
            st.sampled_from([point for point in period.points if point is not None])
            if any(point is not None for point in period.points)
            else points()
        )
    )


def published() -> st.SearchStrategy[Published]:
    """Return a strategy for numbers as they were read in a text."""
    return st.builds(
        Published,
        magnitude=st.decimals(-(10**9), 10**9, places=2),
        qualifier=st.sampled_from(Qualifier),
        fraction=st.booleans(),
        unit=st.sampled_from(["", "%", "kroner"]),
    )


def references() -> st.SearchStrategy[Reference]:
    """Return a strategy for references to figures, with and without selectors."""
    selectors = st.dictionaries(
        st.sampled_from(["area", "period", "sector"]), st.sampled_from(["NO", "2018", "health"])
    )
    return st.builds(
        Reference,
        key=keys(),
        selectors=selectors.map(lambda chosen: tuple(chosen.items())),
        form=st.sampled_from(Form),
    )


def names() -> st.SearchStrategy[Name]:
    """Return a strategy for names with a number in them, as prose holds them."""
    return words(max_size=12).filter(lambda text: not set(text) & set("'{}\n\t")).map(Name)


def plain_texts() -> st.SearchStrategy[Text]:
    """Return a strategy for texts that refer to no figure."""
    return texts().filter(lambda text: not any("{" in t or "}" in t for t in text.values()))


#: What the fields of blocks hold that have no default.
_FIELDS: Final = {
    "along": st.sampled_from(["area", "period", "sector"]),
    "by": st.just("group"),
    "code": st.just("code"),
    "figure": references(),
    "geography": st.sampled_from(_PATHS),
    "headline": plain_texts(),
    "schemes": st.lists(keys(), min_size=1, max_size=2, unique=True),
    "text": plain_texts(),
}


def blocks(kind: type[Any] | None = None) -> st.SearchStrategy[Block]:
    """Return a strategy for blocks of a factsheet, of one *kind* or of any.

    They stand alone: what they refer to is not drawn with them. Those of `factsheets` resolve.
    """
    if kind is None:
        return st.sampled_from(_kinds(Block)).flatmap(blocks)
    needed = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    found: st.SearchStrategy[Block] = st.builds(kind, **{name: _FIELDS[name] for name in needed})
    return found


def _kinds(block: object) -> list[type[Any]]:
    """Return the classes of a union of blocks."""
    return [kind for part in get_args(block) for kind in (_kinds(part) or [part])]


def vocabularies() -> st.SearchStrategy[Vocabulary]:
    """Return a strategy for the terms that a text may use."""
    return st.lists(terms(), max_size=3, unique_by=lambda term: term.key).map(Vocabulary)


def breaks() -> st.SearchStrategy[Break]:
    """Return a strategy for changes of method."""
    return st.builds(Break, key=keys(), at=years(), changed=texts(), note=st.none() | texts())


def dimensions() -> st.SearchStrategy[Dimension]:
    """Return a strategy for breakdowns."""
    categories = st.lists(terms(), min_size=1, max_size=3, unique_by=lambda term: term.key)
    return st.builds(
        Dimension, key=keys(), label=texts(), categories=categories, exclusive=st.booleans()
    )


def preferred() -> st.SearchStrategy[Preferred]:
    """Return a strategy for a choice among sources that disagree."""
    return st.builds(Preferred, source=keys(), reason=texts())


def extras() -> st.SearchStrategy[Extra]:
    """Return a strategy for what stands beside a row and few rows have."""
    return st.builds(
        Extra,
        range=st.none() | ranges(),
        interval=st.none() | any_interval(),
        counted=st.none() | counts(),
        missing_note=st.none() | texts(),
        symbol=st.none() | st.just(".."),
        notes=st.lists(st.sampled_from(["*", "†"]), unique=True),
        as_printed=st.none() | texts(),
        population=st.none() | populations() | missings(),
        question=st.none() | questions(),
        sample=st.none() | samples() | missings(),
        covers=st.none() | years(),
    )


def columns() -> st.SearchStrategy[Column]:
    """Return a strategy for columns of numbers."""
    return observations_of().map(lambda rows: rows.value)


def axes() -> st.SearchStrategy[Axis]:
    """Return a strategy for columns of categories, such as areas."""
    return observations_of().flatmap(lambda rows: st.sampled_from([rows.area, rows.period]))


def calls() -> st.SearchStrategy[Call]:
    """Return a strategy for calls of funding schemes."""
    return st.builds(Call, deadline=years(), amounts=st.lists(amounts(), max_size=2))


def scheme_names() -> st.SearchStrategy[SchemeName]:
    """Return a strategy for names of funding schemes."""
    return st.builds(SchemeName, name=texts(), since=st.none() | years() | missings())


def support_rates() -> st.SearchStrategy[SupportRate]:
    """Return a strategy for how much of the costs a funding scheme pays."""
    rate = st.integers(0, 100).map(lambda n: Value(Decimal(n), _RATE, Qualifier.AT_MOST))
    return st.builds(SupportRate, rate=rate, applies_to=st.none() | texts())


def contact_points() -> st.SearchStrategy[ContactPoint]:
    """Return a strategy for whom to ask."""
    return st.builds(
        ContactPoint,
        organisation=texts(),
        address=st.none() | texts(),
        phone=st.none() | st.just("+47 22 03 70 00"),
        links=st.lists(links(), max_size=1),
    )
