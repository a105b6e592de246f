"""How far one figure is from another. An underscore stands for U+00A0."""

from typing import Any

import pytest

from offinno.language import Lang, vocabulary
from offinno.model import Form, NotComparable, Population
from offinno.units import parse_unit
from offinno.values import Value
from offinno.wording import NoReference, datum_text, difference_text

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
POINTS = parse_unit("pp of public-workplaces")


@pytest.mark.parametrize(
    ("number", "nb", "nn", "en"),
    [
        (-1, "1_prosentpoeng lavere enn Island", "1_prosentpoeng lågare enn Island",
         "1_percentage point lower than Iceland"),
        (4, "4_prosentpoeng høyere enn Island", "4_prosentpoeng høgare enn Island",
         "4_percentage points higher than Iceland"),
        (0, "på nivå med Island", "på nivå med Island", "level with Iceland"),
    ],
)  # fmt: skip
def test_direction_is_a_word(number: int, nb: str, nn: str, en: str) -> None:
    """A difference says lower or higher, and than whom."""
    value = Value(number, POINTS)
    found = [
        difference_text(value, lang=lang, than="Iceland" if lang == "en" else "Island")
        for lang in LANGS
    ]

    assert [nb, nn, en] == [text.replace("\u00a0", "_") for text in found]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(-2, "2_prosentpoeng lavere"), (2, "2_prosentpoeng høyere"), (0, "ingen forskjell")],
)
def test_alone(number: int, expected: str) -> None:
    """Without a name the direction stands alone."""
    text = difference_text(Value(number, POINTS), lang="nb")

    assert expected == text.replace("\u00a0", "_")


def test_of_money() -> None:
    """Other units have a direction too, in short or in words."""
    value = Value("-5E6", parse_unit("NOK"))

    assert "5\u00a0millioner\u00a0kroner lavere" == difference_text(value, lang="nb")
    assert "5\u00a0mill.\u00a0kr lavere" == difference_text(value, lang="nb", form="value")


class TestFigure:
    """A figure in the form *difference*."""

    @staticmethod
    def said(datum: Any, reference: Any = None) -> str:
        """Return the difference in Bokmål with underscores."""
        text = datum_text(datum, lang="nb", form=Form.DIFFERENCE, reference=reference)
        return text.replace("\u00a0", "_")

    def test_is_from_the_reference_given(self, figure: Any) -> None:
        """What tells the two apart names the reference."""
        here = figure(77)
        other = figure(70, header={"key": "other", "title": "Annet"})

        assert "1_prosentpoeng lavere enn Island" == self.said(here, figure(78, area="IS"))
        assert "3_prosentpoeng høyere enn 2016" == self.said(here, figure(74, period=2016))
        assert "7_prosentpoeng høyere enn Annet" == self.said(here, other)

    def test_is_from_the_category_given(self, several: Any) -> None:
        """Two categories of one breakdown are told apart by it."""
        first, second = several(breakdowns=True)

        assert "10_prosentpoeng lavere enn skole" == self.said(first, second)

    def test_is_from_the_comparison_of_areas(self, several: Any) -> None:
        """Without a reference the largest comparable group gives it."""
        iceland, norway = several()

        assert "10_prosentpoeng høyere enn Island" == self.said(norway)
        assert "referansen" == self.said(iceland)

    def test_keeps_the_version(self, several: Any) -> None:
        """Only figures of one version are held against each other."""
        _, norway = several(vintage="2020")

        assert "10_prosentpoeng høyere enn Island" == self.said(norway)

    def test_needs_something_to_differ_from(self, figure: Any) -> None:
        """One figure alone has no difference, nor have two that nothing tells apart."""
        one = figure(50)

        with pytest.raises(NoReference, match="nothing to hold 'figure"):
            self.said(one)
        with pytest.raises(NoReference):
            self.said(one, figure(51))

    def test_refuses_what_is_not_comparable(self, figure: Any) -> None:
        """A difference that means nothing is not worded."""
        municipalities = Population(unit=vocabulary()["municipalities"])

        with pytest.raises(NotComparable):
            self.said(figure(77), figure(78, area="IS", population=municipalities))
