"""Parts of a whole as stacked bars."""

from offinno.charts._wholes._build import parts_of
from offinno.charts._wholes._builder import parts

__all__ = ["parts", "parts_of"]
