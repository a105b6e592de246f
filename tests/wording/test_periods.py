"""Periods in words, in every form that publishers use."""

import pytest

from offinno.values import Missing, MissingReason, Period
from offinno.wording import deadline_text, period_text, year_text

PERIODS = [
    ("2018-09-12", "12. september 2018", "12. september 2018", "12 September 2018"),
    ("2018-05-01", "1. mai 2018", "1. mai 2018", "1 May 2018"),
    ("2018-09", "september 2018", "september 2018", "September 2018"),
    ("2018-Q4", "4. kvartal 2018", "4. kvartal 2018", "Q4 2018"),
    ("2018-H1", "1. halvår 2018", "1. halvår 2018", "first half of 2018"),
    ("2018-H2", "2. halvår 2018", "2. halvår 2018", "second half of 2018"),
    ("2018", "2018", "2018", "2018"),
    ("2019-spring", "våren 2019", "våren 2019", "spring 2019"),
    ("2019-summer", "sommeren 2019", "sommaren 2019", "summer 2019"),
    ("2019-autumn", "høsten 2019", "hausten 2019", "autumn 2019"),
    ("2019-winter", "vinteren 2019", "vinteren 2019", "winter 2019"),
    ("?", "tidspunkt ikke oppgitt", "tidspunkt ikkje oppgitt", "time not stated"),
    ("?-09", "september (år ikke oppgitt)", "september (år ikkje oppgitt)",
     "September (year not stated)"),
    ("?-09-25", "25. september (år ikke oppgitt)", "25. september (år ikkje oppgitt)",
     "25 September (year not stated)"),
    ("?-02-29", "29. februar (år ikke oppgitt)", "29. februar (år ikkje oppgitt)",
     "29 February (year not stated)"),
    ("?-Q4", "4. kvartal (år ikke oppgitt)", "4. kvartal (år ikkje oppgitt)",
     "Q4 (year not stated)"),
    ("?-H1", "1. halvår (år ikke oppgitt)", "1. halvår (år ikkje oppgitt)",
     "first half of the year (year not stated)"),
    ("?-spring", "våren (år ikke oppgitt)", "våren (år ikkje oppgitt)",
     "spring (year not stated)"),
    ("2016/2018", "2016–2018", "2016–2018", "2016–2018"),
    ("2014/..", "siden 2014", "sidan 2014", "since 2014"),
    ("../2018-09", "til og med september 2018", "til og med september 2018",
     "up to and including September 2018"),
    ("2014/?", "fra 2014 til et tidspunkt som ikke er oppgitt",
     "frå 2014 til eit tidspunkt som ikkje er oppgitt", "from 2014 to a time that is not stated"),
    ("?/2018", "fra et tidspunkt som ikke er oppgitt til 2018",
     "frå eit tidspunkt som ikkje er oppgitt til 2018", "from a time that is not stated to 2018"),
    ("2017-09/2017-10", "september til oktober 2017", "september til oktober 2017",
     "September to October 2017"),
    ("2017-09/2018-10", "september 2017 til oktober 2018", "september 2017 til oktober 2018",
     "September 2017 to October 2018"),
    ("2017-09-12/2017-10-30", "12. september til 30. oktober 2017",
     "12. september til 30. oktober 2017", "12 September to 30 October 2017"),
    ("?-09/?-10", "september til oktober (år ikke oppgitt)",
     "september til oktober (år ikkje oppgitt)", "September to October (year not stated)"),
    ("2016/2018-09", "2016 til september 2018", "2016 til september 2018",
     "2016 to September 2018"),
    ("2018/2018-09", "2018 til september 2018", "2018 til september 2018",
     "2018 to September 2018"),
    ("2018-Q1/2018-Q3", "1. kvartal til 3. kvartal 2018", "1. kvartal til 3. kvartal 2018",
     "Q1 to Q3 2018"),
    ("year to 2018-Q4", "året til og med 4. kvartal 2018", "året til og med 4. kvartal 2018",
     "year to Q4 2018"),
    ("year to 2018-09", "året til og med september 2018", "året til og med september 2018",
     "year to September 2018"),
    ("2 years before ?", "de to siste årene før undersøkelsen (tidspunkt ikke oppgitt)",
     "dei to siste åra før undersøkinga (tidspunkt ikkje oppgitt)",
     "the last two years before the survey (time not stated)"),
    ("2 years before 2017-09/2017-10",
     "de to siste årene før undersøkelsen (september til oktober 2017)",
     "dei to siste åra før undersøkinga (september til oktober 2017)",
     "the last two years before the survey (September to October 2017)"),
    ("1 year before 2018-autumn", "det siste året før undersøkelsen (høsten 2018)",
     "det siste året før undersøkinga (hausten 2018)",
     "the last year before the survey (autumn 2018)"),
    ("1 month before 2018", "den siste måneden før undersøkelsen (2018)",
     "den siste månaden før undersøkinga (2018)", "the last month before the survey (2018)"),
    ("6 months before 2018", "de seks siste månedene før undersøkelsen (2018)",
     "dei seks siste månadene før undersøkinga (2018)",
     "the last six months before the survey (2018)"),
    ("18 months before 2018", "de 18 siste månedene før undersøkelsen (2018)",
     "dei 18 siste månadene før undersøkinga (2018)",
     "the last 18 months before the survey (2018)"),
]  # fmt: skip

