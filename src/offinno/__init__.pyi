from offinno import exceptions
from offinno.exceptions import OffinnoError

__all__ = [
    "OffinnoError",
    "exceptions",
]

__version__: str
