"""What the documentation says of the rules of comparability."""

import re
from pathlib import Path

from offinno.model import RULES

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "comparison.md"


def test_every_rule_is_explained() -> None:
    """The table of the page has a line for each, in the order in which reasons are listed."""
    lines = re.findall(r"^\| `([a-z-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)

    assert [rule.value for rule in RULES] == lines
