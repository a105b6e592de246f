"""The words that numbers are written with."""

import copy
import pickle

import pytest

from offinno.exceptions import UnknownName
from offinno.language import LANGUAGES, Lang, lexicon


@pytest.mark.parametrize("lang", LANGUAGES)
class TestLexicon:
    """The words of each language."""

    def test_has_a_word_for_every_qualifier(self, lang: Lang) -> None:
        """Each qualifier but *exact* has forms with a place for the number at the end."""
        forms = dict(lexicon(lang).qualifiers)

        assert () == forms.pop("exact")
        assert all(forms.values())
        assert all(form.endswith(" {}") for all_ in forms.values() for form in all_)

    def test_gives_no_word_two_meanings(self, lang: Lang) -> None:
        """A form belongs to one qualifier, a scale word to one power, a currency word to one."""
        words = lexicon(lang)
        forms = [form for all_ in words.qualifiers.values() for form in all_]
        scales = [word for s in words.scales.values() for word in {s.one, s.many, s.short}]
        money = [name for names in words.currencies.values() for name in set(names)]
        money += words.currency_one.values()

        for listed in (forms, scales, money, [*words.percent, *words.points]):
            assert sorted(set(listed)) == sorted(listed)

    def test_words_one_of_a_currency_that_it_knows(self, lang: Lang) -> None:
        """The word for one belongs to a currency that has a word for several."""
        assert set(lexicon(lang).currency_one) <= set(lexicon(lang).currencies)

    def test_is_written_in_lower_case_where_the_parser_folds(self, lang: Lang) -> None:
        """Qualifiers are read in any case, so they are kept in lower case."""
        forms = [form for all_ in lexicon(lang).qualifiers.values() for form in all_]

        assert [form.lower() for form in forms] == forms

    def test_knows_thousand_to_a_million_million(self, lang: Lang) -> None:
        """Every power that official figures are given in has its words."""
        assert [3, 6, 9, 12] == list(lexicon(lang).scales)

    def test_has_a_form_of_fractions(self, lang: Lang) -> None:
        """The form has one place for each of the two numbers."""
        assert "3|4" == lexicon(lang).fraction.format(x=3, y=4).replace(" av ", "|").replace(
            " of ", "|"
        )

    def test_is_the_same_when_copied(self, lang: Lang) -> None:
        """A lexicon is its language; a copy is looked up again."""
        words = lexicon(lang)

        assert pickle.loads(pickle.dumps(words)) is words
        assert copy.deepcopy(words) is words
        assert {words} == {words, copy.copy(words)}

    def test_cannot_be_changed(self, lang: Lang) -> None:
        """Its mappings are read-only."""
        with pytest.raises(TypeError):
            lexicon(lang).qualifiers["exact"] = ()  # type: ignore[index]


@pytest.mark.parametrize(
    ("lang", "power", "expected"),
    [
        ("nb", 9, "milliarder"),
        ("nn", 9, "milliardar"),
        ("en", 9, "billion"),
        ("nb", 12, "billioner"),
    ],
)
def test_norwegian_and_english_scales_part_at_a_milliard(
    lang: Lang, power: int, expected: str
) -> None:
    """A Norwegian *billion* is a thousand English ones."""
    assert expected == lexicon(lang).scales[power].many


def test_reads_no_as_bokmaal() -> None:
    """The tag ``no`` gives the words of Bokmål."""
    assert lexicon("nb") == lexicon("no")


def test_is_written_in_three_languages() -> None:
    """Another language is refused."""
    with pytest.raises(UnknownName, match="no language is called 'sv'; known: nb, nn, en"):
        lexicon("sv")
