"""The native format: which shape each type of the model has in a file."""

import types
from collections.abc import Hashable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, Literal, Union, cast, get_args, get_origin

import attrs

from offinno import model
from offinno.exceptions import guess, shortened
from offinno.io._blocks import BLOCKS
from offinno.io._columnar import Columnar
from offinno.io._figures import COUNTED, INTERVAL, Figure, Gap, OneRange, OwnFigure
from offinno.io._places import Plain
from offinno.io._records import Record, Tagged
from offinno.io._scale import Multiplier, OneUnit, Quoted, power_in, power_of
from offinno.io._shapes import (
    At,
    Choice,
    Definitions,
    Digits,
    Either,
    Flag,
    Flawed,
    Many,
    OneTerm,
    Pairs,
    Schema,
    Shape,
    TextLike,
    Whole,
    Words,
    kind_of,
    read_all,
)
from offinno.language import LANGUAGES, Term, Text, language
from offinno.model import Area, Observation, Observations, Source, checked_url, parse_reference
from offinno.units import Unit
from offinno.values import Counted, Interval, Missing, Period, Range, Value

_KEY: Final = TextLike("a key", str, "^[a-z0-9]+(-[a-z0-9]+)*$")
_URL: Final = TextLike("an address", checked_url, "^(https?|doi|mailto):")
_PERIOD: Final = TextLike("a period, such as 2018 or 2018-Q4,", Period, whole=True)
_AREA_CODE: Final = TextLike("the code of an area", Area)
_PLAIN: Final = TextLike("a text", str, r"\S")


class OneArea:
    """An area by its code; one of your own with its label."""

    def read(self, node: Plain, at: At) -> Area:
        """Return the area."""
        if not isinstance(node, dict):
            return _AREA_CODE.read(node, at)  # type: ignore[no-any-return]
        if set(node) != {"code", "label"}:
            raise at.refuse("an area of your own has a code, x-…, and a label")
        code, label = read_all(
            ((_PLAIN, node["code"], at.step("code")), (Words(), node["label"], at.step("label")))
        )
        return at.try_(lambda: Area(code, label))  # type: ignore[no-any-return]

    def write(self, value: Area) -> Plain:
        """Return the code, with the label where it is not that of the list."""
        if value.list != "own" and value.label == Area(value.code).label:
            return value.code
        assert value.label is not None
        return {"code": value.code, "label": Words().write(value.label)}

    def schema(self, definitions: Definitions) -> Schema:
        """Return a code, or a code with a label."""
        own: Schema = {
            "type": "object",
            "properties": {"code": {"type": "string"}, "label": Words().schema(definitions)},
            "required": ["code", "label"],
            "additionalProperties": False,
        }
        return {"anyOf": [{"type": "string"}, own]}


class _SourceKey:
    """A source by its key, among those of the file."""

    def read(self, node: Plain, at: At) -> Source:
        """Return the source of that key."""
        if not isinstance(node, str):
            raise at.refuse(f"{kind_of(node)} stands where the key of a source is needed")
        if node not in at.sources:
            meant = guess(node, tuple(at.sources))
            message = f"no source has the key {shortened(node)!r}"
            raise at.refuse(message, meant or "add it under 'sources:'")
        source = at.sources[node]
        if source is None:
            raise Flawed  # the source itself could not be read, which was noted
        return source

    def write(self, value: Source) -> Plain:
        """Return the key."""
        return value.key

    def schema(self, definitions: Definitions) -> Schema:
        """Return the form of a key."""
        return _KEY.schema(definitions)


class Terms:
    """Terms by key, each with its labels."""

    def read(self, node: Plain, at: At) -> tuple[Term, ...]:
        """Return the terms."""
        if not isinstance(node, dict):
            raise at.refuse(f"{kind_of(node)} stands where a mapping of keys to terms is needed")
        rows = [_keyed(key, row) for key, row in node.items()]
        record = shape_of(Term)
        return tuple(read_all((record, row, at.step(k)) for k, row in zip(node, rows, strict=True)))

    def write(self, value: tuple[Term, ...]) -> Plain:
        """Return the mapping."""
        rows = [shape_of(Term).write(term) for term in value]
        return {str(row.pop("key")): row for row in rows if isinstance(row, dict)}

    def schema(self, definitions: Definitions) -> Schema:
        """Return a mapping of terms."""
        shape_of(Term).schema(definitions)
        term = definitions["Term"]
        properties = {key: part for key, part in term["properties"].items() if key != "key"}
        inner = term | {"properties": properties, "required": ["label"]}
        return {
            "type": "object",
            "propertyNames": OneTerm().schema(definitions),
            "additionalProperties": inner,
        }


def _keyed(key: str, row: Plain) -> Plain:
    """Return the row of a term with its key in it."""
    return {"key": key, **row} if isinstance(row, dict) else row


