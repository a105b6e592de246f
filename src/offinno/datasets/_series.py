"""The catalogue of reference series: indicators that conversions go by.

Those of offinno stand in a folder of their own; a plug-in keeps its own in a folder ``series``
within the one that its entry point names.
"""

import re
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Final, final

import attrs

from offinno.datasets._catalogue import GROUP, _located, _owner
from offinno.exceptions import OffinnoError, UnknownName

if TYPE_CHECKING:
    from offinno.model import Indicator

_OWN: Final = Path(__file__).with_name("_series")
_FOLDER: Final = "series"
_SUFFIXES: Final = frozenset({".yaml", ".yml", ".json"})
_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@final
@attrs.frozen
class SeriesTwice(OffinnoError, ValueError):
    """One key in two places, so that it is not clear which reference series is meant."""

    #: The key.
    key: str
    #: Who brings it, each with the file.
    places: tuple[str, ...]

    def __str__(self) -> str:
        """Name the key and everyone who brings it."""
        brought = " and ".join(self.places)
        return f"the series {self.key!r} comes from {brought}; rename or uninstall one of them"


@final
@attrs.frozen
class NotASeries(OffinnoError, ValueError):
    """A file of a reference series that holds something else."""

    #: The file.
    path: str
    #: What it holds, by the key it stands under, and its own key.
    seen: str

    def __str__(self) -> str:
        """Say what the file holds and what it should."""
        return f"{self.path} holds {self.seen}; an indicator with the key of the file is needed"


def series_names() -> tuple[str, ...]:
    """Return the keys of all reference series, in alphabetical order.

    Nothing is imported or read for it; plug-ins that cannot be searched are left out.

    >>> "cpi" in series_names()
    True
    """
    return tuple(sorted(_files()))


def series(key: str) -> "Indicator":
    """Return the reference series with this key.

    Raises:
        UnknownName: If there is none.
        SeriesTwice: If it comes from two places.
        NotASeries: If its file holds something else.
        BadFile: If its file is wrong.

    >>> print(series("ecb-eur-nok").at(period=2019).value)
    9.8511 NOK / EUR
    """
    files = _files()
    if key not in files:
        raise UnknownName("reference series", key, tuple(sorted(files)))
    if len(files[key]) > 1:
        raise SeriesTwice(key, tuple(f"{owner} ({path})" for owner, path in files[key]))
    return _read(files[key][0][1])


@cache
def _read(path: Path) -> "Indicator":
    """Return the indicator in a file; files of installed packages do not change."""
    from offinno.io import read
    from offinno.model import Indicator

    found = read(path)
    if not isinstance(found.thing, Indicator) or found.thing.key != path.stem:
        seen = f"{found.key} {getattr(found.thing, 'key', '')!r}"
        raise NotASeries(str(path), seen)
    return found.thing


def _files() -> dict[str, list[tuple[str, Path]]]:
    """Return the files by key, each after who brings it."""
    files: dict[str, list[tuple[str, Path]]] = {}
    for folder, owner in _folders().items():
        for path in sorted(folder.iterdir()):
            if path.suffix in _SUFFIXES and _KEY.fullmatch(path.stem):
                files.setdefault(path.stem, []).append((owner, path))
    return files


def _folders() -> dict[Path, str]:
    """Return the folders of series, each with who brings it."""
    found = {_OWN.resolve(): "offinno"}
    for point in entry_points(group=GROUP):
        try:
            folder = _located(point.value) / _FOLDER
        except Exception:  # noqa: BLE001, S112 - whatever a plug-in does, it does to itself
            continue
        if folder.is_dir():
            found.setdefault(folder.resolve(), _owner(point))
    return found
