"""The command ``list``: the sheets there are, or what is in one."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from offinno.cli._shared import CLEAN, Command, read_sheet, say, takes_language
from offinno.exceptions import OffinnoError
from offinno.language import Lang

if TYPE_CHECKING:
    from offinno.model import Factsheet


def _takes_list(parser: argparse.ArgumentParser) -> None:
    """Add what `list` takes."""
    parser.add_argument("sheet", metavar="SHEET", nargs="?", help="list what is in this one")
    parser.add_argument(
        "--terms", action="store_true", help="list the words for units and categories instead"
    )
    takes_language(parser)


def _list(asked: argparse.Namespace) -> int:
    """Print the sheets there are, or what is in one."""
    from offinno import datasets

    if asked.terms:
        for line in _terms(asked.sheet, asked.lang):
            say(line)
        return CLEAN
    if asked.sheet is None:
        for name in datasets.names():
            say(f"{name}  {_title(name, asked.lang)}")
        return CLEAN
    for line in _contents(read_sheet(asked.sheet).thing, asked.lang):
        say(line)
    return CLEAN


def _terms(name: str | None, lang: Lang) -> Iterator[str]:
    """Return a line for every term that comes with offinno, or that a sheet brings."""
    from offinno.language import vocabulary

    terms = vocabulary().terms if name is None else read_sheet(name).thing.terms
    width = max((len(term.key) for term in terms), default=0)
    yield from (f"{term.key:<{width}}  {term.worded(lang)}" for term in terms)


def _title(name: str, lang: Lang) -> str:
    """Return the title of a sheet, or why it cannot be read; one bad sheet hides no other."""
    try:
        sheet: Factsheet = read_sheet(name).thing
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


LIST: Final = Command(
    name="list",
    summary="list the sheets there are, or what is in one",
    more="What has a key can be shown, and referred to in prose.",
    takes=_takes_list,
    run=_list,
)
