"""The traps of the sheet of 2019, each with the rules that find it and where.

The sheet shows its figures with what is known of them today. What its printed forerunner got
wrong is still in the data: as a gap, a note, or two figures that do not go together.
"""

from collections.abc import Iterator
from functools import cache

import attrs
import pytest

from offinno import datasets
from offinno.checks import Finding, Report, check
from offinno.io import Read
from offinno.model import Block, Factsheet, Number, Prose, Ranking

#: Code of the rule, a figure or source at the place, and the field there.
Place = tuple[str, str, str]

TRAPS: dict[int, tuple[str, set[Place]]] = {
    1: (
        "units in two sectors are printed as municipalities; one barometer counts both",
        {
            ("OFF207", "innovative-municipal-units", "notes"),
            ("OFF206", "municipalities-with-strategy", "text"),
        },
    ),
    2: (
        "N is all who answered; outcomes were asked of innovators, in two groups",
        {
            ("OFF205", "outcomes-by-research-cooperation", "sample"),
            ("OFF205", "innovation-outcomes", "sample"),
            ("OFF205", "innovations-with-several-gains", "sample"),
            ("OFF205", "quality-in-health-care", "sample"),
            ("OFF205", "units-starting-development", "sample"),
        },
    ),
    3: (
        "a fraction beside percentages",
        {("OFF211", "innovative-municipal-units", "figure")},
    ),
    4: (
        "15 % of whom",
        {
            ("OFF202", "research-cooperation", "population"),
            ("OFF103", "research-cooperation", "observations"),
        },
    ),
    5: (
        "48 % of GDP is expenditure, and another share against mainland GDP",
        {("OFF206", "public-expenditure-mainland", "text")},
    ),
    6: (
        "as large a part as the private sector, with no figure of either",
        {("OFF405", "economy-by-sector", "text")},
    ),
    7: (
        "windows of two years that are not the same two years, or have no date",
        {
            ("OFF304", "state-innovation-work", "text"),
            ("OFF301", "nordic-innovative-workplaces", "observations"),
            ("OFF301", "research-cooperation", "observations"),
        },
    ),
    8: (
        "77, 74 and 3 of 4: Norway in two scopes",
        {("OFF406", "nordic-innovative-workplaces", "figure")},
    ),
    9: (
        "Finland is municipal only",
        {("OFF402", "nordic-innovative-workplaces", "figure")},
    ),
    10: (
        "slightly below rests on a few points without margin of error",
        {("OFF404", "nordic-innovative-workplaces", "headline")},
    ),
    11: (
        "180 million of what, and 600 milliard when",
        {
            ("OFF201", "h2020-support", "unit"),
            ("OFF301", "h2020-support", "observations"),
            ("OFF103", "h2020-support", "observations"),
            ("OFF301", "purchases-from-business", "observations"),
            ("OFF103", "purchases-from-business", "observations"),
        },
    ),
    12: (
        "applications are no grants",
        {
            ("OFF214", "h2020-applications", "text"),
            ("OFF301", "h2020-applications", "observations"),
            ("OFF103", "h2020-applications", "observations"),
        },
    ),
    13: (
        "a cause is read out of answers from one point in time",
        {
            ("OFF407", "quality-in-health-care", "text"),
            ("OFF405", "outcomes-by-research-cooperation", "headline"),
        },
    ),
    14: (
        "available funds may be announced, granted or paid",
        {
            ("OFF212", "innovation-project-funds", "title"),
            ("OFF405", "innovation-project-funds", "text"),
        },
    ),
    15: (
        "a sheet of 2019 with a survey of 2017",
        {("OFF303", "innovative-municipal-units", "")},
    ),
}

#: What else may be found on the sheet, and is no trap.
FURTHER: set[Place] = {
    ("OFF102", "factsheet-2019", ""),
    ("OFF303", "public-consumption-gdp", ""),
    ("OFF505", "outcomes-by-research-cooperation", "figure"),
}


@cache
def sheet() -> Read:
    """Return the packaged sheet with its places, read once."""
    return datasets.read("innovation-2019")


@cache
def report() -> Report:
    """Return what is found on it."""
    return check(sheet().thing, places=sheet().places)


def places(finding: Finding, of: Factsheet) -> Iterator[Place]:
    """Return what a finding may be called: by every figure that its block shows, or by its key."""
    field, at, *rest = finding.steps
    assert isinstance(at, int)
    last = str(rest[0]) if rest else ""
    if field == "blocks":
        shown = {r.key for where, r in of.references() if where.startswith(f"blocks[{at}].")}
        yield from ((finding.code, key, last) for key in sorted(shown))
    else:
        yield finding.code, getattr(of, str(field))[at].key, last


def found_places() -> set[Place]:
    """Return every name of every finding."""
    return {place for finding in report() for place in places(finding, sheet().thing)}


@pytest.mark.parametrize("trap", TRAPS)
def test_trap_is_found(trap: int) -> None:
    """Each trap is found by its rules, where it lies."""
    _, expected = TRAPS[trap]

    assert set() == expected - found_places()


def test_nothing_else_is_found() -> None:
    """Every finding belongs to a trap, or is known and harmless."""
    known = FURTHER | {place for _, trap in TRAPS.values() for place in trap}
    unknown = [f for f in report() if not known & set(places(f, sheet().thing))]

    assert [] == unknown


def test_currency_is_the_only_blocker() -> None:
    """What keeps the sheet from being published as it was is the sum without a currency."""
    blockers = {place for f in report().blockers for place in places(f, sheet().thing)}

    assert {("OFF201", "h2020-support", "unit")} == blockers


def test_every_finding_has_its_line() -> None:
    """With the places of the file each finding says where it is, in the order of the file."""
    lines = [finding.line for finding in report()]

    assert None not in lines
    assert sorted(lines, key=lambda line: line or 0) == lines


PRINTED = {
    "OFF203": "kommuner har innovert de siste to årene",
    "OFF209": "Offentlig sektor utgjør {public-expenditure-gdp[period=2018]:value} av BNP.",
    "OFF302": "kommuner har innovert de siste to årene",
    "OFF403": "Vi er litt mindre innovative enn nabolandene våre",
}


def as_printed() -> Factsheet:
    """Return the sheet with a few labels as they were printed in 2019."""
    packaged: Factsheet = sheet().thing
    blocks: list[Block] = []
    for block in packaged.blocks:
        if isinstance(block, Number) and block.figure.key == "innovative-municipal-units":
            blocks.append(attrs.evolve(block, headline={"nb": PRINTED["OFF203"]}))
        elif isinstance(block, Ranking):
            blocks.append(attrs.evolve(block, headline={"nb": PRINTED["OFF403"]}))
        else:
            blocks.append(block)
    blocks.append(Prose(text={"nb": PRINTED["OFF209"]}))
    return attrs.evolve(packaged, blocks=blocks)


@pytest.mark.parametrize("code", PRINTED)
def test_printed_labels_are_found(code: str) -> None:
    """Put back, the labels of the printed sheet are findings, two of them blockers."""
    before = {finding.code for finding in report()}
    after = {finding.code for finding in check(as_printed())}

    assert code not in before
    assert code in after
