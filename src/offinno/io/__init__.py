"""Files in and out: strict readers that name every place, writers that write whole files.

The native format is a strict part of YAML 1.2, and the same tree as JSON. Everything that is
wrong with a file is found in one go and named with line, column and path. This package knows no
wording, no chart and no page.
"""

from offinno.io._columnar import read_columns, write_columns
from offinno.io._errors import BadFile, CannotRead, CannotWrite, NotATree, Problem
from offinno.io._files import read_whole, write_whole
from offinno.io._native import Read, dumps, loads, read
from offinno.io._places import Place, Places, Spot
from offinno.io._save import (
    NoWriter,
    TwoWriters,
    save,
    write_json_file,
    write_yaml_file,
)
from offinno.io._schema import READER_ONLY, schema, schema_text

__all__ = [
    "READER_ONLY",
    "BadFile",
    "CannotRead",
    "CannotWrite",
    "NoWriter",
    "NotATree",
    "Place",
    "Places",
    "Problem",
    "Read",
    "Spot",
    "TwoWriters",
    "dumps",
    "loads",
    "read",
    "read_columns",
    "read_whole",
    "save",
    "schema",
    "schema_text",
    "write_columns",
    "write_json_file",
    "write_whole",
    "write_yaml_file",
]
