"""From the engine's SVG to a picture that may stand in any page."""

from html import escape
from xml.etree import ElementTree as ET

import html5lib
import pytest

from offinno.pictures import UnsafePicture, texts
from offinno.pictures._families import families
from offinno.pictures._svg import finished_svg, parsed_svg, svg_size
from offinno.pictures._words import Words

SVG = "{http://www.w3.org/2000/svg}"


def raw(inside: str, attributes: str = 'class="marks" width="40" height="20"') -> bytes:
    """Return an SVG as the engine writes it."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{inside}</svg>".encode()


def test_the_picture_is_an_image_with_a_name_and_a_description(words: Words) -> None:
    """Both are its first children, in its language, and it points at them."""
    picture = finished_svg(raw("<g/>"), words, "p")

    assert picture.decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="40" height="20" role="img"'
        ' lang="nb" xml:lang="nb" aria-labelledby="p-title" aria-describedby="p-desc">'
        '<title id="p-title">To søyler</title><desc id="p-desc">Nord 3 og sør 4,5.</desc>'
        "<g/></svg>\n"
    )


def test_without_a_description_nothing_points_at_one() -> None:
    """The name is there always."""
    picture = finished_svg(raw("<g/>"), Words(title="a", description="", lang="en"), "p")

    assert b"desc" not in picture
    assert b'aria-labelledby="p-title"><title id="p-title">a</title>' in picture


def test_the_engines_labels_for_screen_readers_are_left_out(words: Words) -> None:
    """They are English; the text that is shown stays."""
    axis = '<g role="graphics-symbol" aria-label="X-axis titled \'x\'" aria-roledescription="axis">'
    picture = finished_svg(raw(f'{axis}<text cursor="pointer">Verdi</text></g>'), words, "p")

    assert b"<g><text>Verdi</text></g></svg>" in picture


def test_ids_are_numbered_by_their_first_use(words: Words) -> None:
    """Counters that run on in the engine leave no trace, and unused ids go."""
    first, second = (
        finished_svg(
            raw(
                f'<g clip-path="url(#clip{n})"><path id="own" fill="url(#gradient_{n})"/></g>'
                f'<defs><linearGradient id="gradient_{n}"/><clipPath id="clip{n}"/></defs>'
            ),
            words,
            "p",
        )
        for n in (1, 7)
    )

    assert first == second
    assert b'clip-path="url(#p-1)"><path fill="url(#p-2)"/></g>' in first
    assert b'<linearGradient id="p-2"/><clipPath id="p-1"/>' in first


def test_classes_are_the_engines_own(words: Words) -> None:
    """A view's name, which may be anything, is no class."""
    picture = finished_svg(raw('<g class="mark-rect role-mark Figur: &quot;1_marks"/>'), words, "p")

    assert b'<g class="mark-rect role-mark"/>' in picture


ALLOWED = [
    '<path d="M0,1h-1.5e3v18Z" fill="#4c78a8" stroke="rgb(207, 225, 242)"/>',
    '<path transform="translate(0.5,-1) rotate(30) scale(2)" fill="hsl(10, 20%, 30%)"/>',
    '<path style="mix-blend-mode: multiply;" fill="lab(50 20 20 / 0.5)"/>',
    '<text font-family="serif" font-size="11px">a<tspan x="0" dy="13">b</tspan>c</text>',
    '<circle r="1"/>',
]


@pytest.mark.parametrize("element", ALLOWED)
def test_a_drawing_stays_as_it_is(element: str, words: Words) -> None:
    """Shapes, colours and text come out as they went in."""
    assert f"{element}</svg>" in finished_svg(raw(element), words, "p").decode()


