"""Shapes: one description of a piece of the file format, for reading, writing and the schema.

A reader, a writer and a JSON Schema that are written three times drift apart. Here each piece of
the format is one `Shape` that knows all three, so that what is written is read back and what the
schema refuses the reader refuses.

A shape that cannot read a node notes the problem with its place and raises `Flawed`; whatever
holds it goes on with its other parts, so that every problem of a file is found in one go.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, Protocol, final

import attrs

from offinno.exceptions import OffinnoError, guess, shortened
from offinno.io._errors import Problems
from offinno.io._places import Plain, TreePath
from offinno.language import Term, Text, Vocabulary, vocabulary
from offinno.model import Contradiction, Source
from offinno.units import Unit

#: A JSON Schema, or a part of one.
Schema = dict[str, Any]

#: Definitions of a schema by name; shapes with a name add theirs.
Definitions = dict[str, Schema]


@final
class Flawed(Exception):
    """A node could not be read; its problem has been noted."""


@final
@attrs.frozen(kw_only=True)
class At:
    """Where a reader stands in a file, and what it has learnt on the way there."""

    #: Collects what is wrong.
    problems: Problems
    #: The steps from the root.
    path: TreePath = ()
    #: The terms that texts may use.
    terms: Vocabulary = attrs.field(factory=vocabulary)
    #: The sources of the file by key.
    sources: Mapping[str, Source] = attrs.field(factory=dict)
    #: The unit of the figures below, where a header states it.
    unit: Unit | None = None
    #: The power of ten that the figures below are given in.
    multiplier: int = 0

    def step(self, step: str | int) -> "At":
        """Return the place one step further down."""
        return attrs.evolve(self, path=(*self.path, step))

    def refuse(self, message: str, hint: str = "") -> Flawed:
        """Note a problem here, and return what ends this branch."""
        self.problems.add(self.path, message, hint)
        return Flawed()

    def try_(self, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
        """Return what *make* makes; what it refuses is a problem here, or below where it says."""
        try:
            return make()
        except Contradiction as problem:
            for one in (problem, *problem.others):
                message = one.problem if one.steps else str(attrs.evolve(one, others=()))
                self.problems.add((*self.path, *one.steps), message)
            raise Flawed from None
        except OffinnoError as problem:
            raise self.refuse(str(problem)) from None

    def attempt(self, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
        """Return what *make* makes, or the class `Flawed` after noting what it refuses."""
        try:
            return self.try_(make)
        except Flawed:
            return Flawed


class Shape(Protocol):
    """A piece of the file format."""

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401 - each shape its own
        """Return what *node* says.

        Raises:
            Flawed: If it says nothing of this shape; the problem has been noted.
        """
        ...

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the node that says *value*."""
        ...

    def schema(self, definitions: Definitions) -> Schema:
        """Return the JSON Schema of such a node, adding named parts to *definitions*."""
        ...


def kind_of(node: Plain) -> str:
    """Return what sort of node it is, as a person would say.

    >>> kind_of(True), kind_of(["a"])
    ('true or false', 'a list')
    """
    match node:
        case None:
            return "null"
        case bool():
            return "true or false"
        case str():
            return f"the text {shortened(node, 40)!r}"
        case int() | Decimal():
            return f"the number {shortened(str(node), 40)}"
        case list():
            return "a list"
        case _:
            return "a mapping"


