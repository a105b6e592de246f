"""The verdict on every two members of a comparison."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno.model._comparison import Comparison
from offinno.model._grouping import Standing
from offinno.model._places import MemberName, position
from offinno.model._rules import Reason, Verdict
from offinno.model._typed import Typed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BY_SEVERITY: Final = tuple(Verdict)


@final
@attrs.frozen(repr=False)
class Pairs(Typed):
    """Every two members of a comparison held against each other; from `Comparison.pairs`.

    Verdicts are found together, by all rules; reasons are made for the two that are asked about.
    Iterating gives the names of each two, in the order of the members, with their verdict.

    >>> from offinno.datasets import load
    >>> ranking = Comparison.of(load("innovation-2019").indicator("nordic-innovative-workplaces"))
    >>> print(ranking.pairs.verdict("NO", "FI"), ranking.pairs.reasons("NO", "FI")[0], sep="; ")
    not comparable; Norway: level is all, against municipal-level
    """

    #: The comparison whose members these are.
    comparison: Comparison

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, in their order."""
        return self.comparison.names

    @property
    def _standing(self) -> Standing:
        """How every two members stand to each other."""
        return self.comparison._standing  # noqa: SLF001 - the comparison remembers it

    def verdict(self, one: MemberName, other: MemberName) -> Verdict:
        """Return the verdict on two members, whichever is named first.

        Raises:
            UnknownName: If there is no such member.
        """
        at, to = (position(name, self.names) for name in (one, other))
        return _BY_SEVERITY[self._standing.between(at, to)]

    def reasons(self, one: MemberName, other: MemberName) -> tuple[Reason, ...]:
        """Return what speaks against holding *one* against *other*, rule by rule.

        Raises:
            UnknownName: If there is no such member.
        """
        return self.comparison.reasons_between(one, other)

    def severities(self) -> "NDArray[Any]":
        """Return how severe each verdict is, a row and a column for each member.

        A read-only array of ``uint8``: 0 for comparable, 1 for caveats, 2 for not comparable.
        """
        return self._standing.matrix()

    def __iter__(self) -> Iterator[tuple[str, str, Verdict]]:
        for (at, one), (to, other) in combinations(enumerate(self.names), 2):
            yield one, other, _BY_SEVERITY[self._standing.between(at, to)]

    def __len__(self) -> int:
        return len(self.names) * (len(self.names) - 1) // 2

    def __repr__(self) -> str:
        return f"<Pairs of {', '.join(self.names)}>"
