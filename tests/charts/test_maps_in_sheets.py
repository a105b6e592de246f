"""Blocks of maps in a factsheet: from a file to a page, and their errors."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from offinno import checks
from offinno.charts import (
    BadGeography,
    LostRegion,
    NoFolder,
    NoRegion,
    NotDegrees,
    NoTile,
    NotNormalised,
    OpenRing,
    TwoLists,
    TwoRegions,
    UnknownRegion,
    _blocks,
    choropleth,
    figure_of,
    tile_map,
    undrawn,
)
from offinno.cli import main
from offinno.io import CannotRead, dumps, loads, read
from offinno.model import Choropleth, Factsheet, Heading, Indicator, TileMap
from offinno.render import build, page

Measure = Callable[..., Indicator]
Regions = Callable[..., dict[str, Any]]
COUNTIES = ("03", "11", "15", "18", "30", "34", "38", "42", "46", "50", "54")
WORDS = {"nb": "Fylkene", "nn": "Fylka", "en": "Counties"}

SHEET = """\
schema: 1
factsheet:
  key: maps
  title: Maps
  languages: [nb, nn, en]
  sources:
    - key: example
      publisher: Made-up source
      title: Example
      published: 2020
  indicators:
    - key: made-up
      title: Made up
      definition: Made up.
      unit: share of workplaces
      population: {unit: workplaces}
      sources: [example]
      observations:
        - {area: NO-03@2020, period: 2018, value: 12.5}
        - {area: NO-11@2020, period: 2018, value: 40}
        - {area: NO-15@2020, period: 2018, value: {missing: suppressed}}
  blocks:
    - {type: tile_map, figure: made-up, headline: Tiles, classes: 2, classing: quantiles}
    - type: choropleth
      figure: made-up
      headline: Regions
      geography: maps/counties.geojson
      code: number
      highlight: NO-03@2020
"""


@pytest.fixture
def folder(tmp_path: Path, regions: Regions) -> Path:
    """Return a folder with a sheet and a geography beside it."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "sheet.yaml").write_text(SHEET, encoding="utf-8")
    text = json.dumps(regions(*COUNTIES))
    (tmp_path / "maps" / "counties.geojson").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def sheet(folder: Path) -> Factsheet:
    """Return the sheet."""
    thing = read(folder / "sheet.yaml").thing
    assert isinstance(thing, Factsheet)
    return thing


def test_blocks_draw_what_builders_draw(sheet: Factsheet, folder: Path) -> None:
    """The options of a block are those of the builder of the same name."""
    tiles, regions = sheet.blocks
    shown, path = sheet.indicator("made-up"), folder / "maps" / "counties.geojson"
    assert isinstance(tiles, TileMap)
    assert isinstance(regions, Choropleth)

    assert tile_map(
        shown, lang="nb", headline=tiles.headline, classes=2, classing="quantiles"
    ) == figure_of(tiles, sheet, lang="nb")
    assert choropleth(
        shown, path, code="number", lang="nb", headline=regions.headline, highlight="NO-03@2020"
    ) == figure_of(regions, sheet, lang="nb", beside=folder)


def test_a_folder_is_needed(sheet: Factsheet, folder: Path) -> None:
    """Where a block names a file beside the sheet."""
    with pytest.raises(NoFolder, match=r"maps/counties\.geojson"):
        figure_of(sheet.blocks[1], sheet, lang="nb")  # type: ignore[arg-type]
    with pytest.raises(NoFolder):
        page(sheet, lang="nb")
    assert "Regions" in page(sheet, lang="nb", beside=folder)


