"""Parts of a whole and calls of schemes on a page."""

import re

import attrs
import pytest

from offinno import datasets
from offinno.language import LANGUAGES, Lang
from offinno.model import Notes, Parts, SchemeTimeline
from offinno.render import page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_parts_and_calls_stand_on_a_page_with_their_sources(lang: Lang) -> None:
    """Both are drawn, and what they rest on is listed below."""
    sheet = datasets.load("innovation-2019")
    scheme = sheet.schemes[1]
    parts = Parts(
        figure="economy-by-sector",
        headline="Parts",
        along="sector",
        beside=["innovation-projects-by-sector"],
    )
    calls = SchemeTimeline(schemes=[scheme.key], headline="Calls")
    text = page(attrs.evolve(sheet, blocks=[parts, calls, Notes()]), lang=lang)

    assert 2 == text.count("<figure")
    assert "Parts" in text
    assert "Calls" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_large_numbers_break_before_their_words(lang: Lang) -> None:
    """A long number in a narrow place goes on in the next line, and no word is parted."""
    sheet = datasets.load("innovation-2019-re-examined")
    text = page(sheet, lang=lang)
    large = re.findall(r'<p class="big longest"><data[^>]*>([^<]*)</data>', text)

    assert large
    assert all(max(map(len, words.split(" "))) <= 14 for words in large)
