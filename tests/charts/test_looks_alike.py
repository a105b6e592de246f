"""Pictures look as they did: compared as the eye does, not bit by bit.

They are drawn in the typeface that the drawing engine brings, so that the fonts of a machine do not
matter, made smaller, and averaged over squares of four pixels. Two pictures look alike if no square
differs by more than a reader would see at a glance: ten in CIE L*a*b*, where one is barely seen. To
change a picture on purpose, delete its file and run the tests again.
"""

import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import attrs
import numpy as np
import numpy.typing as npt
import pytest

from offinno.charts import Figure, Theme

Numbers = npt.NDArray[np.float64]
Samples = Callable[..., Mapping[str, Figure]]

PICTURES = Path(__file__).with_name("pictures")
NAMES = ("number", "pictogram", "ranking", "columns", "grouped", "mixed")
#: The typeface that the engine brings.
THEME = Theme(font="Liberation Sans, sans-serif")
#: What two pictures may differ by.
ALIKE = 10
SQUARE = 4
TO_XYZ = np.array([[0.4125, 0.3576, 0.1804], [0.2127, 0.7152, 0.0722], [0.0193, 0.1192, 0.9503]])


def pixels(png: bytes) -> Numbers:
    """Return the pixels of a PNG file of four bytes each, as parts of red, green and blue."""
    wide, high = struct.unpack_from(">II", png, 16)
    assert (8, 6) == (png[24], png[25])
    data, rest = b"", png[8:]
    while rest:
        (length,) = struct.unpack_from(">I", rest)
        data += rest[8 : 8 + length] if rest[4:8] == b"IDAT" else b""
        rest = rest[12 + length :]
    lines = np.frombuffer(zlib.decompress(data), np.uint8).reshape(high, 1 + 4 * wide)
    before = np.zeros(4 * wide, np.int64)
    rows = []
    for line in lines:
        before = unfiltered(int(line[0]), line[1:].astype(np.int64), before)
        rows.append(before)
    found: Numbers = np.array(rows).reshape(high, wide, 4)[:, :, :3] / 255
    return found


def unfiltered(
    kind: int, line: npt.NDArray[np.int64], up: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return a line of pixels from what PNG makes of it and of the line above."""
    found = line.copy()
    if kind == 2:
        return (found + up) % 256
    for at in range(len(line)):
        left = found[at - 4] if at >= 4 else 0
        corner = up[at - 4] if at >= 4 else 0
        guess = left + up[at] - corner
        nearest = min((left, up[at], corner), key=lambda one: abs(guess - one))
        found[at] = (line[at] + [0, left, 0, (left + up[at]) // 2, nearest][kind]) % 256
    return found


def squares(png: bytes) -> Numbers:
    """Return the mean colours of squares of a picture, in CIE L*a*b*."""
    parts = pixels(png)
    light = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    high, wide = (size // SQUARE * SQUARE for size in light.shape[:2])
    blocks = light[:high, :wide].reshape(high // SQUARE, SQUARE, wide // SQUARE, SQUARE, 3)
    xyz = blocks.mean(axis=(1, 3)) @ TO_XYZ.T / TO_XYZ.sum(axis=1)
    root = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz * 841 / 108 + 4 / 29)
    x, y, z = np.moveaxis(root, -1, 0)
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)


def difference(one: bytes, other: bytes) -> float:
    """Return how much the squares differ that differ most; infinite where sizes do."""
    mine, theirs = squares(one), squares(other)
    if mine.shape != theirs.shape:
        return float("inf")
    return float(np.linalg.norm(mine - theirs, axis=-1).max())


def drawn(figure: Figure) -> bytes:
    """Return a picture as it is compared."""
    return figure.picture("png", theme=THEME, scale=0.5)


@pytest.mark.parametrize("name", NAMES)
def test_looks_as_it_did(samples: Samples, name: str) -> None:
    """A picture of each kind that is often seen."""
    picture = drawn(samples("nb")[name])
    path = PICTURES / f"{name}.png"
    if not path.exists():
        PICTURES.mkdir(exist_ok=True)
        path.write_bytes(picture)
        pytest.fail(f"{path} was written; look at it and run again")

    assert difference(path.read_bytes(), picture) <= ALIKE


def test_what_looks_different_is_seen(samples: Samples) -> None:
    """A bar less, another colour, another word, another size."""
    figure = samples("nb")["ranking"]
    picture = drawn(figure)
    (first, *others) = figure.rows
    longer = attrs.evolve(first, value=first.value and first.value - 2)
    changed = [
        drawn(attrs.evolve(figure, rows=(longer, *others))),
        drawn(attrs.evolve(figure, headline="Fire av fire")),
        figure.picture("png", theme=attrs.evolve(THEME, palette=["#0b5c5a"]), scale=0.5),
        figure.picture("png", theme=THEME, scale=0.5, width=600),
    ]

    assert all(difference(picture, other) > ALIKE for other in changed)
    assert 0 == difference(picture, picture)


def test_every_picture_is_compared() -> None:
    """And no file is left over."""
    assert set(NAMES) == {path.stem for path in PICTURES.iterdir()}