@final
@attrs.frozen
class TextLike:
    """A text that a function turns into something, and that ``str()`` gives back."""

    #: What it is called in errors, with an example.
    wanted: str
    #: Makes the thing; refuses with an `OffinnoError`.
    make: Callable[[str], Any]
    #: What the schema asks of the text.
    pattern: str | None = None
    #: Whether a whole number may stand for its digits, as in ``period: 2018``.
    whole: bool = False

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return what the text makes."""
        if self.whole and isinstance(node, int) and not isinstance(node, bool):
            node = str(node)
        if not isinstance(node, str):
            hint = "put it in quotes" if isinstance(node, int | Decimal | bool) else ""
            raise at.refuse(f"{kind_of(node)} stands where {self.wanted} is needed", hint)
        text = node
        return at.try_(lambda: self.make(text))

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the text, or the whole number where that is read as the same."""
        text = str(value)
        return int(text) if self.whole and re.fullmatch("[1-9][0-9]{3}", text) else text

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return a text, with its pattern."""
        text: Schema = {"type": "string"} | ({"pattern": self.pattern} if self.pattern else {})
        return {"anyOf": [text, {"type": "integer"}]} if self.whole else text


@final
@attrs.frozen
class Choice:
    """One of a closed set of texts."""

    #: The texts and what they mean.
    choices: Mapping[str, Any]

    @classmethod
    def of(cls, enum: type[Enum]) -> "Choice":
        """Return the values of *enum* as a choice."""
        return cls({member.value: member for member in enum})

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return what the text means."""
        if isinstance(node, str) and node in self.choices:
            return self.choices[node]
        known = tuple(self.choices)
        meant = guess(node, known) if isinstance(node, str) else ""
        raise at.refuse(f"{kind_of(node)} is none of {', '.join(known)}", meant)

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the text that means *value*."""
        return next(text for text, meaning in self.choices.items() if meaning == value)

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return the texts."""
        return {"enum": list(self.choices)}


@final
@attrs.frozen
class Whole:
    """A whole number."""

    def read(self, node: Plain, at: At) -> int:
        """Return the number."""
        if isinstance(node, int) and not isinstance(node, bool):
            return node
        raise at.refuse(f"{kind_of(node)} stands where a whole number is needed")

    def write(self, value: int) -> Plain:
        """Return the number."""
        return value

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return a whole number."""
        return {"type": "integer"}


@final
@attrs.frozen
class Flag:
    """True or false."""

    def read(self, node: Plain, at: At) -> bool:
        """Return it."""
        if isinstance(node, bool):
            return node
        raise at.refuse(f"{kind_of(node)} stands where true or false is needed")

    def write(self, value: bool) -> Plain:  # noqa: FBT001 - a value like others
        """Return it."""
        return value

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return true or false."""
        return {"type": "boolean"}


@final
@attrs.frozen
class Digits:
    """A number with its decimals as written."""

    def read(self, node: Plain, at: At) -> Decimal:
        """Return the number; the tree holds whole numbers as int."""
        if isinstance(node, int | Decimal) and not isinstance(node, bool):
            return Decimal(node)
        raise at.refuse(f"{kind_of(node)} stands where a number is needed", _number_hint(node))

    def write(self, value: Decimal) -> Plain:
        """Return the number, as int where it has no decimals."""
        return int(value) if value.as_tuple().exponent == 0 else value

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return a number."""
        return {"type": "number"}


def _number_hint(node: Plain) -> str:
    """Return what would be right in place of what is no number."""
    if node is None or (isinstance(node, str) and not re.search(r"\w", node)):
        return "say why there is none, as in {missing: not collected}"
    if not isinstance(node, str):
        return ""
    unit = ", and put the unit in 'unit'" if re.search(r"[^\d\s.,+-]", node) else ""
    return f"write it without quotes, with a point{unit}"


@final
@attrs.frozen
class Words:
    """A `Text`: a mapping of language tags to texts, or one text for all languages."""

    def read(self, node: Plain, at: At) -> Text:
        """Return the text."""
        if isinstance(node, str):
            return at.try_(lambda: Text({"und": node}))  # type: ignore[no-any-return]
        if not isinstance(node, dict):
            hint = "put it in quotes" if isinstance(node, int | Decimal | bool) else ""
            raise at.refuse(f"{kind_of(node)} stands where a text is needed", hint)
        found = {tag: _word(words, at.step(tag)) for tag, words in node.items()}
        texts = {tag: words for tag, words in found.items() if words is not None}
        if len(texts) < len(found):
            raise Flawed
        return at.try_(lambda: Text(texts))  # type: ignore[no-any-return]

    def write(self, value: Text) -> Plain:
        """Return the mapping, or the text alone where it is the same in all languages."""
        return value["und"] if tuple(value) == ("und",) else dict(value.texts)

    def schema(self, definitions: Definitions) -> Schema:
        """Return a text or a mapping of tags to texts."""
        definitions["Text"] = {
            "anyOf": [
                {"type": "string", "pattern": r"\S"},
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"},
                    "additionalProperties": {"type": "string", "pattern": r"\S"},
                },
            ]
        }
        return {"$ref": "#/$defs/Text"}


def _word(node: Plain, at: At) -> str | None:
    """Return the words of one language, or None after noting what is wrong."""
    if isinstance(node, str):
        return node
    hint = "put it in quotes" if isinstance(node, int | Decimal | bool) else ""
    at.problems.add(at.path, f"{kind_of(node)} stands where a text is needed", hint)
    return None


@final
@attrs.frozen
class Many:
    """A list of one shape."""

    #: The shape of its items.
    item: Shape
    #: What the items are collected in.
    collect: Callable[[list[Any]], Any] = tuple

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return the items, after looking at all of them."""
        if not isinstance(node, list):
            hint = "begin each item with a hyphen" if isinstance(node, dict) else ""
            raise at.refuse(f"{kind_of(node)} stands where a list is needed", hint)
        return self.collect(
            read_all((self.item, child, at.step(i)) for i, child in enumerate(node))
        )

    def write(self, value: Sequence[Any]) -> Plain:
        """Return the items; those of a set in the order of their texts."""
        items = [self.item.write(item) for item in value]
        return sorted(items, key=str) if isinstance(value, frozenset) else items

    def schema(self, definitions: Definitions) -> Schema:
        """Return a list."""
        unique = {"uniqueItems": True} if self.collect is frozenset else {}
        return {"type": "array", "items": self.item.schema(definitions)} | unique


