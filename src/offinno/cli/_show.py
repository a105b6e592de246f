"""The command ``show``: everything that belongs to a figure, scheme or source."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from offinno.cli._shared import CLEAN, Command, read_sheet, say, takes_language
from offinno.language import Lang

if TYPE_CHECKING:
    from offinno.model import Datum, Factsheet, FundingScheme, Source


def _takes_show(parser: argparse.ArgumentParser) -> None:
    """Add what `show` takes."""
    parser.add_argument(
        "reference", metavar="REFERENCE", help="such as 'key[area=NO, period=2018]'"
    )
    parser.add_argument(
        "--sheet", metavar="SHEET", help="where to look (default: every installed factsheet)"
    )
    takes_language(parser)


def _show(asked: argparse.Namespace) -> int:
    """Print figures, a scheme or a source with everything that belongs to it."""
    sheet, things = _found(asked.reference, asked.sheet)
    for thing in things:
        for line in _card(sheet, thing, asked.lang):
            say(line)
        say("")
    return CLEAN


def _found(
    reference: str, name: str | None
) -> "tuple[Factsheet, tuple[Datum | FundingScheme | Source, ...]]":
    """Return what *reference* names, and the sheet that holds it."""
    from offinno import datasets
    from offinno.model import FundingScheme, Source, parse_reference

    named = parse_reference(reference)
    sheets = [read_sheet(key).thing for key in ((name,) if name else datasets.names())]
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


SHOW: Final = Command(
    name="show",
    summary="show a figure, scheme or source with everything that belongs to it",
    more="Of a figure: unit, population, period, source, notes, question and sample, and how\n"
    "it was made. What there is to show: offinno list SHEET.",
    takes=_takes_show,
    run=_show,
)
