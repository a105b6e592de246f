"""Themes by name: that of offinno, and those of the houses whose packages are installed.

A package brings a theme by an entry point of the group ``offinno.themes``: its name is the name
of the theme, and it leads to a `Theme`, or to the file of one. Listing names imports nothing; a
package that is broken spoils its own theme only.
"""

import json
import tomllib
from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from os import PathLike
from pathlib import Path, PurePosixPath
from typing import Any, Final

import attrs

from offinno.charts._errors import BadTheme, NotSuitable, ThemeTwice
from offinno.charts._suitable import shown
from offinno.charts._theme import DEFAULT, Sizes, Theme
from offinno.exceptions import OffinnoError, UnknownName, path_name
from offinno.pictures import Logo

#: A theme, or the name of one; None for the one that offinno gives.
ThemeLike = Theme | str | None

_GROUP: Final = "offinno.themes"
_OWN: Final = "offinno"
_MOST_BYTES: Final = 65_536


def themes() -> tuple[str, ...]:
    """Return the names of all themes there are, in alphabetical order.

    Nothing is imported or read for it.

    >>> "offinno" in themes()
    True
    """
    return tuple(sorted({_OWN, *(point.name for point in entry_points(group=_GROUP))}))


def theme(given: ThemeLike = None) -> Theme:
    """Return the theme of a name; a theme itself; that of offinno for None.

    Raises:
        UnknownName: If there is none of that name.
        ThemeTwice: If two packages bring it.
        BadTheme: If the package that brings it is broken.
        NotSuitable: If it is neither a theme nor a name.

    >>> theme("offinno") == theme() == Theme()
    True
    """
    if given is None:
        return DEFAULT
    if isinstance(given, Theme):
        return given
    _check_name(given)
    return _named(given)


def _check_name(given: object) -> None:
    """Refuse what is no name."""
    if not isinstance(given, str):
        remedy = "make one as in Theme(paper='#ffffff'), or name one of charts.themes()"
        raise NotSuitable("theme", "a Theme or its name", shown(given), remedy)


def _named(name: str) -> Theme:
    """Return the theme of a name."""
    found = (point for point in entry_points(group=_GROUP) if point.name == name)
    points = {point.value: point for point in found}
    owners = [*(["offinno"] if name == _OWN else ()), *map(_owner, points.values())]
    if len(owners) > 1:
        raise ThemeTwice(name, tuple(sorted(owners)))
    if not owners:
        raise UnknownName("theme", name, themes())
    return _loaded(name, *points.values()) if points else DEFAULT


def read_theme(path: str | PathLike[str]) -> Theme:
    """Return the theme in a file in TOML or JSON.

    It holds fields of `Theme`; ``sizes`` is a table, and ``logo`` names an SVG or PNG file in the
    same folder, whose height ``logo_height`` gives in pixels.

    Args:
        path: The file, whose name ends in ``.toml`` or ``.json``.

    Raises:
        NotAPath: If there is no path.
        BadTheme: If it cannot be read, or something in it is wrong.
    """
    name = path_name(path)
    try:
        return _theme(_read(Path(path)), Path(path).parent)
    except (OffinnoError, OSError, ValueError, TypeError) as problem:
        raise BadTheme(name, _said(problem)) from None


def _said(problem: Exception) -> str:
    """Return what is wrong, without the path that the system repeats."""
    return (isinstance(problem, OSError) and problem.strerror) or str(problem)


def _read(path: Path) -> Mapping[str, Any]:
    """Return what stands in a file."""
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        message = f"over {_MOST_BYTES} bytes; a theme is short"
        raise ValueError(message)
    text = data.decode()
    found = tomllib.loads(text) if path.suffix.lower() == ".toml" else json.loads(text)
    if not isinstance(found, dict):
        message = 'no fields; write them as in {"paper": "#ffffff"}'
        raise TypeError(message)
    return found


def _theme(fields: Mapping[str, Any], folder: Path) -> Theme:
    """Return the theme of some fields, whose logo lies in a folder."""
    known = tuple(field.name for field in attrs.fields(Theme))
    for name in fields:
        if name not in {*known, "logo_height"}:
            raise UnknownName("field of a theme", name, known)
    made = {name: value for name, value in fields.items() if name != "logo_height"}
    if "sizes" in made:
        made["sizes"] = _sizes(made["sizes"])
    if "logo" in made:
        made["logo"] = _logo(made["logo"], folder, fields.get("logo_height"))
    return Theme(**made)


def _sizes(given: object) -> Sizes:
    """Return the sizes of type in a table."""
    if not isinstance(given, dict):
        raise NotSuitable("sizes", "a table", shown(given), "write it as in [sizes] title = 19")
    known = tuple(field.name for field in attrs.fields(Sizes))
    for name in given:
        if name not in known:
            raise UnknownName("field of sizes", name, known)
    return Sizes(**given)


def _logo(name: object, folder: Path, height: Any) -> Logo:  # noqa: ANN401 - Logo checks it
    """Return the logo in a file beside that of the theme."""
    if not isinstance(name, str) or PurePosixPath(name).name != name or "\\" in name:
        message = f"logo: {shown(name)}; name a file in the folder of the theme"
        raise ValueError(message)
    data = (folder / name).read_bytes()
    return Logo(data) if height is None else Logo(data, height)


def _loaded(name: str, point: EntryPoint) -> Theme:
    """Return the theme that a package brings."""
    try:
        found = point.load()
        made = read_theme(found) if isinstance(found, str | PathLike) else found
    except Exception as problem:  # noqa: BLE001 - whatever a package does, it does to itself
        raise BadTheme(_owner(point), _said(problem)) from None
    if not isinstance(made, Theme):
        reason = f"{name!r} is {shown(made)}; let it be a Theme, or the path of one"
        raise BadTheme(_owner(point), reason)
    return made


def _owner(point: EntryPoint) -> str:
    """Return whom to blame: the distribution, where it is known, and its entry point."""
    where = f"{point.name} = {point.value}"
    return f"{point.dist.name} [{where}]" if point.dist else f"[{where}]"
