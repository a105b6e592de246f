"""What `diff` gives back: facts of what differs, and no sentence."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import final, overload

import attrs

from offinno._frozen import Frozen, as_tuple


@final
class ChangeKind(Enum):
    """In which way two versions differ at one place."""

    #: It was not there before.
    ADDED = "added"
    #: It is no longer there.
    REMOVED = "removed"
    #: Another figure for the same period: corrected, or of a new vintage.
    REVISED = "revised"
    #: A figure for a period that its series did not have.
    UPDATED = "updated"
    #: Another text in the same language.
    REWORDED = "reworded"
    #: The same things in another order.
    REORDERED = "reordered"
    #: Anything else that is not what it was.
    CHANGED = "changed"


@final
@attrs.frozen(kw_only=True)
class Change(Frozen):
    """One difference between an old and a new version.

    A figure that is new to a series that was there before (`UPDATED`, `REVISED`) has in *old* the
    last one of the series as it was; where that one still stands, there is no *old_path*.

    >>> change = Change(
    ...     kind=ChangeKind.REWORDED, old_path="title.en", new_path="title.en", old="A", new="B"
    ... )
    >>> print(change)
    title.en: reworded
    """

    #: In which way they differ.
    kind: ChangeKind
    #: Where it stood, such as ``indicators[nordic].title.nb``; None if nowhere.
    old_path: str | None
    #: Where it stands; None if nowhere.
    new_path: str | None
    #: What it was.
    old: object
    #: What it is.
    new: object

    @property
    def path(self) -> str:
        """Where it stands, or where it stood."""
        return self.new_path or self.old_path or ""

    def __str__(self) -> str:
        """Return place and kind for developers."""
        return f"{self.path}: {self.kind.value}"


@final
@attrs.frozen(repr=False)
class Changes(Frozen, Sequence[Change]):
    """All differences between two versions: a read-only sequence, false when there are none.

    >>> bool(Changes())
    False
    """

    #: The differences, in the order of the fields.
    changes: tuple[Change, ...] = attrs.field(default=(), converter=as_tuple)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    @overload
    def __getitem__(self, at: int) -> Change: ...
    @overload
    def __getitem__(self, at: slice) -> "Changes": ...
    def __getitem__(self, at: int | slice) -> "Change | Changes":
        """Return one difference, or several."""
        return Changes(self.changes[at]) if isinstance(at, slice) else self.changes[at]

    def of(self, *kinds: ChangeKind) -> "Changes":
        """Return only the differences of these kinds."""
        return Changes(change for change in self if change.kind in kinds)

    def under(self, path: str) -> "Changes":
        """Return only the differences at *path* and below it, such as ``indicators[nordic]``."""
        return Changes(change for change in self if _lies_under(change.path, path))

    def __str__(self) -> str:
        """Return the differences as lines, for developers."""
        return "\n".join(map(str, self))

    def __repr__(self) -> str:
        return f"<Changes: {len(self)}>"


def _lies_under(path: str, above: str) -> bool:
    """Return whether *path* is *above*, or goes on from it."""
    return path.startswith(above) and path[len(above) : len(above) + 1] in {"", ".", "["}
