"""Rows of an indicator by what tells them apart, found on the columns."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno.exceptions import OffinnoError
from offinno.model._axis import Axis
from offinno.model._dimension import FIXED
from offinno.model._observations import Observations
from offinno.model._row_keys import groups_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What selects rows that state no vintage or source, as a period that is not stated is written.
NOT_STATED: Final = "?"

#: How many of each kind an error lists.
_LISTED: Final = 12


@final
@attrs.frozen
class NoSuchFigure(OffinnoError, LookupError):
    """A selection that meets no row of an indicator."""

    #: Key of the indicator.
    indicator: str
    #: What was asked for.
    asked: str
    #: What there is instead.
    remedy: str

    def __str__(self) -> str:
        """Say what was asked for and what there is."""
        return f"{self.indicator} has no figure for {self.asked}; {self.remedy}"


@final
@attrs.frozen
class ManyFigures(OffinnoError, LookupError):
    """A selection that meets more than one row, or a disputed figure."""

    #: Key of the indicator.
    indicator: str
    #: What was asked for.
    asked: str
    #: How many rows it meets.
    found: int
    #: How to choose one.
    remedy: str

    def __str__(self) -> str:
        """Say how many there are and how to choose."""
        return f"{self.indicator} has {self.found} figures for {self.asked}; {self.remedy}"


def named(selectors: Mapping[str, object]) -> dict[str, str]:
    """Return selectors as texts by name; ``_`` stands for the hyphen."""
    return {name.replace("_", "-"): str(value) for name, value in selectors.items()}


def asked(selectors: Mapping[str, str]) -> str:
    """Return selectors as one text."""
    return ", ".join(f"{name}={value}" for name, value in selectors.items()) or "no selector"


def source_of(key: str | None, first: str | None) -> str | None:
    """Return the source of a row: the one that it names, or the *first* of its indicator."""
    return first if key is None else key


def rows_meeting(
    these: Observations, selectors: Mapping[str, str], first: str | None
) -> "NDArray[Any]":
    """Return the positions of the rows that all selectors meet, in order.

    Rows without a source of their own have the *first* of their indicator.

    Raises:
        KeyError: If a selector names nothing that rows are told apart by.
    """
    import numpy as np

    rows: NDArray[Any] = np.arange(len(these))
    for name, wanted in selectors.items():
        axis = _axes(these)[name]
        categories = (None,) if axis is None else axis.categories
        codes = [at for at, c in enumerate(categories) if _text(name, c, first) == wanted]
        if axis is None:
            rows = rows if codes else rows[:0]
        else:
            rows = rows[_among(axis.codes.array[rows], codes)]
    return rows


def _axes(these: Observations) -> dict[str, Axis | None]:
    """Return the axes that rows may be selected on, by name."""
    fixed = (these.area, these.period, these.vintage, these.source)
    return dict(zip(FIXED, fixed, strict=True)) | dict(these.breakdowns)


def _text(name: str, category: object, first: str | None) -> str:
    """Return the text by which a category is selected."""
    if category is None and name == "source":
        category = first
    return NOT_STATED if category is None else str(category)


def _among(cells: "NDArray[Any]", codes: list[int]) -> "NDArray[np.bool_]":
    """Return which cells hold one of the codes, of which there are two at most."""
    import numpy as np

    found = np.zeros(len(cells), np.bool_)
    for code in codes:
        found |= cells == code
    return found


def differ_in_source_only(these: Observations, rows: "NDArray[Any]") -> bool:
    """Return whether rows agree in all that tells figures apart."""
    axes = [axis for name, axis in _axes(these).items() if name != "source" and axis is not None]
    cells = (axis.codes.array[rows] for axis in axes)
    return all(bool((codes == codes[0]).all()) for codes in cells)


def from_one_source(these: Observations, first: str) -> tuple[tuple[int, int], ...]:
    """Return pairs of rows of one key, one without a source and one that names the *first*."""
    import numpy as np

    axis = these.source
    if axis is None or axis.code(None) is None or axis.code(first) is None:
        return ()

    keys, size = these.keyed(with_source=False)
    codes = [code for c in (None, first) if (code := axis.code(c)) is not None]
    either = np.flatnonzero(_among(axis.codes.array, codes))
    return tuple((int(either[a]), int(either[b])) for a, b in groups_of(keys[either], size))


def there_is(these: Observations) -> str:
    """Say what figures can be chosen by."""
    axes: dict[str, Iterable[Any]] = {
        name: axis.categories
        for name, axis in _axes(these).items()
        if axis is not None and name in {"area", "period", *dict(these.breakdowns)}
    }
    listed = [
        f"{name} {', '.join(map(str, tuple(categories)[:_LISTED]))}"
        for name, categories in axes.items()
    ]
    return f"there is {'; '.join(listed)}" if len(these) else "there is none at all"
