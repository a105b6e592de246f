"""How the linter reads a sheet: sentences, nouns and words."""

from typing import Any

import pytest

from offinno.checks._nouns import noun_after
from offinno.checks._passages import FIGURE
from offinno.checks._view import View
from offinno.checks._words import claimed, spoken
from offinno.language import vocabulary


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett. To! Tre? Fire; fem", ["Ett.", "To!", "Tre?", "Fire;", "fem"]),
        ("Om lag ca. {units} og nr. Tre", [f"Om lag ca. {FIGURE} og nr. Tre"]),
        ("Ett. {units} til", ["Ett.", f"{FIGURE} til"]),
        ("{'Horisont 2020'} er over.", ["Horisont ____ er over."]),
        ("Ett\n\n        To", ["Ett", "To"]),
        ("- Ett\n        - To", ["- Ett", "- To"]),
        (f"Et {FIGURE} tegn", ["Et   tegn"]),
    ],
)
def test_sentences(bench: Any, text: str, expected: list[str]) -> None:
    """A text is parted into claims; figures and names are marked in them."""
    (passage,) = View(bench.sheet(bench.prose(text))).passages

    assert expected == [sentence.words.strip() for sentence in passage.sentences]
    assert text.count("{units}") == len(passage.rows)


def test_figures_belong_to_their_sentence(bench: Any) -> None:
    """Each sentence has the figures that stand in it."""
    text = "A {units}, {units:fraction}. B. C {units}."
    (passage,) = View(bench.sheet(bench.prose(text))).passages

    assert [2, 0, 1] == [len(sentence.mentions) for sentence in passage.sentences]


def test_sections(bench: Any) -> None:
    """A heading begins a section; what stands before the first is one as well."""
    fragment = """blocks:
  - {type: prose, text: A}
  - {type: heading, text: B}
  - {type: prose, text: C}
  - {type: heading, text: D}
"""

    sections = View(bench.sheet(fragment)).sections
    assert [[0], [1, 2], [3]] == [sorted(section) for section in sections]


@pytest.mark.parametrize(
    ("words", "lang", "key"),
    [
        (" kommuner", "nb", "municipalities"),
        (" av alle enhetsledere", "nb", "unit-managers"),
        (" enhetslederne", "nb", "unit-managers"),
        (" offentlige arbeidsplassene", "nb", "public-workplaces"),
        (" søknaden", "nb", "applications"),
        (" foretaket", "nb", "enterprises"),
        (" einingsleiarane", "nn", "unit-managers"),
        (" prosjekta", "nn", "projects"),
        (" public\nworkplaces", "en", "public-workplaces"),
        (" kommuner", "und", "municipalities"),
    ],
)
def test_nouns(words: str, lang: str, key: str) -> None:
    """A noun is known in its forms, the longest first."""
    noun = noun_after(words, lang, vocabulary().values())

    assert noun is not None
    assert key == noun.term.key


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        (" kommunereform", "nb"),
        (" i kommuner", "nb"),
        (". Kommuner", "nb"),
        (" kommuner", "se"),
        ("", "nb"),
    ],
)
def test_no_noun(words: str, lang: str) -> None:
    """A part of a word, another phrase or another language is no noun."""
    assert noun_after(words, lang, vocabulary().values()) is None


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("Vi er Mindre innovative", "nb", "Mindre"),
        (f"mindre enn {FIGURE}", "nb", None),
        ("mer enn 70", "nb", None),
        ("mer enn før", "nb", "mer"),
        ("like stor som", "nb", "like stor"),
        ("like\u00a0stor", "nb", "like\u00a0stor"),
        ("mindretall", "nb", None),
        ("meir enn før", "nn", "meir"),
        ("sterk auke", "nn", "auke"),
        ("as large a part as", "en", "as large a part as"),
        ("more than half", "en", None),
        ("doubled", "en", "doubled"),
        ("doubled", "nb", None),
        ("doubled", "und", "doubled"),
        ("doubled", "se", None),
    ],
)
def test_claims(words: str, lang: str, expected: str | None) -> None:
    """Words that compare are known per language, whole, and not where they qualify a number."""
    assert expected == claimed(words, lang)


def test_topics_have_all_languages() -> None:
    """Every topic has words in each language."""
    from offinno.checks._words import _lists

    assert {("nb", "nn", "en")} == {tuple(lists) for lists in _lists().values()}
    assert all(spoken(topic, "", lang) is None for topic in _lists() for lang in ("nb", "nn", "en"))
