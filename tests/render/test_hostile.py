"""Hostile text in every field: a page has the elements it has with ordinary text, and no other."""

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.language import UnsafeText, checked_text
from offinno.model import Factsheet, Prose
from offinno.render import page

Element = ET.Element
Specimen = Callable[..., Factsheet]
Parsed = Callable[[str], Element]

SVG = "{http://www.w3.org/2000/svg}svg"
#: What an attribute must be the same in; in others stands text.
STRUCTURAL = {"id", "class", "href", "role", "scope", "aria-labelledby", "hreflang", "name"}

ATTACKS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    '" autofocus onfocus=alert(1) x="',
    "javascript:alert(1)",
    "[a](javascript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "![a](https://example.org/x.png)",
    "<https://example.org/>",
    "<!-- --><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script/>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</svg><script>alert(1)</script>",
    "</figure></main><iframe src=//example.org>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=//example.org/>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=//example.org'>",
    "<math><mi xlink:href='javascript:alert(1)'>x",
    "<a href='javascript:alert(1)'>x</a>",
    "<form action=//example.org><input type=submit>",
    "<details open ontoggle=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<plaintext>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&quot;&gt;&lt;script&gt;",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "${7*7}<%= 7 %>",
    "\U000f0000" + "0" + "\U000f0000",
    "&#xF0000;0&#xF0000;",
    "expression(alert(1)); } body { background: red",
    "\u00ff\u0130\u212a<\u017fcript>alert(1)</\u017fcript>",
]


def _prose(text: str) -> str:
    """Return *text* such that Markdown and the language of references read it as text."""
    marked = re.sub(r"([!-/:-@\[-`|~])", r"\\\1", text)
    return marked.replace("{", "{{").replace("}", "}}")


def hostile(specimen: Specimen, attack: str) -> Factsheet:
    """Return the specimen with *attack* in every text, each with the name of its place."""
    braces = attack.replace("{", "{{").replace("}", "}}")
    headlines = {"headline", "pictogram", "ranking", "grouped", "lost"}
    sheet = specimen(
        lambda name: f"{braces if name in headlines else attack} {name}",
        prose=f"{_prose(attack)} text {{shares[area=IS, kind=new]}}",
    )
    name = re.sub("['{}]", "", attack)
    return attrs.evolve(sheet, blocks=(*sheet.blocks, Prose(text=f"{{'{name}'}} text")))


def tree(element: Element) -> object:
    """Return the elements of a page without their texts; pictures have tests of their own."""
    kept = {name: value for name, value in element.items() if name in STRUCTURAL}
    inside = [] if element.tag == SVG else [tree(child) for child in element]
    return element.tag, sorted(element.keys()), kept, inside


@pytest.fixture(scope="module")
def benign(specimen: Specimen, parsed: Parsed) -> object:
    """Return the elements of the page of the specimen with ordinary text."""
    return tree(parsed(page(hostile(specimen, "ordinary"), lang="en")))


class TestTwins:
    """A page with hostile text and its twin with ordinary text."""

    @pytest.mark.parametrize("attack", ATTACKS)
    def test_have_the_same_elements(
        self, specimen: Specimen, parsed: Parsed, benign: object, attack: str
    ) -> None:
        """An independent parser finds the same elements in both."""
        text = page(hostile(specimen, attack), lang="en")

        assert benign == tree(parsed(text))

    def test_text_stays(self, specimen: Specimen, parsed: Parsed) -> None:
        """What was written is what is read, character by character."""
        attack = "<b title=\"x\">&amp; 'y' [z](u) *w*</b>"
        root = parsed(page(hostile(specimen, attack), lang="en"))
        texts = {
            "".join(e.itertext()).strip() for e in root.iter() if e.tag in {"h1", "h2", "h3", "p"}
        }

        assert f"{attack} sheet" in texts
        assert f"{attack} section" in texts
        assert f"{attack} headline" in texts
        assert any(text.startswith(f"{attack} text") for text in texts)

    def test_attributes_hold_text(self, specimen: Specimen, parsed: Parsed) -> None:
        """A description with quotes is one attribute."""
        root = parsed(page(hostile(specimen, '" onload="'), lang="en"))
        found = [m.get("content") for m in root.iter("meta") if m.get("name") == "description"]

        assert ['" onload=" subtitle'] == found


def _safe(text: str) -> bool:
    """Return whether a text may stand in a sheet."""
    try:
        checked_text(text)
    except UnsafeText:
        return False
    return True


#: Parts of markup, of Markdown and of addresses, to be put together in any order.
PARTS = [
    *"<>&/=a#[]()*_\\!~|0é`\"'",
    *("script", "on", "href", "```", "---", "<!--", "-->", "]]>", "&#60;", "&#xF0000;"),
    *("javascript:", "https://e.org", ' "', "\n", "\n\n", "- ", "1. ", "> ", "    ", "\t"),
    *("\U000f0000", "{'x'}", "<img src=x onerror=y>", "[a](https://e.org)"),
]
FRAGMENTS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=25).map("".join)


class TestMarkdown:
    """Markdown can be written by anyone."""

    @settings(max_examples=150)
    @given(FRAGMENTS.filter(_safe))
    def test_makes_only_harmless_elements(self, text: str) -> None:
        """Whatever is written, only a few elements come of it, with addresses alone."""
        import html5lib

        sheet = Factsheet(key="s", title="t", blocks=[Prose(text=text)])
        root = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page(sheet, lang="nb"))
        (box,) = (e for e in root.iter("div") if "prose" in (e.get("class") or ""))
        inside = [e for e in box.iter() if e is not box]

        assert {e.tag for e in inside} <= {
            *("p", "em", "strong", "a", "ul", "ol", "li", "br", "code", "blockquote"),
            *("h2", "h3", "h4", "h5", "h6"),
        }
        assert {name for e in inside for name in e.attrib} <= {"href", "start"}
        assert all(re.match("https?:|mailto:", a.get("href", "")) for a in box.iter("a"))
