"""The colours that offinno gives marks, chosen so that colour-blind readers tell them apart.

Dichromatic sight is simulated with the matrices of G. M. Machado, M. M. Oliveira and L. A. F.
Fernandes, *A Physiologically-based Model for Simulation of Color Vision Deficiency* (IEEE
Transactions on Visualization and Computer Graphics 15, 2009, doi 10.1109/TVCG.2009.113) at full
severity, applied to linear sRGB; distances are those of CIE 1976 in L*a*b*. Whoever sees neither
red, nor green, nor blue has at least 20 between any two of the categories, and on white paper
each has 3 : 1 or more. A test repeats the sums.

The light colours of the two scales have less than 3 : 1 by nature; areas in them are outlined,
see `offinno.charts.Theme`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from offinno.charts._colour import contrast
from offinno.charts._errors import BadPalette
from offinno.charts._sight import alike

#: Categories; the second recedes where the first stands out.
CATEGORIES: Final = (
    *("#0b5c8a", "#8296a8", "#ba7a14", "#4d1634"),
    *("#2ca470", "#ba73ea", "#505103", "#390185"),
)

#: From little to much: each darker than the one before, in one hue.
SEQUENTIAL: Final = ("#ddeef7", "#afd6ea", "#7fbcdd", "#20709f", "#13517d", "#0f3457")

#: From one side over the middle to the other; brown and blue differ for everybody.
DIVERGING: Final = (
    *("#662703", "#9d4616", "#e9a679", "#f0eee9"),
    *("#82bddf", "#186a99", "#084066"),
)


#: How far two colours must be apart for everybody to be told apart in a picture and its legend.
_APART: Final = 8
_TWO: Final = 2
_THREE: Final = 3


def check_palettes(
    categories: Sequence[str], sequential: Sequence[str], diverging: Sequence[str], *, paper: str
) -> None:
    """Refuse colours that do not say which mark is which, or where there is more.

    The two scales that offinno brings serve on any paper that is light.

    Args:
        categories: The colours of marks.
        sequential: Those of areas from little to much.
        diverging: Those of areas from one side over the middle to the other.
        paper: The ground of a picture.

    Raises:
        BadPalette: If two categories look alike, or a scale does not go where it should.
    """
    for one, other in alike(categories, _APART):
        reason = f"{one} and {other} look alike to some readers; choose colours further apart"
        raise BadPalette("palette", reason)
    if sequential != SEQUENTIAL:
        _check_sequential(sequential, paper)
    if diverging != DIVERGING:
        _check_diverging(diverging, paper)


def _check_sequential(colours: Sequence[str], paper: str) -> None:
    """Refuse colours of which a later one does not say more."""
    if len(colours) < _TWO or not _leads_away(colours, paper):
        reason = "goes from little to much; give two colours or more, each less like the paper"
        raise BadPalette("sequential", reason)


def _check_diverging(colours: Sequence[str], paper: str) -> None:
    """Refuse colours that have no middle, or no two sides."""
    half = (len(colours) + 1) // 2
    sides = colours[:half][::-1], colours[-half:]
    if len(colours) < _THREE or not all(_leads_away(side, paper) for side in sides):
        reason = (
            "goes from one side over the middle to the other; "
            "give three colours or more, those in the middle most like the paper"
        )
        raise BadPalette("diverging", reason)
    for one, other in alike((colours[0], colours[-1]), _APART):
        reason = f"its ends {one} and {other} look alike to some readers; choose two hues"
        raise BadPalette("diverging", reason)


def _leads_away(colours: Sequence[str], paper: str) -> bool:
    """Return whether each colour is less like the paper than the one before."""
    return all(contrast(a, paper) < contrast(b, paper) for a, b in pairwise(colours))
