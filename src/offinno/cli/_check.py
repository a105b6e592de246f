"""The command ``check``: what a reader of a sheet could misunderstand."""

import argparse
import json
from typing import TYPE_CHECKING, Final

from offinno.cli._shared import (
    CLEAN,
    FOUND,
    Command,
    check_drawn,
    read_sheet,
    say,
    takes_language,
    takes_sheet,
)

if TYPE_CHECKING:
    from offinno.checks import Report


def _takes_check(parser: argparse.ArgumentParser) -> None:
    """Add what `check` takes."""
    takes_sheet(parser)
    parser.add_argument("--json", action="store_true", help="print a list of objects")
    codes = "code, beginning of codes or name; may be given again"
    for option, does in (("--select", "run only these rules"), ("--ignore", "leave rules out")):
        parser.add_argument(
            option, action="append", default=[], metavar="CODE", help=f"{does}: {codes}"
        )
    parser.add_argument(
        "--fail-on",
        choices=("blocker", "warning", "hint"),
        default="hint",
        help="the least severity that gives exit code 1 (default: hint)",
    )
    takes_language(parser)


def _check(asked: argparse.Namespace) -> int:
    """Print what the check finds."""
    from offinno import checks

    read = read_sheet(asked.sheet)
    check_drawn(read, asked.sheet, of_files=True)
    report = checks.check(read.thing, places=read.places, select=asked.select, ignore=asked.ignore)
    if asked.json:
        say(json.dumps(report.to_json(lang=asked.lang), ensure_ascii=False, indent=2))
    else:
        say(report.text(name=asked.sheet, lang=asked.lang) if report else "nothing found")
    return FOUND if _fails(report, asked.fail_on) else CLEAN


def _fails(report: "Report", least: str) -> bool:
    """Return whether anything was found that is as bad as *least*."""
    from offinno.checks import Severity

    order = list(Severity)
    worst = min((order.index(finding.severity) for finding in report), default=len(order))
    return worst <= order.index(Severity(least))


CHECK: Final = Command(
    name="check",
    summary="find what a reader of a sheet could misunderstand",
    more="Exits with 0 when nothing is found that is as bad as --fail-on says, 1 when\n"
    "something is, 2 when the sheet or a file that it names cannot be read.",
    takes=_takes_check,
    run=_check,
)
