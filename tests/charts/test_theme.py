"""Themes: colours that can be told apart, and the configuration they give."""

from typing import Any

import pytest

from offinno.charts import BadColour, BadPalette, LowContrast, NotSuitable, Sizes, Theme
from offinno.charts._colour import contrast


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, a colour on itself is 1, and the order does not matter."""
    assert 21 == contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000")
    assert 1 == contrast("#0b5c8a", "#0b5c8a")


def test_text_needs_more_contrast_than_marks() -> None:
    """What suffices for a bar does not suffice for a label."""
    Theme(palette=["#8296a8"])
    with pytest.raises(LowContrast, match=r"#8296a8 for text has a contrast of 3\.0\d; choose"):
        Theme(ink="#8296a8")


def test_pale_bars_are_refused() -> None:
    """Pale grey is no colour for what carries meaning."""
    with pytest.raises(LowContrast, match="marks"):
        Theme(palette=["#0b5c8a", "#c8cdd3"])


@pytest.mark.parametrize("colour", ["red", "#12", "#0b5c8a;", "url(x)"])
def test_colours_are_six_digits(colour: str) -> None:
    """Names, short forms and anything else are refused, in a palette too."""
    with pytest.raises(BadColour):
        Theme(paper=colour)
    with pytest.raises(BadColour):
        Theme(palette=[colour])


def test_a_palette_holds_a_colour() -> None:
    """An empty one is refused, and so is one colour that is no list."""
    wrong: Any
    for wrong in ([], "#7a0019", None, 3):
        with pytest.raises(NotSuitable, match=r"palette takes colours in a list, not .*write it"):
            Theme(palette=wrong)


def test_colours_of_marks_differ() -> None:
    """For everybody; two that differ by a digit are one."""
    with pytest.raises(BadPalette, match="palette: #0b5c8a and #0b5c8b look alike to some"):
        Theme(palette=["#0b5c8a", "#ba7a14", "#0b5c8b"])
    with pytest.raises(BadPalette, match="look alike"):
        Theme(palette=["#7d5a00", "#8a5014"])


@pytest.mark.parametrize(
    "colours", [["#ffffff"], ["#000000", "#ffffff"], ["#ddeef7", "#ddeef7"], ["#eeeeee"] * 3]
)
def test_more_is_less_like_the_paper(colours: list[str]) -> None:
    """In areas from little to much; on dark paper more is paler."""
    with pytest.raises(BadPalette, match="sequential: goes from little to much; give two"):
        Theme(sequential=colours)
    dark = {"paper": "#111111", "ink": "#ffffff", "quiet": "#cccccc", "line": "#999999"}
    Theme(**dark, palette=["#ffd700"], sequential=["#223344", "#88aacc", "#ffffff"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "colours",
    [
        ["#7a0019", "#1f5c99"],
        ["#f2f2f2", "#7a0019", "#1f5c99"],
        ["#f2f2f2", "#7a0019", "#7a0019", "#1f5c99"],
        ["#7a0019", "#f2f2f2", "#7a0019"],
    ],
)
def test_two_sides_have_a_middle_between_them(colours: list[str]) -> None:
    """Most like the paper, and ends that everybody tells apart."""
    Theme(diverging=["#7a0019", "#f2f2f2", "#1f5c99"])
    Theme(diverging=["#7a0019", "#f2f2f2", "#f2f2f2", "#1f5c99"])
    with pytest.raises(BadPalette, match="diverging: "):
        Theme(diverging=colours)


def test_what_is_no_logo_or_size_is_refused_at_once() -> None:
    """When the theme is made, and not when it is drawn."""
    wrong: Any
    for wrong in ({"title": -4}, 5, None):
        with pytest.raises(NotSuitable, match=r"sizes takes Sizes, not .*; write it as in Sizes"):
            Theme(sizes=wrong)
    for wrong in ("x.svg", b"<svg/>", 3):
        with pytest.raises(NotSuitable, match=r"logo takes a Logo or None, not .*; make one of"):
            Theme(logo=wrong)


def test_config_is_in_one_language() -> None:
    """Numbers on axes are written as in the words around the picture."""
    theme = Theme()

    assert "," == theme.config(lang="nb")["locale"]["number"]["decimal"]
    assert "." == theme.config(lang="en")["locale"]["number"]["decimal"]


def test_dark_themes_are_possible() -> None:
    """Contrast is measured against the paper, whatever that is."""
    theme = Theme(
        paper="#10161c", ink="#ffffff", quiet="#c0c8d0", line="#808b96", palette=["#7fc4ee"]
    )

    assert "#10161c" == theme.config(lang="nb", padding=4)["background"]


@pytest.mark.parametrize("font", ["", "a;b", "url(x)", "Arial, ", "'Open Sans", 'a"b', None, 3])
def test_fonts_are_names(font: str) -> None:
    """Parted by commas, in quotes or not; nothing else can stand in a style."""
    Theme(font="'Source Sans 3', \"Open Sans\", Inter, sans-serif")
    with pytest.raises(NotSuitable, match="font takes names of typefaces"):
        Theme(font=font)


@pytest.mark.parametrize("size", [8, 41, 12.5, "12", True, None])
def test_type_can_be_read(size: int) -> None:
    """From nine pixels to forty, and whole ones."""
    with pytest.raises(NotSuitable, match="small takes whole pixels from 9 to 40"):
        Sizes(small=size)


def test_areas_are_outlined_where_they_are_pale() -> None:
    """In the colour of lines, which has enough contrast; not where none is too like the paper."""
    strong = Theme(sequential=["#0b5c8a", "#084066"], diverging=["#0b3c6a", "#767676", "#662703"])

    assert contrast(Theme().line, Theme().paper) >= 3
    for mark in ("geoshape", "rect"):
        assert Theme().line == Theme().config(lang="nb")[mark]["stroke"]
        assert not strong.config(lang="nb")[mark]


def test_palettes_are_those_of_vega() -> None:
    """Categories, scales from little to much and from side to side."""
    ranges = Theme(palette=["#0b5c8a"]).config(lang="nb")["range"]

    assert ["#0b5c8a"] == ranges["category"]
    assert ranges["ordinal"][0] == ranges["ramp"][0] == ranges["heatmap"][0] == "#ddeef7"
    assert ["#662703", "#084066"] == [ranges["diverging"][0], ranges["diverging"][-1]]