@final
@attrs.frozen
class Pairs:
    """A mapping of names to texts, held as pairs."""

    def read(self, node: Plain, at: At) -> tuple[tuple[str, str], ...]:
        """Return the pairs."""
        if not isinstance(node, dict):
            raise at.refuse(f"{kind_of(node)} stands where a mapping is needed")
        shape = TextLike("a text", str)
        values = read_all((shape, child, at.step(name)) for name, child in node.items())
        return tuple(zip(node, values, strict=True))

    def write(self, value: tuple[tuple[str, str], ...]) -> Plain:
        """Return the mapping."""
        return dict(value)

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return a mapping of texts."""
        return {"type": "object", "additionalProperties": {"type": "string"}}


def read_all(parts: Any) -> list[Any]:  # noqa: ANN401 - triples of shape, node and place
    """Return what every part says, after looking at all of them.

    Raises:
        Flawed: If one of them could not be read.
    """
    found, flawed = [], False
    for shape, node, at in parts:
        try:
            found.append(shape.read(node, at))
        except Flawed:
            flawed = True
    if flawed:
        raise Flawed
    return found


@final
@attrs.frozen
class OneTerm:
    """A term by its key."""

    PATTERN: ClassVar[str] = "^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"

    def read(self, node: Plain, at: At) -> Term:
        """Return the term of that key."""
        if not isinstance(node, str):
            raise at.refuse(f"{kind_of(node)} stands where the key of a term is needed")
        key = node
        if key in at.terms:
            return at.terms[key]
        meant = guess(key, tuple(at.terms))
        raise at.refuse(f"no term has the key {shortened(key)!r}", meant or "add it under 'terms:'")

    def write(self, value: Term) -> Plain:
        """Return the key."""
        return value.key

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return the form of a key."""
        return {"type": "string", "pattern": self.PATTERN}


@final
@attrs.frozen
class Either:
    """Two shapes, told apart by whether a mapping has a certain key."""

    #: The key that tells.
    key: str
    #: The shape with that key.
    having: Shape
    #: The shape without.
    lacking: Shape
    #: The types that the first one makes.
    types: tuple[type[Any], ...]

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return what the shape that fits says."""
        fits = isinstance(node, dict) and self.key in node
        return (self.having if fits else self.lacking).read(node, at)

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the node of the shape that fits."""
        return (self.having if isinstance(value, self.types) else self.lacking).write(value)

    def schema(self, definitions: Definitions) -> Schema:
        """Return both."""
        return {"anyOf": [self.having.schema(definitions), self.lacking.schema(definitions)]}
