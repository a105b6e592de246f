"""Whether the figures of bars may stand side by side: what is set apart, what parts them in time.

Along areas and categories the rules of comparability decide, as they do in a ranking; along time
each figure is held against the one before it, as in a picture of lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import final

import attrs

from offinno._frozen import as_set
from offinno.charts._choose import Allow, Chosen, allowed
from offinno.charts._lines._steps import break_remarks, step_reasons, steps_of, unbroken
from offinno.language import Lang
from offinno.model import Comparison, Contradiction, Datum, Verdict
from offinno.wording import full_stop, reasons_text

#: What figures are told apart by in a picture: names along one aspect or two.
Name = tuple[str, ...]


@final
@attrs.frozen(kw_only=True)
class Judged:
    """How the figures of a picture stand to each other."""

    #: The names of those that may not be compared with the others.
    apart: frozenset[Name] = attrs.field(converter=as_set)
    #: What the breaks are called that lie before a figure, by its name.
    parted: Mapping[Name, str]
    #: What there is to say of it, as sentences.
    reasons: tuple[str, ...]
    #: Whether all that are not set apart may be compared with each other.
    ranked: bool


def judged(found: Chosen, along: Sequence[str], allow: Allow, *, lang: Lang) -> Judged:
    """Return how figures stand to each other along each of the aspects that name them.

    Args:
        found: The figures by their names along the aspects.
        along: The aspects.
        allow: Rules of comparability that are overridden, each with the reason why.
        lang: The language of what there is to say.

    Raises:
        BadOverrides: If *allow* is no mapping of rules to reasons.
        UnknownName: If there is no such rule.
    """
    overrides = allowed(allow)
    made = [
        _line(line, aspect, overrides, lang)
        for at, aspect in enumerate(along)
        for line in _lines(found, at)
    ]
    return Judged(
        apart=chain.from_iterable(one.apart for one in made),
        parted={name: text for one in made for name, text in one.parted.items()},
        reasons=tuple(dict.fromkeys(chain.from_iterable(one.reasons for one in made))),
        ranked=all(one.ranked for one in made),
    )


def _lines(found: Chosen, at: int) -> Iterator[Chosen]:
    """Return the figures that differ in one aspect only, line by line."""
    lines: dict[Name, Chosen] = {}
    for name, datum in found.items():
        lines.setdefault((*name[:at], *name[at + 1 :]), {})[name] = datum
    return iter(lines.values())


def _line(line: Chosen, along: str, allow: Mapping[str, str], lang: Lang) -> Judged:
    """Return how the figures of one line stand to each other."""
    if along == "period":
        return _in_time(line, allow, lang)
    return _held(line, along, allow, lang)


def _in_time(line: Chosen, allow: Mapping[str, str], lang: Lang) -> Judged:
    """Return what parts figures that follow each other in time."""
    single: Chosen = {(str(at),): datum for at, datum in enumerate(line.values())}
    steps = steps_of(single, allow)
    parted = zip(line, (step.parted(lang) for step in steps), strict=True)
    return Judged(
        apart=(),
        parted={name: text for name, text in parted if text},
        reasons=(*break_remarks(steps, lang), *step_reasons(steps, lang)),
        ranked=unbroken(steps),
    )


def _held(line: Chosen, along: str, allow: Mapping[str, str], lang: Lang) -> Judged:
    """Return which figures may not be compared with the others, and why."""
    data = list(line.values())
    comparison = _compared(data, along, allow)
    if comparison is None:
        return Judged(apart=(), parted={}, reasons=(), ranked=len(data) == 1)
    apart = {id(datum) for datum in comparison.set_apart}
    return Judged(
        apart=(name for name, datum in line.items() if id(datum) in apart),
        parted={},
        reasons=_reasons(comparison, lang),
        ranked=_all_held(comparison),
    )


def _compared(data: Sequence[Datum], along: str, allow: Mapping[str, str]) -> Comparison | None:
    """Return figures as a comparison; None if there are too few, or they differ in more."""
    try:
        return Comparison.between(*data, along=along, allow=allow)
    except Contradiction:
        return None


def _all_held(comparison: Comparison) -> bool:
    """Return whether figures that may be compared with the reference may be so with each other."""
    known = {id(datum) for datum in comparison.comparable}
    places = [at for at, datum in enumerate(comparison.members) if id(datum) in known]
    severities = comparison.pairs.severities().take(places, axis=0).take(places, axis=1)
    return not (severities == Verdict.NOT_COMPARABLE.severity).any()


def _reasons(comparison: Comparison, lang: Lang) -> tuple[str, ...]:
    """Return what forbids comparing, and what was overridden, as sentences."""
    refused = [r for r in comparison.reasons if r.outcome is Verdict.NOT_COMPARABLE]
    allowed = [r for r in comparison.reasons if r.allowed is not None]
    return tuple(map(full_stop, reasons_text([*refused, *allowed], lang=lang)))
