"""Room for texts: beside one another on an axis of time, below one another at the ends of lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

#: How many places labels may be apart; the first at which all find room is taken. Of quarters and
#: months those of one and the same part of a year are named.
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
_QUARTERS: Final = (1, 2, 4, 8, 12, 20, 40, 80)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240)
#: Up to how many days apart figures are monthly, and quarterly.
_MONTH, _QUARTER = 32, 93


def steps_for(days: float) -> Sequence[int]:
    """Return how many places labels may be apart of figures so many days apart.

    >>> steps_for(30.5)[:4]
    (1, 2, 3, 6)
    """
    if days > _QUARTER:
        return _STEPS
    return _QUARTERS if days > _MONTH else _MONTHS


def thinned(
    centres: Sequence[float], widths: Sequence[float], *, air: float, steps: Sequence[int] = _STEPS
) -> list[int]:
    """Return which of the labels find room beside one another: every second, every fifth and so on.

    Args:
        centres: Where they stand, in pixels, in order.
        widths: How wide they are.
        air: The least blank between two of them.
        steps: How many places they may be apart.

    >>> thinned([0, 20, 40, 60], [30, 30, 30, 30], air=5)
    [0, 2]
    """
    for step in steps:
        chosen = list(range(0, len(centres), step))
        if all(
            centres[one] + widths[one] / 2 + air <= centres[other] - widths[other] / 2
            for one, other in pairwise(chosen)
        ):
            return chosen
    return [0]


def spread(
    wished: Sequence[float], heights: Sequence[float], *, top: float, bottom: float
) -> list[float]:
    """Return middles near those *wished* at which texts do not overlap, in the order of wishes.

    Neighbours that would overlap become one block, which stands where its members wish on
    average; the blocks then stay between *top* and *bottom* as far as there is room.

    >>> spread([50, 52, 90], [10, 10, 10], top=0, bottom=100)
    [46.0, 56.0, 90.0]
    """
    order = sorted(range(len(wished)), key=lambda at: wished[at])
    blocks: list[tuple[list[int], float]] = []
    for at in order:
        block = ([at], _held(wished[at], heights[at], top, bottom))
        while blocks and _overlap(blocks[-1], block, heights):
            members = blocks.pop()[0] + block[0]
            block = (members, _middle(members, wished, heights, top, bottom))
        blocks.append(block)
    found = [0.0] * len(wished)
    for members, middle in blocks:
        edge = middle - _high(members, heights) / 2
        for at in members:
            found[at] = edge + heights[at] / 2
            edge += heights[at]
    return found


def _high(members: Sequence[int], heights: Sequence[float]) -> float:
    """Return the height of texts below one another."""
    return sum(heights[at] for at in members)


def _overlap(
    upper: tuple[list[int], float], lower: tuple[list[int], float], heights: Sequence[float]
) -> bool:
    """Return whether two blocks touch each other."""
    edge = upper[1] + _high(upper[0], heights) / 2
    return edge > lower[1] - _high(lower[0], heights) / 2


def _middle(
    members: Sequence[int],
    wished: Sequence[float],
    heights: Sequence[float],
    top: float,
    bottom: float,
) -> float:
    """Return where the middle of a block is to be, so that its members are near their wishes."""
    high, before, offsets = _high(members, heights), 0.0, []
    for at in members:
        offsets.append(wished[at] - (before + heights[at] / 2 - high / 2))
        before += heights[at]
    return _held(sum(offsets) / len(offsets), high, top, bottom)


def _held(middle: float, high: float, top: float, bottom: float) -> float:
    """Return a middle at which something so high stays between two edges, the upper one first."""
    return float(max(min(middle, bottom - high / 2), top + high / 2))
