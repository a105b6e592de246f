"""Characters that no font has are an error and no boxes, where pixels or pages are drawn."""

import pytest

from offinno.pictures import MissingGlyphs, draw, texts
from offinno.pictures._glyphs import Glyphs

NAMES = "Šuoŋŋá đ ŧ ž č Áhkká æøåÆØÅ Ελλάδα Україна −4 % † ‡ § ≤"


def spec(text: str) -> dict[str, object]:
    """Return a chart that shows a text."""
    encoding = {"text": {"field": "a", "type": "nominal"}}
    return {"data": {"values": [{"a": text}]}, "mark": "text", "encoding": encoding}


def drawn(text: str, form: str) -> bytes:
    """Return a picture of a text."""
    return draw(spec(text), format=form, title="A", description="", lang="se")  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_names_in_the_languages_of_the_country_are_drawn(form: str) -> None:
    """Sámi letters, Greek and Cyrillic are in the typeface that the engine brings."""
    assert drawn(NAMES, form)


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_what_no_font_has_is_an_error(form: str) -> None:
    """It names the characters and what to do; in SVG they are for the reader's fonts to show."""
    text = "a \U00012000 b"
    with pytest.raises(MissingGlyphs, match=r"\(U\+12000\); install one") as caught:
        drawn(text, form)

    assert "\U00012000" == caught.value.characters
    assert (text,) == texts(drawn(text, "svg"))


def test_each_character_is_asked_for_once() -> None:
    """Letters of our own languages, blanks and accents never."""
    asked: list[bytes] = []

    def pixels(probe: bytes) -> bytes:
        asked.append(probe)
        return b"box" if "\U0010fffe" in probe.decode() else probe

    glyphs = Glyphs()
    glyphs.check(["Åse \u00a0\u0301", "ŋ"], pixels)
    assert not asked

    glyphs.check(["日本", "日<"], pixels)
    glyphs.check(["本"], pixels)
    assert 4 == len(asked)
