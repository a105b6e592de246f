"""The territory that a figure is about, by its code in a dated list."""

import re
from functools import cache
from importlib.resources import files
from json import loads
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from offinno.exceptions import OffinnoError, nearest, shortened
from offinno.language import Text, text_of
from offinno.model._checks import optionally_worded
from offinno.model._typed import Typed

_COUNTY: Final = re.compile(r"NO-([0-9]{2})@([0-9]{4})")
_LONGEST: Final = 80
_PRIVATE: Final = re.compile(r"x(-[a-z0-9]+)+")
#: Digits alone, and what looks like the code of a municipality.
_MUNICIPALITY: Final = re.compile(r"[0-9]+|NO-[0-9]{4}(@[0-9]{4})?")
_OWN: Final = (
    "offinno lists countries and Norwegian counties; an area of your own begins with x- "
    "and brings a label, as in {code: x-fjordvik, label: Fjordvik}"
)


@final
@attrs.frozen
class UnknownArea(OffinnoError, LookupError):
    """A code that its list, or the list of that date, does not hold."""

    #: The code as given.
    code: str
    #: What would be right.
    remedy: str

    def __str__(self) -> str:
        """Show the code and the remedy."""
        return f"no area has the code {shortened(self.code)!r}; {self.remedy}"


@cache
def _lists() -> dict[str, Any]:
    """Return the packaged code lists."""
    lists: dict[str, Any] = loads(files("offinno.model").joinpath("_data/areas.json").read_bytes())
    return lists


@cache
def _labels() -> MappingProxyType[str, Text]:
    """Return the packaged labels by code."""
    lists = _lists()
    return MappingProxyType(
        {code: Text(label) for code, label in (lists["labels"] | lists["groups"]).items()}
        | {
            f"NO-{code}@{year}": text_of(name)
            for year, counties in lists["counties"].items()
            for code, name in counties.items()
        }
    )


@cache
def _countries() -> frozenset[str]:
    """Return the codes of countries."""
    return frozenset(_lists()["countries"].split())


@final
@attrs.frozen(repr=False)
class Area(Typed):
    """A territory: a country, a Norwegian county of a given year, a group, or one of your own.

    ==============  ====================================================================
    code            list
    ==============  ====================================================================
    ``NO``          countries, ISO 3166-1
    ``NO-03@2020``  counties of Norway by the division of 2017, 2018, 2020 or 2024
    ``nordic``      groups of countries
    ``x-…``         areas of your own, which bring their label
    ==============  ====================================================================

    Areas are equal when their codes are.

    Raises:
        UnknownArea: If the code is not in its list, or not in the list of that year.

    >>> Area("NO-30@2020").label.in_("nb")
    'Viken'
    """

    #: The code, with the year of its list where lists change.
    code: str
    #: Its name; None for a country whose name CLDR gives in each language.
    label: Text | None = attrs.field(default=None, converter=optionally_worded, eq=False)

    def __attrs_post_init__(self) -> None:
        """Look the code up in its list."""
        super().__attrs_post_init__()
        if self.label is None and self.code in _labels():
            object.__setattr__(self, "label", _labels()[self.code])
        if self.code in _labels() or self.code in _countries():
            return
        own = len(self.code) <= _LONGEST and _PRIVATE.fullmatch(self.code)
        if not (own and self.label is not None):
            raise UnknownArea(self.code, _remedy(self.code, labelled=self.label is not None))

    @property
    def list(self) -> str:
        """The list that the code belongs to: countries, groups, own, or counties of a year."""
        if self.code.startswith("x-"):
            return "own"
        if found := _COUNTY.fullmatch(self.code):
            return f"counties {found[2]}"
        return "groups" if self.code in _lists()["groups"] else "countries"

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f"Area({self.code!r})"


def _remedy(code: str, *, labelled: bool) -> str:
    """Say what would be right in place of *code*, which brings a label or not."""
    counties = _lists()["counties"]
    if found := _COUNTY.fullmatch(code):
        years = [year for year, known in counties.items() if found[1] in known]
        if years:
            return f"county {found[1]} is in the divisions of {', '.join(years)}"
    if re.fullmatch(r"NO-[0-9]{2}", code):
        return f"name the year of the division, as in '{code}@2020'"
    if len(code) > _LONGEST:
        return f"a code has {_LONGEST} characters at most"
    if _PRIVATE.fullmatch(code):
        return "an area of your own needs a label"
    none_near = labelled or _MUNICIPALITY.fullmatch(code)
    close = () if none_near else nearest(code, (*sorted(_countries()), *_labels()))
    return f"did you mean {' or '.join(map(repr, close))}?" if close else _OWN


def area_of(given: "str | Area") -> Area:
    """Return *given* as an area."""
    return given if isinstance(given, Area) else Area(given)


def optional_area(given: "str | Area | None") -> Area | None:
    """Return *given* as an area, where there is one."""
    return None if given is None else area_of(given)
