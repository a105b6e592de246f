"""The command ``build``: a sheet as pages."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from offinno.cli._shared import (
    CLEAN,
    Command,
    asked_language,
    check_drawn,
    read_sheet,
    say,
    takes_sheet,
)
from offinno.exceptions import OffinnoError

if TYPE_CHECKING:
    from offinno.charts import Theme
    from offinno.model import Factsheet


def _takes_build(parser: argparse.ArgumentParser) -> None:
    """Add what `build` takes."""
    takes_sheet(parser)
    parser.add_argument(
        "--output",
        "-o",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="made if it is not there (default: this folder)",
    )
    parser.add_argument(
        "--lang",
        type=asked_language,
        action="append",
        metavar="LANG",
        help="nb, nn or en; may be given again (default: every language of the sheet)",
    )
    parser.add_argument(
        "--theme",
        metavar="THEME",
        help="the name of an installed theme, or a .toml or .json file (default: offinno)",
    )


def _build(asked: argparse.Namespace) -> int:
    """Write the pages of a sheet, and say in short what the check found."""
    from offinno import checks, datasets, render

    read = read_sheet(asked.sheet)
    sheet: Factsheet = read.thing
    theme = _theme(asked.theme)
    _make(asked.output)
    try:
        written = render.build(
            sheet,
            asked.output,
            languages=asked.lang,
            theme=theme,
            beside=datasets.located(asked.sheet).parent,
            progress=_progress(),
        )
    except OffinnoError:
        check_drawn(read, asked.sheet)  # where a block is at fault, its line is named
        raise
    for path in written:
        say(f"wrote {path}")
    report = checks.check(sheet, places=read.places)
    more = f"; read them with: offinno check {asked.sheet}" if report else ""
    say(f"check: {report.summary()}{more}")
    return CLEAN


def _theme(asked: str | None) -> "Theme":
    """Return the theme that is asked for, by its name or its file."""
    from offinno import charts

    if asked is not None and Path(asked).suffix.lower() in {".toml", ".json"}:
        return charts.read_theme(asked)
    return charts.theme(asked)


def _make(folder: Path) -> None:
    """Make a folder and those above it, unless it is there."""
    from offinno.io import CannotWrite

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise CannotWrite(str(folder), reason, "name another folder with --output") from None


def _progress() -> Callable[[int, int, str], None] | None:
    """Return what shows progress on the terminal, or nothing where there is none."""
    if not sys.stderr.isatty():
        return None
    return _show_progress


def _show_progress(done: int, total: int, what: str) -> None:
    """Show how far the work has come, on one line that is wiped at the end."""
    bar = "█" * (20 * done // total) + "░" * (20 - 20 * done // total)
    line = f"\r{bar} {done}/{total} {what[:40]:<40}"
    say(line if done < total else "\r" + " " * len(line) + "\r", error=True, end="")
    sys.stderr.flush()


BUILD: Final = Command(
    name="build",
    summary="write a sheet as web pages, one file per language",
    more="Each page is one file that needs no network and prints on A4.",
    takes=_takes_build,
    run=_build,
)
