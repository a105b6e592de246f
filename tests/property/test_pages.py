"""Any sheet that can be made has a page, or an error that says why, and pages hold together."""

from itertools import pairwise

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.exceptions import OffinnoError
from offinno.language import LANGUAGES, Lang
from offinno.model import Factsheet
from offinno.render import page
from offinno.testing import factsheets

SVG = "{http://www.w3.org/2000/svg}svg"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@settings(max_examples=settings().max_examples // 8)
@given(factsheets(), st.sampled_from(LANGUAGES))
def test_page_holds_together(sheet: Factsheet, lang: Lang) -> None:
    """Places are there once, ways lead to them, headings have no gaps, pictures have names."""
    try:
        text = page(sheet, lang=lang)
    except OffinnoError:  # such as a picture of an indicator without a single figure
        return
    root = html5lib.HTMLParser(namespaceHTMLElements=False).parse(text)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    ways = {str(a.get("href"))[1:] for a in root.iter("a") if a.get("href", "").startswith("#")}
    levels = [HEADINGS.index(e.tag) for e in root.iter() if e.tag in HEADINGS]

    assert len(set(ids)) == len(ids)
    assert set() == ways - set(ids)
    assert 0 == levels[0]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert all(e.get("aria-labelledby") in ids for e in root.iter(SVG))
    assert set() == {e.tag for e in root.iter()} & {"script", "img", "iframe", "object", "embed"}
