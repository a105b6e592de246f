"""The command line: each command is one call into the library and a few lines of print.

Exit codes: 0 all is well, 1 the check found something or the two differ, 2 the command could not be
carried out.
What a command needs is loaded when it runs, so that ``offinno --help`` answers at once.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, final

import attrs

from offinno.exceptions import OffinnoError
from offinno.language import Lang, language

if TYPE_CHECKING:
    from offinno.analysis import Change
    from offinno.checks import Report
    from offinno.io import Read
    from offinno.model import Datum, Factsheet, FundingScheme, Source

#: Exit codes.
CLEAN: Final = 0
FOUND: Final = 1
FAILED: Final = 2
_INTERRUPTED: Final = 130

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
    _print(f"offinno: {problem}", error=True)
    return FAILED


def _print(text: str, *, error: bool = False, end: str = "\n") -> None:
    """Print a line."""
    print(text, file=sys.stderr if error else sys.stdout, end=end)


def _speak_utf8() -> None:
    """Print in UTF-8 wherever the console would choke on it, as on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@final
@attrs.frozen(kw_only=True)
class _Command:
    """One command: what it is called, what it takes and what it does."""

    name: str
    summary: str
    more: str
    takes: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


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


def _language(tag: str) -> Lang:
    """Return a language, or refuse in the way of the command line."""
    try:
        return language(tag)
    except OffinnoError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def _takes_sheet(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names a sheet."""
    parser.add_argument("sheet", metavar="SHEET", help="key of a factsheet, or path of a file")


def _takes_language(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the language of what is printed."""
    parser.add_argument(
        "--lang", type=_language, default="en", metavar="LANG", help="nb, nn or en (default: en)"
    )


def _takes_build(parser: argparse.ArgumentParser) -> None:
    """Add what `build` takes."""
    _takes_sheet(parser)
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
        type=_language,
        action="append",
        metavar="LANG",
        help="nb, nn or en; may be given again (default: every language of the sheet)",
    )


def _build(asked: argparse.Namespace) -> int:
    """Write the pages of a sheet, and say in short what the check found."""
    from offinno import checks, render

    read = _read_sheet(asked.sheet)
    sheet: Factsheet = read.thing
    _make(asked.output)
    for path in render.build(sheet, asked.output, languages=asked.lang, progress=_progress()):
        _print(f"wrote {path}")
    report = checks.check(sheet, places=read.places)
    more = f"; read them with: offinno check {asked.sheet}" if report else ""
    _print(f"check: {report.summary()}{more}")
    return CLEAN


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
    _print(line if done < total else "\r" + " " * len(line) + "\r", error=True, end="")
    sys.stderr.flush()


def _read_sheet(name: str) -> "Read":
    """Return the sheet of that name with its places."""
    from offinno import datasets
    from offinno.model import Factsheet

    read = datasets.read(name)
    if not isinstance(read.thing, Factsheet):
        raise NoSheet(name, read.key)
    return read


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


def _takes_check(parser: argparse.ArgumentParser) -> None:
    """Add what `check` takes."""
    _takes_sheet(parser)
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
    _takes_language(parser)


def _check(asked: argparse.Namespace) -> int:
    """Print what the check finds."""
    from offinno import checks

    read = _read_sheet(asked.sheet)
    report = checks.check(read.thing, places=read.places, select=asked.select, ignore=asked.ignore)
    if asked.json:
        _print(json.dumps(report.to_json(lang=asked.lang), ensure_ascii=False, indent=2))
    else:
        _print(report.text(name=asked.sheet, lang=asked.lang) if report else "nothing found")
    return FOUND if _fails(report, asked.fail_on) else CLEAN


def _fails(report: "Report", least: str) -> bool:
    """Return whether anything was found that is as bad as *least*."""
    from offinno.checks import Severity

    order = list(Severity)
    worst = min((order.index(finding.severity) for finding in report), default=len(order))
    return worst <= order.index(Severity(least))


def _takes_list(parser: argparse.ArgumentParser) -> None:
    """Add what `list` takes."""
    parser.add_argument("sheet", metavar="SHEET", nargs="?", help="list what is in this one")
    parser.add_argument(
        "--terms", action="store_true", help="list the words for units and categories instead"
    )
    _takes_language(parser)


def _list(asked: argparse.Namespace) -> int:
    """Print the sheets there are, or what is in one."""
    from offinno import datasets

    if asked.terms:
        for line in _terms(asked.sheet, asked.lang):
            _print(line)
        return CLEAN
    if asked.sheet is None:
        for name in datasets.names():
            _print(f"{name}  {_title(name, asked.lang)}")
        return CLEAN
    for line in _contents(_read_sheet(asked.sheet).thing, asked.lang):
        _print(line)
    return CLEAN


def _terms(name: str | None, lang: Lang) -> Iterator[str]:
    """Return a line for every term that comes with offinno, or that a sheet brings."""
    from offinno.language import vocabulary

    terms = vocabulary().terms if name is None else _read_sheet(name).thing.terms
    width = max((len(term.key) for term in terms), default=0)
    yield from (f"{term.key:<{width}}  {term.worded(lang)}" for term in terms)


def _title(name: str, lang: Lang) -> str:
    """Return the title of a sheet, or why it cannot be read; one bad sheet hides no other."""
    try:
        sheet: Factsheet = _read_sheet(name).thing
    except OffinnoError as problem:
        return f"(cannot be read: {str(problem).splitlines()[0]})"
    return sheet.title.in_(lang)


