"""Figures in files: a number, a range or a reason for none, with what stands beside it.

The number is in the unit that the header of an indicator states, or in one that stands beside
it; a ``multiplier`` says which power of ten it is given in.
"""

from decimal import Decimal
from typing import Any, Final, final

import attrs

from offinno.io._places import Plain
from offinno.io._scale import Multiplier, OneUnit, multiplier, power_of, unscaled
from offinno.io._shapes import (
    At,
    Choice,
    Definitions,
    Digits,
    Flawed,
    Schema,
    Shape,
    TextLike,
    Whole,
    Words,
    kind_of,
    read_all,
)
from offinno.units import Unit
from offinno.values import (
    Counted,
    Interval,
    Missing,
    MissingReason,
    Qualifier,
    Range,
    Value,
)
from offinno.values._parts import is_level, wrong_level

_QUALIFIER: Final = Choice.of(Qualifier)
_BESIDE: Final = ("qualifier", "interval", "counted")


@final
@attrs.frozen
class Gap:
    """Why something is missing, with an optional note."""

    def read(self, node: Plain, at: At) -> Missing:
        """Return the reason."""
        assert isinstance(node, dict)  # a mapping with 'missing' was seen
        for key in node:
            if key not in {"missing", "note"}:
                raise at.step(key).refuse(f"unknown key {key!r}", "known: missing, note")
        reason = Choice.of(MissingReason).read(node["missing"], at.step("missing"))
        note = Words().read(node["note"], at.step("note")) if "note" in node else None
        return Missing(reason, note)

    def write(self, value: Missing) -> Plain:
        """Return the mapping."""
        node: dict[str, Plain] = {"missing": value.reason.value}
        return node | ({"note": Words().write(value.note)} if value.note else {})

    def schema(self, definitions: Definitions) -> Schema:
        """Return the mapping."""
        definitions["Missing"] = {
            "description": "Why there is none.",
            "type": "object",
            "properties": {
                "missing": Choice.of(MissingReason).schema(definitions),
                "note": Words().schema(definitions),
            },
            "required": ["missing"],
            "additionalProperties": False,
        }
        return {"$ref": "#/$defs/Missing"}


@final
@attrs.frozen(kw_only=True)
class Parts:
    """A mapping of plain parts, such as an interval, that makes one object."""

    #: The class that is made; its fields are the keys.
    cls: type[Any]
    #: The shapes of the keys.
    parts: tuple[tuple[str, Shape], ...]
    #: The keys that may be left out.
    optional: tuple[str, ...] = ()

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return the object."""
        shapes = dict(self.parts)
        if not isinstance(node, dict):
            raise at.refuse(f"{kind_of(node)} stands where {', '.join(shapes)} are needed")
        if wrong := [key for key in node if key not in shapes]:
            raise at.step(wrong[0]).refuse(
                f"unknown key {wrong[0]!r}", f"known: {', '.join(shapes)}"
            )
        if lost := [key for key in shapes if key not in node and key not in self.optional]:
            raise at.refuse(f"{lost[0]!r} is missing")
        found = read_all((shapes[key], child, at.step(key)) for key, child in node.items())
        values = dict(zip(node, found, strict=True))
        ends = [key for key in ("low", "high") if key in values]
        scaled = {key: unscaled(values[key], at) for key in ends}
        return at.try_(lambda: self.cls(**values | scaled))

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the mapping."""
        held = ((key, shape, getattr(value, key)) for key, shape in self.parts)
        return {key: shape.write(part) for key, shape, part in held if part is not None}

    def schema(self, definitions: Definitions) -> Schema:
        """Return the mapping."""
        return {
            "type": "object",
            "properties": {key: shape.schema(definitions) for key, shape in self.parts},
            "required": [key for key, _ in self.parts if key not in self.optional],
            "additionalProperties": False,
        }


@final
@attrs.frozen
class Level:
    """A level of confidence in per cent."""

    def read(self, node: Plain, at: At) -> Decimal:
        """Return the level."""
        number = Digits().read(node, at)
        if is_level(number):
            return number
        raise at.refuse(wrong_level(number), "write level: 95 for 95 %")

    def write(self, value: Decimal) -> Plain:
        """Return the number."""
        return Digits().write(value)

    def schema(self, definitions: Definitions) -> Schema:
        """Return a number between the bounds."""
        bounds = {"exclusiveMinimum": 1, "exclusiveMaximum": 100}
        return Digits().schema(definitions) | bounds


