"""Sources that figures name, and that what holds the figures must list."""

from collections.abc import Iterable, Iterator

import attrs

from offinno.exceptions import Steps
from offinno.model._indicator import Indicator
from offinno.model._lineage import Derivation, Input
from offinno.model._source import Source


def lost_sources(
    indicators: Iterable[Indicator], listed: tuple[Source, ...]
) -> Iterator[tuple[Steps, str]]:
    """Return the sources of indicators, and of what they were computed from, that nobody lists."""
    for at, indicator in enumerate(indicators):
        for steps, source in _named(indicator):
            if source not in listed:
                problem = f"indicator {indicator.key!r}: source {source.key!r} is not listed"
                yield ("indicators", at, *steps), problem


def _named(indicator: Indicator) -> Iterator[tuple[Steps, Source]]:
    """Return the sources that an indicator names, with places."""
    yield from ((("sources", at), source) for at, source in enumerate(indicator.sources))
    if indicator.lineage is not None:
        yield from _within(indicator.lineage, ("lineage",))


def _within(lineage: Derivation, here: Steps) -> Iterator[tuple[Steps, Source]]:
    """Return the sources of all that went in, with places."""
    for at, part in enumerate(lineage.inputs):
        steps: Steps = (*here, "inputs", at)
        if part.source is not None:
            yield (*steps, "source"), part.source
        if part.lineage is not None:
            yield from _within(part.lineage, (*steps, "lineage"))


def citing(lineage: Derivation, listed: tuple[Source, ...]) -> Derivation:
    """Return a lineage that names sources as they are listed.

    Of two sources with one key, one is listed under a new key; what came from it names it so too,
    or a file would hand it the other.
    """
    return attrs.evolve(lineage, inputs=[_citing(part, listed) for part in lineage.inputs])


def _citing(part: Input, listed: tuple[Source, ...]) -> Input:
    """Return what went in with its source, and those before it, as they are listed."""
    source, lineage = part.source, part.lineage
    if source is not None and source not in listed:
        same = (known for known in listed if attrs.evolve(known, key=source.key) == source)
        source = next(same, source)
    if lineage is not None:
        lineage = citing(lineage, listed)
    if source is part.source and lineage == part.lineage:
        return part
    return attrs.evolve(part, source=source, lineage=lineage)
