"""The closed lists behind units: currencies of ISO 4217 and physical units."""

from importlib.resources import files
from json import loads
from types import MappingProxyType
from typing import Final, final

import attrs


@final
@attrs.frozen(kw_only=True)
class PhysicalUnit:
    """What a physical unit measures and how large it is."""

    #: The dimension, such as ``length``.
    dimension: str
    #: Its size in the base unit of the dimension, as numerator and denominator.
    size: tuple[int, int]
    #: The name by which pint knows it.
    pint: str


def _read(name: str) -> bytes:
    """Return the packaged file *name*."""
    return files("offinno.units").joinpath("_data", name).read_bytes()


#: Codes of ISO 4217, with ``XXX`` for a currency that is not stated.
CURRENCIES: Final[tuple[str, ...]] = tuple(_read("currencies.txt").decode().split())

#: Physical units by code.
PHYSICAL: Final = MappingProxyType(
    {
        code: PhysicalUnit(
            dimension=row["dimension"], size=(row["size"][0], row["size"][1]), pint=row["pint"]
        )
        for code, row in loads(_read("physical.json")).items()
    }
)
