"""Which figures of a comparison belong together, and how each group stands to each other."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno.model._datum import Datum
from offinno.model._judged import Judged
from offinno.model._judging import JUDGED, rules_along
from offinno.model._rules import Verdict
from offinno.values import Value

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Positions of members of which the rules of comparability cannot tell one from another.
Group = tuple[int, ...]

#: How severe each outcome is.
SEVERITY: Final[Mapping[Verdict, int]] = {verdict: verdict.severity for verdict in Verdict}


@final
@attrs.frozen(eq=False)
class Standing:
    """How many figures stand to each other: groups that look alike, and a verdict for each two."""

    #: The groups, in the order of their first members.
    groups: tuple[Group, ...]
    #: The group of each member.
    group_of: tuple[int, ...]
    #: Severities by two groups; on the diagonal of two members of one group.
    severities: "NDArray[Any]"

    def between(self, one: int, other: int) -> int:
        """Return how severe the verdict on two members is, by their positions."""
        return 0 if one == other else int(self.severities[self.group_of[one], self.group_of[other]])

    def refused(self, one: int, other: int) -> bool:
        """Return whether two members, by position, may not be compared."""
        return self.between(one, other) == SEVERITY[Verdict.NOT_COMPARABLE]

    def matrix(self) -> "NDArray[Any]":
        """Return how severe the verdict on each two members is."""
        import numpy as np

        at = np.array(self.group_of)
        found = self.severities.take(at, axis=0).take(at, axis=1)
        np.fill_diagonal(found, 0)
        found.setflags(write=False)
        return found


def standing(members: Sequence[Datum], along: str, allowed: Sequence[tuple[str, str]]) -> Standing:
    """Return how figures stand to each other by all rules, of which some are overridden.

    Each rule looks once at each figure and judges every two different looks once.
    """
    import numpy as np

    overridden = {name for name, _ in allowed}
    tables = [
        _table(members, along, JUDGED[rule], Verdict.CAVEATS if rule.value in overridden else None)
        for rule in rules_along(along)
    ]
    groups: dict[tuple[int, ...], list[int]] = {}
    for at, codes in enumerate(zip(*(codes for codes, _ in tables), strict=True)):
        groups.setdefault(codes, []).append(at)
    worst: NDArray[Any] = np.zeros((len(groups), len(groups)), np.uint8)
    for (_, severities), codes in zip(tables, zip(*groups, strict=True), strict=True):
        if severities.any():
            np.maximum(worst, severities.take(codes, axis=0).take(codes, axis=1), out=worst)
    group_of = {at: number for number, group in enumerate(groups.values()) for at in group}
    return Standing(
        tuple(map(tuple, groups.values())),
        tuple(group_of[at] for at in range(len(members))),
        worst,
    )


def _table(
    members: Sequence[Datum], along: str, rule: Judged, instead: Verdict | None
) -> "tuple[list[int], NDArray[Any]]":
    """Return which look each figure has to a rule, and how severe its answer to each two is."""
    import numpy as np

    looks = [rule.look(member) for member in members]
    numbers: dict[Hashable, int] = {}
    codes = [numbers.setdefault(key, len(numbers)) for key in rule.keys(looks, along)]
    different = dict(zip(reversed(codes), reversed(looks), strict=True))
    severities: NDArray[Any] = np.zeros((len(numbers), len(numbers)), np.uint8)
    for one in range(len(numbers)):
        for other in range(one + 1):
            answer = rule.judge(different[one], different[other])
            if answer is not None:
                found = SEVERITY[instead or answer[0]]
                severities[one, other] = severities[other, one] = found
    return codes, severities


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