class _Rows:
    """The observations of an indicator: a list of rows, or columns."""

    def read(self, node: Plain, at: At) -> Observations:
        """Return the observations."""
        if isinstance(node, dict):
            return Columnar().read(node, at)
        rows = Many(shape_of(Observation)).read(node, at)
        unit = at.unit
        if unit is None:
            raise Flawed  # the unit could not be read, which was noted
        return at.try_(lambda: Observations.of(unit, rows))  # type: ignore[no-any-return]

    def write(self, value: Observations) -> Plain:
        """Return a list of rows."""
        return [shape_of(Observation).write(row) for row in value]

    def schema(self, definitions: Definitions) -> Schema:
        """Return a list of rows, or columns."""
        rows = Many(shape_of(Observation)).schema(definitions)
        return {"anyOf": [rows, Columnar().schema(definitions)]}


def _indicator_context(node: dict[str, Plain], at: At) -> tuple[At, dict[str, Any]]:
    """Read the unit of an indicator first, as its observations need it."""
    if "unit" not in node:
        return at, {}
    try:
        unit = OneUnit().read(node["unit"], at.step("unit"))
        return attrs.evolve(at, unit=unit, multiplier=power_in(node, at, unit)), {"unit": unit}
    except Flawed:
        return at, {"unit": Flawed}


def _with_multiplier(value: model.Indicator, node: dict[str, Plain]) -> dict[str, Plain]:
    """Return the node of an indicator with its numbers in a power of ten where that is shorter."""
    figures = [row.value for row in value.observations if not isinstance(row.value, Missing)]
    power = power_of(value.unit, *figures)
    return _scaled_rows(node, power) if power else node


def _scaled_rows(node: dict[str, Plain], power: int) -> dict[str, Plain]:
    """Return *node* with the numbers of its rows given in a power of ten."""
    rows = node["observations"]
    assert isinstance(rows, list)
    scaled = [_scaled_row(row, power) for row in rows if isinstance(row, dict)]
    return {"multiplier": power} | node | {"observations": list(scaled)}


def _scaled_row(row: dict[str, Plain], power: int) -> dict[str, Plain]:
    """Return one row with its numbers given in a power of ten."""
    return {
        key: _scaled_node(value, power) if key in {"value", "interval"} else value
        for key, value in row.items()
    }


def _scaled_node(node: Plain, power: int) -> Plain:
    """Return a number, or the numbers of a range or interval, in a power of ten."""
    if isinstance(node, dict):
        ends = {"low", "high", "value"}
        return {k: _scaled_node(v, power) if k in ends else v for k, v in node.items()}
    assert isinstance(node, int | Decimal)
    return Digits().write(Decimal(node).scaleb(-power))


def _sheet_context(node: dict[str, Plain], at: At) -> tuple[At, dict[str, Any]]:
    """Read the terms and sources of a sheet first, as all else refers to them."""
    values: dict[str, Any] = {}
    if "terms" in node:
        try:
            values["terms"] = Terms().read(node["terms"], at.step("terms"))
            at = attrs.evolve(at, terms=at.terms.with_terms(*values["terms"]))
        except Flawed:
            values["terms"] = Flawed
    if "sources" in node:
        at, values["sources"] = sources_of(node["sources"], at)
    return at, values


def sources_of(node: Plain, at: At) -> tuple[At, Any]:
    """Return the place with the sources that a list holds, and the sources, or Flawed."""
    here = at.step("sources")
    record = shape_of(Source)
    known: dict[str, Any] = dict(at.sources)
    try:
        found = Many(record).read(node, here)
    except Flawed:
        found = Flawed
    for row in node if isinstance(node, list) else ():
        if isinstance(row, dict) and isinstance(row.get("key"), str):
            known[str(row["key"])] = None
    known |= {source.key: source for source in found} if found is not Flawed else {}
    return attrs.evolve(at, sources=known), found


class _Row:
    """One observation beside its indicator, with its unit in it."""

    def read(self, node: Plain, at: At) -> Observation:
        """Return the observation."""
        return _ROW.read(node, at)  # type: ignore[no-any-return]

    def write(self, value: Observation) -> Plain:
        """Return the mapping."""
        return _ROW.write(value)

    def schema(self, definitions: Definitions) -> Schema:
        """Return the mapping."""
        inner = _ROW.definition(definitions)
        definitions["ObservationWithUnit"] = inner
        return {"$ref": "#/$defs/ObservationWithUnit"}


@attrs.frozen
class _Later:
    """A record that is looked up when it is needed, as it may hold itself."""

    #: Its class.
    cls: type[Any]

    def read(self, node: Plain, at: At) -> Any:  # noqa: ANN401
        """Return what the mapping describes."""
        return record_of(self.cls).read(node, at)

    def write(self, value: Any) -> Plain:  # noqa: ANN401
        """Return the mapping."""
        return record_of(self.cls).write(value)

    def schema(self, definitions: Definitions) -> Schema:
        """Return a reference to the definition."""
        return record_of(self.cls).schema(definitions)


