"""A file as plain data, and where in the file each piece of it stands.

A reader makes a `Tree`: plain values, and `Places` that give line and column for a path such as
``("indicators", 0, "unit")``. Values and places are kept apart, so that what is made from the
values need not carry places, and places cost little until somebody asks for one. Inside,
a place is the offset of a character; lines are counted when they are shown.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeAlias, final

import attrs

from offinno._frozen import Frozen

#: One step down a tree: the key in a mapping, or the number of an item, from 0.
Step: TypeAlias = str | int

#: The steps from the root of a tree to one node.
TreePath: TypeAlias = tuple[Step, ...]

#: What stands at the ends of a tree. A number with decimals or exponent is a `Decimal`.
Scalar: TypeAlias = str | int | Decimal | bool | None

#: A file as plain data.
Plain: TypeAlias = dict[str, "Plain"] | list["Plain"] | Scalar

#: Offsets in the shape of the tree, as small as can be, for a file may be large. A scalar and an
#: empty list or mapping: its own. A list: its own, then each item's. A mapping: its own, then
#: for each key the key, its offset, and the value's.
Spine: TypeAlias = int | str | tuple["Spine", ...]

_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


@final
@attrs.frozen
class Spot(Frozen):
    """A position in a text; both numbers count from 1, columns in characters."""

    #: The line.
    line: int
    #: The column.
    column: int


@final
@attrs.frozen
class Place(Frozen):
    """Where a node begins."""

    #: Where its value begins.
    value: Spot
    #: Where its key begins; None for an item of a list and for the root.
    key: Spot | None = None


@final
@attrs.frozen(repr=False)
class Lines(Frozen):
    r"""A text that knows its lines; they end in LF, CR LF or CR and in nothing else.

    >>> Lines("a: 1\nb: 2\n").spot(8)
    Spot(line=2, column=4)
    """

    #: The whole text.
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of the first character of every line."""
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def spot(self, offset: int) -> Spot:
        """Return line and column of the character at *offset*."""
        line = bisect_right(self._starts, offset)
        return Spot(line, offset - self._starts[line - 1] + 1)

    def line_at(self, offset: int) -> str:
        """Return the line in which the character at *offset* stands, without its end."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        end = _LINE_BREAK.search(self.text, start)
        return self.text[start : end.start() if end else len(self.text)]


@final
@attrs.frozen(eq=False, repr=False)
class Places(Frozen, Mapping[TreePath, Place]):
    r"""Line and column of every node of a tree, by its path; the root's path is ``()``.

    >>> from offinno.io._compose import read_yaml
    >>> places = read_yaml(b"title: GDP\nunit: NOK\n", name="sheet.yaml").places
    >>> places["unit",]
    Place(value=Spot(line=2, column=7), key=Spot(line=2, column=1))
    """

    #: The text of the file.
    lines: Lines
    #: The offsets, or the function that finds them in the text when they are needed.
    found: Spine | Callable[[str], Spine]

    @cached_property
    def _spine(self) -> Spine:
        """The offsets."""
        return self.found(self.lines.text) if callable(self.found) else self.found

    def __getitem__(self, path: TreePath) -> Place:
        key: int | None = None
        node = self._spine
        for step in path:
            key, node = _below(node, step)
        return self._place(key, node)

    def __iter__(self) -> Iterator[TreePath]:
        return (path for path, _ in self._walk())

    def __len__(self) -> int:
        return sum(1 for _ in self._walk())

    def nearest(self, path: TreePath) -> Place:
        """Return the place of *path*, or of the node nearest above it that the file has."""
        key: int | None = None
        node = self._spine
        for step in path:
            try:
                key, node = _below(node, step)
            except KeyError:
                break
        return self._place(key, node)

    def _place(self, key: int | None, node: Spine) -> Place:
        """Return the place of a node whose key stands at offset *key*."""
        own = self.lines.spot(_offset(node))
        return Place(own, None if key is None else self.lines.spot(key))

    def _walk(self) -> Iterator[tuple[TreePath, Spine]]:
        """Yield every path with its offsets, in the order of the file."""
        waiting: list[tuple[TreePath, Spine]] = [((), self._spine)]
        while waiting:
            path, node = waiting.pop()
            yield path, node
            below = [((*path, step), child) for step, _, child in _children(node)]
            waiting.extend(reversed(below))


def _offset(node: Spine) -> int:
    """Return where *node* itself begins."""
    first = node[0] if isinstance(node, tuple) else node
    assert isinstance(first, int)
    return first


def _below(node: Spine, step: Step) -> tuple[int | None, Spine]:
    """Return the offset of the key and the offsets of the value one *step* below *node*.

    Raises:
        KeyError: If there is no such step.
    """
    for key, offset, child in _children(node):
        if key == step:
            return offset, child
    raise KeyError(step)


def _children(node: Spine) -> Iterator[tuple[Step, int | None, Spine]]:
    """Yield the steps below *node*, each with the offset of its key and its own offsets."""
    if not isinstance(node, tuple):
        return
    below = iter(node[1:])
    for number, first in enumerate(below):
        if isinstance(first, str):
            yield first, _offset(next(below)), next(below)
        else:
            yield number, None, first


@final
@attrs.frozen
class Tree(Frozen):
    """A file that was read: its content as plain data, and where each piece stands.

    Two trees are equal when their content is, wherever it stands. The content is meant to be
    read, not changed; places stay those of the file.

    >>> from offinno.io._compose import read_yaml
    >>> from offinno.io._json import read_json
    >>> read_yaml(b"areas: [NO]", name="a") == read_json(b'{"areas": ["NO"]}', name="b")
    True
    """

    #: The content: dict, list, str, int, Decimal, bool and None.
    root: Plain
    #: Line and column of every node.
    places: Places = attrs.field(eq=False, repr=False)
