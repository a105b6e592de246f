"""Figures that keep their meaning: unit, population, period and source stay with the number.

Every name is loaded on first use, from the place that ``offinno._lazy`` names. Nothing else
belongs in this file: type checkers read ``__init__.pyi`` in its stead.
"""

from offinno import _lazy

__all__ = _lazy.NAMES  # noqa: PLE0605 - the same list stands spelled out in the stub
__getattr__ = _lazy.attribute
__dir__ = _lazy.listing