def _contents(sheet: "Factsheet", lang: Lang) -> Iterator[str]:
    """Return a line for everything in a sheet that has a key."""
    keys = [indicator.key for indicator in sheet.indicators]
    keys += [scheme.key for scheme in sheet.schemes] + [source.key for source in sheet.sources]
    width = max(map(len, keys), default=0)
    yield "figures"
    yield from (f"  {i.key:<{width}}  {i.title.in_(lang)}  [{i.unit}]" for i in sheet.indicators)
    yield "schemes"
    yield from (f"  {scheme.key:<{width}}  {scheme.name.in_(lang)}" for scheme in sheet.schemes)
    yield "sources"
    yield from (f"  {source.key:<{width}}  {source.title.in_(lang)}" for source in sheet.sources)


def _takes_show(parser: argparse.ArgumentParser) -> None:
    """Add what `show` takes."""
    parser.add_argument(
        "reference", metavar="REFERENCE", help="such as 'key[area=NO, period=2018]'"
    )
    parser.add_argument(
        "--sheet", metavar="SHEET", help="where to look (default: every installed factsheet)"
    )
    _takes_language(parser)


def _show(asked: argparse.Namespace) -> int:
    """Print figures, a scheme or a source with everything that belongs to it."""
    sheet, things = _found(asked.reference, asked.sheet)
    for thing in things:
        for line in _card(sheet, thing, asked.lang):
            _print(line)
        _print("")
    return CLEAN


def _found(
    reference: str, name: str | None
) -> "tuple[Factsheet, tuple[Datum | FundingScheme | Source, ...]]":
    """Return what *reference* names, and the sheet that holds it."""
    from offinno import datasets
    from offinno.model import FundingScheme, Source, parse_reference

    named = parse_reference(reference)
    sheets = [_read_sheet(key).thing for key in ((name,) if name else datasets.names())]
    holders = [
        sheet
        for sheet in sheets
        for things in (sheet.indicators, sheet.schemes, sheet.sources)
        if named.key in {thing.key for thing in things}
    ]
    sheet: Factsheet = (holders or sheets)[0]
    thing = sheet[named.key]
    if isinstance(thing, FundingScheme | Source) and not named.selectors:
        return sheet, (thing,)
    return sheet, tuple(sheet.select(named).data())


def _card(sheet: "Factsheet", thing: "Datum | FundingScheme | Source", lang: Lang) -> Iterator[str]:
    """Return the lines that say everything about a figure, scheme or source."""
    from offinno import wording
    from offinno.model import Datum

    yield thing.reference if isinstance(thing, Datum) else thing.key
    if isinstance(thing, Datum):
        yield f"  {wording.say(thing, lang=lang)}"
    facts = wording.facts_text(thing, sheet=sheet, lang=lang)
    width = max(len(name) for name, _ in facts)
    last = ""
    for name, text in facts:
        yield f"  {'' if name == last else name:<{width}}  {text}"
        last = name


def _takes_diff(parser: argparse.ArgumentParser) -> None:
    """Add what `diff` takes."""
    parser.add_argument("old", metavar="OLD", help="key of a factsheet, or path of a file")
    parser.add_argument("new", metavar="NEW", help="likewise")
    parser.add_argument("--json", action="store_true", help="print a list of objects")
    _takes_language(parser)


def _diff(asked: argparse.Namespace) -> int:
    """Print what differs between two versions."""
    from offinno import analysis, datasets, wording

    changes = analysis.diff(datasets.load(asked.old), datasets.load(asked.new))
    if asked.json:
        said = [_plain_change(change, asked.lang) for change in changes]
        _print(json.dumps(said, ensure_ascii=False, indent=2))
        return FOUND if changes else CLEAN
    for change in changes:
        _print(f"{change.path}: {wording.change_text(change, lang=asked.lang)}")
    if not changes:
        _print(wording.message("no changes", lang=asked.lang))
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


def _takes_nothing(parser: argparse.ArgumentParser) -> None:
    """Add nothing."""
    del parser


def _schema(asked: argparse.Namespace) -> int:
    """Print the JSON Schema of offinno's files."""
    from offinno import io

    del asked
    _print(io.schema_text(), end="")
    return CLEAN


_COMMANDS: Final = (
    _Command(
        name="build",
        summary="write a sheet as web pages, one file per language",
        more="Each page is one file that needs no network and prints on A4.",
        takes=_takes_build,
        run=_build,
    ),
    _Command(
        name="check",
        summary="find what a reader of a sheet could misunderstand",
        more="Exits with 0 when nothing is found that is as bad as --fail-on says, 1 when\n"
        "something is, 2 when the sheet cannot be read.",
        takes=_takes_check,
        run=_check,
    ),
    _Command(
        name="diff",
        summary="say what differs between two editions of a sheet",
        more="Takes two factsheets, or two files of one indicator each. Exits with 0 when nothing "
        "differs, 1\nwhen something does, 2 when one cannot be read.",
        takes=_takes_diff,
        run=_diff,
    ),
    _Command(
        name="list",
        summary="list the sheets there are, or what is in one",
        more="What has a key can be shown, and referred to in prose.",
        takes=_takes_list,
        run=_list,
    ),
    _Command(
        name="show",
        summary="show a figure, scheme or source with everything that belongs to it",
        more="Of a figure: unit, population, period, source, notes, question and sample, and how\n"
        "it was made. What there is to show: offinno list SHEET.",
        takes=_takes_show,
        run=_show,
    ),
    _Command(
        name="schema",
        summary="print the JSON Schema of sheet files",
        more="Editors that know it complete keys and mark mistakes while you type.",
        takes=_takes_nothing,
        run=_schema,
    ),
)

__all__ = ["CLEAN", "FAILED", "FOUND", "NoSheet", "main"]