FORBIDDEN = {
    "script": "<script>x</script>",
    "foreign": "<foreignObject/>",
    "image": '<image href="x"/>',
    "link": '<a xlink:href="https://x"><text>a</text></a>',
    "use": '<use href="#x"/>',
    "animation": '<animate attributeName="fill"/>',
    "style": "<style>* {}</style>",
    "title": "<title>x</title>",
    "html": '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    "event": '<path onclick="x"/>',
    "href": '<path href="x"/>',
    "xlink": '<path xlink:href="x"/>',
    "base": '<path xml:base="x"/>',
    "address": '<path fill="url(https://x/y)"/>',
    "file": '<path fill="url(x.svg#a)"/>',
    "quoted": "<path fill=\"url('#a')\"/>",
    "escaped": '<path fill="\\75rl(x)"/>',
    "nothing": '<path fill="url(#elsewhere)"/>',
    "wrapped": '<path fill="url(rgb(1,2,3))"/>',
    "source": '<path fill="src(x)"/>',
    "image_set": '<path fill="image-set(x)"/>',
    "colon": '<path fill="javascript:x"/>',
    "quote": '<path fill="red&quot; onclick=&quot;x"/>',
    "inline_style": '<path style="fill: red"/>',
    "font": '<text font-family="x;fill:url(y)">a</text>',
    "text_elsewhere": "<g>x</g>",
    "text_after": "<g><path/>x</g>",
    "text_at_the_end": "<path/>x",
    "text_at_the_start": "x",
    "bidi": "<text>\u202ea</text>",
    "line_separator": "<text>\u2028a</text>",
}


@pytest.mark.parametrize("inside", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_is_not_listed_is_refused(inside: str, words: Words) -> None:
    """Nothing that fetches, links, runs or hides comes through."""
    with pytest.raises(UnsafePicture):
        finished_svg(raw(inside), words, "p")


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"<svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><text>\x01</text></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><text>\xff</text></svg>',
        b"<svg/>",
        b'<p xmlns="http://www.w3.org/1999/xhtml"/>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<?xml-stylesheet href="x"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        raw("<!-- x -->"),
        raw("<g><![CDATA[x]]></g>"),
    ],
)
def test_what_is_no_plain_svg_is_refused(svg: bytes) -> None:
    """Declarations, comments and broken files are not parsed."""
    with pytest.raises(UnsafePicture):
        parsed_svg(svg)


def test_hostile_words_are_text_in_a_page() -> None:
    """A browser's parser finds the words, and no element or attribute of theirs."""
    hostile = '</title></desc></svg><script>alert(1)</script>" onload="x\' & <!-- ]]> &amp;'
    words = Words(title=hostile, description=hostile, lang="nb")
    picture = finished_svg(raw(f"<text>{escape(hostile)}</text>"), words, "p").decode()
    page = html5lib.parse(f"<!doctype html><title>x</title><p>{picture}</p>")
    inside = [(node.tag, node.text) for node in page.find(f".//{SVG}svg")]

    assert inside == [(f"{SVG}{tag}", hostile) for tag in ("title", "desc", "text")]
    assert page.find(".//{*}script") is None


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("sans-serif", "sans-serif"),
        ("Arial", "Arial, sans-serif"),
        ("Georgia, serif", "Georgia, serif"),
        ("serif, Arial", "serif, Arial, sans-serif"),
        ("Source Sans 3", "'Source Sans 3', sans-serif"),
        ("'Source Sans 3',  \"Helvetica Neue\"", "'Source Sans 3', Helvetica Neue, sans-serif"),
        ("-apple-system, system-ui", "-apple-system, system-ui, sans-serif"),
        ("", None),
        ("a,,b", None),
        ("a;b", None),
        ("url(x)", None),
    ],
)
def test_a_list_of_fonts_ends_in_one_that_is_there(given: str, written: str | None) -> None:
    """Text in a missing font would disappear; a name with a number needs quotes."""
    assert written == families(given)


def test_texts_are_those_that_are_shown() -> None:
    """Name, description and invisible labels are not among them; lines are joined."""
    svg = raw(
        "<title>Navn</title><desc>Tekst</desc><g><text>48 %</text></g>"
        '<text>to<tspan>linjer</tspan><tspan x="0" dy="13">til</tspan></text>'
        '<text opacity="0">skjult</text><g display="none"><text>borte</text></g>'
    )

    assert texts(svg) == ("48 %", "to\nlinjer\ntil")
    assert texts(svg, hidden=True) == ("48 %", "to\nlinjer\ntil", "skjult", "borte")


def test_the_size_is_read_from_the_root() -> None:
    """What has none has no size at all."""
    assert svg_size(parsed_svg(raw(""))) == (40.0, 20.0)
    assert svg_size(ET.Element("svg")) != svg_size(ET.Element("svg"))
