"""A picture of a specification: checked, drawn once, made safe, and kept."""

import json
import math
import re
import time
from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Final, Literal, final, get_args

import attrs

from offinno.exceptions import UnknownName
from offinno.pictures._checked import checked_text
from offinno.pictures._engine import ENGINE
from offinno.pictures._errors import PictureTimedOut, SpecRefused
from offinno.pictures._glyphs import GLYPHS
from offinno.pictures._logo import Logo, foot_of
from offinno.pictures._png import finished_png
from offinno.pictures._shelf import SHELF
from offinno.pictures._spec import schema_major
from offinno.pictures._svg import finished_svg, parsed_svg, svg_size, texts
from offinno.pictures._words import Words

#: What a picture can be: drawn in shapes, in pixels, or as a page.
Format = Literal["svg", "png", "pdf"]

FORMATS: Final[tuple[Format, ...]] = get_args(Format)

#: How many pixels a picture may have.
_MOST_PIXELS: Final = 50_000_000

_LARGEST_SCALE: Final = 10
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


def draw(  # noqa: PLR0913 - the options of a picture, all by keyword
    spec: Mapping[str, object],
    *,
    format: Format,  # noqa: A002 - what everybody calls it
    title: str,
    description: str,
    lang: str,
    scale: float = 2,
    timeout: float = 30,
    prefix: str | None = None,
    logo: Logo | None = None,
) -> bytes:
    """Return a Vega-Lite specification as an SVG, PNG or PDF file.

    The drawing happens in a separate process with bounded time and memory; the specification
    is checked before it is sent there, and the SVG when it comes back. PNG and PDF are made
    from that checked SVG. The same arguments give the same SVG and PNG in every process, and
    nothing is drawn twice in one; the bytes of a PDF may vary, what it shows does not.

    Args:
        spec: A finished specification, version 5 or 6, its rows inline.
        format: What to return.
        title: What the picture is called; in SVG and PNG.
        description: What it shows, for those who do not see it; may be empty.
        lang: The language of *title*, *description* and the text in the picture.
        scale: How many pixels of a PNG stand for one of the specification.
        timeout: How long drawing may take, in seconds.
        prefix: What the ids in an SVG begin with; by default something that differs from
            picture to picture, so that many can stand in one page.
        logo: What stands below the picture at the right.

    Raises:
        MissingExtra: If vl-convert is not installed.
        SpecRefused: If the specification or an option is not safe to draw.
        UnsafeText: If the title or the description cannot be shown as it stands.
        PictureFailed: If the engine cannot draw it.
        MissingGlyphs: If no font has a letter for a character, in PNG and PDF.
        PictureTimedOut: If it takes longer than *timeout*.
        UnsafePicture: If what was drawn refers to something outside itself.

    >>> svg = draw(
    ...     {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {}},
    ...     format="svg", title="Ett punkt", description="", lang="nb",
    ... )
    >>> svg[:34]
    b'<svg xmlns="http://www.w3.org/2000'
    """
    _check_options(format, scale, timeout, prefix)
    words = Words(title=title, description=description, lang=lang)
    order = _Order(
        text=checked_text(spec),
        major=schema_major(spec),
        format=format,
        words=words,
        scale=float(scale),
        prefix=prefix,
        logo=logo,
    )
    try:
        return SHELF.picture(order.key, lambda: order.drawn(time.monotonic() + timeout))
    except TimeoutError:
        raise PictureTimedOut(timeout) from None


@final
@attrs.frozen(kw_only=True, eq=False)
class _Order:
    """What to draw, and how; everything here has been checked."""

    #: The canonical text of the specification.
    text: bytes
    #: The major version of Vega-Lite that it is written in.
    major: str
    #: What is asked for.
    format: Format
    #: The title, the description and their language.
    words: Words
    #: How many pixels stand for one of the specification.
    scale: float
    #: What ids begin with, or None for the beginning of the key.
    prefix: str | None
    #: What stands below the picture.
    logo: Logo | None

    @cached_property
    def key(self) -> bytes:
        """What the picture depends on, as a digest."""
        words = (self.words.title, self.words.description, self.words.lang)
        high = self.logo and self.logo.height
        how = json.dumps([self.format, *words, self.scale, self.prefix, high])
        return _digest(how.encode(), self._content, self.logo.data if self.logo else b"")

    @cached_property
    def _content(self) -> bytes:
        """What the raw drawing depends on, as a digest."""
        return _digest(self.text)

    def drawn(self, until: float) -> bytes:
        """Return the picture, drawn by the time *until*."""
        foot = foot_of(self.logo, self._prefix) if self.logo else None
        svg = finished_svg(self._raw_svg(until), self.words, self._prefix, foot)
        if self.format == "svg":
            return svg
        GLYPHS.check(texts(svg), lambda probe: _pixels(probe, 1, until))
        if self.format == "pdf":
            return ENGINE.ask({"task": "pdf"}, svg, until=until)
        self._check_size(svg)
        return finished_png(_pixels(svg, self.scale, until), self.words)

    @property
    def _prefix(self) -> str:
        return self.prefix or f"p{self.key.hex()[:8]}"

    def _raw_svg(self, until: float) -> bytes:
        """Return what the engine draws, which is the same for every format and language."""
        head = {"task": "svg", "major": self.major}
        return SHELF.picture(self._content, lambda: ENGINE.ask(head, self.text, until=until))

    def _check_size(self, svg: bytes) -> None:
        width, height = svg_size(parsed_svg(svg))
        if not width * height * self.scale**2 <= _MOST_PIXELS:
            seen = f"{width:g} by {height:g} at scale {self.scale:g}"
            raise SpecRefused("scale", seen, f"draw at most {_MOST_PIXELS} pixels")


def _pixels(svg: bytes, scale: float, until: float) -> bytes:
    """Return a drawing in pixels."""
    return ENGINE.ask({"task": "png", "scale": scale}, svg, until=until)


def _digest(*parts: bytes) -> bytes:
    """Return a digest of *parts* in which no two lists of parts look alike."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()


def _check_options(form: str, scale: float, timeout: float, prefix: str | None) -> None:
    if form not in FORMATS:
        raise UnknownName("picture format", form, FORMATS)
    if not 0 < scale <= _LARGEST_SCALE:
        raise SpecRefused("scale", repr(scale), f"give a scale above 0, at most {_LARGEST_SCALE}")
    if not 0 < timeout < math.inf:
        raise SpecRefused("timeout", repr(timeout), "give a number of seconds above 0")
    if prefix is not None and not _PREFIX.fullmatch(prefix):
        raise SpecRefused("prefix", repr(prefix), "begin with a letter, then letters and digits")