COUNTS = {
    3: ("tre", "tre", "three"),
    4: ("fire", "fire", "four"),
    5: ("fem", "fem", "five"),
    7: ("sju", "sju", "seven"),
    8: ("åtte", "åtte", "eight"),
    9: ("ni", "ni", "nine"),
    10: ("ti", "ti", "ten"),
    11: ("elleve", "elleve", "eleven"),
    12: ("tolv", "tolv", "twelve"),
    13: ("13", "13", "13"),
}


@pytest.mark.parametrize(("text", "nb", "nn", "en"), PERIODS)
def test_period(text: str, nb: str, nn: str, en: str) -> None:
    """Each form is worded, and what is not stated is said to be so."""
    period = Period(text)

    assert nb == period_text(period, lang="nb")
    assert nn == period_text(period, lang="nn")
    assert en == period_text(period, lang="en")


@pytest.mark.parametrize("years", COUNTS)
def test_small_numbers_are_words(years: int) -> None:
    """The length of a window is a word up to twelve."""
    period = Period(f"{years} years before 2018")
    nb, nn, en = COUNTS[years]

    assert f"de {nb} siste årene før undersøkelsen (2018)" == period_text(period, lang="nb")
    assert f"dei {nn} siste åra før undersøkinga (2018)" == period_text(period, lang="nn")
    assert f"the last {en} years before the survey (2018)" == period_text(period, lang="en")


def test_missing_period() -> None:
    """A period that is missing says why."""
    note = Missing(MissingReason.NOT_STATED, {"nb": "arket sier «i året»"})
    later = Missing(MissingReason.NOT_YET_AVAILABLE)

    assert "tidspunkt ikke oppgitt" == period_text(None, lang="nb")
    assert "tidspunkt ikkje oppgitt" == period_text(Missing(MissingReason.NOT_STATED), lang="nn")
    assert "tidspunkt: ikke oppgitt (arket sier «i året»)" == period_text(note, lang="nb")
    assert "time: not yet available" == period_text(later, lang="en")


@pytest.mark.parametrize(
    ("text", "nb", "nn", "en"),
    [
        ("?-09", "september hvert år", "september kvart år", "September every year"),
        ("?-09-25", "25. september hvert år", "25. september kvart år", "25 September every year"),
        ("2019-09-25", "25. september 2019", "25. september 2019", "25 September 2019"),
        ("2019-spring", "våren 2019", "våren 2019", "spring 2019"),
        ("?", "tidspunkt ikke oppgitt", "tidspunkt ikkje oppgitt", "time not stated"),
    ],
)
def test_deadline(text: str, nb: str, nn: str, en: str) -> None:
    """A month or day without a year comes back each year."""
    deadline = Period(text)

    assert nb == deadline_text(deadline, lang="nb")
    assert nn == deadline_text(deadline, lang="nn")
    assert en == deadline_text(deadline, lang="en")


def test_missing_deadline() -> None:
    """A call without a deadline says so."""
    assert "time not stated" == deadline_text(Missing(MissingReason.NOT_STATED), lang="en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", "2019"),
        ("2019-09-25", "2019"),
        ("2018/2019", "2018–2019"),
        ("2018-03/2018-06", "2018"),
        ("2014/..", "2014"),
        ("?", "u.å."),
        (None, "u.å."),
    ],
)
def test_year_behind_a_publisher(text: str | None, expected: str) -> None:
    """A source is named with its year, or as undated."""
    assert expected == year_text(None if text is None else Period(text), lang="nb")
