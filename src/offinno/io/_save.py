"""Saving: whoever registered for the ending of a file writes it."""

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final, final

import attrs

from offinno.exceptions import OffinnoError, nearest, path_name
from offinno.io._files import FilePath, write_whole
from offinno.io._native import dumps
from offinno.language import Lang

_GROUP: Final = "offinno.writers"


@final
@attrs.frozen
class NoWriter(OffinnoError, ValueError):
    """No one writes files with such an ending."""

    #: The file that was to be written.
    path: str
    #: The endings that are written.
    known: tuple[str, ...]

    def __str__(self) -> str:
        """Show the file and the endings that are known."""
        suffix = Path(self.path).suffix
        close = nearest(suffix, self.known)
        guess = f"; did you mean {' or '.join(close)}?" if close else ""
        return f"{self.path!r} ends in none of {', '.join(self.known)}{guess}"


@final
@attrs.frozen
class TwoWriters(OffinnoError, ValueError):
    """Two packages write files with the same ending."""

    #: The ending.
    suffix: str
    #: Where the two writers are.
    writers: tuple[str, ...]

    def __str__(self) -> str:
        """Name both."""
        return f"{self.suffix} is written by {' and by '.join(self.writers)}; uninstall one of them"


def save(thing: object, path: FilePath, *, lang: Lang | None = None) -> None:
    """Write *thing* to *path* in the form that its ending names.

    YAML and JSON hold any object of the model and every language; pages and pictures are in one
    language, which must be given.

    Raises:
        NotAPath: If it is no path.
        NoWriter: If no one writes such files.
        TwoWriters: If two packages do.
        CannotWrite: If the system does not let us; what was there before stays.
    """
    suffix = Path(path_name(path)).suffix.lower()
    found = entry_points(group=_GROUP)
    writers = {(point.value, point.name): point for point in found if point.name == suffix}
    if not writers:
        raise NoWriter(str(path), tuple(sorted({point.name for point in found})))
    if len(writers) > 1:
        raise TwoWriters(suffix, tuple(sorted(value for value, _ in writers)))
    point: EntryPoint = next(iter(writers.values()))
    point.load()(thing, path, lang=lang)


def write_yaml_file(thing: object, path: FilePath, *, lang: Lang | None = None) -> None:
    """Write any object of the model as YAML, in every language it has."""
    del lang
    write_whole(path, dumps(thing).encode())


def write_json_file(thing: object, path: FilePath, *, lang: Lang | None = None) -> None:
    """Write any object of the model as JSON, in every language it has."""
    del lang
    write_whole(path, dumps(thing, format="json").encode())
