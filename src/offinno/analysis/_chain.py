"""Two series of one thing as one: the old one brought to the level of the new."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, final

import attrs

from offinno.analysis._conversion import key_with, together
from offinno.analysis._crossing import NOTHING_CROSSED, Cross, between, crossed_note, reasons_of
from offinno.analysis._earlier import place_of
from offinno.analysis._errors import BrokenSeries, CannotChain
from offinno.analysis._linked import Header, lineage_of, merged, rescaled
from offinno.analysis._series import series_of
from offinno.language import Text
from offinno.model import Break, Indicator, Observations
from offinno.units import Index, Kind, Money
from offinno.values import Period

_LEVELS: Final = frozenset({Kind.MONEY, Kind.COUNT, Kind.INDEX, Kind.PER, Kind.PHYSICAL})
#: What may differ between the two, and is crossed by its name.
_CROSSABLE: Final = ("definition", "population", "question")
#: What makes two things of them where it differs.
_FIXED: Final = ("measuring", "adjustment")


def chain(
    old: Indicator | str,
    new: Indicator | str,
    *,
    at: int | str | Period,
    cross: Cross = NOTHING_CROSSED,
) -> Indicator:
    """Return two series of one thing as one series, on the level of the new one.

    Up to *at* the figures are those of the old series times what the new one says of *at*,
    divided by what the old one says of it, for each area and breakdown; from then on they are
    those of the new series as they are. So every figure before grows as the old series does, and
    every one after as the new one.

    Levels by two methods are not made one by that. A break that lies between a figure and *at*
    stops it unless it is crossed by its key, and stays a break of the result, which growth and
    comparisons stop at. Where the two series state another definition, population or question,
    that is crossed by its name and becomes a break of the result. The reasons stand in the
    lineage. Figures that were rescaled are derived ones; the others keep their evidence.

    Args:
        old: Levels: money in the same unit as the new ones, counts, rates, or an index of any
            base. Or the key of a series of the catalogue.
        new: The series that goes on.
        at: A period of which both have a figure.
        cross: Keys of breaks, or ``definition``, ``population`` or ``question`` where these
            differ, each with the reason why it is crossed.

    Returns:
        An indicator in the unit of *new*, with its title and definition.

    Raises:
        CannotChain: If the two are in different units, broken down in different ways, or differ
            in what cannot be crossed, or the old one has nothing before *at*.
        BrokenSeries: If a break lies between a figure and *at*.
        UnknownName: If *cross* names what is neither a break nor a difference.
        NoReferenceFigure: If one of the two has no figure for *at*.
        ManyReferenceFigures: If it has several.
        UnfitReferenceFigure: If it has one that cannot be divided by.
        PartialReference: If it covers only a part of *at*.
        NoSuchFigure: If the new series lacks a category that the old one has figures of.

    >>> from offinno.datasets import series
    >>> old, new = series("cpi-chained"), series("cpi")
    >>> why = {"definition": "both measure the same prices; the old one is not rounded"}
    >>> long = chain(old, new, at=2020, cross=why)
    >>> print(long.at(period=2019).value, long.at(period=2021).value)
    80.4647495609852 index 2025=100 84.3 index 2025=100
    """
    one, other, when = series_of(old).settled(), series_of(new).settled(), Period(at)
    _check_alike(one, other, when)
    kept = [at for at, row in enumerate(one.observations) if _is_before(row.period, when)]
    if not kept:
        problem = f"the old one has nothing before {when}"
        raise CannotChain(old=one.key, new=other.key, problem=problem)
    joint = _Joint(
        old=one,
        new=other,
        at=when,
        periods=tuple(one.observations.rows(kept).period.categories),
        reasons=reasons_of(cross, _crossable(one, other)),
    )
    crossed = joint.checked()
    steps = rescaled(one, other, when, kept)
    header = Header.of(one, other)
    rows = [row for row in other.observations if not _is_before(row.period, when)]
    every = [*merged(steps, header), *rows]
    return attrs.evolve(
        other,
        key=key_with(other.key, "chained"),
        sources=header.sources,
        dimensions=header.dimensions,
        notes=header.notes,
        breaks=together((*joint.breaks, *joint.later)),
        series=None,
        lineage=lineage_of(steps, one, other, crossed_note(joint.reasons, crossed)),
        observations=Observations.of(other.unit, every),
    )


@final
@attrs.frozen(kw_only=True, eq=False)
class _Joint:
    """Where two series meet, and what is crossed there."""

    #: The series that goes before.
    old: Indicator
    #: The series that goes on.
    new: Indicator
    #: The period of both.
    at: Period
    #: The periods of the old series that are kept.
    periods: tuple[Period, ...]
    #: The reasons for crossing, by key.
    reasons: Mapping[str, Text]

    @property
    def _last(self) -> Period:
        """The last period of the old series that is kept."""
        return max(self.periods, key=place_of)

    @property
    def declared(self) -> tuple[Break, ...]:
        """The breaks between figures that are rescaled and the period of both.

        Those of the new series count where the two meet; before that its figures are not used.
        """
        mine = [
            change
            for change in self.old.breaks
            if any(between([change], period, self.at) for period in self.periods)
        ]
        return tuple(dict.fromkeys((*mine, *between(self.new.breaks, self._last, self.at))))

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The breaks that are crossed, with one for each difference that no break explains."""
        named = (
            Break(key=name, at=self.at, changed=self.reasons[name]) for name in self.unexplained
        )
        return (*self.declared, *named)

    @property
    def later(self) -> tuple[Break, ...]:
        """The breaks of the new series after the period of both."""
        lying = self.declared
        return tuple(
            change
            for change in self.new.breaks
            if change not in lying and place_of(change.at) > place_of(self.at)
        )

    @property
    def unexplained(self) -> tuple[str, ...]:
        """What differs between the two series, where no break says so."""
        if between((*self.old.breaks, *self.new.breaks), self._last, self.at):
            return ()
        return _differing(self.old, self.new)

    def checked(self) -> tuple[str, ...]:
        """Return the keys of all that is crossed, if there is a reason for each."""
        for name in self.unexplained:
            if name not in self.reasons:
                raise CannotChain(
                    old=self.old.key,
                    new=self.new.key,
                    problem=f"each has a {name} of its own; if they measure one thing, say why: "
                    f"cross={{{name!r}: 'why'}}",
                )
        for change in self.declared:
            if change.key not in self.reasons:
                raise BrokenSeries(
                    series=(self.old if change in self.old.breaks else self.new).key,
                    at=change.key,
                    one=self.periods[0].text,
                    other=self.at.text,
                    crossable=True,
                )
        return (*self.unexplained, *dict.fromkeys(change.key for change in self.declared))


