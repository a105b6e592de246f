"""What can be wrong with a file, all of it in one error."""

from collections.abc import Iterator
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, path_text
from offinno.io._places import Places, TreePath

#: How many problems an error shows; it holds more.
SHOWN: Final = 50

#: How many problems are collected before reading ends.
COLLECTED: Final = 1000


@final
@attrs.frozen(kw_only=True)
class Problem(Frozen):
    """One thing that is wrong with a file.

    >>> print(Problem(path=("unit",), line=2, column=7, message="no unit", hint="name one"))
    2:7: unit: no unit; name one
    """

    #: Where in the tree; empty for the file as a whole.
    path: TreePath = ()
    #: The line, from 1; None if it is not known.
    line: int | None = None
    #: The column, from 1; None if it is not known.
    column: int | None = None
    #: What was seen, and what would be right.
    message: str
    #: The likely fix; may be empty.
    hint: str = ""

    def __str__(self) -> str:
        """Return place, path, message and hint on one line."""
        place = "" if self.line is None else f"{self.line}:{self.column}: "
        path = f"{path_text(self.path)}: " if self.path else ""
        return f"{place}{path}{self.message}{'; ' if self.hint else ''}{self.hint}"


@final
@attrs.frozen
class BadFile(OffinnoError, ValueError):
    """A file whose content cannot be read; says everything that is wrong with it."""

    #: The file, as the caller called it.
    name: str
    #: What is wrong, in the order of the file; never empty.
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        """List the problems, one per line, as ``file:line:column: path: message``."""
        name = self.name if self.name.isprintable() else ascii(self.name)
        shown = [
            f"{name}:{'' if problem.line else ' '}{problem}" for problem in self.problems[:SHOWN]
        ]
        if (more := len(self.problems) - SHOWN) > 0:
            shown.append(f"{name}: and {more} more")
        return "\n".join(shown)


@final
class Problems:
    """Collects the problems of one file, so that they are raised together.

    >>> problems = Problems("sheet.yaml")
    >>> problems.add(("unit",), "no unit is given", "write 'unit: municipalities'")
    >>> problems.stop()
    Traceback (most recent call last):
    ...
    offinno.io._errors.BadFile: sheet.yaml: unit: no unit is given; write 'unit: municipalities'
    """

    __slots__ = ("_found", "_name", "_places")

    def __init__(self, name: str, places: Places | None = None) -> None:
        """Collect for the file *name*, whose nodes stand at *places*."""
        self._name = name
        self._places = places
        self._found: list[Problem] = []

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def add(self, path: TreePath, message: str, hint: str = "", *, at_key: bool = False) -> None:
        """Add a problem of the node at *path*, at its value or, with *at_key*, at its key.

        Where the file has no such node, the place is that of the nearest one above.

        Raises:
            BadFile: If there are so many problems that more would help nobody.
        """
        if self._places is None:
            self.put(Problem(path=path, message=message, hint=hint))
            return
        place = self._places.nearest(path)
        spot = (place.key if at_key else None) or place.value
        self.put(Problem(path=path, line=spot.line, column=spot.column, message=message, hint=hint))

    def put(self, problem: Problem) -> None:
        """Add *problem* as it is.

        Raises:
            BadFile: If there are so many problems that more would help nobody.
        """
        self._found.append(problem)
        if len(self._found) >= COLLECTED:
            self.stop()

    def stop(self) -> None:
        """Return if there is no problem.

        Raises:
            BadFile: If there is one, with all of them in the order of the file.
        """
        if self._found:
            raise self.error()

    def error(self) -> BadFile:
        """Return the error that holds what was found, in the order of the file."""
        return BadFile(self._name, tuple(sorted(self._found, key=_order)))


def _order(problem: Problem) -> tuple[bool, int, int]:
    """Return what sorts problems by place; those without come last."""
    return problem.line is None, problem.line or 0, problem.column or 0


@final
@attrs.frozen
class NotATree(OffinnoError, ValueError):
    """Data that no file can hold, or that would not be read back as it is."""

    #: Where in the data.
    path: TreePath
    #: What was seen, and what would be right.
    message: str

    def __str__(self) -> str:
        """Say where it is and what is wrong."""
        return f"cannot write {path_text(self.path) or 'the tree'}: {self.message}"


@final
@attrs.frozen
class CannotRead(OffinnoError, OSError):
    """A file that the system does not let us read, or that is too large to be read."""

    #: The file.
    path: str
    #: Why not.
    reason: str
    #: What may help.
    remedy: str

    def __str__(self) -> str:
        """Name the file, the reason and the remedy."""
        return f"cannot read {self.path!r}: {self.reason}; {self.remedy}"


@final
@attrs.frozen
class CannotWrite(OffinnoError, OSError):
    """A file that could not be written; what stood at its path before stands there still."""

    #: The file.
    path: str
    #: Why not.
    reason: str
    #: What may help.
    remedy: str

    def __str__(self) -> str:
        """Name the file, the reason and the remedy."""
        return f"cannot write {self.path!r}: {self.reason}; {self.remedy}"
