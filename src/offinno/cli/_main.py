"""The program: its help, its commands, and what becomes of an error."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Final

from offinno.cli._build import BUILD
from offinno.cli._check import CHECK
from offinno.cli._diff import DIFF
from offinno.cli._list import LIST
from offinno.cli._schema import SCHEMA
from offinno.cli._shared import CLEAN, FAILED, say
from offinno.cli._show import SHOW
from offinno.exceptions import OffinnoError

_INTERRUPTED: Final = 130
_COMMANDS: Final = (BUILD, CHECK, DIFF, LIST, SHOW, SCHEMA)

_DESCRIPTION: Final = """\
Factsheets whose figures keep their unit, population, period and source.

A SHEET is the key of a factsheet that is installed (offinno list) or the path of a .yaml or
.json file."""

_EXAMPLES: Final = """\
examples:
  offinno build innovation-2019            one HTML page per language, in this folder
  offinno check my-sheet.yaml              what a reader could misunderstand, and the remedy
  offinno show 'nordic-innovative-workplaces[area=NO]'
                                           a figure with everything that belongs to it
  offinno schema > offinno.schema.json     completion and checks for your editor
  offinno diff innovation-2019 my-sheet.yaml
                                           what is new, gone, revised, updated or reworded

exit codes: 0 all is well, 1 something found or changed, 2 could not be done"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _speak_utf8()
    asked = _parser().parse_args(arguments)
    try:
        code: int = asked.run(asked)
        sys.stdout.flush()
    except OffinnoError as problem:
        return _failed(str(problem))
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as problem:
        if asked.traceback:
            raise
        kind = type(problem).__name__
        return _failed(f"{kind}: {problem}\nthis is a fault in offinno; --traceback shows where")
    return code


def _failed(problem: str) -> int:
    """Say what went wrong."""
    say(f"offinno: {problem}", error=True)
    return FAILED


def _speak_utf8() -> None:
    """Print in UTF-8 wherever the console would choke on it, as on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="offinno", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=plain
    )
    parser.add_argument("--traceback", action="store_true", help="show where a fault arose")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS:
        described = f"{command.summary[0].upper()}{command.summary[1:]}.\n\n{command.more}"
        added = commands.add_parser(
            command.name, help=command.summary, description=described, formatter_class=plain
        )
        command.takes(added)
        added.set_defaults(run=command.run)
    return parser
