"""What the members of a comparison are called, and in what they may differ."""

from collections import Counter
from typing import Final, TypeAlias

from offinno.exceptions import UnknownName
from offinno.model._area import Area
from offinno.model._checks import Contradiction
from offinno.model._choosing import differing
from offinno.model._datum import Datum
from offinno.values import Period

#: What a member may be called: its name along a comparison, or the area or period itself.
MemberName: TypeAlias = str | int | Area | Period

_FIXED: Final = ("area", "period", "indicator")


def place_of(member: Datum, along: str) -> str:
    """Return what a member is called along a comparison."""
    if along == "area":
        return member.area.code
    if along == "period":
        return member.period.text
    if along == "indicator":
        return member.indicator.key
    for name, category in member.observation.breakdowns:
        if name == along:
            return category
    known = (*_FIXED, *dict(member.observation.breakdowns))
    raise UnknownName("dimension", along, known)


def position(name: MemberName, names: tuple[str, ...]) -> int:
    """Return where *name* stands among *names*."""
    called = str(name)
    if called not in names:
        raise UnknownName("member", name, names)
    return names.index(called)


def check_names(members: tuple[Datum, ...], names: tuple[str, ...], along: str) -> None:
    """Check that each member has a name of its own."""
    twice = sorted(name for name, times in Counter(names).items() if times > 1)
    if not twice:
        return
    alike = [member for member, name in zip(members, names, strict=True) if name == twice[0]]
    told = differing(alike)
    problem = f"two figures along {along} are called {twice[0]!r}{'; ' if told else ''}{told}"
    raise Contradiction("comparison", f"{problem}; choose with where(), or compare along more")


def check_coordinates(members: tuple[Datum, ...], along: str) -> None:
    """Check that members agree in area and categories, unless these are what is compared."""
    found: dict[str, set[str]] = {"area": {member.area.code for member in members}}
    for member in members:
        for name, category in member.observation.breakdowns:
            found.setdefault(name, set()).add(category)
    for name, values in found.items():
        if len(values) > 1 and name != along:
            both = " and ".join(sorted(values)[:2])
            problem = f"figures of {both} differ in {name}, and {along} is what is compared"
            raise Contradiction("comparison", f"{problem}; choose one with where()")
