"""Where the names on ``offinno`` live; a name is loaded when it is first used.

``import offinno`` costs no more than starting Python, because nothing behind it is loaded. To
put a name on the façade, add one line to :data:`HOMES` (or one word to :data:`PACKAGES`) and
the same name to ``__init__.pyi``, which is what editors and type checkers read; a test holds
the two together. This module imports nothing at its top, not even ``typing``.
"""

#: The packages that are reached as attributes of ``offinno``.
PACKAGES: tuple[str, ...] = (
    "analysis",
    "charts",
    "checks",
    "datasets",
    "exceptions",
    "io",
    "language",
    "model",
    "render",
    "units",
    "values",
    "wording",
)

#: Each name on the façade, and the module that it is loaded from.
HOMES: dict[str, str] = {
    "Adjustment": "offinno.model",
    "Amount": "offinno.model",
    "AmountKind": "offinno.model",
    "Area": "offinno.model",
    "Break": "offinno.model",
    "Call": "offinno.model",
    "Comparison": "offinno.model",
    "ContactPoint": "offinno.model",
    "Counted": "offinno.values",
    "Datum": "offinno.model",
    "Derivation": "offinno.model",
    "Dimension": "offinno.model",
    "Evidence": "offinno.model",
    "Factsheet": "offinno.model",
    "FundingScheme": "offinno.model",
    "Indicator": "offinno.model",
    "Input": "offinno.model",
    "Interval": "offinno.values",
    "Link": "offinno.model",
    "Measuring": "offinno.model",
    "Method": "offinno.model",
    "Missing": "offinno.values",
    "MissingReason": "offinno.values",
    "NotComparable": "offinno.model",
    "Note": "offinno.model",
    "Observation": "offinno.model",
    "Observations": "offinno.model",
    "OffinnoError": "offinno.exceptions",
    "Period": "offinno.values",
    "Population": "offinno.model",
    "Preferred": "offinno.model",
    "Qualifier": "offinno.values",
    "Question": "offinno.model",
    "Range": "offinno.values",
    "Reason": "offinno.model",
    "Reference": "offinno.model",
    "Round": "offinno.model",
    "Rule": "offinno.model",
    "Sample": "offinno.model",
    "SchemeName": "offinno.model",
    "Source": "offinno.model",
    "Status": "offinno.model",
    "SupportRate": "offinno.model",
    "Tally": "offinno.model",
    "Term": "offinno.language",
    "Text": "offinno.language",
    "Value": "offinno.values",
    "Verdict": "offinno.model",
    "check": "offinno.checks",
    "diff": "offinno.analysis",
    "load": "offinno.datasets",
    "save": "offinno.io",
    "say": "offinno.wording",
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
