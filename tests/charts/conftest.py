"""Made-up figures, and one picture of each kind, that the tests of charts share."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from offinno.charts import Figure, bars, grouped_bars, number, pictogram, ranking
from offinno.language import Lang, Term, Text, vocabulary
from offinno.model import (
    Dimension,
    Form,
    Indicator,
    Note,
    Observation,
    Observations,
    Population,
    Source,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Qualifier, Range, Value

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
        "nothing": bars(
            indicator(*({"area": area, "value": MISSING} for area in ("NO", "SE"))), lang=lang
        ),
    }


def _dagger() -> Note:
    """Return a note with a mark of its own."""
    return Note(mark="†", text={"nb": "En merknad.", "nn": "Ein merknad.", "en": "A note."})


@pytest.fixture(scope="session")
def samples() -> Samples:
    """Return a function that gives one picture of each kind in a language."""
    made: dict[Lang, Mapping[str, Figure]] = {}

    def of(lang: Lang) -> Mapping[str, Figure]:
        if lang not in made:
            made[lang] = _samples(lang)
        return made[lang]

    return of


@pytest.fixture
def countries() -> Indicator:
    """Return made-up figures of countries."""
    return nordic()


@pytest.fixture
def crossed() -> Indicator:
    """Return made-up figures in two dimensions."""
    return cooperation()


@pytest.fixture
def years() -> Callable[..., Indicator]:
    """Return a function that makes a series of made-up money."""
    return yearly
