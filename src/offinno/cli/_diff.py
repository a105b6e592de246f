"""The command ``diff``: what differs between two editions."""

import argparse
import json
from typing import TYPE_CHECKING, Final

from offinno.cli._shared import CLEAN, FOUND, Command, say, takes_language
from offinno.language import Lang

if TYPE_CHECKING:
    from offinno.analysis import Change


def _takes_diff(parser: argparse.ArgumentParser) -> None:
    """Add what `diff` takes."""
    parser.add_argument("old", metavar="OLD", help="key of a factsheet, or path of a file")
    parser.add_argument("new", metavar="NEW", help="likewise")
    parser.add_argument("--json", action="store_true", help="print a list of objects")
    takes_language(parser)


def _diff(asked: argparse.Namespace) -> int:
    """Print what differs between two versions."""
    from offinno import analysis, datasets, wording

    changes = analysis.diff(datasets.load(asked.old), datasets.load(asked.new))
    if asked.json:
        said = [_plain_change(change, asked.lang) for change in changes]
        say(json.dumps(said, ensure_ascii=False, indent=2))
        return FOUND if changes else CLEAN
    for change in changes:
        say(f"{change.path}: {wording.change_text(change, lang=asked.lang)}")
    if not changes:
        say(wording.message("no changes", lang=asked.lang))
    return FOUND if changes else CLEAN


def _plain_change(change: "Change", lang: Lang) -> dict[str, str | None]:
    """Return a difference as a plain object for JSON."""
    from offinno import wording

    return {
        "kind": change.kind.value,
        "old_path": change.old_path,
        "new_path": change.new_path,
        "old": wording.thing_text(change.old, lang=lang),
        "new": wording.thing_text(change.new, lang=lang),
        "message": wording.change_text(change, lang=lang),
    }


DIFF: Final = Command(
    name="diff",
    summary="say what differs between two editions of a sheet",
    more="Takes two factsheets, or two files of one indicator each. Exits with 0 when nothing "
    "differs, 1\nwhen something does, 2 when one cannot be read.",
    takes=_takes_diff,
    run=_diff,
)
