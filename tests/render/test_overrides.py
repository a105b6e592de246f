"""An override is shown on the page, wherever the comparison is. The figures are those packaged."""

import attrs
import pytest

from offinno.datasets import load
from offinno.language import Lang
from offinno.model import Ranking
from offinno.render import page


@pytest.mark.parametrize(
    ("lang", "words"), [("nb", "godtatt fordi"), ("nn", "godteke fordi"), ("en", "allowed because")]
)
def test_says_why_a_rule_was_overridden(lang: Lang, words: str) -> None:
    """Behind the reason, in words, beside the ranking."""
    block = Ranking(
        figure="nordic-innovative-workplaces", headline="Norden", allow={"level": "made up"}
    )
    sheet = attrs.evolve(load("innovation-2019"), blocks=[block])

    assert f"({words}: made up)" in str(page(sheet, lang=lang))
