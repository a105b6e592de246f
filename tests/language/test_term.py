"""Terms, their keys, and the vocabularies that hold them."""

import copy
import pickle
from json import loads
from pathlib import Path
from typing import Any

import attrs
import pytest

import offinno.language
from offinno.exceptions import OffinnoError, UnknownName
from offinno.language import BadTermKey, Term, TermTwice, Vocabulary, vocabulary

BRIDGES = Term(key="bridges", label={"nb": "bruer", "en": "bridges"}, one={"nb": "bru"})


class TestTerm:
    """A thing that figures speak of."""

    def test_is_its_key(self) -> None:
        """Two terms with one key are equal, whatever they are called."""
        other = Term(key="bridges", label="ponts", reference_amount=True)

        assert BRIDGES == other
        assert hash(BRIDGES) == hash(other)
        assert BRIDGES != Term(key="tunnels", label=BRIDGES.label)
        assert "bridges" == str(BRIDGES)

    @pytest.mark.parametrize(
        ("lang", "one", "expected"),
        [
            ("nb", False, "bruer"),
            ("nb", True, "bru"),
            ("en", False, "bridges"),
            ("en", True, "bru"),
        ],
    )
    def test_is_worded(self, lang: str, one: bool, expected: str) -> None:  # noqa: FBT001
        """Of several by its label, of one by that form; a missing language is another."""
        assert expected == BRIDGES.worded(lang, one=one)

    def test_has_one_form_where_no_other_is_given(self) -> None:
        """Without a form for one, the label serves both."""
        assert "ponts" == Term(key="bridges", label="ponts").worded("nb", one=True)

    @pytest.mark.parametrize("key", ["GDP", "a", "mainland-GDP", "a1-2b", "x" * 80])
    def test_takes_a_key_of_letters_digits_and_hyphens(self, key: str) -> None:
        """Such a key can stand in a unit text."""
        assert key == Term(key=key, label="a").key

    @pytest.mark.parametrize(
        "key", ["", "1a", "-a", "a-", "a--b", "a b", "å", "a_b", "%", "a\n", "x" * 81]
    )
    def test_refuses_another_key(self, key: str) -> None:
        """What a unit text could not hold, or that is endless."""
        with pytest.raises(BadTermKey, match="use letters, digits and hyphens"):
            Term(key=key, label="a")

    def test_keeps_its_labels_in_copies(self) -> None:
        """Labels are no part of equality, but they are carried along."""
        copies = [
            copy.copy(BRIDGES),
            copy.deepcopy(BRIDGES),
            attrs.evolve(BRIDGES),
            pickle.loads(pickle.dumps(BRIDGES)),
        ]

        assert [attrs.astuple(BRIDGES)] * 4 == list(map(attrs.astuple, copies))


class TestVocabulary:
    """The terms that a text may use."""

    def test_is_a_mapping_in_the_order_given(self) -> None:
        """Keys and terms, and nothing else."""
        words = Vocabulary([BRIDGES, Term(key="GDP", label="BNP")])

        assert ["bridges", "GDP"] == list(words)
        assert 2 == len(words)
        assert words["bridges"] is BRIDGES
        assert "tunnels" not in words
        assert "<Vocabulary of 2 terms>" == repr(words)

    def test_cannot_be_added_to(self) -> None:
        """The list it was made from may change, the vocabulary does not."""
        terms = [BRIDGES]
        words = Vocabulary(terms)
        terms.append(Term(key="GDP", label="BNP"))

        assert ["bridges"] == list(words)
        assert isinstance(hash(words), int)

    def test_proposes_near_keys(self) -> None:
        """An unknown key is refused with the known ones that come near."""
        with pytest.raises(UnknownName) as caught:
            Vocabulary((BRIDGES,))["bridge"]

        assert "no term is called 'bridge'; did you mean 'bridges'?" == str(caught.value)

    def test_refuses_a_key_twice(self) -> None:
        """Two terms with one key are refused, even if they are equal."""
        with pytest.raises(TermTwice) as caught:
            Vocabulary((BRIDGES, attrs.evolve(BRIDGES)))

        assert "two terms have the key 'bridges'; give one of them another key" == str(caught.value)

    def test_replaces_a_known_term(self) -> None:
        """A term added wins over one with its key, in the old one's place; neither is changed."""
        words = Vocabulary((BRIDGES, Term(key="GDP", label="BNP")))
        other = Term(key="bridges", label="ponts")
        more = words.with_terms(other, Term(key="tunnels", label="tunneler"))

        assert ["bridges", "GDP", "tunnels"] == list(more)
        assert more["bridges"] is other
        assert words["bridges"] is BRIDGES

    def test_refuses_to_add_a_key_twice(self) -> None:
        """Which of two new terms was meant is not guessed."""
        with pytest.raises(TermTwice):
            Vocabulary().with_terms(BRIDGES, attrs.evolve(BRIDGES, label="ponts"))

    def test_survives_pickling(self) -> None:
        """An unpickled vocabulary finds its terms."""
        words = pickle.loads(pickle.dumps(Vocabulary((BRIDGES,))))

        assert "bru" == words["bridges"].worded("nb", one=True)


def test_packaged_terms_are_complete() -> None:
    """Every term of ours is named in the three languages; what is counted also as one."""
    lacking = [
        term.key
        for term in vocabulary().values()
        if term.label.missing or (term.one is None) is not term.reference_amount
    ]
    incomplete = [term.key for term in vocabulary().values() if term.one and term.one.missing]

    assert [] == lacking
    assert [] == incomplete


def test_packaged_terms_stand_once_in_their_file() -> None:
    """JSON would take the last of two equal keys in silence."""
    folder = Path(offinno.language.__file__).parent / "_data"

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(pairs) == len(dict(pairs)), pairs
        return dict(pairs)

    for path in folder.glob("*.json"):
        loads(path.read_bytes(), object_pairs_hook=once)


@pytest.mark.parametrize("error", [TermTwice("a"), BadTermKey("å")])
def test_errors_survive_pickling(error: OffinnoError) -> None:
    """Facts and sentence are the same in another process."""
    again = pickle.loads(pickle.dumps(error))

    assert type(error) is type(again)
    assert str(error) == str(again)
    assert isinstance(again, ValueError)
