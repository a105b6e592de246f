"""Texts in several languages, and what may stand in them."""

import copy
import pickle
from typing import Any

import attrs
import pytest

from offinno.exceptions import OffinnoError, UnknownName
from offinno.language import (
    LANGUAGES,
    NotText,
    Shown,
    Text,
    UnsafeText,
    checked_text,
    language,
    optional_text,
    text_of,
)

TITLE = Text({"en": "The public sector", "nb": "Offentlig sektor"})


class TestLanguage:
    """The languages that offinno writes."""

    @pytest.mark.parametrize(
        ("tag", "expected"), [("nb", "nb"), ("nn", "nn"), ("en", "en"), ("no", "nb")]
    )
    def test_is_read_from_its_tag(self, tag: str, expected: str) -> None:
        """Each has its tag, and ``no`` reads as Bokmål."""
        assert expected == language(tag)

    @pytest.mark.parametrize("tag", ["", "NB", "sv", "nb-NO"])
    def test_is_one_of_three(self, tag: str) -> None:
        """Another tag is refused with the three."""
        with pytest.raises(UnknownName) as caught:
            language(tag)

        assert LANGUAGES == caught.value.known


class TestText:
    """A message in one or more languages."""

    def test_is_a_mapping_in_the_order_of_our_languages(self) -> None:
        """Ours come first, whatever order they were given in, then the others by tag."""
        text = Text({"sv": "fyra", "en": "four", "da": "fire", "nb": "fire"})

        assert ["nb", "en", "da", "sv"] == list(text)
        assert {"nb": "fire", "en": "four", "da": "fire", "sv": "fyra"} == dict(text)
        assert 4 == len(text)

    def test_takes_pairs(self) -> None:
        """Pairs are as good as a mapping, whose order does not matter."""
        assert TITLE == Text([("nb", "Offentlig sektor"), ("en", "The public sector")])
        assert hash(TITLE) == hash(Text(reversed(list(TITLE.items()))))

    def test_reads_no_as_bokmaal(self) -> None:
        """The macrolanguage tag ``no`` is Bokmål, when given and when asked for."""
        assert Text({"nb": "fire"}) == Text({"no": "fire"})
        assert "Offentlig sektor" == TITLE.in_("no")

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("nb", Shown("Offentlig sektor", "nb")),
            ("en", Shown("The public sector", "en")),
            ("nn", Shown("Offentlig sektor", "nb")),
            ("sv", Shown("Offentlig sektor", "nb")),
        ],
    )
    def test_shows_what_there_is(self, lang: str, expected: Shown) -> None:
        """A missing language is shown in the first there is, marked with its tag."""
        assert expected == TITLE.shown(lang)
        assert expected.text == TITLE.in_(lang)

    def test_shows_a_foreign_language_rather_than_nothing(self) -> None:
        """A text in none of our languages is shown as it is."""
        assert Shown("fyra", "sv") == Text({"sv": "fyra"}).shown("nb")

    def test_shows_what_is_the_same_everywhere(self) -> None:
        """A name stands for every language that has no words of its own."""
        name = Text({"und": "Oslo", "en": "Oslo city"})

        assert Shown("Oslo", "und") == name.shown("nb")
        assert Shown("Oslo city", "en") == name.shown("en")

    @pytest.mark.parametrize(
        ("texts", "expected"),
        [({"nb": "a"}, ("nn", "en")), ({"und": "a"}, ()), ({"sv": "a"}, ("nb", "nn", "en"))],
    )
    def test_knows_what_it_lacks(self, texts: dict[str, str], expected: tuple[str, ...]) -> None:
        """The languages of ours that are missing; none where the text is the same in all."""
        assert expected == Text(texts).missing

    def test_is_english_to_developers(self) -> None:
        """``str`` gives the English words, ``repr`` what makes an equal text."""
        assert "The public sector" == str(TITLE)
        assert TITLE == eval(repr(TITLE))

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, attrs.evolve])
    def test_is_equal_when_copied(self, again: Any) -> None:
        """A copy is an equal text."""
        assert TITLE == again(TITLE)
        assert TITLE == pickle.loads(pickle.dumps(TITLE))

    @pytest.mark.parametrize(
        ("texts", "sentence"),
        [
            ({}, "no language in {}; give the text in one language at least"),
            (
                {"nb": "a", "no": "b"},
                "one language twice in 'nb, no'; give each one text; 'no' reads as 'nb'",
            ),
            (
                [("en", "a"), ("en", "b")],
                "one language twice in 'en, en'; give each one text; 'no' reads as 'nb'",
            ),
            (
                {"English": "a"},
                "no language tag in 'English'; tags look like 'nb', 'en' or 'se'",
            ),
            ({"nob": "a"}, "no language tag in 'nob'; write 'nb'"),
            ({"nb": "a", "eng": "b"}, "no language tag in 'eng'; write 'en'"),
            ({"xx": "a"}, "no language in 'xx'; tags look like 'nb', 'en' or 'se'"),
            ({"nx-NO": "a"}, "no language in 'nx-NO'; tags look like 'nb', 'en' or 'se'"),
            ({"nb": ""}, "nothing but blanks in ''; write it or leave it out"),
            (
                {"nb": "a\x00b"},
                "the character U+0000 in 'a\\x00b'; write the text without it",
            ),
        ],
    )
    def test_refuses(self, texts: Any, sentence: str) -> None:
        """No language, one twice, a tag that is none, or a text that cannot be shown."""
        with pytest.raises(UnsafeText) as caught:
            Text(texts)

        assert sentence == str(caught.value)

    @pytest.mark.parametrize("tag", ["se", "sma", "smj", "fkv", "fi", "en-GB", "de-CH-1901"])
    def test_takes_the_tag_of_any_language(self, tag: str) -> None:
        """Sami, Kven and foreign languages have their tags, and so have regions."""
        assert Shown("a", tag) == Text({tag: "a"}).shown("nb")

    @pytest.mark.parametrize(
        ("texts", "seen"),
        [
            (5, "5"),
            (None, "None"),
            ({"nb": 5}, "5"),
            ({"nb": None, "en": "a"}, "None"),
            ({5: "a"}, "5"),
            ({"nb": ["a"]}, "an object of type list"),
            (["a"], "an object of type list"),
            ([("nb", "a", "b")], "an object of type list"),
        ],
    )
    def test_refuses_what_is_no_text(self, texts: Any, seen: str) -> None:
        """What is neither a text nor texts by language is shown, with what would be right."""
        with pytest.raises(NotText) as caught:
            Text(texts)

        assert (
            f"{seen} stands where a text is needed; give it in quotes, or by language, "
            "as in {'nb': 'andel', 'en': 'share'}"
        ) == str(caught.value)


