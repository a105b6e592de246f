"""``offinno diff``, as its users see it."""

import json
from pathlib import Path

import pytest

from offinno import cli

SHEET = """\
schema: 1
factsheet:
  key: sheet
  title: {nb: Ark, nn: Ark, en: Sheet}
  blocks:
    - {type: heading, text: {nb: Om arket, nn: Om arket, en: About}}
"""


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two editions of a sheet in an empty folder."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(SHEET, encoding="utf-8")
    Path("new.yaml").write_text(SHEET.replace("nb: Ark", "nb: Arket"), encoding="utf-8")


def test_same_sheet_has_no_changes(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 means that nothing differs."""
    assert cli.main(["diff", "old.yaml", "old.yaml", "--lang", "nn"]) == cli.CLEAN
    assert capsys.readouterr().out == "ingen endringar\n"


def test_changes_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 means that something differs; each line has the place and the words."""
    assert cli.main(["diff", "old.yaml", "new.yaml", "--lang", "nb"]) == cli.FOUND
    assert capsys.readouterr().out == "title.nb: omformulert fra «Ark» til «Arket»\n"


def test_changes_are_printed_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON each change is an object, with the texts at full length."""
    assert cli.main(["diff", "old.yaml", "new.yaml", "--json"]) == cli.FOUND
    assert json.loads(capsys.readouterr().out) == [
        {
            "kind": "reworded",
            "old_path": "title.nb",
            "new_path": "title.nb",
            "old": "Ark",
            "new": "Arket",
            "message": "reworded from “Ark” to “Arket”",
        }
    ]


def test_no_changes_are_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    """A program gets a list, whatever is in it."""
    assert cli.main(["diff", "old.yaml", "old.yaml", "--json"]) == cli.CLEAN
    assert json.loads(capsys.readouterr().out) == []


def test_packaged_sheets_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """Sheets are named by key as well as by path."""
    assert cli.main(["diff", "innovation-2019", "innovation-2019"]) == cli.CLEAN
    assert capsys.readouterr().out == "no changes\n"


def test_sheet_that_is_not_there_cannot_be_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 means that nothing is known of the changes."""
    assert cli.main(["diff", "old.yaml", "none.yaml"]) == cli.FAILED
    assert "none.yaml" in capsys.readouterr().err
