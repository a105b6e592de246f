"""From events to a tree: the meaning of scalars, and what is refused with its place.

The events are PyYAML's, or those that `offinno.io._json` makes of a JSON text to find out where
things stand in it.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Final, final

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from offinno.exceptions import shortened
from offinno.io._errors import Problem, Problems
from offinno.io._places import Lines, Plain, Scalar, Spine, Step
from offinno.io._plain import Refusal, plain_value, quoted
from offinno.io._text import unsafe

#: How deep lists and mappings may stand in one another.
MAX_DEPTH: Final = 64

#: What is said of lists and mappings that stand deeper.
TOO_DEEP: Final = f"lists and mappings stand more than {MAX_DEPTH} deep in one another"


# Where an event begins, in characters from the beginning of the text.
_offset: Callable[[Event], int] = attrgetter("start_mark.index")


@final
class Composer:
    """Builds a tree and its offsets from events; collects what it refuses."""

    __slots__ = ("_lines", "_next", "_path", "_problems")

    def __init__(self, next_event: Callable[[], Event], lines: Lines, problems: Problems) -> None:
        """Take events from *next_event*, which come from the text in *lines*."""
        self._next = next_event
        self._lines = lines
        self._problems = problems
        self._path: list[Step] = []

    def tree(self) -> tuple[Plain, Spine]:
        """Return the next node with all below it.

        Raises:
            BadFile: If there are too many problems, or the tree is too deep.
        """
        return self._node(self._next())

    def _node(self, event: Event) -> tuple[Plain, Spine]:
        """Return the node that begins with *event*."""
        if isinstance(event, ScalarEvent):
            return self._scalar(event), _offset(event)
        if isinstance(event, CollectionStartEvent):
            self._check_start(event)
            mapping = isinstance(event, MappingStartEvent)
            return self._mapping(event) if mapping else self._sequence(event)
        assert isinstance(event, AliasEvent)
        seen = f"*{shortened(event.anchor or '')}"
        hint = f"repeat what it stands for, or put it in quotes if it is text: {quoted(seen)}"
        self._refuse(event, f"{seen!r} is an alias, and aliases are not read", hint)
        return None, _offset(event)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        """Return what a scalar stands for."""
        text = event.value
        if event.anchor or event.tag:
            self._check_marks(event)
        if not event.style:
            value = plain_value(text)
            if not isinstance(value, Refusal):
                return value
            self._refuse(event, value.message, value.hint)
        elif event.style == '"' and (seen := unsafe(text)):
            self._refuse(event, f"the text holds the character {seen}", "leave it out")
        return text

    def _mapping(self, start: Event) -> tuple[Plain, Spine]:
        """Return a mapping."""
        found: dict[str, Plain] = {}
        offsets: list[Spine] = [_offset(start)]
        path = self._path
        path.append("")
        event = self._next()
        while not isinstance(event, MappingEndEvent):
            key = self._key(event)
            if key in found:
                self._refuse_twice(event, key, offsets)
            found[key], below = self._node(self._next())
            offsets += key, _offset(event), below
            event = self._next()
        path.pop()
        return found, _packed(offsets)

    def _sequence(self, start: Event) -> tuple[Plain, Spine]:
        """Return a list."""
        found: list[Plain] = []
        offsets: list[Spine] = [_offset(start)]
        path = self._path
        path.append(0)
        event = self._next()
        while not isinstance(event, SequenceEndEvent):
            path[-1] = len(found)
            value, below = self._node(event)
            found.append(value)
            offsets.append(below)
            event = self._next()
        path.pop()
        return found, _packed(offsets)

    def _key(self, event: Event) -> str:
        """Return the key that *event* begins; a key is text."""
        if not isinstance(event, ScalarEvent):
            self._path[-1] = "?"
            hint = "put a text that begins with { or [ in quotes"
            self._refuse(event, "a key has to be text", hint)
            self._node(event)
            return "?"
        self._path[-1] = event.value
        key = self._scalar(event)
        if isinstance(key, str):
            return key
        seen = shortened(event.value)
        self._refuse(event, f"the key {seen} is not text", f"put it in quotes: {quoted(seen)}")
        return event.value

    def _check_start(self, event: CollectionStartEvent) -> None:
        """Check what a list or a mapping begins with; too deep a tree ends reading."""
        if event.anchor or event.tag:
            self._check_marks(event)
        if len(self._path) >= MAX_DEPTH:
            self._refuse(event, TOO_DEEP, "")
            raise self._problems.error()

    def _check_marks(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Refuse anchor and tag."""
        if event.anchor:
            seen = f"&{shortened(event.anchor)}"
            self._refuse(event, f"{seen!r} is an anchor, and anchors are not read", _LEAVE_OUT)
        if event.tag:
            seen = shortened(event.tag)
            self._refuse(event, f"{seen!r} is a tag, and tags are not read", _LEAVE_OUT)

    def _refuse_twice(self, event: Event, key: str, offsets: list[Spine]) -> None:
        """Refuse a key that the mapping has already."""
        first = offsets[offsets.index(key) + 1]
        assert isinstance(first, int)
        line = self._lines.spot(first).line
        message = f"the key {shortened(key)!r} is given twice, first on line {line}"
        self._refuse(event, message, "keep one of them")

    def _refuse(self, event: Event, message: str, hint: str) -> None:
        """Note a problem at *event* and go on."""
        spot = self._lines.spot(_offset(event))
        path = tuple(self._path)
        self._problems.put(
            Problem(path=path, line=spot.line, column=spot.column, message=message, hint=hint)
        )


def _packed(offsets: list[Spine]) -> Spine:
    """Return the offsets of a list or a mapping; those of an empty one are its own only."""
    return tuple(offsets) if len(offsets) > 1 else offsets[0]


_LEAVE_OUT: Final = "leave it out, or put the text in quotes"
