"""The words around a picture: what is said, and that nothing is said twice."""

from collections.abc import Callable
from typing import Any

import pytest

from offinno.charts import bars, number
from offinno.charts._alts import _short
from offinno.language import Lang, Term, vocabulary
from offinno.model import Area, Comparison, Indicator, Population, Sample
from offinno.values import Missing, MissingReason

Measure = Callable[..., Indicator]

WORKPLACES = vocabulary()["workplaces"]
HEALTH = Term(key="health", label={"nb": "helse", "nn": "helse", "en": "health"})


@pytest.mark.parametrize(
    ("unit", "population", "expected"),
    [
        ("% of workplaces", Population(unit=WORKPLACES), "Per cent of workplaces, Norway, 2018."),
        (
            "% of workplaces",
            Population(unit=WORKPLACES, sectors=[HEALTH]),
            "Per cent of workplaces, Norway, 2018. Sector: health.",
        ),
        ("workplaces", Population(unit=WORKPLACES), "Number of workplaces, Norway, 2018."),
        ("NOK", Population(unit=WORKPLACES), "Norwegian kroner, Norway, 2018. Workplaces."),
        (
            "NOK",
            Missing(MissingReason.NOT_STATED),
            "Norwegian kroner, Norway, 2018. Population: not stated.",
        ),
    ],
)
def test_subtitle(measure: Measure, unit: str, population: Any, expected: str) -> None:
    """Unit, area and period, and whom it describes as far as the unit does not say so."""
    datum = measure({"value": 5}, unit=unit, population=population).at()

    assert expected == number(datum, lang="en").subtitle


def test_the_measure_stands_below_a_finding(measure: Measure) -> None:
    """Unless it is the headline itself."""
    datum = measure({"value": 5}).at()
    begin = "Made-up measure. Per cent"

    assert number(datum, lang="en", headline="Five").subtitle.startswith(begin)


def test_a_row_of_another_population(measure: Measure) -> None:
    """Alone it is in the subtitle, among others in a remark, for all alike in the subtitle."""
    rows = [{"value": 5, "population": Population(unit=HEALTH)}, {"area": "SE", "value": 6}]
    both = measure(*rows)
    alone = bars(both.where(area="NO"), lang="en")

    assert alone.subtitle.endswith("Health.")
    assert () == alone.remarks
    assert (
        "Sweden: what is counted is workplaces, for the reference (Norway) it is health.",
        "Norway: health.",
    ) == bars(both, lang="en").remarks


def test_populations_that_differ_by_measure(measure: Measure) -> None:
    """Nothing that holds for all can be said of them."""
    one = measure({"value": 5}, unit="NOK", key="one").at()
    two = measure({"value": 6}, unit="NOK", key="two", population=Population(unit=HEALTH)).at()
    from offinno.charts import ranking

    figure = ranking(Comparison.between(one, two, along="indicator"), lang="en")

    assert "Norwegian kroner, Norway, 2018." == figure.subtitle


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        (Sample(n=12345), "N\u00a0=\u00a012\u00a0345."),
        (Sample(n=1786, base=1322), "N\u00a0=\u00a01322."),
        (Missing(MissingReason.NOT_STATED), "2018."),
        (None, "2018."),
    ],
)
def test_how_many_answered(measure: Measure, sample: Any, expected: str) -> None:
    """Of those who were asked the question, if that is known."""
    assert number(measure({"value": 5}, sample=sample).at(), lang="nb").subtitle.endswith(expected)


def test_samples_that_differ_are_not_in_the_subtitle(measure: Measure) -> None:
    """One number would be wrong for all."""
    rows = [{"value": 5, "sample": Sample(n=7)}, {"area": "SE", "value": 6}]

    assert "N" not in bars(measure(*rows), lang="nb").subtitle


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "nb",
            (
                "Stolpediagram med 3\u00a0stolper. Høyest: Norge, 7\u00a0prosent. Lavest: Sverige, "
                "5\u00a0prosent. Tall mangler for Danmark."
            ),
        ),
        (
            "nn",
            (
                "Stolpediagram med 3\u00a0stolpar. Høgast: Noreg, 7\u00a0prosent. Lågast: Sverige, "
                "5\u00a0prosent. Tal manglar for Danmark."
            ),
        ),
        (
            "en",
            (
                "Bar chart with 3\u00a0bars. Highest: Norway, 7\u00a0per cent. Lowest: Sweden, "
                "5\u00a0per cent. No figure for Denmark."
            ),
        ),
    ],
)
def test_alt_text_of_bars(measure: Measure, lang: Lang, expected: str) -> None:
    """What chart it is, its extremes, and what is missing."""
    gone = Missing(MissingReason.NOT_COLLECTED)
    rows = [{"value": 7}, {"area": "SE", "value": 5}, {"area": "DK", "value": gone}]

    assert expected == bars(measure(*rows), lang=lang).alt


def test_equal_bars_have_no_extremes(measure: Measure) -> None:
    """And many names are not listed."""
    rows = [{"area": area, "value": 7} for area in ("NO", "SE", "DK", "FI")]

    assert (
        "Bar chart with 4\u00a0bars. All of them: 7\u00a0per cent."
        == bars(measure(*rows), lang="en").alt
    )


def test_long_names_are_shortened_in_alt_texts_only(measure: Measure) -> None:
    """In their middle, for the end may tell one from another; the extremes stay."""
    rows = [
        {"area": Area(f"x-{at}", f"{name} {'long ' * 40}"), "value": at}
        for at, name in enumerate("abcd")
    ]
    figure = bars(measure(*rows), lang="en")

    assert "Highest: d long" in figure.alt
    assert "…" in figure.alt
    assert "…" not in figure.description


def test_sentences_that_find_no_room_are_left_out() -> None:
    """A shorter one after them may still stand."""
    assert "A. C." == _short(["a", "b" * 250, "c"])
    assert 250 == len(_short(["a" * 300]))


def test_descriptions_name_groups(crossed: Indicator) -> None:
    """Every figure with its group, and why one is missing."""
    from offinno.charts import grouped_bars

    told = grouped_bars(crossed, lang="en", along="sector", by="partner").description

    assert told.startswith("Health, With: 71\u00a0per cent. Health, Without: 52\u00a0per cent.")
    assert "Without: not collected." in told