INTERVAL: Final = Parts(
    cls=Interval,
    parts=(
        ("low", Digits()),
        ("high", Digits()),
        ("level", Level()),
        ("method", TextLike("a text", str)),
    ),
    optional=("level", "method"),
)
COUNTED: Final = Parts(cls=Counted, parts=(("x", Whole()), ("of", Whole())))


@final
@attrs.frozen
class Figure:
    """The keys of a figure within a mapping: ``value`` and what stands beside it."""

    #: Whether unit and multiplier stand beside the number rather than in a header.
    own_unit: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that belong to the figure."""
        own = ("unit", "multiplier") if self.own_unit else ()
        return ("value", *own, *_BESIDE)

    def read(self, node: dict[str, Plain], at: At) -> Value | Range | Missing:
        """Return the figure that the keys of *node* say."""
        if "value" not in node:
            raise Flawed  # noted by the record
        given = node["value"]
        if isinstance(given, dict) and "missing" in given:
            return self._missing(node, at)
        inside = self._with_unit(node, at) if self.own_unit else at
        if inside.unit is None:
            raise Flawed  # the unit could not be read, which was noted
        if isinstance(given, dict):
            self._alone(node, at, "a range")
            return _range(given, inside.step("value"), inside.unit)
        return _value(node, inside, inside.unit)

    def _missing(self, node: dict[str, Plain], at: At) -> Missing:
        """Return why there is no number."""
        self._alone(node, at, "what is missing")
        return Gap().read(node["value"], at.step("value"))

    def _alone(self, node: dict[str, Plain], at: At, what: str) -> None:
        """Check that nothing stands beside that only a number can have."""
        if beside := [key for key in _BESIDE if key in node]:
            raise at.step(beside[0]).refuse(f"{beside[0]!r} stands beside {what}", "leave it out")

    def _with_unit(self, node: dict[str, Plain], at: At) -> At:
        """Return the place with the unit and multiplier that stand beside the number."""
        if "unit" not in node:
            raise at.refuse("'unit' is missing", "say what the number is of, as in 'unit: NOK'")
        unit = OneUnit().read(node["unit"], at.step("unit"))
        return attrs.evolve(at, unit=unit, multiplier=multiplier(node, at, unit))

    def write(self, value: Value | Range | Missing) -> dict[str, Plain]:
        """Return the keys that say *value*."""
        if isinstance(value, Missing):
            return {"value": Gap().write(value)}
        power = power_of(value.unit, value) if self.own_unit else 0
        node = _written(value, power)
        if not self.own_unit:
            return node
        return node | {"unit": str(value.unit)} | ({"multiplier": power} if power else {})

    def properties(self, definitions: Definitions) -> Schema:
        """Return the JSON Schema of the keys."""
        number = Digits().schema(definitions)
        own: Schema = {
            "unit": OneUnit().schema(definitions),
            "multiplier": Multiplier().schema(definitions),
        }
        return {
            "value": {
                "anyOf": [number, Gap().schema(definitions), OneRange().schema(definitions)],
            },
            "qualifier": _QUALIFIER.schema(definitions),
            "interval": INTERVAL.schema(definitions),
            "counted": COUNTED.schema(definitions),
            **(own if self.own_unit else {}),
        }


@final
@attrs.frozen
class OwnFigure:
    """A mapping that is a figure and nothing else, with its unit in it."""

    def read(self, node: Plain, at: At) -> Value:
        """Return the value."""
        if not isinstance(node, dict):
            raise at.refuse(f"{kind_of(node)} stands where a value with its unit is needed")
        figure = Figure(own_unit=True)
        if wrong := [key for key in node if key not in figure.keys]:
            raise at.step(wrong[0]).refuse(
                f"unknown key {wrong[0]!r}", f"known: {', '.join(figure.keys)}"
            )
        if "value" not in node:
            raise at.refuse("'value' is missing")
        found = figure.read(node, at)
        if isinstance(found, Value):
            return found
        raise at.step("value").refuse("a single number is needed here")

    def write(self, value: Value) -> Plain:
        """Return the mapping."""
        return Figure(own_unit=True).write(value)

    def schema(self, definitions: Definitions) -> Schema:
        """Return the mapping."""
        properties = Figure(own_unit=True).properties(definitions)
        definitions["Value"] = {
            "description": "A number in a unit.",
            "type": "object",
            "properties": properties | {"value": Digits().schema(definitions)},
            "required": ["value", "unit"],
            "additionalProperties": False,
        }
        return {"$ref": "#/$defs/Value"}


def _value(node: dict[str, Plain], at: At, unit: Unit) -> Value:
    """Return the number and what stands beside it."""
    shapes: dict[str, Shape] = {
        "value": Digits(),
        "qualifier": _QUALIFIER,
        "interval": INTERVAL,
        "counted": COUNTED,
    }
    given = [key for key in shapes if key in node]
    read = read_all((shapes[key], node[key], at.step(key)) for key in given)
    found = dict(zip(given, read, strict=True))
    return at.step("value").try_(  # type: ignore[no-any-return]
        lambda: Value(
            unscaled(found["value"], at),
            unit,
            found.get("qualifier", Qualifier.EXACT),
            interval=found.get("interval"),
            counted=found.get("counted"),
        )
    )


def _range(node: dict[str, Plain], at: At, unit: Unit) -> Range:
    """Return a range, whose ends are numbers or numbers with a qualifier."""
    if wrong := [key for key in node if key not in {"low", "high", "across"}]:
        raise at.step(wrong[0]).refuse(
            f"unknown key {wrong[0]!r}", "a range has low, high and across; a gap has missing"
        )
    if lost := [key for key in ("low", "high") if key not in node]:
        raise at.refuse(f"{lost[0]!r} is missing", "a range has low, high and across")
    ends = read_all((_End(unit), node[key], at.step(key)) for key in ("low", "high"))
    across = Words().read(node["across"], at.step("across")) if "across" in node else None
    return at.try_(lambda: Range(low=ends[0], high=ends[1], across=across))  # type: ignore[no-any-return]


@final
@attrs.frozen
class OneRange:
    """A range in the unit that a header states."""

    def read(self, node: Plain, at: At) -> Range:
        """Return the range."""
        assert at.unit is not None  # columns are read only below a unit
        if not isinstance(node, dict):
            raise at.refuse(f"{kind_of(node)} stands where a range is needed")
        return _range(node, at, at.unit)

    def write(self, value: Range) -> Plain:
        """Return the mapping."""
        return _written(value, 0)["value"]

    def schema(self, definitions: Definitions) -> Schema:
        """Return the mapping."""
        number = Digits().schema(definitions)
        qualified: Schema = {
            "type": "object",
            "properties": {"value": number, "qualifier": _QUALIFIER.schema(definitions)},
            "required": ["value"],
            "additionalProperties": False,
        }
        end = {"anyOf": [number, qualified]}
        definitions["Range"] = {
            "description": "Several values between two ends.",
            "type": "object",
            "properties": {"low": end, "high": end, "across": Words().schema(definitions)},
            "required": ["low", "high"],
            "additionalProperties": False,
        }
        return {"$ref": "#/$defs/Range"}


@final
@attrs.frozen
class _End:
    """One end of a range."""

    unit: Unit

    def read(self, node: Plain, at: At) -> Value:
        """Return the number, with its qualifier where it has one."""
        row: dict[str, Plain] = node if isinstance(node, dict) else {"value": node}
        if wrong := [key for key in row if key not in {"value", "qualifier"}] or (
            [] if "value" in row else ["value"]
        ):
            raise at.refuse(f"{wrong[0]!r} does not fit; an end has value and qualifier")
        return _value(row, at if row is node else _above(at), self.unit)


def _above(at: At) -> At:
    """Return the place such that a step to ``value`` stays where it is."""
    return attrs.evolve(at, path=at.path[:-1]) if at.path else at


def _written(value: Value | Range, power: int) -> dict[str, Plain]:
    """Return the keys of a number or range, given in a power of ten."""
    if isinstance(value, Range):
        node: dict[str, Plain] = {"low": _end(value.low, power), "high": _end(value.high, power)}
        across = {"across": Words().write(value.across)} if value.across else {}
        return {"value": node | across}
    beside: dict[str, Plain] = {"value": _number(value.magnitude, power)}
    if value.qualifier is not Qualifier.EXACT:
        beside["qualifier"] = value.qualifier.value
    if value.interval is not None:
        beside["interval"] = _interval(value.interval, power)
    if value.counted is not None:
        beside["counted"] = COUNTED.write(value.counted)
    return beside


def _interval(interval: Interval, power: int) -> Plain:
    """Return an interval, its ends given in a power of ten."""
    ends = {"low": _number(interval.low, power), "high": _number(interval.high, power)}
    node = INTERVAL.write(interval)
    assert isinstance(node, dict)
    return node | ends


def _end(value: Value, power: int) -> Plain:
    """Return one end of a range."""
    number = _number(value.magnitude, power)
    if value.qualifier is Qualifier.EXACT:
        return number
    return {"value": number, "qualifier": value.qualifier.value}


def _number(magnitude: Decimal, power: int) -> Plain:
    """Return a number given in a power of ten."""
    return Digits().write(magnitude.scaleb(-power))
