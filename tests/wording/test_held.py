"""Figures held against others, in the form that a text asks for. Every number is made up.

An underscore stands for U+00A0.
"""

from decimal import Decimal
from typing import Any

import pytest

from offinno.language import Lang, Term, Text, vocabulary
from offinno.model import (
    Break,
    Comparison,
    Contradiction,
    Datum,
    Dimension,
    Factsheet,
    Form,
    Indicator,
    NotComparable,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value
from offinno.wording import NoReference, datum_text, fill, margin_text, ratio_text, say, yearly_text

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
SHARE = "% of public-workplaces"
WORKPLACES = Population(unit=vocabulary()["public-workplaces"])
MUNICIPALITIES = Population(unit=vocabulary()["municipalities"])

#: Area, period, number, and what else a row has.
Row = tuple[str, Any, Any, dict[str, Any]]


def made(*rows: Row, unit: str = SHARE, **header: Any) -> Indicator:
    """Return an indicator of these rows."""
    found = parse_unit(unit)
    usual: dict[str, Any] = {
        "key": "made-up",
        "title": "Made up",
        "definition": "Made up",
        "population": WORKPLACES,
    }
    return Indicator(
        unit=found,
        observations=Observations.of(
            found,
            [
                Observation(
                    area=area,
                    period=period,
                    value=n if isinstance(n, Missing) else Value(n, found),
                    **other,
                )
                for area, period, n, other in rows
            ],
        ),
        **usual | header,
    )


def areas(numbers: dict[str, Any], apart: str = "", **header: Any) -> Indicator:
    """Return an indicator of areas, of which one counts something else."""
    return made(
        *(
            (area, 2018, n, {"population": MUNICIPALITIES} if area == apart else {})
            for area, n in numbers.items()
        ),
        **header,
    )


def years(numbers: dict[Any, Any], unit: str = SHARE, **header: Any) -> Indicator:
    """Return an indicator of one area."""
    return made(*(("NO", when, n, {}) for when, n in numbers.items()), unit=unit, **header)


def said(datum: Datum, form: Form, other: Datum | None = None) -> list[str]:
    """Return a figure in a form in each language."""
    return [
        datum_text(datum, lang=lang, form=form, reference=other).replace("\u00a0", "_")
        for lang in LANGS
    ]


class TestRatio:
    """How many times as much."""

    def test_names_what_it_is_held_against(self) -> None:
        """The reference of the comparison of areas, or another that is given."""
        given = areas({"IS": 60, "NO": 75, "SE": 30})

        assert [
            "1,25 ganger så mye som Island",
            "1,25 gonger så mykje som Island",
            "1.25 times as much as Iceland",
        ] == said(given.at(area="NO"), Form.RATIO)
        assert (
            "2.5 times as much as Sweden"
            == (said(given.at(area="NO"), Form.RATIO, given.at(area="SE"))[2])
        )

    @pytest.mark.parametrize(
        ("ratio", "expected"),
        [
            ("1", "level with X"),
            ("0.1234", "0.123 times as much as X"),
            ("12345.6", "12300 times as much as X"),
            ("1.005", "1.01 times as much as X"),
        ],
    )
    def test_has_three_digits(self, ratio: str, expected: str) -> None:
        """Nobody reads more."""
        text = ratio_text(Decimal(ratio), lang="en", than="X").replace("\u00a0", "")

        assert expected == text.replace("12,300", "12300")


class TestRank:
    """The place among the areas at that time."""

    def test_says_of_how_many(self) -> None:
        """And counts from the largest."""
        given = areas({"IS": 60, "NO": 75, "SE": 30})

        assert ["nummer 1 av 3", "nummer 1 av 3", "number 1 of 3"] == said(
            given.at(area="NO"), Form.RANK
        )

    def test_says_that_a_place_is_shared(self) -> None:
        """Ties are ties."""
        given = areas({"IS": 60, "NO": 60, "SE": 30})

        assert ["delt nummer 1 av 3", "delt nummer 1 av 3", "joint number 1 of 3"] == said(
            given.at(area="NO"), Form.RANK
        )

    def test_says_that_some_are_set_apart(self) -> None:
        """Five countries of which four may be ranked are not five."""
        given = areas({"IS": 60, "NO": 50, "FI": 95}, apart="FI")
        tied = areas({"IS": 60, "NO": 60, "FI": 95}, apart="FI")

        assert [
            "nummer 2 av de 2 som kan rangeres",
            "nummer 2 av dei 2 som kan rangerast",
            "number 2 of the 2 that may be ranked",
        ] == said(given.at(area="NO"), Form.RANK)
        assert [
            "delt nummer 1 av de 2 som kan rangeres",
            "delt nummer 1 av dei 2 som kan rangerast",
            "joint number 1 of the 2 that may be ranked",
        ] == said(tied.at(area="NO"), Form.RANK)

    def test_is_refused_to_those_set_apart(self) -> None:
        """The one that counts something else has no place; nor has one alone."""
        given = areas({"IS": 60, "NO": 50, "FI": 95}, apart="FI")

        with pytest.raises(NotComparable):
            said(given.at(area="FI"), Form.RANK)
        with pytest.raises(NoReference):
            said(areas({"NO": 1}).at(), Form.RANK)


class TestChange:
    """The change per year."""

    def test_is_since_the_first_of_the_series(self) -> None:
        """Unless another time is given."""
        given = years({2015: 40, 2016: 44, 2018: 52})

        assert [
            "en økning på 4_prosentpoeng per år fra 2015 til 2018",
            "ein auke på 4_prosentpoeng per år frå 2015 til 2018",
            "an increase of 4_percentage points per year from 2015 to 2018",
        ] == said(given.at(period=2018), Form.CHANGE)
        assert (
            "a decrease of 4_percentage points per year from 2016 to 2018"
            == said(
                years({2016: 52, 2018: 44}).at(period=2018),
                Form.CHANGE,
                years({2016: 52, 2018: 44}).at(period=2016),
            )[2]
        )

    def test_is_both_in_the_unit_and_in_per_cent(self) -> None:
        """Of what has a true zero."""
        given = years({2015: 100, 2017: 121}, "municipalities")
        level = years({2015: 100, 2017: 100}, "municipalities")

        assert (
            "an increase of 10.5_municipalities (10_per cent) per year from 2015 to 2017"
            == said(given.at(period=2017), Form.CHANGE)[2]
        )
        assert [
            "ingen endring fra 2015 til 2017",
            "inga endring frå 2015 til 2017",
            "no change from 2015 to 2017",
        ] == said(level.at(period=2017), Form.CHANGE)

    def test_begins_after_a_break(self) -> None:
        """What lies before it is not the same series."""
        change = Break(key="weights", at=2016, changed="vekting")
        given = years({2015: 40, 2016: 44, 2018: 52}, breaks=[change])

        assert "from 2016 to 2018" in said(given.at(period=2018), Form.CHANGE)[2]
        with pytest.raises(NotComparable):
            said(given.at(period=2018), Form.CHANGE, given.at(period=2015))

    def test_needs_another_time(self) -> None:
        """One figure alone has no change, nor has one that none may be compared with."""
        change = Break(key="weights", at=2016, changed="vekting")
        parted = years({2015: 40, 2016: 44}, breaks=[change])

        with pytest.raises(NoReference):
            said(years({2015: 40}).at(), Form.CHANGE)
        with pytest.raises(NoReference):
            said(parted.at(period=2016), Form.CHANGE)

    def test_is_a_sentence_with_its_caveats(self) -> None:
        """As a result of the model."""
        compared = Comparison.of(years({2015: 100, 2017: 121}, "NOK"), along="period")
        text = yearly_text(compared.change_per_year(2015, 2017), lang="en").replace("\u00a0", "_")

        assert text.startswith("An increase of 10.5_Norwegian kroner (10_per cent) per year from")
        assert "current prices of 2015" in text
        assert text.endswith(".")
        assert text == say(compared.change_per_year(2015, 2017), lang="en").replace("\u00a0", "_")


ASKED = Question(key="asked", text="Yes or no?")
FEW = {"sample": Sample(n=400)}


class TestMargin:
    """Whether a difference is more than chance makes, where that can be known."""

    def test_is_known_of_known_samples(self) -> None:
        """Within or outside."""
        given = made(
            ("NO", 2018, 50, FEW), ("SE", 2018, 54, FEW), ("DK", 2018, 70, FEW), question=ASKED
        )
        norway, sweden = given.at(area="NO"), given.at(area="SE")

        assert [
            "4_prosentpoeng lavere enn Sverige; forskjellen er innenfor feilmarginen",
            "4_prosentpoeng lågare enn Sverige; skilnaden er innanfor feilmarginen",
            "4_percentage points lower than Sweden; the difference is within the margin of error",
        ] == said(norway, Form.MARGIN, sweden)
        assert said(norway, Form.MARGIN, given.at(area="DK"))[2].endswith(
            "Denmark; the difference is larger than the margin of error"
        )

    def test_is_not_known_without(self) -> None:
        """Of a survey that does not say how many answered."""
        given = made(("NO", 2018, 77, {}), ("IS", 2018, 78, FEW), question=ASKED, sample=UNKNOWN)

        assert [
            "1_prosentpoeng lavere enn Island; feilmarginen er ikke kjent",
            "1_prosentpoeng lågare enn Island; feilmarginen er ikkje kjend",
            "1_percentage point lower than Iceland; no margin of error is known",
        ] == said(given.at(area="NO"), Form.MARGIN, given.at(area="IS"))

    def test_is_none_of_a_full_count(self) -> None:
        """Where nobody was asked, chance has no part."""
        for sample in (None, Missing(MissingReason.NOT_APPLICABLE)):
            given = areas({"NO": 77, "IS": 78}, sample=sample)

            assert (
                "1_percentage point lower than Iceland"
                == (said(given.at(area="NO"), Form.MARGIN, given.at(area="IS"))[2])
            )

    def test_is_had_from_a_comparison_in_one_call(self) -> None:
        """With interval where there is one, and with what else speaks against it."""
        known = made(("NO", 2018, 50, FEW), ("SE", 2018, 54, FEW), question=ASKED)
        unknown = made(("NO", 2018, 50, {}), ("SE", 2018, 54, FEW), question=ASKED)

        assert "; the difference is within the margin of error. 95" in margin_text(
            Comparison.of(known), lang="en"
        )
        assert margin_text(Comparison.of(unknown), lang="en").replace("\u00a0", "_") == (
            "Norway: 4_percentage points lower than Sweden; no margin of error is known. "
            "Norway: how many answered is not known."
        )

    def test_is_between_two(self) -> None:
        """Three figures have three differences."""
        with pytest.raises(Contradiction, match="the difference of two figures"):
            margin_text(Comparison.of(areas({"NO": 1, "SE": 2, "DK": 3})), lang="en")


UNKNOWN = Missing(MissingReason.NOT_AVAILABLE_TO_US)


class TestProse:
    """References in a text name what a figure is held against."""

    @pytest.mark.parametrize(
        ("reference", "expected"),
        [
            ("a[area=NO]:difference[area=SE]", "45_percentage points higher than Sweden"),
            ("a[area=NO]:ratio[area=SE]", "2.5 times as much as Sweden"),
            ("a[area=NO]:margin[area=SE]", "45_percentage points higher than Sweden"),
            ("a[area=NO]:rank", "number 1 of 3"),
            ("b[period=2018]:change[period=2016]", "an increase of 4_percentage points per year"),
            ("a[area=NO]:difference[indicator=b]", "23_percentage points higher than B"),
            ("c[kind=a, size=x]:difference[size=y]", "10_percentage points lower than a, y"),
        ],
    )
    def test_forms(self, reference: str, expected: str) -> None:
        """Each form that holds a figure against another, and its place."""
        sheet = Factsheet(
            key="sheet",
            title="Sheet",
            indicators=[
                areas({"IS": 60, "NO": 75, "SE": 30}, key="a"),
                years({2015: 40, 2016: 44, 2018: 52}, key="b", title="B"),
                made(
                    ("NO", 2018, 10, {"breakdowns": {"kind": "a", "size": "x"}}),
                    ("NO", 2018, 20, {"breakdowns": {"kind": "a", "size": "y"}}),
                    key="c",
                    dimensions=[
                        Dimension(key=key, label=key, categories=[Term(key=k, label=k) for k in ks])
                        for key, ks in {"kind": "a", "size": "xy"}.items()
                    ],
                ),
            ],
        )
        text = fill(Text({"en": f"{{{reference}}}"}), sheet, lang="en").replace("\u00a0", "_")

        assert expected == text[: len(expected)]


def test_bare_values_have_no_place(figure: Any) -> None:
    """A value alone is held against nothing, whatever is asked for."""
    value = figure(77).value

    for form in ("ratio", "rank", "change", "margin"):
        assert say(value, lang="en") == say(value, lang="en", form=form)


def test_forms_without_a_difference(figure: Any) -> None:
    """Two figures that nothing tells apart are refused in every form."""
    for form in (Form.DIFFERENCE, Form.RATIO, Form.CHANGE, Form.MARGIN):
        with pytest.raises(NoReference):
            said(figure(50), form, figure(51))
