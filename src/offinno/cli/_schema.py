"""The command ``schema``: the JSON Schema of sheet files."""

import argparse
from typing import Final

from offinno.cli._shared import CLEAN, Command, say


def _takes_nothing(parser: argparse.ArgumentParser) -> None:
    """Add nothing."""
    del parser


def _schema(asked: argparse.Namespace) -> int:
    """Print the JSON Schema of offinno's files."""
    from offinno import io

    del asked
    say(io.schema_text(), end="")
    return CLEAN


SCHEMA: Final = Command(
    name="schema",
    summary="print the JSON Schema of sheet files",
    more="Editors that know it complete keys and mark mistakes while you type.",
    takes=_takes_nothing,
    run=_schema,
)
