"""Which figures of a comparison belong together, and which of them the others are held against."""

from collections.abc import Callable, Sequence

from offinno.model._datum import Datum
from offinno.values import Value

#: Positions of members of which the rules of comparability cannot tell one from another.
Group = tuple[int, ...]


def alike(members: Sequence[Datum], along: str) -> tuple[Group, ...]:
    """Return the members in groups of those in which all that the rules look at agrees."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, member in enumerate(members):
        groups.setdefault(_aspects(member, along), []).append(at)
    return tuple(map(tuple, groups.values()))


def _aspects(member: Datum, along: str) -> tuple[object, ...]:
    """Return all that the rules look at; what is compared is allowed to differ."""
    row = member.observation
    return (
        member.unit,
        member.population,
        member.question,
        member.sample,
        member.period,
        row.vintage,
        row.covers,
        tuple((name, None if name == along else key) for name, key in row.breakdowns),
        member.indicator.breaks,
    )


def first_of_largest(
    members: Sequence[Datum], groups: Sequence[Group], refused: Callable[[int, int], bool]
) -> int:
    """Return the position of the first figure in the largest set of which none is refused.

    Figures with a number count first, then the others; of sets of one size, the one that begins
    first is taken. Sets are grown from each group in the order of the members.
    """
    foes = _foes(groups, refused)
    sets = [_grown(start, groups, foes) for start in range(len(groups))]
    has_number = [isinstance(member.value, Value) for member in members]
    chosen = max(
        sets, key=lambda found: (sum(has_number[at] for at in found), len(found), -found[0])
    )
    return next((at for at in chosen if has_number[at]), chosen[0])


def _foes(groups: Sequence[Group], refused: Callable[[int, int], bool]) -> list[int]:
    """Return for each group the groups it is refused against, as bits; it may be one of them."""
    foes = [0] * len(groups)
    for one, mine in enumerate(groups):
        if len(mine) > 1 and refused(mine[0], mine[1]):
            foes[one] |= 1 << one
        for other in range(one):
            if refused(mine[0], groups[other][0]):
                foes[one] |= 1 << other
                foes[other] |= 1 << one
    return foes


def _grown(start: int, groups: Sequence[Group], foes: Sequence[int]) -> list[int]:
    """Return the positions in a set of groups of which none is refused, grown from one."""
    chosen = 1 << start
    for other in range(len(groups)):
        if not foes[other] & (chosen | 1 << other):
            chosen |= 1 << other
    found = (
        group[:1] if foes[at] >> at & 1 else group
        for at, group in enumerate(groups)
        if chosen >> at & 1
    )
    return sorted(position for group in found for position in group)
