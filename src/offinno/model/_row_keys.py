"""Rows told apart: one whole number for each row that is equal where their keys are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from offinno.model._axis import Axis

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HALF_WORD: Final = 1 << 32
_WORD: Final = 1 << 62
#: How much larger than the rows a table of all possible keys may be.
_SPARSE: Final = 8


def row_keys(axes: Sequence[Axis], rows: int) -> "tuple[NDArray[Any], int]":
    """Return the keys of the rows by their categories on *axes*, and how many keys there can be."""
    import numpy as np

    possible = 1
    for axis in axes:
        possible *= max(len(axis.categories), 1)
    keys: NDArray[Any] = np.zeros(rows, np.uint32 if possible < _HALF_WORD else np.int64)
    size = 1
    for axis in axes:
        count = max(len(axis.categories), 1)
        if size * count >= _WORD:  # number the keys there are, of which there are fewer
            found, inverse = np.unique(keys, return_inverse=True)
            size, keys = len(found), inverse.astype(np.int64)
        np.multiply(keys, count, out=keys)
        np.add(keys, axis.codes.array, out=keys, casting="same_kind")
        size *= count
    return keys, size


def _all_differ(keys: "NDArray[Any]", size: int) -> bool:
    """Return whether no key stands twice, by the cheapest way that can tell."""
    import numpy as np

    if bool((keys[1:] > keys[:-1]).all()):
        return True
    if size <= _SPARSE * len(keys):
        seen = np.zeros(size, np.bool_)
        seen[keys] = True
        return int(np.count_nonzero(seen)) == len(keys)
    in_order = np.sort(keys)
    return bool((in_order[1:] != in_order[:-1]).all())


def groups_of(keys: "NDArray[Any]", size: int) -> tuple[tuple[int, ...], ...]:
    """Return the rows of each key that stands more than once, in the order of their first rows."""
    import numpy as np

    if _all_differ(keys, size):
        return ()
    order = np.argsort(keys, kind="stable")
    cuts = np.flatnonzero(keys[order[1:]] != keys[order[:-1]]) + 1
    bounds = np.concatenate(([0], cuts, [len(keys)]))
    several = np.flatnonzero(bounds[1:] - bounds[:-1] > 1)
    ends = zip(bounds[several].tolist(), bounds[several + 1].tolist(), strict=True)
    return tuple(sorted(tuple(order[start:end].tolist()) for start, end in ends))
