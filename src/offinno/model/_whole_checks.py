"""Whether a block of a sheet can draw its figures as the parts of wholes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from offinno.exceptions import OffinnoError, UnknownName
from offinno.model._checks import Contradiction, Finding
from offinno.model._choosing import how_to_choose
from offinno.model._datum import Datum
from offinno.model._indicator import Indicator
from offinno.model._places import place_of
from offinno.model._reference import Reference
from offinno.model._scheme import FundingScheme
from offinno.model._shown_time import shown_time
from offinno.model._whole_blocks import Parts, SchemeTimeline
from offinno.model._wholes import check_whole
from offinno.units import Kind

#: Figures by their bar, each bar by its name.
_Bars = Mapping[str, Sequence[Datum]]


def wrong_parts(block: Parts, select: Callable[[Reference], Indicator]) -> Iterator[Finding]:
    """Return why the figures of a block cannot be drawn as the parts of wholes.

    Args:
        block: The block; its first indicator is there.
        select: Returns the indicator of a reference.
    """
    shown = []
    for at, reference in enumerate((block.figure, *block.beside)):
        try:
            shown.append(select(reference))
        except LookupError as problem:
            yield ("beside", at - 1), str(problem)
    if len(shown) == len(block.beside) + 1:
        yield from _wrong(shown, block)


def _wrong(shown: Sequence[Indicator], block: Parts) -> Iterator[Finding]:
    """Return what is wrong with figures that are all there."""
    bars: dict[str, list[Datum]] = {}
    names: list[tuple[str, str]] = []
    for indicator in shown:
        for datum in indicator.settled().data():
            try:
                bar = indicator.key if block.by is None else place_of(datum, block.by)
                names.append((bar, place_of(datum, block.along)))
            except UnknownName as problem:
                yield ("along" if block.by is None else "by",), str(problem)
                return
            bars.setdefault(bar, []).append(datum)
    if wrong := _problem(shown, bars, names, block.along):
        yield ("figure",), wrong
    known = tuple(dict.fromkeys(name for _, name in names))
    if block.highlight is not None and block.highlight not in known:
        yield ("highlight",), str(UnknownName("member", block.highlight, known))


def _problem(
    shown: Sequence[Indicator], bars: _Bars, names: Sequence[tuple[str, str]], along: str
) -> str | None:
    """Return why bars cannot stand below one another, or None where they can."""
    units = {indicator.unit for indicator in shown}
    if len({indicator.key for indicator in shown}) < len(shown):
        return "an indicator stands beside itself; give each once"
    if len(units) > 1 and any(unit.kind is not Kind.SHARE for unit in units):
        return f"bars in {' and '.join(sorted(map(str, units)))} cannot share an axis"
    if twice := sorted(name for name, times in Counter(names).items() if times > 1):
        name, place = twice[0]
        alike = [datum for datum in bars[name] if place_of(datum, along) == place]
        return f"several figures for {name} and {place}; {how_to_choose(alike)}"
    try:
        for parts in bars.values():
            check_whole(parts, along=along)
    except OffinnoError as problem:
        return str(problem)
    return None if bars else "there are no figures"


def wrong_timeline(block: SchemeTimeline, schemes: Sequence[FundingScheme]) -> Iterator[Finding]:
    """Return why the calls of a block have no time to be shown in.

    Args:
        block: The block.
        schemes: Those of the sheet.
    """
    shown = [scheme for scheme in schemes if scheme.key in block.schemes]
    try:
        shown_time(shown, start=block.start, end=block.end)
    except Contradiction as problem:
        yield ("schemes",), problem.problem
