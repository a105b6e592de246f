"""The name and the description of a picture."""

import pytest

from offinno.language import UnsafeText
from offinno.pictures import SpecRefused
from offinno.pictures._words import Words


@pytest.mark.parametrize("title", ["", " ", "a\x01", "\u202ea", "\ud800"])
def test_a_title_can_be_shown(title: str) -> None:
    """A blank one, or one with control characters, is refused."""
    with pytest.raises(UnsafeText):
        Words(title=title, description="", lang="nb")


def test_a_description_may_be_empty_but_not_unsafe() -> None:
    """It is left out where the text beside the picture says it all."""
    assert not Words(title="a", description="", lang="nb").description
    with pytest.raises(UnsafeText):
        Words(title="a", description="a\x00", lang="nb")


@pytest.mark.parametrize("lang", ["", "n", "nb ", 'nb"', "norsk", "nb-"])
def test_a_language_is_a_tag(lang: str) -> None:
    """Anything else is refused, with examples."""
    with pytest.raises(SpecRefused, match="such as 'nb'"):
        Words(title="a", description="", lang=lang)
