"""Errors of charts: what they say, and that they travel between processes."""

import pickle

import pytest

from offinno.charts import (
    BadAlt,
    BadColour,
    BadPalette,
    LostText,
    LowContrast,
    NoLanguage,
    NoPicture,
    NotAPart,
    NotSuitable,
    NoWording,
    TooNarrow,
    TooWide,
    TwoUnits,
)

ERRORS: list[tuple[Exception, str]] = [
    (TwoUnits("NOK", "EUR"), "'NOK' and 'EUR' cannot share an axis"),
    (NotAPart("% of GDP"), "a figure in '% of GDP' is no part of a whole"),
    (TooNarrow(100, 300), "100 pixels are too few; this picture needs 300 at least"),
    (TooNarrow(9, 30, "do this"), "this picture needs 30 at least, or do this"),
    (TooWide(320, 375, "Wide"), "375 pixels wide, not 320: text in the font 'Wide' is wider than"),
    (BadPalette("palette", "too few"), "palette: too few"),
    (LostText("label", "x" * 90), f"the label '{'x' * 79}…' is not where it belongs"),
    (LowContrast("text", "#cccccc", 1.61, 4.5), "has a contrast of 1.61; choose one with 4.5"),
    (LowContrast("text", "#777777", 4.478, 4.5), "of 4.47; choose one with 4.5 at least"),
    (LowContrast("marks", "#777777", 2.99999, 3), "of 2.99; choose one with 3 at least"),
    (NotSuitable("bars()", "an Indicator", "a Datum", "x"), "bars() takes an Indicator, not a D"),
    (BadColour("red"), "'red' is no colour; write it as in '#12507b'"),
    (NoPicture("Source"), "there is no picture of a Source"),
    (NoWording("alt", "en", ("nb",)), "the alt is given in nb, the picture is in en; give it in"),
    (BadAlt(300, 1), "the alt text has 300 characters"),
    (NoLanguage("a.svg"), "'a.svg' holds text in one language; say which"),
]


@pytest.mark.parametrize(("error", "expected"), ERRORS, ids=lambda given: type(given).__name__)
def test_errors_say_what_is_wrong(error: Exception, expected: str) -> None:
    """Each names what was seen and what would be right."""
    assert expected in str(error)


@pytest.mark.parametrize("error", [error for error, _ in ERRORS], ids=lambda e: type(e).__name__)
def test_errors_survive_pickling(error: Exception) -> None:
    """They keep their facts."""
    again = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error)) == (type(again), str(again))
