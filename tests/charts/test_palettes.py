"""Colours told apart by everybody: the sums behind the palettes, done again."""

from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt
import pytest

from offinno.charts._colour import contrast, luminance
from offinno.charts._palettes import CATEGORIES, DIVERGING, SEQUENTIAL
from offinno.charts._sight import distance as least_distance

Numbers = npt.NDArray[np.float64]

# Machado, Oliveira and Fernandes (2009), doi 10.1109/TVCG.2009.113, severity 1.0, for linear sRGB.
SIGHTS = {
    "all colours": np.eye(3),
    "no red": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "no green": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "no blue": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# From linear sRGB to the tristimulus values of CIE 1931, white D65 (IEC 61966-2-1).
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = TO_XYZ @ np.ones(3)


def light(colour: str) -> Numbers:
    """Return a colour as amounts of red, green and blue light."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour: str, sight: str) -> Numbers:
    """Return lightness and hue of a colour, in CIE L*a*b*, as somebody sees it."""
    seen = np.clip(SIGHTS[sight] @ light(colour), 0, 1)
    part = TO_XYZ @ seen / WHITE
    edge = 6 / 29
    root = np.where(part > edge**3, np.cbrt(part), part / (3 * edge**2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def distance(one: str, other: str, sight: str) -> float:
    """Return how far two colours are apart for somebody: the difference of CIE 1976."""
    return float(np.linalg.norm(lab(one, sight) - lab(other, sight)))


def test_the_sums_are_those_of_others() -> None:
    """White is 100 light and without hue; luminance is that of the theme's own sums."""
    assert np.allclose([100, 0, 0], lab("#ffffff", "all colours"), atol=0.01)
    assert luminance("#ba7a14") == pytest.approx(float((TO_XYZ @ light("#ba7a14"))[1]), abs=1e-4)


@pytest.mark.parametrize("sight", SIGHTS)
def test_categories_are_told_apart(sight: str) -> None:
    """Any two of them; a just noticeable difference is about 2.3."""
    nearest = min(distance(one, other, sight) for one, other in combinations(CATEGORIES, 2))

    assert nearest >= 20


def test_categories_are_seen_on_paper() -> None:
    """As marks need it, without any outline."""
    assert all(contrast(colour, "#ffffff") >= 3 for colour in CATEGORIES)


@pytest.mark.parametrize("sight", SIGHTS)
def test_more_is_darker(sight: str) -> None:
    """Each step of a scale differs from the next by as much as can be seen on a map."""
    lightness = [lab(colour, sight)[0] for colour in SEQUENTIAL]

    assert all(lighter - darker >= 7 for lighter, darker in pairwise(lightness))


@pytest.mark.parametrize("sight", SIGHTS)
def test_two_sides_meet_in_the_middle(sight: str) -> None:
    """The further from the middle, the darker; steps that face each other are told apart."""
    middle = len(DIVERGING) // 2
    for side in (DIVERGING[: middle + 1], DIVERGING[: middle - 1 : -1]):
        lightness = [lab(colour, sight)[0] for colour in side]
        assert all(lighter - darker >= 10 for darker, lighter in pairwise(lightness))
    for one, other in zip(DIVERGING[:middle], reversed(DIVERGING[middle + 1 :]), strict=True):
        assert distance(one, other, sight) >= 40


def test_themes_are_checked_by_the_same_sums() -> None:
    """What a theme is refused by is what stands here."""
    for one, other in combinations((*CATEGORIES, *SEQUENTIAL, "#ff00ff", "#000000"), 2):
        expected = min(distance(one, other, sight) for sight in SIGHTS)

        assert expected == pytest.approx(least_distance(one, other), abs=0.02)
