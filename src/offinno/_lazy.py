"""Where the names on ``offinno`` live; a name is loaded when it is first used.

``import offinno`` costs no more than starting Python, because nothing behind it is loaded. To
put a name on the façade, add one line to :data:`HOMES` (or one word to :data:`PACKAGES`) and
the same name to ``__init__.pyi``, which is what editors and type checkers read; a test holds
the two together. This module imports nothing at its top, not even ``typing``.
"""

#: The packages that are reached as attributes of ``offinno``.
PACKAGES: tuple[str, ...] = ("exceptions",)

#: Each name on the façade, and the module that it is loaded from.
HOMES: dict[str, str] = {
    "OffinnoError": "offinno.exceptions",
}

#: What ``from offinno import *`` brings.
NAMES: list[str] = sorted([*PACKAGES, *HOMES])


def attribute(name: str) -> object:
    """Return what *name* means on ``offinno``, and keep it there.

    Raises:
        AttributeError: If the façade has no such name.
    """
    import sys

    package = sys.modules["offinno"]
    value = _load(name, package)
    setattr(package, name, value)
    return value


def listing() -> list[str]:
    """Return what ``dir(offinno)`` shows: the façade and what is already loaded."""
    import sys

    return sorted({*vars(sys.modules["offinno"]), *NAMES, "__version__"})


def _load(name: str, package: object) -> object:
    from importlib import import_module

    if name in PACKAGES:
        return import_module(f"offinno.{name}")
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    if name == "__version__":
        return _version()
    message = f"module 'offinno' has no attribute {name!r}"
    raise AttributeError(message, name=name, obj=package)


def _version() -> str:
    """Return the version that was installed; a source tree that never was has none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("offinno")
    except PackageNotFoundError:
        return "0+unknown"
