"""Made-up figures, and one picture of each kind, that the tests of charts share."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from offinno.charts import (
    Figure,
    bars,
    choropleth,
    dot_interval,
    grouped_bars,
    number,
    parts,
    pictogram,
    ranking,
    scheme_timeline,
    series,
    slope,
    tile_map,
)
from offinno.language import Lang, Term, Text, vocabulary
from offinno.model import (
    Amount,
    AmountKind,
    Break,
    Call,
    Dimension,
    Form,
    FundingScheme,
    Indicator,
    Note,
    Observation,
    Observations,
    Population,
    SchemeName,
    Source,
    Status,
)
from offinno.units import parse_unit
from offinno.values import Interval, Missing, MissingReason, Qualifier, Range, Value

#: Makes an indicator of rows, each for Norway in 2018 unless it says otherwise.
Measure = Callable[..., Indicator]
#: Makes the pictures of all kinds in one language, by name.
Samples = Callable[[Lang], Mapping[str, Figure]]

MISSING = Missing(MissingReason.NOT_COLLECTED)
SECRET = Missing(MissingReason.SUPPRESSED)
SOURCE = Source(
    key="example",
    publisher={"nb": "Oppdiktet kilde", "nn": "Oppdikta kjelde", "en": "Made-up source"},
    title="Example",
    published=2020,
)
SECTOR = Dimension(
    key="sector",
    label={"nb": "sektor", "nn": "sektor", "en": "sector"},
    categories=[
        Term(key="health", label={"nb": "helse og omsorg", "nn": "helse", "en": "health"}),
        Term(
            key="all-else",
            label={
                "nb": "samferdsel, klima, kultur og alt annet som kommuner steller med",
                "nn": "samferdsel, klima, kultur og alt anna som kommunar steller med",
                "en": "transport, climate, culture and all else that municipalities do",
            },
        ),
    ],
)
PARTNER = Dimension(
    key="partner",
    label={"nb": "partner", "nn": "partnar", "en": "partner"},
    categories=[
        Term(key="with", label={"nb": "med forskere", "nn": "med forskarar", "en": "with"}),
        Term(key="without", label={"nb": "uten forskere", "nn": "utan forskarar", "en": "without"}),
    ],
)


def indicator(*rows: Mapping[str, Any], unit: str = "% of workplaces", **header: Any) -> Indicator:
    """Return an indicator of *rows*; a whole number stands for an exact value."""
    parsed = parse_unit(unit)
    usual: dict[str, Any] = {"area": "NO", "period": 2018}
    made = [Observation(**(usual | {**row, "value": _value(row["value"], unit)})) for row in rows]
    defaults: dict[str, Any] = {
        "key": "made-up",
        "title": {"nb": "Oppdiktet mål", "nn": "Oppdikta mål", "en": "Made-up measure"},
        "definition": "Made up.",
        "population": Population(unit=vocabulary()["workplaces"]),
        "sources": [SOURCE],
    }
    observations = Observations.of(parsed, made)
    return Indicator(unit=parsed, observations=observations, **(defaults | header))


def _value(given: Any, unit: str) -> Any:
    """Return a number as a value in *unit*, anything else as it is."""
    return Value(given, parse_unit(unit)) if isinstance(given, int | str) else given


@pytest.fixture
def measure() -> Measure:
    """Return a function that makes an indicator."""
    return indicator


def share(number: int, qualifier: Qualifier = Qualifier.EXACT) -> Value:
    """Return a share of workplaces."""
    return Value(number, parse_unit("% of workplaces"), qualifier)


def nordic() -> Indicator:
    """Return made-up figures of countries: ties, one set apart, one missing, one with a note."""
    return indicator(
        {"area": "NO", "value": 50, "notes": ["*"]},
        {"area": "SE", "value": 60},
        {"area": "DK", "value": 60},
        {"area": "FI", "value": 40},
        {
            "area": "IS",
            "value": Missing(
                MissingReason.TOO_UNCERTAIN,
                {"nb": "For få svar.", "nn": "For få svar.", "en": "Too few answers."},
            ),
        },
        {"area": "DE", "value": 95, "population": Population(unit=vocabulary()["municipalities"])},
        notes=[
            Note(
                mark="*",
                text={"nb": "En merknad.", "nn": "Ein merknad.", "en": "A note."},
                must_show=True,
            )
        ],
    )


def cooperation() -> Indicator:
    """Return made-up figures in two dimensions, one of them missing."""
    cells: list[tuple[str, str, Any]] = [
        ("health", "with", 71),
        ("health", "without", 52),
        ("all-else", "with", "33.5"),
        ("all-else", "without", MISSING),
    ]
    rows = [{"breakdowns": {"sector": s, "partner": p}, "value": value} for s, p, value in cells]
    return indicator(*rows, dimensions=[SECTOR, PARTNER])


def yearly(first: int, last: int, **changed: Any) -> Indicator:
    """Return made-up money for each year, that of 2015 with a note."""
    note = Note(mark="*", text={"nb": "En merknad.", "nn": "Ein merknad.", "en": "A note."})
    rows = [
        {
            "period": year,
            "value": changed.get(f"y{year}", f"{1000 + 37 * (year % 7)}E6"),
            "notes": ["*"] if year == 2015 else [],
        }
        for year in range(first, last + 1)
    ]
    return indicator(*rows, unit="NOK", notes=[note])


def _samples(lang: Lang) -> Mapping[str, Figure]:
    """Return one picture of each kind in *lang*."""
    single = indicator({"value": share(74, Qualifier.OVER), "notes": ["†"]}, notes=[_dagger()])
    headline = Text({"nb": "Tre av fire", "nn": "Tre av fire", "en": "Three in four"})
    growth = zip(("NO", "SE", "DK"), ("1.5", "-2.3", "0.0"), strict=True)
    span = Range(low=share(6), high=share(19))
    unclear = share(12, Qualifier.ABOUT)
    mixed = (("NO", span), ("SE", unclear), ("DK", SECRET), ("IS", MISSING), ("FI", share(0)))
    return {
        "number": number(single.at(), lang=lang, headline=headline),
        "sentence": number(single.at(), lang=lang, form=Form.SENTENCE),
        "pictogram": pictogram(single.at(), lang=lang, headline=headline),
        "pictogram-missing": pictogram(indicator({"value": SECRET}).at(), lang=lang, of=4),
        "ranking": ranking(nordic(), lang=lang, headline=headline, highlight="NO", reference="NO"),
        "columns": bars(
            indicator(*({"period": 2015 + at, "value": 10 + at} for at in range(4))),
            lang=lang,
            along="period",
            highlight="2016",
        ),
        "dense-columns": bars(yearly(2000, 2020, y2010=SECRET), lang=lang, along="period"),
        "changes": bars(
            indicator(
                *({"area": area, "value": change} for area, change in growth),
                unit="% change on year before",
            ),
            lang=lang,
        ),
        "mixed": bars(indicator(*({"area": a, "value": x} for a, x in mixed)), lang=lang),
        "grouped": grouped_bars(cooperation(), lang=lang, along="sector", by="partner"),
        "parts": parts(wholes(health=48, culture="52"), lang=lang, along="field"),
        "parts-small": parts(
            wholes(health=1, culture=90, roads=3, water=6), lang=lang, along="field"
        ),
        "parts-beside": parts(
            wholes(health=48, culture="52"),
            lang=lang,
            along="field",
            beside=[wholes(health="12.5", culture="87.5", unit="% part of GDP", key="other")],
            highlight="health",
        ),
        "parts-missing": parts(
            wholes(health=310, culture=20, roads=MISSING, water=SECRET, unit="persons"),
            lang=lang,
            along="field",
        ),
        "timeline": scheme_timeline(
            calls(), lang=lang, headline=headline, highlight="phd", sources=[SOURCE]
        ),
        "nothing": bars(
            indicator(*({"area": area, "value": MISSING} for area in ("NO", "SE"))), lang=lang
        ),
    }


def counties(unit: str = "% of workplaces", **header: Any) -> Indicator:
    """Return made-up figures of the counties of 2020: some missing, one withheld, one apart."""
    codes = ("03", "11", "15", "18", "30", "34", "38", "42", "46")
    figures = ("12.5", "18.0", "23.4", MISSING, SECRET, "31.0", "7.7", "44.1", "26.0")
    odd = {"population": Population(unit=vocabulary()["municipalities"])}
    rows = [
        {"area": f"NO-{code}@2020", "value": value, **(odd if code == "46" else {})}
        for code, value in zip(codes, figures, strict=True)
    ]
    return indicator(*rows, unit=unit, **header)


def squares(*codes: str, wide: float = 3, name: str = "number") -> dict[str, Any]:
    """Return squares from west to east as GeoJSON, each with a code."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {name: code},
                "geometry": {"type": "Polygon", "coordinates": [square(wide * at, 60, wide)]},
            }
            for at, code in enumerate(codes)
        ],
    }


