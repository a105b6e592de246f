"""What type checkers make of ``offinno`` itself. Checked by mypy and pyright, never run.

``assert_type`` holds what must pass, a coded ``type: ignore`` what must fail: both checkers are
told to complain about an ignore that nothing needs.
"""

from typing import assert_type

import offinno
from offinno import OffinnoError
from offinno.exceptions import UnknownName

assert_type(offinno.__version__, str)
assert_type(offinno.OffinnoError(), OffinnoError)
assert_type(offinno.exceptions.UnknownName("term", "x"), UnknownName)


def misspelt_name() -> object:
    """A name that the façade has not is found before anything runs."""
    return offinno.Ofinno  # type: ignore[attr-defined]


def fact_of_the_base(special: UnknownName, base: OffinnoError) -> object:
    """The facts of an error have types; the base class of all errors promises none."""
    assert_type(special.known, tuple[str, ...])
    return base.known  # type: ignore[attr-defined]