#: Shapes of fields whose type does not say all.
_FIELDS: Final[Mapping[tuple[type[Any], str], Shape]] = {
    (Source, "url"): _URL,
    (model.Link, "url"): _URL,
    (model.Indicator, "sources"): Many(_SourceKey()),
    (model.Input, "source"): _SourceKey(),
    (model.Input, "lineage"): _Later(model.Derivation),
    (model.Datum, "indicator"): _Later(model.Indicator),
    (model.Datum, "observation"): _Row(),
    (model.Factsheet, "terms"): Terms(),
    (model.Factsheet, "languages"): Many(
        Choice({tag: language(tag) for tag in (*LANGUAGES, "no")})
    ),
    (model.SupportRate, "rate"): OwnFigure(),
    (Term, "key"): TextLike("a key", str, OneTerm.PATTERN),
}

#: Records whose figure stands beside their other fields: the unit in a header, or in the row.
_FIGURES: Final[Mapping[type[Any], tuple[str, Figure]]] = {
    Observation: ("value", Figure()),
    model.Amount: ("value", Figure(own_unit=True)),
    model.Tally: ("value", Figure(own_unit=True)),
    model.Input: ("value", Figure(own_unit=True)),
}

_SIMPLE: Final[Mapping[Any, Shape]] = {
    str: _PLAIN,
    int: Whole(),
    bool: Flag(),
    Decimal: Digits(),
    Text: Words(),
    Term: OneTerm(),
    Period: _PERIOD,
    Area: OneArea(),
    Unit: OneUnit(),
    Missing: Gap(),
    Value: OwnFigure(),
    Range: OneRange(),
    Interval: INTERVAL,
    Counted: COUNTED,
    Observations: _Rows(),
    model.Reference: TextLike("a reference, such as key[area=NO],", parse_reference),
    tuple[tuple[str, str], ...]: Pairs(),
}


@cache
def shape_of(cls: Any) -> Shape:  # noqa: ANN401 - a class, union or generic alias
    """Return the shape of a type of the model, or of one of its fields."""
    if isinstance(cls, type) and issubclass(cls, Enum):
        return Choice.of(cls)
    if isinstance(cls, type) and attrs.has(cls):
        return record_of(cls)
    if get_origin(cls) is Literal:
        return Choice({text: text for text in get_args(cls)})
    if get_origin(cls) in {tuple, frozenset}:
        return Many(_part(get_args(cls)[0]), get_origin(cls))
    return _union(cls)


def _part(cls: Any) -> Shape:  # noqa: ANN401
    """Return the shape of a type where it stands inside another: terms by key, for example."""
    found = _SIMPLE.get(cls)
    return shape_of(cls) if found is None else found


def _union(cls: Any) -> Shape:  # noqa: ANN401
    """Return the shape of a union: optional, blocks, or something that may be missing."""
    assert get_origin(cls) in {Union, types.UnionType}, cls
    members = tuple(part for part in get_args(cls) if part is not type(None))
    if len(members) == 1:
        return _part(members[0])
    if set(members) == set(BLOCKS.values()):
        return Tagged(key="type", records={tag: record_of(b, tag) for tag, b in BLOCKS.items()})
    assert Missing in members, cls
    other = next(part for part in members if part is not Missing)
    return Either("missing", Gap(), _part(other), (Missing,))


def record_of(cls: type[Any], tag: str | None = None) -> Record:
    """Return the record of a class, with the tag of a block."""
    return _record(cast("Hashable", cls), tag)


@cache
def _record(key: Hashable, tag: str | None) -> Record:
    """Return the record of a class, made once."""
    cls = cast("type[Any]", key)
    figure = _FIGURES.get(cls)
    names = [f for f in attrs.fields(cls) if f.init and (figure is None or f.name != figure[0])]
    fields = {f.name: _FIELDS.get((cls, f.name)) or _part(f.type) for f in names}
    if "key" in fields and cls is not Term:
        fields["key"] = _KEY
    before, after, extra = _SPECIAL.get(cls, (None, None, {}))
    return Record(
        cls=cls,
        fields=fields,
        figure=figure,
        tag=() if tag is None else (("type", tag),),
        before=before,
        after=after,
        extra=extra,
    )


_SPECIAL: Final[Mapping[type[Any], tuple[Any, Any, Mapping[str, Shape]]]] = {
    model.Indicator: (
        _indicator_context,
        _with_multiplier,
        {"multiplier": Multiplier(), "quoted": Quoted()},
    ),
    model.Factsheet: (_sheet_context, None, {}),
}

_ROW: Final = attrs.evolve(record_of(Observation), figure=("value", Figure(own_unit=True)))
