"""Records: mappings that become objects, field by field, by the types of their class."""

import inspect
import re
from collections.abc import Callable, Hashable, Mapping
from functools import cache, partial
from textwrap import dedent
from typing import Any, Final, cast, final

import attrs

from offinno.exceptions import guess, shortened
from offinno.io._figures import Figure
from offinno.io._places import Plain
from offinno.io._shapes import At, Definitions, Flawed, Schema, Shape, kind_of, read_all

#: What is learnt from a mapping before its fields are read: the new place, and fields read.
Before = Callable[[dict[str, Plain], At], tuple[At, dict[str, Any]]]

_COMMENT: Final = re.compile(r"((?: *#: .*\n)+) *([a-z_]+):")


@final
@attrs.frozen(kw_only=True)
class Record:
    """A mapping whose keys are the fields of a class.

    Fields are read first, all of them; the rules between fields speak only when all stand.
    """

    #: The class that is made.
    cls: type[Any]
    #: The shapes of its fields by name.
    fields: Mapping[str, Shape]
    #: The figure whose keys stand beside the fields, and the field it fills.
    figure: tuple[str, Figure] | None = None
    #: Keys with a fixed text, such as ``type`` of a block.
    tag: tuple[tuple[str, str], ...] = ()
    #: What is learnt before fields are read.
    before: Before | None = None
    #: What is added to a node before it is written.
    after: Callable[[Any, dict[str, Plain]], dict[str, Plain]] | None = None
    #: Shapes of keys that no field has, read by *before*.
    extra: Mapping[str, Shape] = attrs.field(factory=dict)

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return the object that the mapping describes."""
        if not isinstance(node, dict):
            raise at.refuse(f"{kind_of(node)} stands where {self._called} is needed")
        known = self._check_keys(node, at)
        inside, values = self.before(node, at) if self.before else (at, {})
        given = [name for name in self.fields if name in node and name not in values]
        flawed = not known
        try:
            read = read_all((self.fields[name], node[name], inside.step(name)) for name in given)
            values |= self._converted(dict(zip(given, read, strict=True)), inside)
        except Flawed:
            flawed = True
        if self.figure is not None:
            try:
                values[self.figure[0]] = self.figure[1].read(node, inside)
            except Flawed:
                flawed = True
        if flawed or any(value is Flawed for value in values.values()):
            raise Flawed
        return at.try_(lambda: self.cls(**values))

    def _converted(self, values: dict[str, Any], at: At) -> dict[str, Any]:
        """Return values as the fields hold them, so that what one refuses is told at its place."""
        ready = dict(values)
        for field in attrs.fields(self.cls):
            if field.name in values and field.converter is not None:
                convert = partial(field.converter, values[field.name])
                ready[field.name] = at.step(field.name).attempt(convert)
        if any(value is Flawed for value in ready.values()):
            raise Flawed
        return ready

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the mapping, without fields that have their default."""
        node: dict[str, Plain] = dict(self.tag)
        for field in attrs.fields(self.cls):
            held = getattr(value, field.name)
            if self.figure is not None and field.name == self.figure[0]:
                node |= self.figure[1].write(held)
            elif field.name in self.fields and held not in (field.default, ()):
                node[field.name] = self.fields[field.name].write(held)
        return self.after(value, node) if self.after else node

    def schema(self, definitions: Definitions) -> Schema:
        """Return a reference to the definition of this record."""
        name = self.cls.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = self.definition(definitions)
        return {"$ref": f"#/$defs/{name}"}

    @property
    def _called(self) -> str:
        """What a person would call it."""
        words = re.sub(r"(?<!^)(?=[A-Z])", " ", self.cls.__name__).lower()
        return f"the mapping of {'an' if words[0] in 'aeiou' else 'a'} {words}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the mapping may have."""
        figure = self.figure[1].keys if self.figure else ()
        return (*(name for name, _ in self.tag), *self.extra, *self.fields, *figure)

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that the mapping must have."""
        must = [
            field.name
            for field in attrs.fields(self.cls)
            if field.name in self.fields and field.default is attrs.NOTHING
        ]
        return (*(name for name, _ in self.tag), *must, *(("value",) if self.figure else ()))

    def _check_keys(self, node: dict[str, Plain], at: At) -> bool:
        """Note unknown and missing keys, and return whether there are none."""
        problems = len(at.problems)
        for key in node:
            if key not in self.keys:
                meant = guess(key, self.keys)
                known = f"known: {', '.join(self.keys)}"
                message = f"unknown key {shortened(key)!r}"
                at.problems.add((*at.path, key), message, meant or known, at_key=True)
        for key in self.required:
            if key not in node:
                at.problems.add(at.path, f"{key!r} is missing from {self._called}")
        return len(at.problems) == problems

    def definition(self, definitions: Definitions) -> Schema:
        """Return the JSON Schema of the mapping."""
        told = comments(cast("Hashable", self.cls))
        properties: Schema = {name: {"const": text} for name, text in self.tag}
        shapes = {**self.extra, **self.fields}
        properties |= {
            name: _described(shape.schema(definitions), told.get(name))
            for name, shape in shapes.items()
        }
        if self.figure is not None:
            properties |= self.figure[1].properties(definitions)
        summary = (inspect.getdoc(self.cls) or "").partition("\n")[0]
        return {
            "description": summary,
            "type": "object",
            "properties": properties,
            "required": list(self.required),
            "additionalProperties": False,
        }


def _described(schema: Schema, description: str | None) -> Schema:
    """Return *schema* with a description."""
    return schema if description is None else {"description": description, **schema}


@cache
def comments(cls: type[Any]) -> dict[str, str]:
    """Return the ``#:`` comments of the fields of *cls*, which describe them."""
    source = dedent(inspect.getsource(cls))
    return {
        name: " ".join(line.strip().removeprefix("#: ") for line in block.splitlines())
        for block, name in _COMMENT.findall(source)
    }


@final
@attrs.frozen(kw_only=True)
class Tagged:
    """One of several records, told apart by a fixed text under one key."""

    #: The key.
    key: str
    #: The records by their text.
    records: Mapping[str, Record]

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return what the record of that text says."""
        if not isinstance(node, dict):
            raise at.refuse(f"{kind_of(node)} stands where a mapping with {self.key!r} is needed")
        text = node.get(self.key)
        known = tuple(self.records)
        if isinstance(text, str) and text in self.records:
            return self.records[text].read(node, at)
        meant = guess(text, known) if isinstance(text, str) else ""
        if self.key not in node:
            raise at.refuse(f"{self.key!r} is missing", f"one of {', '.join(known)} is needed")
        message = f"{kind_of(text)} is none of {', '.join(known)}"
        raise at.step(self.key).refuse(message, meant)

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the node of the record that makes such objects."""
        record = next(record for record in self.records.values() if record.cls is type(value))
        return record.write(value)

    def schema(self, definitions: Definitions) -> Schema:
        """Return all records."""
        return {"oneOf": [record.schema(definitions) for record in self.records.values()]}
