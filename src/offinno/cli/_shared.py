"""What every command needs: exit codes, its shape, printing, and the sheet it is about."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, final

import attrs

from offinno.exceptions import OffinnoError, Steps
from offinno.language import Lang, language

if TYPE_CHECKING:
    from offinno.io import Problem, Read
    from offinno.model import Factsheet

#: Exit codes.
CLEAN: Final = 0
FOUND: Final = 1
FAILED: Final = 2


@final
@attrs.frozen(kw_only=True)
class Command:
    """One command: what it is called, what it takes and what it does."""

    name: str
    summary: str
    more: str
    takes: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def say(text: str, *, error: bool = False, end: str = "\n") -> None:
    """Print a line."""
    print(text, file=sys.stderr if error else sys.stdout, end=end)


def asked_language(tag: str) -> Lang:
    """Return a language, or refuse in the way of the command line."""
    try:
        return language(tag)
    except OffinnoError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def takes_sheet(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names a sheet."""
    parser.add_argument("sheet", metavar="SHEET", help="key of a factsheet, or path of a file")


def takes_language(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the language of what is printed."""
    parser.add_argument(
        "--lang",
        type=asked_language,
        default="en",
        metavar="LANG",
        help="nb, nn or en (default: en)",
    )


def read_sheet(name: str) -> "Read":
    """Return the sheet of that name with its places."""
    from offinno import datasets
    from offinno.model import Factsheet

    read = datasets.read(name)
    if not isinstance(read.thing, Factsheet):
        raise NoSheet(name, read.key)
    return read


def check_drawn(read: "Read", name: str, *, of_files: bool = False) -> None:
    """Refuse a sheet of which a block cannot be drawn, such as for want of a file.

    Args:
        read: The sheet.
        name: How the caller called it.
        of_files: Whether to look only at blocks that name a file beside the sheet.

    Raises:
        BadFile: If there is such a block, with the line of each and what is wrong.
    """
    from offinno import datasets
    from offinno.model import Choropleth

    sheet: Factsheet = read.thing
    if of_files and not any(isinstance(block, Choropleth) for block in sheet.blocks):
        return
    from offinno.charts import undrawn

    beside, lang = datasets.located(name).parent, sheet.languages[0]
    found = undrawn(sheet, lang=lang, beside=beside, of_files=of_files)
    problems = tuple(_placed(read, steps, str(problem)) for steps, problem in found)
    if problems:
        from offinno.io import BadFile

        raise BadFile(name, problems)


def _placed(read: "Read", steps: Steps, message: str) -> "Problem":
    """Return what is wrong with a part of a sheet, with its line and column."""
    from offinno.io import Problem

    path = (read.key, *steps)
    spot = read.places.nearest(path).value
    return Problem(path=path, line=spot.line, column=spot.column, message=message)


@final
@attrs.frozen
class NoSheet(OffinnoError, ValueError):
    """A file that holds something else than a factsheet."""

    #: The file as asked for.
    name: str
    #: What it holds.
    holds: str

    def __str__(self) -> str:
        """Name the file and what it holds."""
        return f"{self.name!r} holds {self.holds!r}; a 'factsheet' is needed here"
