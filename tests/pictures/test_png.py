"""The words in a PNG file, and what may not be in one."""

import struct
import zlib

import pytest

from offinno.pictures import UnsafePicture
from offinno.pictures._png import _chunk, _chunks, finished_png
from offinno.pictures._words import Words

HEADER = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
PIXEL = b"\x89PNG\r\n\x1a\n" + b"".join(
    _chunk(kind, data)
    for kind, data in ((b"IHDR", HEADER), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b""))
)


def test_title_and_description_stand_in_the_file_with_their_language() -> None:
    """They come after the header, as the international text of the PNG standard."""
    png = finished_png(PIXEL, Words(title="Søyler", description="To.", lang="nb"))

    assert list(_chunks(png)) == [
        (b"IHDR", HEADER),
        (b"iTXt", "Title\0\0\0nb\0\0Søyler".encode()),
        (b"iTXt", b"Description\0\0\0nb\0\0To."),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    ]


def test_no_description_is_not_an_empty_one() -> None:
    """It is left out."""
    png = finished_png(PIXEL, Words(title="Søyler", description="", lang="nb"))

    assert b"Description" not in png


@pytest.mark.parametrize("kind", [b"tIME", b"tEXt", b"eXIf", b"\xff\xff\xff\xff"])
def test_a_file_with_more_than_pixels_is_refused(kind: bytes) -> None:
    """A time would make the same picture another file tomorrow."""
    file = PIXEL + _chunk(kind, b"2026")
    with pytest.raises(UnsafePicture, match="pixels only"):
        finished_png(file, Words(title="a", description="", lang="nb"))


@pytest.mark.parametrize("file", [b"", b"<svg/>", PIXEL[1:], PIXEL[:-2] + b"\0\0\0\1", PIXEL[:20]])
def test_what_is_no_png_is_refused(file: bytes) -> None:
    """Neither another format nor a broken file comes through."""
    with pytest.raises(UnsafePicture):
        finished_png(file, Words(title="a", description="", lang="nb"))
