"""The JSON Schema (2020-12) of offinno's files, made from the same shapes that read them.

What the schema refuses the reader refuses. The reader refuses more, because a schema sees one
node at a time: `READER_ONLY` lists what.
"""

from importlib.resources import files
from json import dumps
from typing import Any, Final

from offinno.io._format import Terms, record_of, shape_of
from offinno.io._native import KINDS, VERSION
from offinno.io._shapes import Definitions, Many, Schema
from offinno.model import Source

#: What only the reader sees, in words.
READER_ONLY: Final = (
    "keys that stand twice, and everything that YAML readers understand differently",
    "units, periods and references by their own grammar",
    "codes of areas in their dated lists",
    "keys of terms, sources, schemes and indicators that nothing has",
    "rules between fields, such as n not above invited or the order of deadlines",
    "numbers out of bounds, shares outside 0 to 100, values outside their interval",
    "5.0 where a whole number is needed",
    "control characters and addresses that a page must not link to",
)


def schema() -> Schema:
    """Return the JSON Schema of a file.

    >>> schema()["properties"]["schema"]
    {'const': 1}
    """
    definitions: Definitions = {}
    kinds = {key: record_of(cls).schema(definitions) for key, cls in KINDS.items()}
    properties: dict[str, Any] = {
        "schema": {"const": VERSION},
        "terms": Terms().schema(definitions),
        "sources": Many(shape_of(Source)).schema(definitions),
        **kinds,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "offinno",
        "description": "Figures with their unit, population, period and source.",
        "type": "object",
        "properties": properties,
        "required": ["schema"],
        "oneOf": [{"required": [key]} for key in kinds],
        "not": {"required": ["factsheet", "sources"]},
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the JSON Schema as the package holds it.

    It is made by `schema` and kept as a file, as descriptions come from the source code; a test
    holds the two together.
    """
    return files("offinno.io").joinpath("_data/offinno.schema.json").read_text(encoding="utf-8")


def rendered() -> str:
    """Return the JSON Schema as text, as it is to be kept."""
    return dumps(schema(), indent=1, ensure_ascii=False) + "\n"
