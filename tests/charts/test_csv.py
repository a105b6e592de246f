"""CSV that no spreadsheet runs."""

from decimal import Decimal

import pytest

from offinno.charts._csv import csv_text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_text_is_never_a_formula(text: str) -> None:
    """A text that looks like one gets an apostrophe before it."""
    assert f"'{text}" in csv_text({"label": [text]})


def test_numbers_stay_numbers() -> None:
    """Negative ones too, with all their digits and a decimal point."""
    assert "value\r\n-48.30\r\n" == csv_text({"value": [Decimal("-48.30")]})


def test_what_is_not_there_is_empty() -> None:
    """Yes and no are words, nothing is nothing."""
    assert "a,b,c\r\n,true,2\r\n" == csv_text({"a": [None], "b": [True], "c": [2]})


def test_quotes_and_commas_are_quoted() -> None:
    """As RFC 4180 has it."""
    assert 'a\r\n"x, ""y"""\r\n' == csv_text({"a": ['x, "y"']})
