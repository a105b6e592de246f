"""What contradicts itself in a file is told in one go, each at its own line."""

import pytest

from offinno.io import BadFile, loads

SHEET = """\
schema: 1
factsheet:
  key: sheet
  title: Ark
  terms: {health: {label: helse}, school: {label: skole}}
  sources: [{key: a, publisher: A, title: A}]
  indicators:
    - key: trees
      title: Trær
      definition: Antall trær
      unit: municipalities
      population: {missing: not stated}
      sources: [a]
      dimensions:
        - {key: kind, label: slag, categories: [health, school]}
      observations:
        - {area: "NO", period: 2018, breakdowns: {kind: health}, value: 1}
        - {area: "NO", period: 2018, breakdowns: {kind: school}, value: 2}
        - {area: SE, period: 2018, breakdowns: {kind: health}, value: 3}
  schemes:
    - key: fund
      names: [{name: Fond}]
      provider: A
      purpose: B
      sources: [a]
  blocks:
    - {type: prose, text: "I fjor {trees[area=SE]}"}
    - type: ranking
      figure: trees[kind=health]
      headline: Trær
      along: area
      highlight: SE
    - type: number
      figure: trees[area=SE]
      headline: trær
    - {type: schemes, schemes: [fund]}
"""


def problems(*pairs: tuple[str, str]) -> list[str]:
    """Return what is wrong with the sheet after some texts are replaced, a line each."""
    text = SHEET
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    with pytest.raises(BadFile) as caught:
        loads(text, name="f")
    return str(caught.value).splitlines()


def test_the_sheet_itself_is_right() -> None:
    """So that what is found below comes from the change."""
    assert "sheet" == loads(SHEET).key


def test_contradictions_of_blocks_are_told_together() -> None:
    """Each at the line of the key that is wrong."""
    found = problems(
        ("{trees[area=SE]}", "{treees[area=SE]}"),
        ("along: area", "along: years"),
        ("figure: trees[area=SE]", "figure: trees"),
        ("[fund]", "[fond]"),
    )

    blocks = "factsheet.blocks"
    many = "trees has 3 figures for no selector; say which: there is area NO, SE"
    known = "known: area, period, indicator, kind"
    assert [
        f"f:27:27: {blocks}[0].text.und: no indicator is called 'treees'; did you mean 'trees'?",
        f"f:31:14: {blocks}[1].along: no dimension is called 'years'; {known}",
        f"f:34:15: {blocks}[2].figure: {many}; period 2018; kind health, school",
        f"f:36:33: {blocks}[3].schemes[0]: no scheme is called 'fond'; did you mean 'fund'?",
    ] == found


def test_contradictions_of_rows_are_told_together() -> None:
    """Categories, marks and sources that the header lacks, each in its row."""
    found = problems(
        ("{kind: health}, value: 1", "{kind: sport}, value: 1"),
        ("value: 2", "value: 2, notes: [x]"),
        ("value: 3", "value: 3, source: b"),
    )

    rows = "factsheet.indicators[0].observations"
    sport = "dimension 'kind' has no category 'sport'; known: health, school"
    assert [
        f"f:17:57: {rows}[0].breakdowns.kind: {sport}",
        f"f:18:84: {rows}[1].notes[0]: no note has the mark 'x'; known: none",
        f"f:19:82: {rows}[2].source: no source is called 'b'; known: a",
    ] == found


def test_every_row_that_stands_twice_is_told() -> None:
    """With the row that it repeats."""
    found = problems(("kind: school}, value", "kind: health}, value"), ("area: SE", "area: NO"))

    said = "the same area, period, breakdowns and source as in observations[0]"
    rows = "factsheet.indicators[0].observations"
    assert [f"f:18:11: {rows}[1]: {said}", f"f:19:11: {rows}[2]: {said}"] == found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("highlight: SE", "highlight: DK", "f:32:18: factsheet.blocks[1].highlight: no member"),
        ("{trees[area=SE]}", "{trees", "f:27:27: factsheet.blocks[0].text: the reference"),
        ("along: area", "along: Area", "f:31:14: factsheet.blocks[1].along: 'Area' is not a key"),
        ("sources: [a]\n  blocks", "sources: [b]\n  blocks", "f:25:17: factsheet.schemes[0].sour"),
        ("headline: trær", "headline: '}'", "f:35:17: factsheet.blocks[2].headline: the reference"),
    ],
)
def test_what_is_wrong_has_its_own_line(old: str, new: str, said: str) -> None:
    """A fault is told where it stands, not at the beginning of the sheet or block."""
    (found,) = problems((old, new))

    assert found.startswith(said)
