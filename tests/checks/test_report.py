"""What is done with the findings of a check."""

import json
import pickle
from typing import Any

import pytest

from offinno.checks import Finding, Report, Severity, check
from offinno.language import Lang


@pytest.fixture
def report(bench: Any) -> Report:
    """Return a report with a blocker, a warning and a hint."""
    sheet = bench.sheet(bench.headline("kommuner innoverte de siste to årene") + "edition: 2021\n")
    return check(sheet, select=["OFF203", "OFF302", "OFF303"])


def test_is_a_sequence(report: Report) -> None:
    """It has a length and an order, gives one finding, and of a slice a report."""
    assert 3 == len(report)
    assert list(report) == [report[0], report[1], report[-1]]
    assert Report(list(report)[:2]) == report[:2]
    assert report[0] in report


def test_is_parted_by_severity(report: Report) -> None:
    """Blockers, warnings and hints are all findings there are."""
    codes = [[finding.code for finding in part] for part in parts(report)]

    assert [["OFF203"], ["OFF302"], ["OFF303"]] == codes


def parts(report: Report) -> tuple[tuple[Finding, ...], ...]:
    """Return the findings by severity."""
    return report.blockers, report.warnings, report.hints


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", "1_blokkerende funn, 1_advarsel og 1_hint"),
        ("nn", "1_blokkerande funn, 1_åtvaring og 1_hint"),
        ("en", "1_blocker, 1_warning and 1_hint"),
    ],
)
def test_is_counted(report: Report, lang: Lang, expected: str) -> None:
    """The summary counts each severity, and leaves out those that are not there."""
    assert expected == report.summary(lang=lang).replace("\u00a0", "_")
    assert "1_warning" == Report(report.warnings).summary().replace("\u00a0", "_")
    assert "<Report: 1\u00a0hint>" == repr(Report(report.hints))


def test_of_a_clean_sheet_is_empty(bench: Any) -> None:
    """Where nothing is found the report is false, and says so."""
    report = check(bench.sheet("title: {nb: A, en: A}\n"))

    assert not report
    assert ("", "no findings") == (str(report), report.summary())


def test_lines(report: Report) -> None:
    """Each finding is a line with its place, code and message, and one with the remedy."""
    lines = str(report[-1:]).splitlines()

    assert lines[0].startswith("blocks[0].headline.nb OFF302 “de siste to årene” is read as of")
    assert "    name the years, or the survey that they lie before" == lines[1]


def test_lines_for_an_editor(report: Report) -> None:
    """With the name of the file an editor can jump to the line."""
    finding = report[0]
    placed = Finding(
        code=finding.code,
        severity=Severity.BLOCKER,
        steps=finding.steps,
        line=12,
        column=5,
        facts=finding.facts,
    )
    text = Report([placed]).text(lang="nb", name="ark.yaml")

    assert text.startswith(f"ark.yaml:12:5: {finding.code} {finding.path}: ")
    assert Report([finding]).text(name="x").startswith(f"x: {finding.code} {finding.path}: ")


def test_as_json(report: Report) -> None:
    """For JSON each finding is an object with six keys."""
    rows = json.loads(json.dumps(report.to_json(lang="nb")))

    keys = ["code", "severity", "message", "path", "line", "remedy"]
    assert [keys] * 3 == [list(row) for row in rows]
    assert ["hint", "blocker", "warning"] == [row["severity"] for row in rows]
    assert [None] * 3 == [row["line"] for row in rows]
    assert "blocks[0].headline.nb" == rows[1]["path"]


def test_survives_pickling(report: Report) -> None:
    """A report may travel between processes."""
    assert report == pickle.loads(pickle.dumps(report))
