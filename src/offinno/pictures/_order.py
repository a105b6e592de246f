"""What is to be drawn, and how: checked when it is made, and drawn when it is asked."""

import json
import math
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from hashlib import blake2b
from typing import Final, Literal, final, get_args

import attrs

from offinno.exceptions import UnknownName
from offinno.pictures._checked import checked_text
from offinno.pictures._child import Request
from offinno.pictures._engine import ENGINE
from offinno.pictures._errors import PictureTimedOut, SpecRefused
from offinno.pictures._glyphs import GLYPHS
from offinno.pictures._logo import Logo, foot_of
from offinno.pictures._pdf import finished_pdf
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


@final
@attrs.frozen(kw_only=True, eq=False)
class Order:
    """A picture that is to be drawn, as `draw` draws it.

    Raises:
        SpecRefused: If the specification or an option is not safe to draw.
        UnsafeText: If the title or the description cannot be shown as it stands.
        UnknownName: If there is no such format.

    >>> order = Order(
    ...     spec={"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {}},
    ...     title="Ett punkt", description="", lang="nb",
    ... )
    >>> order.major
    '6'
    """

    #: A finished specification, version 5 or 6 of Vega-Lite, its rows inline.
    spec: Mapping[str, object] = attrs.field(repr=False)
    #: What to draw it as.
    format: Format = "svg"
    #: What the picture is called.
    title: str
    #: What it shows, for those who do not see it; may be empty.
    description: str
    #: The language of all text.
    lang: str
    #: How many pixels of a PNG stand for one of the specification.
    scale: float = attrs.field(default=2, converter=float)
    #: What ids begin with, or None for the beginning of the key.
    prefix: str | None = None
    #: What stands below the picture at the right.
    logo: Logo | None = None
    #: The one text of the specification, however its keys were ordered.
    text: bytes = attrs.field(init=False, repr=False)
    #: The major version of Vega-Lite that it is written in.
    major: str = attrs.field(init=False)
    _words: Words = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Check everything."""
        _check_options(self.format, self.scale, self.prefix)
        words = Words(title=self.title, description=self.description, lang=self.lang)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "text", checked_text(self.spec))
        object.__setattr__(self, "major", schema_major(self.spec))

    @cached_property
    def key(self) -> bytes:
        """What the picture depends on, as a digest."""
        words = (self._words.title, self._words.description, self._words.lang)
        high = self.logo and self.logo.height
        how = json.dumps([self.format, *words, self.scale, self.prefix, high])
        return _digest(how.encode(), self.content, self.logo.data if self.logo else b"")

    @cached_property
    def content(self) -> bytes:
        """What the raw drawing depends on, as a digest."""
        return _digest(self.text)

    @property
    def head(self) -> dict[str, object]:
        """What the engine is told beside the text, the same for every format and language."""
        return {"task": "svg", "major": self.major}

    def picture(self, timeout: float = 30) -> bytes:
        """Return the picture, drawn within *timeout* seconds unless it was drawn before.

        Raises:
            PictureTimedOut: If it takes longer; `draw` says what else there is.
        """
        with limited(timeout):
            return SHELF.picture(self.key, lambda: self._drawn(time.monotonic() + timeout))

    def svg(self, raw: bytes) -> bytes:
        """Return the picture as SVG, of which the engine drew *raw*."""
        foot = foot_of(self.logo, self._prefix) if self.logo else None
        return finished_svg(raw, self._words, self._prefix, foot)

    def _drawn(self, until: float) -> bytes:
        """Return the picture, drawn by the time *until*."""
        request = Request(self.head, self.text)
        raw = SHELF.picture(self.content, lambda: ENGINE.ask(request, until=until))
        svg = self.svg(raw)
        if self.format == "svg":
            return svg
        GLYPHS.check(texts(svg), lambda probe: _pixels(probe, 1, until))
        if self.format == "pdf":
            return finished_pdf(ENGINE.ask(Request({"task": "pdf"}, svg), until=until), self._words)
        self._check_size(svg)
        return finished_png(_pixels(svg, self.scale, until), self._words)

    @property
    def _prefix(self) -> str:
        return self.prefix or f"p{self.key.hex()[:8]}"

    def _check_size(self, svg: bytes) -> None:
        width, height = svg_size(parsed_svg(svg))
        if not width * height * self.scale**2 <= _MOST_PIXELS:
            seen = f"{width:g} by {height:g} at scale {self.scale:g}"
            raise SpecRefused("scale", seen, f"draw at most {_MOST_PIXELS} pixels")


@contextmanager
def limited(timeout: float) -> Iterator[None]:
    """Say which limit was passed, if one was.

    Raises:
        PictureTimedOut: If what happens within raises TimeoutError.
        SpecRefused: If it is no limit.
    """
    if not 0 < timeout < math.inf:
        raise SpecRefused("timeout", repr(timeout), "give a number of seconds above 0")
    try:
        yield
    except TimeoutError:
        raise PictureTimedOut(timeout) from None


def _pixels(svg: bytes, scale: float, until: float) -> bytes:
    """Return a drawing in pixels."""
    return ENGINE.ask(Request({"task": "png", "scale": scale}, svg), until=until)


def _digest(*parts: bytes) -> bytes:
    """Return a digest of *parts* in which no two lists of parts look alike."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()


def _check_options(form: str, scale: float, prefix: str | None) -> None:
    if form not in FORMATS:
        raise UnknownName("picture format", form, FORMATS)
    if not 0 < scale <= _LARGEST_SCALE:
        raise SpecRefused("scale", repr(scale), f"give a scale above 0, at most {_LARGEST_SCALE}")
    if prefix is not None and not _PREFIX.fullmatch(prefix):
        raise SpecRefused("prefix", repr(prefix), "begin with a letter, then letters and digits")