def square(west: float, south: float, wide: float) -> list[list[float]]:
    """Return the outline of a square, clockwise on the map."""
    east, north = west + wide, south + wide
    return [[west, south], [west, north], [east, north], [east, south], [west, south]]


def broken(**header: Any) -> Indicator:
    """Return made-up money over time: a break, a gap, a missing year, provisional figures."""
    figures = {2010: 410, 2011: 425, 2012: 433, 2013: 460, 2015: MISSING, 2016: 520, 2017: 540}
    rows = [
        {
            "period": year,
            "value": MISSING if value is MISSING else f"{value}E9",
            "status": [Status.PROVISIONAL] if year == 2017 else [],
        }
        for year, value in figures.items()
    ]
    change = Break(
        key="census",
        at=2012,
        changed={"nb": "Ny telling.", "nn": "Ny teljing.", "en": "A new count."},
        note={"nb": "Mer om den.", "nn": "Meir om henne.", "en": "More about it."},
    )
    return indicator(*rows, unit="NOK", breaks=[change], **header)


def certain(number: int, apart: int) -> Value:
    """Return a share of workplaces with an interval."""
    interval = Interval(low=number - apart, high=number + apart, level=95, method="Wilson")
    return Value(number, parse_unit("% of workplaces"), interval=interval)


