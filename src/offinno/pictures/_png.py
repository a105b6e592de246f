"""The words of a picture in a PNG file, and nothing in it that changes from day to day."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from offinno.pictures._errors import UnsafePicture
from offinno.pictures._words import Words

#: What a PNG file begins with.
PNG: Final = b"\x89PNG\r\n\x1a\n"

#: The parts of a PNG file that hold pixels and how to show them; not times, not remarks.
_PIXELS: Final = frozenset({b"IHDR", b"pHYs", b"sRGB", b"gAMA", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def finished_png(raw: bytes, words: Words) -> bytes:
    """Return the PNG file *raw* with the title and the description of *words* in it.

    Raises:
        UnsafePicture: If it is no PNG file, or holds more than pixels.
    """
    chunks = list(_chunks(raw))
    for kind, _ in chunks:
        if kind not in _PIXELS:
            raise UnsafePicture("png", kind.decode("latin-1"), "draw pixels only")
    return PNG + b"".join(
        _chunk(kind, data) for kind, data in (chunks[0], *_word_chunks(words), *chunks[1:])
    )


def pixels_only(raw: bytes) -> bytes:
    """Return the PNG file *raw* without times, remarks and whatever else is no pixel.

    Raises:
        UnsafePicture: If it is no PNG file.
    """
    kept = (_chunk(kind, data) for kind, data in _chunks(raw) if kind in _PIXELS)
    return PNG + b"".join(kept)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the data of every part of *png*."""
    rest = png.removeprefix(PNG)
    if rest == png:
        raise UnsafePicture("png", ascii(png[:8]), "draw a PNG file")
    while True:
        (length,) = struct.unpack_from(">I", rest.ljust(4))
        kind, data = rest[4:8], rest[8 : 8 + length]
        whole = _chunk(kind, data)
        if not rest.startswith(whole):
            raise UnsafePicture("png", f"a broken part {kind!r}", "draw a whole PNG file")
        yield kind, data
        rest = rest[len(whole) :]
        if not rest:
            return


def _word_chunks(words: Words) -> Iterator[tuple[bytes, bytes]]:
    for keyword, text in (("Title", words.title), ("Description", words.description)):
        if text:
            yield b"iTXt", f"{keyword}\0\0\0{words.lang}\0\0{text}".encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
