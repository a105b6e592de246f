"""A sheet in which every text is given by the test, and ways to look into a page."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from xml.etree import ElementTree as ET

import html5lib
import pytest

from offinno.language import Lang, Term, Text, vocabulary
from offinno.model import (
    Amount,
    AmountKind,
    Area,
    Bars,
    Call,
    Contact,
    ContactPoint,
    Derivation,
    Evidence,
    Factsheet,
    FundingScheme,
    GroupedBars,
    Heading,
    Indicator,
    Input,
    Link,
    Links,
    Method,
    Note,
    Notes,
    Number,
    Observation,
    Observations,
    Pictogram,
    Population,
    Prose,
    Question,
    Ranking,
    Round,
    Sample,
    SchemeName,
    Schemes,
    Source,
    SupportRate,
    Tally,
)
from offinno.model import Dimension as ByKind
from offinno.render import page
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Qualifier, Value

#: Gives the text that stands in the place of this name.
Words = Callable[[str], Text | str]

Element = ET.Element

_SHARE = parse_unit("% of workplaces")
_MONEY = parse_unit("NOK")


def plain(name: str) -> str:
    """Return an ordinary text for the place called *name*."""
    return f"the {name}"


def _rows(words: Words) -> list[Observation]:
    """Return made-up rows: two kinds in three areas, one of which has no value."""
    marks = {"IS": ["*"], "SE": ["*", "†"]}
    values = {"NO": 12, "IS": 34, "SE": 56}
    return [
        Observation(
            area=area,
            period=2001,
            breakdowns={"kind": kind},
            value=Missing(MissingReason.SUPPRESSED, words("missing"))
            if (area, kind) == ("SE", "old")
            else Value(values[area], _SHARE),
            notes=marks.get(area, []) if kind == "new" else [],
            as_printed=words("printed") if area == "NO" else None,
        )
        for kind in ("new", "old")
        for area in ("NO", "IS", "SE")
    ]


def _sources(words: Words) -> list[Source]:
    """Return two sources, one with everything that a source can have."""
    full = Source(
        key="full",
        publisher=words("publisher"),
        title=words("source title"),
        published=2002,
        url="https://example.org/full?a=1&b=2",
        locator=str(words("locator")),
        retrieved="2003-04-05",
        licence=str(words("licence")),
        note=words("source note"),
    )
    return [full, Source(key="bare", publisher=words("other"), title=words("bare title"))]


def _indicators(words: Words, sources: list[Source]) -> list[Indicator]:
    """Return an indicator that is broken down, one that was computed, and one without values."""
    unit = vocabulary()["workplaces"]
    kinds = [Term(key="new", label=words("new")), Term(key="old", label=words("old"))]
    shares = Indicator(
        key="shares",
        title=words("title"),
        definition=words("definition"),
        unit=_SHARE,
        population=Population(unit=unit, filters=[Term(key="own", label=words("filter"))]),
        question=Question(key="asked", text=words("question")),
        sample=Sample(n=7, weighting=words("weighting"), method=words("method")),
        sources=sources[:1],
        dimensions=[ByKind(key="kind", label=words("dimension"), categories=kinds)],
        notes=[
            Note(mark="*", text=words("note")),
            Note(mark="†", text=words("must"), must_show=True),
        ],
        observations=Observations.of(_SHARE, _rows(words)),
    )
    made = [
        Input(figure="shares", value=Value(1, _MONEY), source=sources[1]),
        Input(figure="shares", value=Value(2, _MONEY)),
    ]
    money = Indicator(
        key="money",
        title=words("money title"),
        definition=words("money definition"),
        unit=_MONEY,
        population=Missing(MissingReason.NOT_STATED, words("population note")),
        notes=[Note(mark="*", text=words("money note"))],
        lineage=Derivation(method=Method.SUM, inputs=made, note=words("lineage")),
        observations=Observations.of(
            _MONEY,
            [
                Observation(
                    area=Area("x-here", words("area")),
                    period=2001,
                    value=Value(2_000_000, _MONEY, Qualifier.ABOUT),
                    notes=["*"],
                    evidence=Evidence.PRINTED_ONLY,
                )
            ],
        ),
    )
    gap = Missing(MissingReason.NOT_AVAILABLE_TO_US, words("gap"))
    lost = Indicator(
        key="lost",
        title=words("lost title"),
        definition=words("lost definition"),
        unit=_SHARE,
        population=Population(unit=unit),
        observations=Observations.of(
            _SHARE,
            [Observation(area=area, period=2001, value=gap) for area in ("NO", "IS")],
        ),
    )
    return [shares, money, lost]


def _schemes(words: Words) -> list[FundingScheme]:
    """Return a scheme with everything that a scheme can have, and one with next to nothing."""
    unknown = Missing(MissingReason.NOT_STATED, words("unknown"))
    granted = partial(Amount, kind=AmountKind.GRANT, evidence=Evidence.SECONDARY)
    full = FundingScheme(
        key="full-scheme",
        names=[
            SchemeName(name=words("scheme")),
            SchemeName(name=words("old name"), until=2000),
            SchemeName(name=words("older name")),
        ],
        succeeds="bare-scheme",
        provider=words("provider"),
        purpose=words("purpose"),
        applicants=words("applicants"),
        partners=words("partners"),
        calls=[
            Call(
                deadline="2001-02-03",
                opens="2001-01",
                title=words("call"),
                amounts=[
                    Amount(
                        value=Value(3_000_000, _MONEY),
                        kind=AmountKind.ANNOUNCED,
                        part=words("part"),
                        as_of=2000,
                        sources=["full"],
                        as_printed=words("as printed"),
                        note=words("amount note"),
                    ),
                    Amount(value=unknown, kind=AmountKind.ANNOUNCED),
                ],
                sources=["bare"],
                note=words("call note"),
            ),
            Call(deadline=unknown),
        ],
        rounds=[
            Round(
                period=2001,
                applications=[
                    Tally(value=Value(5, parse_unit("applications")), sources=["full"]),
                    Tally(value=unknown, note=words("tally note")),
                ],
                applied_for=[
                    Amount(value=Value(8_000_000, _MONEY), kind=AmountKind.APPLIED_FOR),
                ],
                grants=[Tally(value=unknown)],
                granted=[
                    granted(value=Value(4_000_000, _MONEY), sources=["full"]),
                    granted(value=Value(6_000_000, _MONEY), sources=["bare"]),
                ],
                together_with=["bare-scheme"],
                note=words("round note"),
            ),
            Round(
                period=2002,
                grants=[Tally(value=Value(2, parse_unit("projects")))],
                granted=[
                    granted(value=Value(1_000_000, _MONEY), part=words("one part")),
                    granted(value=Value(2_000_000, _MONEY), part=words("other part")),
                ],
            ),
        ],
        support_rates=[
            SupportRate(
                rate=Value(50, parse_unit("% of project-costs"), Qualifier.AT_MOST),
                applies_to=words("applies to"),
                sources=["bare"],
            )
        ],
        legal_basis=words("law"),
        link=Link(label=words("scheme link"), url="doi:10.1000/182"),
        sources=["bare"],
    )
    bare = FundingScheme(
        key="bare-scheme",
        names=[SchemeName(name=words("bare scheme"))],
        provider=words("sheet publisher"),
        purpose=words("bare purpose"),
    )
    return [full, bare]


def specimen(
    words: Words = plain, *, prose: str = "Of these {shares[area=IS, kind=new]}."
) -> Factsheet:
    """Return a made-up sheet with every kind of block, each of its texts given by *words*."""
    sources = _sources(words)
    return Factsheet(
        key="specimen",
        title=words("sheet"),
        subtitle=words("subtitle"),
        edition=2001,
        publisher=words("sheet publisher"),
        sources=sources,
        indicators=_indicators(words, sources),
        schemes=_schemes(words),
        blocks=[
            Prose(text=prose, style="lead"),
            Number(figure="money", headline=words("headline")),
            Pictogram(figure="shares[area=NO, kind=new]", headline=words("pictogram")),
            Heading(text=words("section")),
            Ranking(figure="shares[kind=new]", headline=words("ranking"), highlight="NO"),
            GroupedBars(figure="shares", along="area", by="kind", headline=words("grouped")),
            Heading(text=words("part"), level=3, width="half"),
            Bars(figure="lost", headline=words("lost")),
            Heading(text=words("leaf"), new_page=True),
            Schemes(schemes=["full-scheme", "bare-scheme"]),
            Links(heading=words("links")),
            Contact(),
            Notes(heading=words("notes")),
        ],
        contact=ContactPoint(
            organisation=words("organisation"),
            address=words("address"),
            phone="+47 00 00 00 00",
            links=[
                Link(label=words("mail"), url="mailto:nobody@example.org?subject="),
                Link(label=words("page"), url="https://example.org/page/"),
            ],
        ),
        links=[Link(label=words("link"), url="https://example.org/")],
    )


@pytest.fixture(name="specimen", scope="session")
def _specimen() -> Callable[..., Factsheet]:
    """Return what makes the specimen."""
    return specimen


def parsed(text: str) -> Element:
    """Return a page as a parser that knows nothing of its making reads it."""
    root: Element = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(text)
    return root


@pytest.fixture(name="parsed", scope="session")
def _parsed() -> Callable[[str], Element]:
    """Return what reads a page."""
    return parsed


@pytest.fixture(scope="session")
def pages() -> dict[Lang, Element]:
    """Return the specimen as a page in every language."""
    return {lang: parsed(page(specimen(), lang=lang)) for lang in ("nb", "nn", "en")}


@pytest.fixture(scope="session")
def english(pages: dict[Lang, Element]) -> Element:
    """Return the specimen as a page in English."""
    return pages["en"]


def words_of(element: Element) -> str:
    """Return the text of an element as a reader sees it, blanks run together."""
    return re.sub("[ \n]+", " ", "".join(_words(element))).strip()


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        block = child.tag in {"p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "div"}
        yield " " if block else ""
        yield from _words(child)
        yield " " if block else ""
        yield child.tail or ""


@pytest.fixture(name="words_of", scope="session")
def _words_of() -> Callable[[Element], str]:
    """Return what reads the text of an element."""
    return words_of