class TestTextOf:
    """What stands for a text."""

    def test_takes_a_string_for_every_language(self) -> None:
        """A plain string is the same in every language."""
        assert Text({"und": "Oslo"}) == text_of("Oslo")

    def test_keeps_a_text(self) -> None:
        """A text is given back as it is, and a mapping becomes one."""
        assert text_of(TITLE) is TITLE
        assert TITLE == text_of(dict(TITLE))

    @pytest.mark.parametrize("given", [5, None, ["a"], True, {"nb": 5}])
    def test_refuses_what_is_no_text(self, given: Any) -> None:
        """A number, a list and nothing at all are no texts."""
        with pytest.raises(NotText, match="stands where a text is needed"):
            text_of(given)

    def test_may_be_absent(self) -> None:
        """Where a text may be left out, None stays None."""
        assert optional_text(None) is None
        assert optional_text(TITLE) is TITLE


#: One of each sort of character that no text may hold.
UNSAFE = (
    *"\x00\x08\x0b\x0c\r\x1b\x1f\x7f\x85\x9f",
    *"\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
    *"\u2028\u2029\ud800\udfff\ufeff\ufdd0\ufdef\ufffe\uffff",
    *"\U0001fffe\U0010ffff\U000e0001\U000e007f",
)


class TestCheckedText:
    """Text that can be shown on every medium."""

    @pytest.mark.parametrize("character", UNSAFE, ids=lambda c: f"U+{ord(c):04X}")
    def test_refuses_what_cannot_be_shown(self, character: str) -> None:
        """Controls, direction marks, surrogates and code points that are no characters."""
        with pytest.raises(UnsafeText) as caught:
            checked_text(f"før {character} etter")

        assert f"the character U+{ord(character):04X}" == caught.value.problem
        assert str(caught.value).isascii()

    @pytest.mark.parametrize(
        "text",
        [
            "3 av 4",
            "linje\nog\ttabulator",
            "48 %, −4 og «æøå»",
            "myk\u00adbindestrek",
            "</script><script>alert(1)</script>",
            "\U0001f600 ča",
        ],
    )
    def test_keeps_what_can(self, text: str) -> None:
        """Line feeds, tabs, any script and any mark-up are text, unchanged."""
        assert checked_text(text) is text

    @pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0"])
    def test_refuses_blanks(self, text: str) -> None:
        """A text says something."""
        with pytest.raises(UnsafeText, match="nothing but blanks"):
            checked_text(text)

    def test_refuses_more_than_a_page_can_hold(self) -> None:
        """A hundred thousand characters are enough, and an error shows only the first."""
        assert 100_000 == len(checked_text("a" * 100_000))
        with pytest.raises(UnsafeText, match="more than 100000 characters") as caught:
            checked_text("a" * 100_001)
        assert 200 > len(str(caught.value))

    @pytest.mark.parametrize("given", [None, 5, b"a"])
    def test_refuses_what_is_no_text(self, given: Any) -> None:
        """Only text is looked at for what cannot be shown."""
        with pytest.raises(NotText, match="stands where a text is needed"):
            checked_text(given)

    def test_not_a_text_survives_pickling(self) -> None:
        """Its sentence is the same in another process, and it is a TypeError."""
        error = NotText("5")
        again = pickle.loads(pickle.dumps(error))

        assert str(error) == str(again)
        assert isinstance(again, OffinnoError)
        assert isinstance(again, TypeError)

    def test_error_survives_pickling(self) -> None:
        """Facts and sentence are the same in another process, and it is a ValueError."""
        error = UnsafeText("the character U+0000", "'a'")
        again = pickle.loads(pickle.dumps(error))

        assert str(error) == str(again)
        assert isinstance(again, OffinnoError)
        assert isinstance(again, ValueError)
