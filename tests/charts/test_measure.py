"""Widths of text, and lines."""

import pytest

from offinno.charts._measure import lines, widest, width, wrapped


def test_width_grows_with_the_type_size() -> None:
    """Twice the size is twice the width."""
    assert 2 * width("Norge", 10) == width("Norge", 20)


def test_bold_letters_are_wider_and_digits_are_not() -> None:
    """A column of bold numbers takes no more room than one of plain ones."""
    assert width("Norge", 10) < width("Norge", 10, bold=True)
    assert width("48", 10) == width("48", 10, bold=True)


def test_marks_upon_letters_take_no_room() -> None:
    """A letter with a ring is as wide as the letter, however it is encoded."""
    assert width("a", 10) == width("å", 10) == width("a\u030a", 10)


def test_full_width_signs_take_a_square() -> None:
    """A sign of East Asian writing is as wide as it is high."""
    assert 10 == width("漢", 10)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("one", 100, "one"),
        ("one two", 30, "one\ntwo"),
        ("  one\n\ttwo ", 100, "one two"),
        ("600\u00a0mrd.\u00a0kr", 45, "600\u00a0mrd.\nkr"),
        ("abcdefgh", 20, "abc-\ndef-\ngh"),
        ("\u3000a\u00a0 ", 100, "a"),
        ("aaaa \u3000 bbbb", 25, "aaaa\nbbbb"),
        ("a bcdefgh", 20, "a\nbcd-\nefgh"),
        ("12345678", 25, "1234\n5678"),
        ("漢字漢字", 25, "漢字\n漢字"),
        ("8 prosentpoeng", 55, "8 prosent-\npoeng"),
        ("Sør-Trøndelag", 50, "Sør-\nTrøndelag"),
        ("innbyggerne", 45, "innbyg-\ngerne"),
        ("abc", 4, "a\nb\nc"),
    ],
)
def test_lines_break_at_blanks_first(text: str, limit: float, expected: str) -> None:
    """Then at no-break spaces, and within a word, with a hyphen, only if it alone is too long."""
    assert expected == wrapped(text, 10, limit)


def test_lines_are_counted_and_the_widest_measured() -> None:
    """A text of two lines is as wide as the wider one."""
    assert 2 == lines("ab\nabc")
    assert width("abc", 10) == widest("ab\nabc", 10)
