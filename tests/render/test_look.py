"""Colours: whatever the theme, what is written can be read."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offinno.charts import BadPalette, LowContrast, Theme
from offinno.render._look import contrast, mixed, variables

READABLE = 4.5
#: Colours of text with the grounds that they stand on; a link in a box is in the accent.
PAIRS = [
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink", "warm"),
    ("quiet", "paper"),
    ("quiet", "tint"),
    ("quiet", "warm"),
    ("accent", "paper"),
    ("accent", "tint"),
    ("accent", "warm"),
    ("on-accent", "accent"),
    ("on-accent-quiet", "accent"),
]


def colours() -> st.SearchStrategy[str]:
    """Return a strategy for colours."""
    return st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


class TestVariables:
    """The variables of the style sheet."""

    @pytest.mark.parametrize(("text", "ground"), PAIRS)
    def test_default_can_be_read(self, text: str, ground: str) -> None:
        """Every pair of the default look holds WCAG 2.2 AA."""
        found = variables(Theme())

        assert contrast(found[text], found[ground]) >= READABLE

    @given(st.lists(colours(), min_size=5, max_size=9))
    def test_every_theme_can_be_read(self, given: list[str]) -> None:
        """Every pair of any theme that can be made holds it too."""
        paper, ink, quiet, line, *palette = given
        try:
            theme = Theme(paper=paper, ink=ink, quiet=quiet, line=line, palette=palette)
        except (BadPalette, LowContrast):
            return
        found = variables(theme)

        assert all(contrast(found[text], found[ground]) >= READABLE for text, ground in PAIRS)

    def test_every_theme_near_the_limit_can_be_read(self) -> None:
        """A pale theme gets fainter grounds and a darker accent."""
        found = variables(Theme(ink="#767676", quiet="#767676", palette=["#949494"]))

        assert "#ffffff" == found["tint"]
        assert "#949494" != found["accent"]
        assert all(contrast(found[text], found[ground]) >= READABLE for text, ground in PAIRS)

    def test_dark_paper(self) -> None:
        """On dark paper the words in the band are dark, not light."""
        theme = Theme(paper="#101010", ink="#f5f5f5", quiet="#cccccc", palette=["#7cc4ff"])
        found = variables(theme)

        assert "#101010" == found["on-accent"]

    def test_takes_only_names_of_fonts(self) -> None:
        """A list of fonts that holds anything else is left out."""
        assert "Liberation Sans, Arial, Helvetica, sans-serif" == variables(Theme())["sans"]
        assert "sans-serif" == variables(Theme(font="Marks & Co"))["sans"]

    def test_style_sheet_knows_no_other(self) -> None:
        """The style sheet uses the variables that there are, and no colour of its own."""
        css = files("offinno.render").joinpath("_templates", "page.css").read_text(encoding="utf-8")
        used = set(re.findall(r"var\(--([a-z-]+)\)", css))

        assert set(variables(Theme())) | {"gap"} == used
        assert [] == re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", css)


class TestColours:
    """Computing with colours."""

    def test_contrast_goes_both_ways(self) -> None:
        """Which colour comes first makes no difference."""
        assert contrast("#123456", "#fedcba") == contrast("#fedcba", "#123456")

    def test_mixed_ends_at_both(self) -> None:
        """Nothing of the way is the one colour, all of it the other."""
        assert ["#123456", "#fedcba"] == [mixed("#123456", "#fedcba", part) for part in (0, 1)]
