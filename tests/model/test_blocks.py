"""Blocks say what is shown."""

from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import UnsafeText
from offinno.model import (
    BadKey,
    BadReference,
    Bars,
    Contradiction,
    GroupedBars,
    Heading,
    Number,
    Pictogram,
    Prose,
    Ranking,
    Reference,
    Schemes,
    WrongType,
)

#: What a type checker lets pass and no field takes.
ANY: Any = "wide"


@pytest.mark.parametrize("level", [2, 3])
def test_headings_have_two_levels(level: int) -> None:
    """The title of the sheet is the first."""
    assert level == Heading(text="Del", level=level).level


@pytest.mark.parametrize("of", [2, 4, 100])
def test_pictograms_have_some_marks(of: int) -> None:
    """From two to a hundred."""
    assert of == Pictogram(figure="a", headline="A", of=of).of


def test_figures_are_references() -> None:
    """A text names the figure of a block."""
    assert (
        Reference(key="a", selectors=[("area", "NO")])
        == Number(figure="a[area=NO]", headline="A").figure
    )


def test_overrides_stand_in_order() -> None:
    """A mapping and pairs are the same overrides."""
    allow = {"window": "made up", "level": "made up as well"}

    assert Ranking(figure="a", headline="A", allow=allow) == Ranking(
        figure="a", headline="A", allow=tuple(allow.items())
    )


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda: Heading(text="Del", level=1), Contradiction, "level 1 is none of 2 and 3"),
        (lambda: Heading(text="Del", level=True), WrongType, "takes int"),
        (lambda: Heading(text="Del", width=ANY), WrongType, "'full' or 'half' or 'third'"),
        (lambda: Prose(text="{a"), BadReference, "a brace alone"),
        (lambda: Prose(text="a", style=ANY), WrongType, "'plain'"),
        (lambda: Pictogram(figure="a", headline="A", of=1), Contradiction, "use 2 to 100"),
        (lambda: Pictogram(figure="a", headline="A", of=101), Contradiction, "use 2 to 100"),
        (lambda: Number(figure="a b", headline="A"), BadReference, "is none"),
        (lambda: Number(figure="a", headline="{A"), BadReference, "a brace alone"),
        (
            lambda: Bars(figure="a", headline="A", allow={"levle": "x"}),
            UnknownName,
            "did you mean 'level'",
        ),
        (
            lambda: Ranking(figure="a", headline="A", allow={"levle": "x"}),
            UnknownName,
            "did you mean 'level'?",
        ),
        (lambda: Ranking(figure="a", headline="A", allow={"level": " "}), UnsafeText, "blanks"),
        (lambda: Ranking(figure="a", headline="A", highlight="\x00"), UnsafeText, "U.0000"),
        (lambda: Bars(figure="a", headline="A", along="Area"), BadKey, "is not a key"),
        (
            lambda: GroupedBars(figure="a", headline="A", along="area", by="area"),
            Contradiction,
            "cannot be both group and bar",
        ),
        (lambda: Schemes(schemes="phd"), Contradiction, "put it in brackets"),
    ],
)
def test_wrong_blocks_are_refused(make: Any, error: type[Exception], said: str) -> None:
    """Each says what would be right."""
    with pytest.raises(error, match=said):
        make()
