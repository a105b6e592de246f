"""What a rule of comparability is: what it looks at in a figure, and what it makes of two looks."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final, final

import attrs

from offinno.model._datum import Datum
from offinno.model._rules import Fact, Verdict

#: What a rule answers: outcome, what the member has, what the reference has; None for nothing.
Answer = tuple[Verdict, Fact, Fact] | None
REFUSED: Final = Verdict.NOT_COMPARABLE
CAVEAT: Final = Verdict.CAVEATS


def _as_seen(looks: Sequence[Any], along: str) -> Sequence[Hashable]:  # noqa: ARG001
    """Return what a rule saw of each figure, where nothing of it is beside the point."""
    return looks


@final
@attrs.frozen
class Judged:
    """A rule: what it looks at in a figure, and what it makes of two looks."""

    #: What it sees of one figure.
    look: Callable[[Datum], Any]
    #: What it answers to two.
    judge: Callable[[Any, Any], Answer]
    #: What of many looks the outcomes turn on, given what is compared: equal keys, equal outcomes.
    keys: Callable[[Sequence[Any], str], Sequence[Hashable]] = _as_seen

    def __call__(self, one: Datum, other: Datum) -> Answer:
        """Return what the rule says of two figures."""
        return self.judge(self.look(one), self.look(other))
