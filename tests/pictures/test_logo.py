"""Logos: other people's files, taken apart and written anew."""

import pickle
import struct
import zlib

import pytest

from offinno.pictures import FORMATS, BadLogo, Logo, draw, texts
from offinno.pictures._logo import MOST_BYTES

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" %s>%s</svg>'
DRAWN = SVG % (b'viewBox="0 0 20 10" fill="#123456"', b'<path d="M0 0h20v10z"/>')
SPEC: dict[str, object] = {"data": {"values": [{"a": 1}]}, "mark": "point", "background": "#ffffff"}


def png(wide: int, high: int, *, remark: bytes = b"") -> bytes:
    """Return a red picture of this size."""
    rows = b"".join(b"\0" + b"\xff\0\0" * wide for _ in range(high))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))]
    parts += [(b"tEXt", remark)] if remark else []
    parts += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def drawn(logo: Logo | None, spec: dict[str, object] | None = None) -> str:
    """Return a picture with a logo."""
    return draw(
        spec or SPEC, format="svg", title="A", description="", lang="en", prefix="p", logo=logo
    ).decode()


def size(svg: str) -> tuple[float, float]:
    """Return width and height of a picture."""
    root = svg.split(">", 1)[0]
    wide, high = (float(root.split(f' {name}="')[1].split('"')[0]) for name in ("width", "height"))
    return wide, high


@pytest.mark.parametrize("data", [DRAWN, png(20, 10)], ids=["svg", "png"])
def test_a_logo_stands_below_the_picture(data: bytes) -> None:
    """At the right; the picture and its ground are as much longer."""
    wide, high = size(drawn(None))
    with_logo = drawn(Logo(data, height=8))

    assert (wide, high + 24) == size(with_logo)
    assert f'x="{wide - 16 - 16:g}" y="{high:g}" width="16" height="8"' in with_logo
    assert f'<rect width="{wide:g}" height="{high + 24:g}" fill="#ffffff"' in with_logo
    assert f'viewBox="0 0 {wide:g} {high + 24:g}"' in with_logo


def test_a_picture_without_a_ground_has_none_below() -> None:
    """What is drawn first then is no ground and stays as it is."""
    bare = {**SPEC, "background": None}
    plain, with_logo = drawn(None, bare), drawn(Logo(DRAWN), bare)

    assert plain.count("<rect") == with_logo.count("<rect")


def test_colours_of_the_whole_drawing_stay() -> None:
    """Those that its outermost element gives to all others."""
    assert '<g fill="#123456"><path d="M0 0h20v10z"/></g>' in drawn(Logo(DRAWN))


def test_ids_are_those_of_the_picture() -> None:
    """So that two logos in one page do not share theirs."""
    shapes = (
        b'<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient>'
        b'</defs><rect width="1" height="1" fill="url(#g)"/>'
    )
    svg = drawn(Logo(SVG % (b'width="4" height="2px"', shapes)))

    assert 'id="p-logo-1"' in svg
    assert 'fill="url(#p-logo-1)"' in svg


def test_pixels_are_drawn_in_every_format() -> None:
    """Nothing is fetched for them."""
    logo = Logo(png(20, 10))
    for form in FORMATS:
        made, without = (
            draw(SPEC, format=form, title="A", description="", lang="en", logo=given)
            for given in (logo, None)
        )
        assert len(made) > len(without)

    assert "data:image/png;base64," in drawn(logo)
    assert texts(drawn(logo).encode()) == texts(drawn(None).encode())


def test_remarks_are_left_out() -> None:
    """Of a PNG only the pixels stay, of an SVG its declaration goes."""
    assert png(2, 1) == Logo(png(2, 1, remark=b"made at home")).data
    assert DRAWN == Logo(b'<?xml version="1.0" encoding="UTF-8"?>\n' + DRAWN).data


def test_survives_pickling() -> None:
    """A theme with a logo goes to the workers of a pool."""
    logo = Logo(png(2, 1), 12)

    assert logo == pickle.loads(pickle.dumps(logo))
    assert "data" not in repr(logo)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("logo.svg", "str; give the bytes"),
        (b"", "no element found"),
        (b"GIF89a", "save it as plain SVG, or as PNG"),
        (DRAWN + b" " * MOST_BYTES, "make it smaller"),
        (b"\x89PNG\r\n\x1a\nbroken", "save it as a plain PNG file"),
        (png(0, 0), "0 by 0 pixels"),
        (png(1, 2001), "1 by 2001 pixels"),
        (png(1000, 2), "a band"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82", "0 by 0 pixels"),
        (SVG % (b"", b""), "no size in"),
        (SVG % (b'viewBox="0 0 a b"', b""), "no size in"),
        (SVG % (b'viewBox="0 0 0 4"', b""), "with a width and a height"),
        (SVG % (b'viewBox="0 0 nan 4"', b""), "with a width and a height"),
        (SVG % (b'viewBox="0 0 9 4"', b"<text>A</text>"), "turn its text into paths"),
        (SVG % (b'viewBox="0 0 9 4"', b"<script>a</script>"), "script"),
        (SVG % (b'viewBox="0 0 9 4"', b'<image href="http://a/b"/>'), "image"),
        (SVG % (b'viewBox="0 0 9 4"', b'<path onclick="a()"/>'), "onclick"),
        (SVG % (b'viewBox="0 0 9 4" fill="url(http://a)"', b""), "fill"),
        (SVG % (b'viewBox="0 0 9 4"', b'<rect fill="url(#gone)"/>'), "url(#gone)"),
        (b"<!DOCTYPE svg>" + DRAWN, "<!"),
    ],
)
def test_what_is_no_plain_drawing_is_refused(data: bytes, message: str) -> None:
    """With what was seen and what to do; nothing in it is fetched or run."""
    with pytest.raises(BadLogo) as caught:
        Logo(data)

    assert message in str(caught.value)


@pytest.mark.parametrize("height", [0, -1, 201, float("nan"), "20", True])
def test_a_height_is_one_that_can_be_seen(height: float) -> None:
    """A number of pixels, at most two hundred."""
    with pytest.raises(BadLogo):
        Logo(DRAWN, height=height)