def _is_before(period: Period, when: Period) -> bool:
    """Return whether a period of the same form lies before another."""
    return place_of(period) < place_of(when)


def _differing(old: Indicator, new: Indicator) -> tuple[str, ...]:
    """Return in what that may be crossed two series differ."""
    return tuple(name for name in _CROSSABLE if getattr(old, name) != getattr(new, name))


def _crossable(old: Indicator, new: Indicator) -> Iterable[str]:
    """Return the names of all that may be crossed between two series."""
    yield from (change.key for change in (*old.breaks, *new.breaks))
    yield from _differing(old, new)


def _check_alike(old: Indicator, new: Indicator, when: Period) -> None:
    """Check that two series may be made one at all."""
    problem = next(_unlike(old, new), None) or _misplaced(old, new, when)
    if problem is not None:
        raise CannotChain(old=old.key, new=new.key, problem=problem)


def _unlike(old: Indicator, new: Indicator) -> Iterator[str]:
    """Return in what two series differ that cannot be crossed."""
    one, other = old.unit, new.unit
    if not {one.kind, other.kind} <= _LEVELS:
        yield "only levels are chained: amounts, counts, rates and indexes"
    if isinstance(one, Money) and not one.stated:
        yield "the currency is not stated; find out which it is first"
    if one != other and not (isinstance(one, Index) and isinstance(other, Index)):
        yield f"the units differ ({one}, {other}); convert one of the two first"
    for name in _FIXED:
        if getattr(old, name) != getattr(new, name):
            yield f"they differ in {name}, which makes them two things"
    if {part.key for part in old.dimensions} != {part.key for part in new.dimensions}:
        yield "they are broken down in different ways"
    if old.question is None and new.question is not None:
        yield "nothing was asked for the old one, which makes them two things"


def _misplaced(old: Indicator, new: Indicator, when: Period) -> str | None:
    """Say why the period of both is none; None where it is one."""
    forms = {period.form for given in (old, new) for period in given.periods}
    if forms != {when.form}:
        names = ", ".join(sorted(form.value for form in forms)) or "nothing"
        return f"{when} is no period as theirs are: {names}"
    return None
