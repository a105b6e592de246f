"""Text with references to figures, as a reader sees it."""

from typing import Any

import pytest

from offinno.language import Lang, Text
from offinno.model import Datum, Factsheet, NoSuchFigure
from offinno.wording import fill

TEXT = Text(
    {
        "nb": "I {'Horisont 2020'} var {figure} med, {figure[area=NO]:fraction} {{nær}}.",
        "en": "In {'Horizon 2020'}, {figure} took part, {figure[area=NO]:fraction} {{or so}}.",
    }
)


@pytest.fixture
def sheet(figure: Any) -> Factsheet:
    """Return a sheet with one figure."""
    return Factsheet(key="sheet", title="Ark", indicators=[figure(74).indicator])


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", "I Horisont 2020 var 74_% med, 3_av_4 {nær}."),
        ("nn", "I Horisont 2020 var 74_% med, 3_av_4 {nær}."),
        ("en", "In Horizon 2020, 74% took part, 3_of_4 {or so}."),
    ],
)
def test_references_become_figures(sheet: Factsheet, lang: Lang, expected: str) -> None:
    """Figures are worded in their form, names stand as they are, two braces are one."""
    assert expected == fill(TEXT, sheet, lang=lang).replace("\u00a0", "_")


def test_figures_bear_their_marks(sheet: Factsheet) -> None:
    """The caller says which mark a figure bears."""

    def mark(datum: Datum) -> str:
        return "*" if datum.area.code == "NO" else ""

    text = fill(Text({"nb": "{figure}"}), sheet, lang="nb", mark=mark)

    assert "74\u00a0%*" == text


def test_unknown_figures_are_refused(sheet: Factsheet) -> None:
    """A reference that meets nothing is an error, not a hole."""
    with pytest.raises(NoSuchFigure):
        fill(Text({"nb": "{figure[area=SE]}"}), sheet, lang="nb")
