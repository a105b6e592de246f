"""Errors keep their facts, say one clear sentence, and survive pickling."""

import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

from offinno.exceptions import (
    NotAPath,
    OffinnoError,
    UnknownName,
    nearest,
    path_name,
    path_text,
    shortened,
)


class TestUnknownName:
    """A key that nothing answers to."""

    def test_is_a_lookup_error_of_offinno(self) -> None:
        """It is caught as offinno's error and as Python's."""
        assert issubclass(UnknownName, OffinnoError)
        assert issubclass(UnknownName, LookupError)

    def test_proposes_near_names(self) -> None:
        """Names that are spelled alike are proposed, best first."""
        error = UnknownName("term", "countys", ("county", "counties", "GDP"))

        assert str(error) == "no term is called 'countys'; did you mean 'county' or 'counties'?"

    def test_lists_a_few_known_names(self) -> None:
        """A short list is given whole when no name comes near."""
        error = UnknownName("area", "xyz", ("NO", "SE"))

        assert str(error) == "no area is called 'xyz'; known: NO, SE"

    @pytest.mark.parametrize("known", [(), tuple(f"area{n}" for n in range(21))])
    def test_says_no_more_than_helps(self, known: tuple[str, ...]) -> None:
        """No list and a long list are both left out."""
        assert str(UnknownName("area", "xyz", known)) == "no area is called 'xyz'"

    @pytest.mark.parametrize(
        ("name", "shown"), [(0, "0"), (None, "None"), (["x" * 100], f"['{'x' * 77}…")]
    )
    def test_a_name_may_be_no_text(self, name: object, shown: str) -> None:
        """What was given instead is shown as Python would, so that ``0`` is not ``'0'``."""
        assert str(UnknownName("key", name)) == f"no key is called {shown}"

    def test_a_number_has_near_names_too(self) -> None:
        """A year is spelled as its digits are."""
        error = UnknownName("member", 2022, ("2021", "NO"))

        assert str(error) == "no member is called 2022; did you mean '2021'?"

    def test_nothing_is_near_no_name(self) -> None:
        """None and a list are no words, so that no name is spelled like them."""
        for name in (None, ["nb"], True):
            assert str(UnknownName("language", name, ("nb", "nn"))).endswith("; known: nb, nn")

    def test_proposes_names_that_hold_the_word(self) -> None:
        """A part between hyphens or other marks is enough, be it only two digits."""
        assert "did you mean 'nordic-innovative-workplaces'?" in str(
            UnknownName("figure", "nordic", ("nordic-innovative-workplaces", "gdp"))
        )
        assert "did you mean 'NO-50@2024'?" in str(
            UnknownName("figure", "50", ("NO-50@2024", "NO-55@2024"))
        )

    def test_shortens_what_it_shows(self) -> None:
        """Input of any size makes a message of one line."""
        assert str(UnknownName("key", "x" * 10_000)) == f"no key is called {'x' * 79 + '…'!r}"

    def test_survives_pickling(self) -> None:
        """Facts and sentence are the same in another process."""
        error = UnknownName("term", "x", ("a", "b"))
        again = pickle.loads(pickle.dumps(error))

        assert attrs.astuple(error) == attrs.astuple(again)
        assert str(error) == str(again)


class TestNearest:
    """The names that are spelled most like a word."""

    def test_ignores_case(self) -> None:
        """Upper and lower case are the same letters."""
        assert nearest("gdp", ("GDP",)) == ("GDP",)

    def test_gives_a_name_once(self) -> None:
        """Of names that differ in case only, the first known is given."""
        assert nearest("gdp", ("GDP", "Gdp")) == ("GDP",)

    def test_ends_with_names_that_hold_the_word(self) -> None:
        """Names that are spelled alike come first, then those that hold the word as a part."""
        known = ("h2020-grants-by-country", "grant")

        assert ("grant", "h2020-grants-by-country") == nearest("grants", known)

    def test_says_nothing_to_nothing(self) -> None:
        """An empty word is a part of no name."""
        assert () == nearest("", ("-a", "b-"))

    def test_says_nothing_where_many_names_hold_the_word(self) -> None:
        """A part that more than three names share tells none of them apart."""
        assert () == nearest("NO", tuple(f"NO-{number}@2024" for number in (11, 15, 18, 31)))

    def test_is_empty_when_nothing_is_near(self) -> None:
        """Nothing is proposed for the sake of proposing."""
        assert nearest("xyz", ("GDP",)) == ()


class TestPathName:
    """The text of a path."""

    @pytest.mark.parametrize("path", ["a.svg", Path("a.svg"), b"a.svg"])
    def test_is_that_of_any_path(self, path: Any) -> None:
        """A text, a path object or bytes of the system."""
        assert "a.svg" == path_name(path)

    @pytest.mark.parametrize("path", [5, None, ["a.svg"]])
    def test_refuses_what_is_no_path(self, path: Any) -> None:
        """It is shown, and the error is a TypeError that survives pickling."""
        with pytest.raises(NotAPath) as caught:
            path_name(path)

        expected = f"{path!r} is no path of a file; give a text or a path object, as in 'a.svg'"
        assert expected == str(pickle.loads(pickle.dumps(caught.value)))
        assert isinstance(caught.value, TypeError)


class TestShortened:
    """Text cut to a length."""

    @pytest.mark.parametrize(
        ("text", "expected"), [("abc", "abc"), ("abcd", "abcd"), ("abcde", "abc…"), ("", "")]
    )
    def test_keeps_the_length(self, text: str, expected: str) -> None:
        """Text that fits is left alone, longer text ends in an ellipsis."""
        assert expected == shortened(text, 4)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ""),
        (("indicators", 0, "unit"), "indicators[0].unit"),
        ((0, 1), "[0][1]"),
        (("terms", "public workplaces", "nb"), "terms['public workplaces'].nb"),
        (("år", "a-b"), "år.a-b"),
        (("2018",), "['2018']"),
        (("a\u202e\n",), r"['a\u202e\n']"),
        (("x" * 100,), f"['{'x' * 79}…']"),
    ],
)
def test_a_path_is_written_as_a_person_would(path: tuple[str | int, ...], expected: str) -> None:
    """Names follow a point, numbers and odd keys stand in brackets, escaped and cut short."""
    assert expected == path_text(path)
