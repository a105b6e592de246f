"""Observations in columns: a compact JSON form for many of them.

Each thing that tells rows apart is an axis: its categories, and for each row the number of its
category. Numbers stand in ``value``, their decimals in ``decimals``, one for each row or one for
all. What only few rows have stands in ``rows``, each with its number, in the words of a row.

.. code-block:: json

    {"schema": 1, "unit": "municipalities", "columns": {
      "area": {"categories": ["NO", "SE"], "codes": [0, 1]},
      "period": {"categories": ["2018"], "codes": [0, 0]},
      "value": [422, 290], "decimals": 0}}

JSON is decoded by msgspec, which lets a key that stands twice pass; so keys are looked through
before. Errors name the path; lines mean little in a file that is one line.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, final

import attrs

from offinno.exceptions import OffinnoError
from offinno.io._errors import BadFile, Problem, Problems
from offinno.io._json import read_json, write_json
from offinno.io._places import Plain
from offinno.io._shapes import At, Definitions, Flawed, Schema, Shape, kind_of, read_all
from offinno.language import Vocabulary, vocabulary
from offinno.model import Axis, Column, Evidence, Extra, Observations, Status
from offinno.model._column import code_type, column
from offinno.units import parse_unit
from offinno.values import MissingReason, Period, Qualifier

_AXES: Final = ("area", "period", "vintage", "source", "missing", "qualifier", "evidence", "status")
_RANGE: Final = "range"
_RANGE_CODE: Final = 255
_SEPARATOR: Final = ", "
#: Whole numbers below this are exact in a float.
_EXACT: Final = 1e15


def read_columns(data: bytes, *, name: str, terms: Vocabulary | None = None) -> Observations:
    """Return the observations that *data* holds as columnar JSON.

    Raises:
        BadFile: If the data are no such JSON, or the observations contradict each other.

    >>> found = read_columns(
    ...     b'{"schema": 1, "unit": "NOK", "columns": {'
    ...     b'"area": {"categories": ["NO"], "codes": [0]},'
    ...     b'"period": {"categories": ["2018"], "codes": [0]},'
    ...     b'"value": [1.5], "decimals": 1}}', name="example")
    >>> print(found[0].value)
    1.5 NOK
    """
    from offinno.io._columnar_json import Document, decoded

    document: Document = decoded(data, name)
    words = vocabulary() if terms is None else terms
    at = At(problems=Problems(name), terms=words)
    try:
        words = words.with_terms(*_terms(document, name, at))
        at = attrs.evolve(at, terms=words, unit=parse_unit(document.unit, words))
        return _observations(document.columns, _rows(document, name), at)
    except Flawed:
        raise at.problems.error() from None
    except (OffinnoError, OverflowError, ValueError) as problem:
        if isinstance(problem, BadFile):
            raise
        raise BadFile(name, (Problem(path=("columns",), message=str(problem)),)) from None


def write_columns(observations: Observations, terms: Plain = None) -> bytes:
    """Return *observations* as columnar JSON, the inverse of `read_columns`."""
    head: dict[str, Plain] = {"schema": 1, "unit": str(observations.unit)}
    head |= {"terms": terms} if terms else {}
    return write_json(head | _node(observations)).encode()


def _terms(document: Any, name: str, at: At) -> Any:  # noqa: ANN401 - a msgspec Struct, lazily made
    """Return the terms that a document brings."""
    from offinno.io._format import Terms

    raw = bytes(document.terms)
    return Terms().read(read_json(raw, name=name).root, at.step("terms")) if raw else ()


def _rows(document: Any, name: str) -> Plain:  # noqa: ANN401
    """Return the rows of a document as plain data."""
    raw = bytes(document.rows)
    return read_json(raw, name=name).root if raw else []


def _observations(columns: Any, rows: Plain, at: At) -> Observations:  # noqa: ANN401
    """Return observations made of decoded columns."""
    from offinno.io._format import OneArea

    unit = at.unit
    assert unit is not None
    axes = {key: getattr(columns, key) for key in _AXES}
    every = len(columns.value)
    decimals = columns.decimals
    return Observations(
        unit=unit,
        area=_axis(axes["area"], lambda node: OneArea().read(node, at.step("area"))),
        period=_axis(axes["period"], Period),
        breakdowns=tuple((key, _axis(a, str)) for key, a in sorted(columns.breakdowns.items())),
        value=column("<f8", columns.value),
        decimals=column("|i1", [decimals] * every if isinstance(decimals, int) else decimals),
        missing=_coded(axes["missing"], "|u1", _missing_code),
        qualifier=_coded(axes["qualifier"], "|u1", _position(Qualifier)),
        evidence=_coded(axes["evidence"], "|u1", _position(Evidence)),
        status=_coded(axes["status"], "<u2", _flags),
        vintage=_axis(axes["vintage"], Period) if axes["vintage"] else None,
        source=_axis(axes["source"], str) if axes["source"] else None,
        extras=_read_extras(rows, at),
    )


def _axis(axis: Any, make: Any) -> Axis:  # noqa: ANN401
    """Return an axis whose categories are made of their nodes."""
    categories = tuple(None if node is None else make(node) for node in axis.categories)
    return Axis(categories=categories, codes=column(code_type(len(categories)), axis.codes))


def _coded(axis: Any, dtype: str, code: Any) -> Column | None:  # noqa: ANN401
    """Return a column of the codes that the categories of an axis stand for."""
    if axis is None:
        return None
    import operator

    codes = [code(text) for text in axis.categories]
    if not axis.codes:
        return column(dtype, [])
    if min(axis.codes) < 0 or max(axis.codes) >= len(codes):
        message = "a row's code belongs to no category"
        raise ValueError(message)
    return column(dtype, list(map(codes.__getitem__, map(operator.index, axis.codes))))


def _missing_code(text: str | None) -> int:
    """Return the code of a reason for a missing number; null for a number."""
    if text is None:
        return 0
    return _RANGE_CODE if text == _RANGE else 1 + list(MissingReason).index(MissingReason(text))


def _position(enum: Any) -> Any:  # noqa: ANN401
    """Return the function that gives the position of a member by its text."""
    return lambda text: list(enum).index(enum(text))


def _flags(text: str) -> int:
    """Return quality flags as bits."""
    flags = {Status(name) for name in text.split(_SEPARATOR) if name}
    return sum(1 << bit for bit, status in enumerate(Status) if status in flags)


def _extra_shapes() -> Mapping[str, Shape]:
    """Return the shapes of what a row may have beside its columns."""
    from offinno.io._format import record_of

    return record_of(Extra).fields


def _read_extras(rows: Plain, at: At) -> tuple[tuple[int, Extra], ...]:
    """Return what single rows have beside the columns."""
    here = at.step("rows")
    if not isinstance(rows, list):
        raise here.refuse(f"{kind_of(rows)} stands where a list is needed")
    return tuple(read_all((_RowExtra(), row, here.step(i)) for i, row in enumerate(rows)))


class _RowExtra:
    """The number of a row, and what it has."""

    def read(self, node: Plain, at: At) -> tuple[int, Extra]:
        """Return both."""
        from offinno.io._format import record_of
        from offinno.io._shapes import Whole

        if not isinstance(node, dict) or "row" not in node:
            raise at.refuse(f"{kind_of(node)} stands where a mapping with 'row' is needed")
        number = Whole().read(node["row"], at.step("row"))
        rest = {key: value for key, value in node.items() if key != "row"}
        return number, record_of(Extra).read(rest, at)


@final
@attrs.frozen
class Columnar:
    """Columns in place of the list of observations, inside a larger file."""

    def read(self, node: Plain, at: At) -> Observations:
        """Return the observations."""
        assert isinstance(node, dict)
        if at.unit is None:
            raise Flawed  # the unit could not be read, which was noted
        if wrong := [key for key in node if key not in {"columns", "rows"}]:
            raise at.step(wrong[0]).refuse(f"unknown key {wrong[0]!r}", "known: columns, rows")
        head: dict[str, Plain] = {"schema": 1, "unit": str(at.unit)}
        try:
            data = write_json(head | node).encode()
            return read_columns(data, name="columns", terms=at.terms)
        except BadFile as problems:
            for problem in problems.problems:
                at.problems.add((*at.path, *problem.path), problem.message, problem.hint)
            raise Flawed from None

    def schema(self, definitions: Definitions) -> Schema:
        """Return columns and rows."""
        definitions["Axis"] = {
            "description": "Categories, and for each row the number of its category, from 0.",
            "type": "object",
            "properties": {
                "categories": {"type": "array", "items": {"type": ["string", "object", "null"]}},
                "codes": {"type": "array", "items": {"type": "integer", "minimum": 0}},
            },
            "required": ["categories", "codes"],
            "additionalProperties": False,
        }
        axis: Schema = {"$ref": "#/$defs/Axis"}
        whole: Schema = {"type": "integer", "minimum": -22, "maximum": 22}
        return {
            "type": "object",
            "properties": {
                "columns": {
                    "type": "object",
                    "properties": dict.fromkeys(_AXES, axis)
                    | {"breakdowns": {"type": "object", "additionalProperties": axis}}
                    | {"value": {"type": "array", "items": {"type": "number"}}}
                    | {"decimals": {"anyOf": [whole, {"type": "array", "items": whole}]}},
                    "required": ["area", "period", "value", "decimals"],
                    "additionalProperties": False,
                },
                "rows": {"type": "array", "items": self._row(definitions)},
            },
            "required": ["columns"],
            "additionalProperties": False,
        }

    def _row(self, definitions: Definitions) -> Schema:
        """Return what one row has."""
        parts = {key: shape.schema(definitions) for key, shape in _extra_shapes().items()}
        return {
            "type": "object",
            "properties": {"row": {"type": "integer", "minimum": 0}} | parts,
            "required": ["row"],
            "additionalProperties": False,
        }


def _node(these: Observations) -> dict[str, Plain]:
    """Return the columns and rows of observations as plain data."""
    from offinno.io._format import OneArea

    areas: list[Plain] = [OneArea().write(area) for area in these.area.categories]
    columns: dict[str, Plain] = {
        "area": _written(these.area) | {"categories": areas},
        "period": _written(these.period),
        **(
            {"breakdowns": {k: _written(a) for k, a in these.breakdowns}}
            if these.breakdowns
            else {}
        ),
        **({"vintage": _written(these.vintage)} if these.vintage else {}),
        **({"source": _written(these.source)} if these.source else {}),
        **_coded_nodes(these),
        "value": [_number(number) for number in these.value.array.tolist()],
        "decimals": _one_or_all(these.decimals.array.tolist()),
    }
    rows: list[Plain] = [_row_node(number, extra) for number, extra in these.extras]
    return {"columns": columns} | ({"rows": rows} if rows else {})


def _number(number: float) -> Plain:
    """Return a number of a column by its shortest digits."""
    if number.is_integer() and abs(number) < _EXACT:
        return int(number)
    return Decimal(repr(number))


def _one_or_all(decimals: list[int]) -> Plain:
    """Return one number where all are alike."""
    return decimals[0] if decimals and len(set(decimals)) == 1 else list(decimals)


def _written(axis: Axis) -> dict[str, Plain]:
    """Return an axis as plain data."""
    texts: list[Plain] = [None if c is None else str(c) for c in axis.categories]
    return {"categories": texts, "codes": axis.codes.array.tolist()}


def _coded_nodes(these: Observations) -> dict[str, Plain]:
    """Return the columns whose codes stand for words as axes."""
    words: dict[str, tuple[Column | None, Any]] = {
        "missing": (these.missing, _reason),
        "qualifier": (these.qualifier, lambda code: list(Qualifier)[code].value),
        "evidence": (these.evidence, lambda code: list(Evidence)[code].value),
        "status": (these.status, _flag_text),
    }
    return {
        key: _recoded(cells.array.tolist(), word)
        for key, (cells, word) in words.items()
        if cells is not None
    }


def _recoded(codes: list[int], word: Any) -> Plain:  # noqa: ANN401
    """Return codes as an axis of words."""
    used = sorted(set(codes))
    place = {code: at for at, code in enumerate(used)}
    texts: list[Plain] = [word(code) for code in used]
    return {"categories": texts, "codes": [place[code] for code in codes]}


def _reason(code: int) -> str | None:
    """Return the word for a code of the column of missing numbers."""
    if code == 0:
        return None
    return _RANGE if code == _RANGE_CODE else list(MissingReason)[code - 1].value


def _flag_text(bits: int) -> str:
    """Return quality flags as words."""
    return _SEPARATOR.join(status.value for bit, status in enumerate(Status) if bits >> bit & 1)


def _row_node(number: int, extra: Extra) -> Plain:
    """Return what one row has as plain data."""
    from offinno.io._format import record_of

    node = record_of(Extra).write(extra)
    assert isinstance(node, dict)
    return {"row": number} | node
