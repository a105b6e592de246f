"""The linter as a whole."""

from pathlib import Path
from typing import Any

import pytest

from offinno.checks import RULES, Severity, check
from offinno.checks._check import check as function
from offinno.exceptions import UnknownName
from offinno.io import dumps, read
from offinno.io._compose import read_yaml


@pytest.fixture
def fragment(bench: Any) -> str:
    """Return a sheet with faults in several places."""
    faults: str = bench.prose("{units} kommuner, 3 av 4, de siste to årene") + "edition: 2021\n"
    return faults


class TestSelection:
    """Which rules run."""

    @pytest.mark.parametrize(
        ("select", "ignore", "expected"),
        [
            (["OFF501"], [], ["OFF501"]),
            (["unbound-number"], [], ["OFF501"]),
            (["OFF3"], [], ["OFF303", "OFF302"]),
            (["OFF3"], ["data-older-than-edition"], ["OFF302"]),
            (["OFF3", "OFF501"], ["OFF30"], ["OFF501"]),
            ([], ["OFF3", "OFF4", "OFF5"], ["OFF203"]),
        ],
    )
    def test_by_code_beginning_or_name(
        self, bench: Any, fragment: str, select: list[str], ignore: list[str], expected: list[str]
    ) -> None:
        """Rules are chosen by code, by the beginning of codes, or by name."""
        report = check(bench.sheet(fragment), select=select, ignore=ignore)

        assert expected == [finding.code for finding in report]

    @pytest.mark.parametrize("name", ["OFF9", "unit-of-counts", "", "203"])
    def test_unknown_rule_is_refused(self, bench: Any, fragment: str, name: str) -> None:
        """A name that is that of no rule is an error that proposes others."""
        with pytest.raises(UnknownName, match="rule"):
            check(bench.sheet(fragment), ignore=[name])


class TestPlaces:
    """Where findings stand."""

    def test_lines_of_the_file(self, bench: Any, fragment: str, tmp_path: Path) -> None:
        """With the places of a file each finding has its line and column, in their order."""
        path = tmp_path / "sheet.yaml"
        path.write_text(dumps(bench.sheet(fragment)), encoding="utf-8")
        found = read(path)
        report = check(found.thing, places=found.places)
        lines = path.read_text(encoding="utf-8").splitlines()

        (number,) = [f for f in report if f.code == "OFF501"]
        assert number.line is not None
        assert "3 av 4" in "".join(lines[number.line - 1 : number.line + 1])
        assert sorted((f.line, f.column) for f in report) == [(f.line, f.column) for f in report]

    def test_places_from_the_sheet_down(self, bench: Any) -> None:
        """Places may also begin at the sheet itself."""
        places = read_yaml(b"key: s\nblocks:\n  - text: {nb: x}\n", name="s").places
        sheet = bench.sheet(bench.prose("3 av 4"))

        (finding,) = check(sheet, places=places, select=["OFF501"])
        assert (3, 16) == (finding.line, finding.column)

    def test_order_without_a_file(self, bench: Any, fragment: str) -> None:
        """Without a file findings follow the fields of a sheet, and their positions."""
        fragment += "title: {nb: Tittel}\n"
        paths = [finding.path for finding in check(bench.sheet(fragment))]

        assert ["title", "indicators[0]", "indicators[0].title"] == paths[:3]
        assert {"blocks[0].text.nb", "blocks[0].text"} == set(paths[3:])

    def test_positions_are_numbers(self, bench: Any) -> None:
        """The tenth block follows the second."""
        blocks = "".join(f"  - {{type: prose, text: {{en: '{n}0 of'}}}}\n" for n in range(1, 12))
        report = check(bench.sheet(f"blocks:\n{blocks}"), select=["OFF501"])

        assert [f"blocks[{at}].text.en" for at in range(11)] == [f.path for f in report]

    def test_plain_text_has_no_language_in_its_path(self, bench: Any) -> None:
        """A text that is the same in every language ends the path."""
        report = check(bench.sheet("blocks: [{type: prose, text: 3 av 4}]\n"), select=["OFF501"])

        assert ["blocks[0].text"] == [finding.path for finding in report]


def test_says_each_thing_once(bench: Any) -> None:
    """The same fault at the same place is one finding."""
    report = check(bench.sheet(bench.prose("3 av 4 og 3 av 4")), select=["OFF501"])

    assert 1 == len(report)


def test_does_not_change_the_sheet(bench: Any, fragment: str) -> None:
    """Checking twice gives the same report, and the sheet is what it was."""
    sheet = bench.sheet(fragment)
    before = dumps(sheet)

    assert check(sheet) == check(sheet)
    assert before == dumps(sheet)
    assert function is check


class TestTable:
    """The table of rules."""

    def test_codes_and_names_are_unique(self) -> None:
        """Every rule has a code in order, a name of its own, and a summary."""
        assert sorted(RULES) == list(RULES)
        assert len(RULES) == len({rule.name for rule in RULES.values()})
        assert all(code == rule.code for code, rule in RULES.items())
        assert all(rule.summary.endswith(".") for rule in RULES.values())

    def test_every_severity_is_used(self) -> None:
        """There are blockers, warnings and hints."""
        assert set(Severity) == {rule.severity for rule in RULES.values()}
        assert ["blocker", "warning", "hint"] == [str(severity) for severity in Severity]

    def test_it_cannot_be_changed(self) -> None:
        """The table is read-only."""
        with pytest.raises(TypeError):
            RULES["OFF999"] = RULES["OFF101"]  # type: ignore[index]
