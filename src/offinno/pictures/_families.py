"""Families of fonts: as a picture names them, and as the drawing engine can read them.

The engine reads no family that has a word beginning with a digit, or anything but ASCII letters,
quoted or not: it then takes the whole list for none, and measures every text by a guess. It is
told letters in their place; what comes back has the name again.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from offinno.pictures._allowed import BARE_FAMILY, FAMILY, GENERIC

#: What the engine cannot read, and how it is told.
_UNREADABLE: Final = re.compile(r"(?<![\w-])[\d-]|[^\w ,'\"-]", re.ASCII)
_TOLD: Final = re.compile(r"_x([0-9a-f]{2,5})_")


def families(value: str) -> str | None:
    """Return a list of fonts that any renderer can read and that ends in one it has.

    >>> families("Source Sans 3, Arial")
    "'Source Sans 3', Arial, sans-serif"
    """
    untold = _TOLD.sub(lambda code: chr(int(code[1], 16)), value)
    names = [name.strip().strip("'\"").strip() for name in untold.split(",")]
    if not all(map(FAMILY.fullmatch, names)):
        return None
    if names[-1] not in GENERIC:
        names.append("sans-serif")
    return ", ".join(name if BARE_FAMILY.fullmatch(name) else f"'{name}'" for name in names)


def readable_families(value: str) -> str:
    """Return a list of fonts as the engine can read it, which `families` undoes.

    >>> readable_families("Source Sans 3, Arial")
    'Source Sans _x33_, Arial'
    """
    return _UNREADABLE.sub(lambda sign: f"_x{ord(sign[0]):02x}_", value)


def with_readable_font(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a specification whose own font the engine can read; itself if it can already.

    >>> with_readable_font({"mark": "bar", "config": {"font": "Fira Sans 2"}})["config"]
    {'font': 'Fira Sans _x32_'}
    """
    config = spec.get("config")
    font = config.get("font") if isinstance(config, Mapping) else None
    if not isinstance(font, str) or (readable := readable_families(font)) == font:
        return spec
    return {**spec, "config": {**spec["config"], "font": readable}}