def test_what_cannot_be_drawn_is_placed(sheet: Factsheet, folder: Path) -> None:
    """Each block has its place and its reason, those of files alone if so asked."""
    regions = sheet.blocks[1]
    assert isinstance(regions, Choropleth)
    wrong = attrs.evolve(regions, geography="maps/nope.geojson")
    broken = attrs.evolve(sheet, blocks=[Heading(text="Maps"), *sheet.blocks, wrong])

    assert () == undrawn(sheet, lang="nb", beside=folder)
    for of_files in (True, False):
        ((steps, problem),) = undrawn(broken, lang="nb", beside=folder, of_files=of_files)
        assert ("blocks", 3, "geography") == steps
        assert isinstance(problem, CannotRead)
    without = undrawn(sheet, lang="nb")
    assert [NoFolder] == [type(problem) for _, problem in without]


def test_any_block_may_have_no_picture(sheet: Factsheet, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file is to blame, the block as a whole is named."""

    def refuse(*_: object, **__: object) -> None:
        raise NoTile("x-a")

    monkeypatch.setattr(_blocks, "figure_of", refuse)
    places = [steps for steps, _ in undrawn(sheet, lang="nb")]

    assert [("blocks", 0), ("blocks", 1, "geography")] == places


def test_sheets_are_built(
    sheet: Factsheet, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Python and at the command line, in every language."""
    written = build(sheet, folder, beside=folder)
    before = [path.read_text(encoding="utf-8") for path in written]
    code = main(["build", str(folder / "sheet.yaml"), "--output", str(folder)])

    assert 0 == code
    assert before == [path.read_text(encoding="utf-8") for path in written]
    for text, words in zip(before, ("konfidensielt", "konfidensielt", "confidential"), strict=True):
        assert text.count(words) > 2
    assert "wrote" in capsys.readouterr().out + capsys.readouterr().err or written


def test_sheets_are_written_and_read(sheet: Factsheet) -> None:
    """With all options of maps."""
    assert sheet == loads(dumps(sheet))


def test_sheets_are_checked(sheet: Factsheet) -> None:
    """Maps set apart what may not be compared, so that is no blocker."""
    found = {finding.code for finding in checks.check(sheet)}

    assert "OFF401" not in found


def test_what_is_set_apart_is_a_warning(by_county: Measure) -> None:
    """As in a ranking; one that stands out though it is set apart is another finding."""
    shown = by_county()
    block = TileMap(figure="made-up", headline="H", reference="NO-03@2020", highlight="NO-46@2020")
    sheet = Factsheet(key="s", title="S", sources=shown.sources, indicators=[shown], blocks=[block])
    found = [(finding.code, finding.steps[-1]) for finding in checks.check(sheet)]

    assert ("OFF402", "figure") in found
    assert "highlight" in dict(found).values()
    assert "OFF401" not in dict(found)


ERRORS: list[tuple[Exception, str]] = [
    (TwoLists("a", "b", "NO-03@2020"), "'NO-03@2020' is of the list 'b', others are of 'a'"),
    (NoTile("DE"), "'DE' has no tile"),
    (NotNormalised("NOK"), "figures in 'NOK' are totals"),
    (BadGeography("features[0]", "it is none", "give one"), "features[0]: it is none; give one"),
    (NotDegrees("features[0]", 262000.0, 6649000.0), "(262000, 6.649e+06) is no longitude"),
    (OpenRing("features[0]", 3), "an outline of 3 positions is not closed"),
    (UnknownRegion("features[0]", "99", "counties 2020", "look"), "'99' is not in the list"),
    (TwoRegions("03", "features[1]"), "there is a region '03' already"),
    (NoRegion("NO-03@2020"), "no region 'NO-03@2020'"),
    (NoFolder("a.geojson"), "names the file 'a.geojson'"),
    (LostRegion(11, 10), "10 of 11 areas are drawn"),
]


@pytest.mark.parametrize(("error", "expected"), ERRORS, ids=lambda given: type(given).__name__)
def test_errors_say_what_is_wrong(error: Exception, expected: str) -> None:
    """Each names what was seen; all travel between processes."""
    again = pickle.loads(pickle.dumps(error))

    assert expected in str(error)
    assert (type(error), str(error)) == (type(again), str(again))