def surveyed() -> Indicator:
    """Return made-up shares: with intervals, without one, missing, a range, and one set apart."""
    return indicator(
        {"area": "NO", "value": certain(50, 4)},
        {"area": "SE", "value": certain(60, 3), "status": [Status.PROVISIONAL]},
        {"area": "DK", "value": Range(low=share(52), high=share(58))},
        {"area": "FI", "value": 40},
        {"area": "IS", "value": SECRET},
        {
            "area": "DE",
            "value": certain(95, 1),
            "population": Population(unit=vocabulary()["municipalities"]),
        },
    )


def lines() -> Indicator:
    """Return made-up shares of countries over time, one of which ends early."""
    starts = {"NO": 44, "SE": 48, "DK": 47, "FI": 40, "IS": 60}
    rows = [
        {
            "area": area,
            "period": year,
            "value": MISSING if (area, year) == ("FI", 2014) else start + (year - 2010) * step,
        }
        for step, (area, start) in enumerate(starts.items(), start=-1)
        for year in range(2010, 2019, 2)
        if area != "IS" or year < 2016
    ]
    return indicator(*rows)


def _lines(lang: Lang) -> Mapping[str, Figure]:
    """Return one picture of figures over time or with intervals of each kind in *lang*."""
    certainly = indicator(
        *(
            {"period": year, "value": certain(40 + 3 * at, 4)}
            for at, year in enumerate((2015, 2017))
        )
    )
    municipal = {"population": Population(unit=vocabulary()["municipalities"])}
    changed = indicator(
        *({"area": area, "period": 2012, "value": at} for area, at in (("NO", 44), ("SE", 48))),
        {"area": "NO", "period": 2018, "value": certain(52, 3)},
        {"area": "SE", "period": 2018, "value": 51, **municipal},
        {"area": "DK", "period": 2012, "value": Range(low=share(30), high=share(35))},
        {"area": "DK", "period": 2018, "value": SECRET},
    )
    return {
        "series": series(broken(), lang=lang),
        "series-bars": series(broken(), lang=lang, mark="bar", highlight="2016"),
        "series-lines": series(lines(), lang=lang, by="area"),
        "series-highlight": series(lines(), lang=lang, by="area", highlight="NO"),
        "series-intervals": series(certainly, lang=lang, highlight="2017"),
        "dot-interval": dot_interval(surveyed(), lang=lang, reference="NO", highlight="NO"),
        "slope": slope(changed, lang=lang, highlight="NO"),
    }


#: The counties of 2020.
COUNTIES = ("03", "11", "15", "18", "30", "34", "38", "42", "46", "50", "54")


