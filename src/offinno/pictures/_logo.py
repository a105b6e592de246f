"""The mark of a publisher, which stands below a picture at the right.

It is a file that somebody else made, so it is taken apart and written anew as the picture is:
of a PNG file only the pixels are left, of an SVG file only shapes. It stands in the picture
itself; nothing is fetched.
"""

import re
from base64 import b64encode
from struct import unpack_from
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.pictures._allowed import TEXTS
from offinno.pictures._errors import BadLogo, UnsafePicture
from offinno.pictures._png import PNG, pixels_only
from offinno.pictures._svg import Foot, inner_markup, parsed_svg, tag_of

#: How large the file may be, in bytes.
MOST_BYTES: Final = 262_144

#: How many pixels wide or high a PNG may be.
_MOST_PIXELS: Final = 2_000
#: How high it may be shown.
_HIGHEST: Final = 200
#: How many times as wide as high it may be.
_WIDEST: Final = 12
#: The blank beside it and below it.
_MARGIN: Final = 16

_PROLOG: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml [^<>]*\?>\s*")
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?)(?:px)?")
_BLANK: Final = re.compile(r"\s*[,\s]\s*")


def _cleaned(data: object) -> bytes:
    """Return a PNG file without remarks, or an SVG file without its first line."""
    if not isinstance(data, bytes):
        raise BadLogo(type(data).__name__, "give the bytes of an SVG or PNG file")
    if len(data) > MOST_BYTES:
        raise BadLogo(f"{len(data)} bytes", f"make it smaller, at most {MOST_BYTES} bytes")
    try:
        return pixels_only(data) if data.startswith(PNG) else _PROLOG.sub(b"", data)
    except UnsafePicture as fault:
        raise BadLogo(str(fault), "save it as a plain PNG file") from None


def _height(_: object, __: object, height: float) -> None:
    """Refuse a height that cannot be seen, or fills the picture."""
    if isinstance(height, bool) or not isinstance(height, int | float):
        raise BadLogo(repr(height), "give its height in pixels")
    if not 0 < height <= _HIGHEST:
        raise BadLogo(
            f"{height} pixels high", f"show it above 0 and at most {_HIGHEST} pixels high"
        )


@final
@attrs.frozen
class Logo(Frozen):
    """An SVG or PNG file that stands below pictures.

    Raises:
        BadLogo: If it is no such file, is too large, or holds more than shapes or pixels.

    >>> drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0"/></svg>'
    >>> Logo(drawn, height=20).width
    40.0
    """

    #: The bytes of the file.
    data: bytes = attrs.field(converter=_cleaned, repr=False)
    #: How high it is shown, in pixels of a picture.
    height: float = attrs.field(default=28, validator=_height)

    def __attrs_post_init__(self) -> None:
        """Check all of the file by writing it once."""
        if self.width > _WIDEST * self.height:
            raise BadLogo("a band", f"make it at most {_WIDEST} times as wide as high")
        _markup(self, 0, 0, "logo")

    @property
    def width(self) -> float:
        """How wide it is shown, in pixels of a picture."""
        wide, high = _size(self.data)
        return self.height * wide / high


def foot_of(logo: Logo, prefix: str) -> Foot:
    """Return what makes a picture longer and holds a logo, its ids beginning with *prefix*."""
    return Foot(
        height=logo.height + _MARGIN,
        markup=lambda wide, high: _markup(logo, wide - _MARGIN - logo.width, high, prefix),
    )


def _size(data: bytes) -> tuple[float, float]:
    """Return width and height of a file in its own units."""
    if not data.startswith(PNG):
        return _box(data)[2:]
    head = data if data[12:16] == b"IHDR" else b""
    wide, high = unpack_from(">II", head.ljust(24, b"\0"), 16)
    if not (0 < wide <= _MOST_PIXELS and 0 < high <= _MOST_PIXELS):
        raise BadLogo(f"{wide} by {high} pixels", f"use at most {_MOST_PIXELS} of each")
    return wide, high


def _box(data: bytes) -> tuple[float, float, float, float]:
    """Return what of an SVG file is shown: left, top, width and height in its own units."""
    try:
        root = parsed_svg(data)
    except UnsafePicture as fault:
        raise BadLogo(str(fault), "save it as plain SVG, or as PNG") from None
    sizes = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    box = root.get("viewBox") or f"0 0 {' '.join(size[1] if size else '' for size in sizes)}"
    try:
        left, top, wide, high = map(float, _BLANK.split(box.strip()))
    except ValueError:
        raise BadLogo(f"no size in {box!r}", "give it a viewBox") from None
    if not (0 < wide < float("inf") and 0 < high < float("inf")):
        raise BadLogo(f"the size in {box!r}", "give it a viewBox with a width and a height")
    return left, top, wide, high


def _markup(logo: Logo, x: float, y: float, prefix: str) -> str:
    """Return a logo as an element at a place."""
    place = f'x="{x:g}" y="{y:g}" width="{logo.width:g}" height="{logo.height:g}"'
    if logo.data.startswith(PNG):
        pixels = b64encode(logo.data).decode()
        return f'<image {place} href="data:image/png;base64,{pixels}"/>'
    box = " ".join(f"{number:g}" for number in _box(logo.data))
    return f'<svg {place} viewBox="{box}">{_shapes(logo.data, prefix)}</svg>'


def _shapes(data: bytes, prefix: str) -> str:
    """Return what stands in an SVG file, if it is shapes only."""
    root = parsed_svg(data)
    try:
        if any(tag_of(element) in TEXTS for element in root.iter()):
            raise BadLogo("text", "turn its text into paths, because fonts differ")
        return inner_markup(root, f"{prefix}-logo")
    except UnsafePicture as fault:
        raise BadLogo(str(fault), "save it as plain SVG, or as PNG") from None
