"""Every rule has a page in the documentation, and what the page says is true."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from offinno.checks import RULES, Finding, check
from offinno.model import Factsheet

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "rules"
Example = Callable[[str], Factsheet]


def page(code: str) -> str:
    """Return the page of a rule."""
    return (FOLDER / f"{code}-{RULES[code].name}.md").read_text(encoding="utf-8")


def blocks(code: str, language: str) -> list[str]:
    """Return the code blocks of one language on the page of a rule."""
    return re.findall(rf"```{language}\n(.*?)```", page(code), re.DOTALL)


def found(sheet: Factsheet, code: str) -> list[Finding]:
    """Return what one rule finds."""
    return list(check(sheet, select=[code]))


@pytest.mark.parametrize("code", RULES)
class TestPage:
    """One page."""

    def test_head_agrees_with_the_rule(self, code: str) -> None:
        """Code, name, severity and summary are those of the rule."""
        rule = RULES[code]
        head = (
            f"# {code} {rule.name}\n\n| severity | what it finds |\n|---|---|\n"
            f"| {rule.severity} | {rule.summary} |\n"
        )

        assert head == page(code)[: len(head)]

    def test_example_is_a_finding(self, code: str, example: Example) -> None:
        """The first example is found, and what is said of it stands below it."""
        sheet = example(blocks(code, "yaml")[0])
        first = found(sheet, code)[0]

        assert blocks(code, "text") == [f"{first}\n    {first.remedy()}\n"]

    def test_remedy_leaves_nothing_to_find(self, code: str, example: Example) -> None:
        """On the second example the rule is silent."""
        assert [] == found(example(blocks(code, "yaml")[1]), code)


def test_no_page_is_left_over() -> None:
    """There is a page for each rule, an index, and nothing else."""
    expected = {"index.md", *(f"{code}-{rule.name}.md" for code, rule in RULES.items())}

    assert expected == {path.name for path in FOLDER.iterdir()}


def test_index_lists_every_rule() -> None:
    """The index has a line for each rule, in the order of the codes."""
    lines = [
        f"| [{code}]({code}-{rule.name}.md) | {rule.name} | {rule.severity} | {rule.summary} |"
        for code, rule in RULES.items()
    ]
    index = (FOLDER / "index.md").read_text(encoding="utf-8").splitlines()

    assert lines == [line for line in index if line.startswith("| [")]
