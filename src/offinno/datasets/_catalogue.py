"""Where factsheets are: in the folder of offinno and in those that plug-ins name.

A plug-in that cannot be searched, or that brings a key twice, spoils nothing but its own keys:
the others are listed and found as before.
"""

import re
import sys
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, nearest, shortened

#: The group of entry points whose values name folders of factsheets.
GROUP: Final = "offinno.datasets"

_OWN: Final = Path(__file__).with_name("_sheets")
_SUFFIXES: Final = frozenset({".yaml", ".yml", ".json"})
_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FOLDER: Final = re.compile(r"\w+([.:]\w+)*")
_FEW: Final = 12


@final
@attrs.frozen
class DatasetTwice(OffinnoError, ValueError):
    """One key in two places, so that it is not clear which factsheet is meant."""

    #: The key.
    key: str
    #: Who brings it, each with the file.
    places: tuple[str, ...]

    def __str__(self) -> str:
        """Name the key and everyone who brings it."""
        brought = " and ".join(self.places)
        return f"the factsheet {self.key!r} comes from {brought}; rename or uninstall one of them"


@final
@attrs.frozen
class UnknownDataset(OffinnoError, LookupError):
    """A key that no factsheet has."""

    #: The key as asked for.
    key: str
    #: The keys that there are.
    known: tuple[str, ...]
    #: The plug-ins that could not be searched, each with the reason.
    broken: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say which keys come near, and where nobody could look."""
        near = " or ".join(map(repr, nearest(self.key, self.known)))
        listed = ", ".join(self.known) if len(self.known) <= _FEW else ""
        hint = f"; did you mean {near}?" if near else f"; known: {listed}" if listed else ""
        unseen = "".join(f"; not searched: {reason}" for reason in self.broken)
        return f"no factsheet is called {shortened(self.key)!r}{hint}{unseen}"


@final
@attrs.frozen(kw_only=True)
class _Catalogue(Frozen):
    """All factsheets there are, and the plug-ins that could not be searched."""

    #: Pairs of a key and its files, by key; each file after who brings it.
    files: tuple[tuple[str, tuple[tuple[str, Path], ...]], ...]
    #: The plug-ins that could not be searched, each with the reason.
    broken: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, in alphabetical order."""
        return tuple(key for key, _ in self.files)


def names() -> tuple[str, ...]:
    """Return the keys of all factsheets, in alphabetical order.

    Nothing is imported or read for it; plug-ins that cannot be searched are left out.

    >>> "innovation-2019" in names()
    True
    """
    return _catalogue().keys


def path_of(key: str) -> Path:
    """Return the file of the factsheet with this key.

    Raises:
        UnknownDataset: If there is none; says also which plug-ins could not be searched.
        DatasetTwice: If it comes from two places.

    >>> path_of("innovation-2019").name
    'innovation-2019.yaml'
    """
    catalogue = _catalogue()
    files = dict(catalogue.files).get(key)
    if files is None:
        raise UnknownDataset(key, catalogue.keys, catalogue.broken)
    if len(files) > 1:
        raise DatasetTwice(key, tuple(f"{owner} ({path})" for owner, path in files))
    return files[0][1]


def _catalogue() -> _Catalogue:
    """Return what offinno and the plug-ins bring."""
    folders, broken = _folders()
    files: dict[str, list[tuple[str, Path]]] = {}
    for owner, sheets in folders:
        for path in sheets:
            files.setdefault(path.stem, []).append((owner, path))
    by_key = tuple((key, tuple(files[key])) for key in sorted(files))
    return _Catalogue(files=by_key, broken=broken)


def _folders() -> tuple[tuple[tuple[str, tuple[Path, ...]], ...], tuple[str, ...]]:
    """Return the factsheets of each folder, after who brings it, and what could not be searched."""
    found, broken = {_OWN.resolve(): ("offinno", _sheets(_OWN))}, []
    for point in sorted(entry_points(group=GROUP), key=_owner):
        try:
            folder = _located(point.value)
            found.setdefault(folder, (_owner(point), _sheets(folder)))
        except Exception as problem:  # noqa: BLE001 - whatever a plug-in does, it does to itself
            broken.append(f"{_owner(point)}: {problem}")
    return tuple(found.values()), tuple(broken)


def _sheets(folder: Path) -> tuple[Path, ...]:
    """Return the files of *folder* that are factsheets, by name."""
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix in _SUFFIXES and _KEY.fullmatch(path.stem)
    )


def _owner(point: EntryPoint) -> str:
    """Return whom to blame: the distribution, where it is known, and its entry point."""
    where = f"{point.name} = {point.value}"
    return f"{point.dist.name} [{where}]" if point.dist else f"[{where}]"


def _located(value: str) -> Path:
    """Return the folder that ``package.folder`` names, without importing anything."""
    if not _FOLDER.fullmatch(value):
        message = f"{shortened(value)!r} names no folder of a package, such as 'figures.sheets'"
        raise LookupError(message)
    package, *folders = re.split("[.:]", value)
    for home in _homes(package):
        if (found := Path(home, *folders)).is_dir():
            return found.resolve()
    message = f"{value!r} was not found"
    raise LookupError(message)


def _homes(package: str) -> list[str]:
    """Return where the files of a top-level package are."""
    finders = (finder.find_spec for finder in sys.meta_path if hasattr(finder, "find_spec"))
    specs = (find(package, None) for find in finders)
    spec = next((spec for spec in specs if spec is not None), None)
    return list((spec and spec.submodule_search_locations) or ())