def _maps(lang: Lang) -> Mapping[str, Figure]:
    """Return one map of each kind in *lang*."""
    headline = Text({"nb": "Fylkene", "nn": "Fylka", "en": "Counties"})
    growth = zip(("NO", "SE", "DK", "FI", "FO"), ("1.5", "-2.3", "0.0", "7.5", "-4.0"), strict=True)
    changes = indicator(
        *({"area": area, "value": change} for area, change in growth),
        unit="% change on year before",
    )
    return {
        "tile-map": tile_map(
            counties(), lang=lang, headline=headline, highlight="NO-34@2020", reference="NO-03@2020"
        ),
        "tile-map-changes": tile_map(changes, lang=lang, classing="quantiles", classes=4),
        "choropleth": choropleth(
            counties(),
            squares(*COUNTIES),
            code="number",
            lang=lang,
            headline=headline,
            highlight="NO-34@2020",
            reference="NO-03@2020",
        ),
    }


def wholes(unit: str = "% of workplaces", **fields: Any) -> Indicator:
    """Return made-up parts of a whole; fields that name none of them are those of the header."""
    parts = {name: value for name, value in fields.items() if name in WORDS}
    header = {name: value for name, value in fields.items() if name not in WORDS}
    terms = [
        Term(key=name, label=dict(zip(("nb", "nn", "en"), WORDS[name], strict=True)))
        for name in parts
    ]
    field = Dimension(
        key="field",
        label={"nb": "felt", "nn": "felt", "en": "field"},
        categories=terms,
        exclusive=True,
    )
    rows = [{"breakdowns": {"field": name}, "value": value} for name, value in parts.items()]
    return indicator(*rows, unit=unit, **({"dimensions": [field]} | header))


#: What parts of a whole are called.
WORDS: Mapping[str, tuple[str, str, str]] = {
    "health": ("helse og omsorg", "helse og omsorg", "health and care"),
    "culture": ("kultur", "kultur", "culture"),
    "roads": ("samferdsel", "samferdsel", "transport"),
    "water": ("vannforsyning", "vassforsyning", "water supply"),
}


def words(nb: str, nn: str, en: str) -> Text:
    """Return a text in three languages."""
    return Text({"nb": nb, "nn": nn, "en": en})


def calls() -> list[FundingScheme]:
    """Return made-up schemes with calls of every kind, the names of which are no words."""
    money = parse_unit("NOK")
    most = Value("20E6", money, Qualifier.AT_MOST)
    ceiling = Amount(value=most, kind=AmountKind.ANNOUNCED, sources=["example"])
    common: dict[str, Any] = {"provider": "Xyz", "purpose": "Xyz", "sources": ["example"]}
    return [
        FundingScheme(
            key="phd",
            names=[SchemeName(name="Abc"), SchemeName(name="Def", until=2018)],
            calls=[
                Call(deadline="?-09", title=words("Hvert år", "Kvart år", "Each year")),
                Call(deadline="2018-05-02", opens="2018-03-01", amounts=[ceiling]),
                Call(deadline="2019-11-20", amounts=[ceiling]),
                Call(deadline=MISSING, note=words("En merknad.", "Ein merknad.", "A note.")),
            ],
            **common,
        ),
        FundingScheme(
            key="loan",
            names=[SchemeName(name="Ghi")],
            succeeds="phd",
            calls=[Call(deadline="2019-03", sources=["example"]), Call(deadline="2019-autumn")],
            **common,
        ),
        FundingScheme(key="none", names=[SchemeName(name="Jkl")], **common),
    ]


def _dagger() -> Note:
    """Return a note with a mark of its own."""
    return Note(mark="†", text={"nb": "En merknad.", "nn": "Ein merknad.", "en": "A note."})


@pytest.fixture(scope="session")
def samples() -> Samples:
    """Return a function that gives one picture of each kind in a language."""
    made: dict[Lang, Mapping[str, Figure]] = {}

    def of(lang: Lang) -> Mapping[str, Figure]:
        if lang not in made:
            made[lang] = {**_samples(lang), **_maps(lang), **_lines(lang)}
        return made[lang]

    return of


@pytest.fixture
def countries() -> Indicator:
    """Return made-up figures of countries."""
    return nordic()


@pytest.fixture
def over_time() -> Indicator:
    """Return made-up money over time, with a break."""
    return broken()


@pytest.fixture
def crossed() -> Indicator:
    """Return made-up figures in two dimensions."""
    return cooperation()


@pytest.fixture
def years() -> Callable[..., Indicator]:
    """Return a function that makes a series of made-up money."""
    return yearly


@pytest.fixture
def by_county() -> Callable[..., Indicator]:
    """Return a function that makes made-up figures of counties."""
    return counties


@pytest.fixture
def regions() -> Callable[..., dict[str, Any]]:
    """Return a function that makes a geography of squares."""
    return squares
