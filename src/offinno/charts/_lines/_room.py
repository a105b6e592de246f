"""Room for texts: beside one another on an axis of time, below one another at the ends of lines."""

from collections.abc import Iterator, Sequence
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


def joined(pieces: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Return pieces of a line in their order, as one those that follow each other.

    >>> list(joined([(0, 10), (10, 20), (30, 40)]))
    [(0, 20), (30, 40)]
    """
    starts = [at for at, (top, _) in enumerate(pieces) if not at or pieces[at - 1][1] < top]
    for start, stop in pairwise((*starts, len(pieces))):
        yield pieces[start][0], pieces[stop - 1][1]


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


def beyond(at: float, wish: float, *, height: float, line: float) -> float:
    """Return how far a text of some lines stands from its wish, beyond what its lines reach.

    >>> beyond(40, 10, height=32, line=16)
    22.0
    """
    return max(0.0, abs(at - wish) - (height - line) / 2)


def in_turn(wishes: Sequence[float], *, first: Sequence[int]) -> list[int]:
    """Return positions of texts, the most telling before the others.

    After those that come *first* these are the uppermost and the lowest, then always the one
    that wishes to stand farthest from all before it.

    >>> in_turn([10, 20, 30, 90], first=[1])
    [1, 0, 3, 2]
    """
    left = sorted(range(len(wishes)), key=lambda at: wishes[at])
    taken = list(dict.fromkeys((*first, left[0], left[-1])))
    left = [at for at in left if at not in taken]
    while left:
        far = max(left, key=lambda at: min(abs(wishes[at] - wishes[one]) for one in taken))
        taken.append(far)
        left.remove(far)
    return taken


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
