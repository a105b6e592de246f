"""Territories in words."""

import pytest

from offinno.language import Lang
from offinno.model import Area
from offinno.wording import area_text, in_area

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")


@pytest.mark.parametrize(
    ("code", "nb", "nn", "en"),
    [
        ("NO", "Norge", "Noreg", "Norway"),
        ("FO", "Færøyene", "Færøyane", "Faroe Islands"),
        ("DE", "Tyskland", "Tyskland", "Germany"),
        ("AT", "Østerrike", "Austerrike", "Austria"),
        ("BA", "Bosnia-Hercegovina", "Bosnia-Hercegovina", "Bosnia and Herzegovina"),
        ("NO-30@2020", "Viken", "Viken", "Viken"),
        ("nordic", "Norden", "Norden", "the Nordic countries"),
    ],
)
def test_name(code: str, nb: str, nn: str, en: str) -> None:
    """A packaged label comes first, then the name that CLDR gives, without an ampersand."""
    assert [nb, nn, en] == [area_text(Area(code), lang=lang) for lang in LANGS]


def test_own_label_comes_first() -> None:
    """An area that brings its label is called by it."""
    assert "Landet" == area_text(Area("DE", {"nb": "Landet"}), lang="nn")


@pytest.mark.parametrize(
    ("code", "nb", "nn", "en"),
    [
        ("NO", "i Norge", "i Noreg", "in Norway"),
        ("IS", "på Island", "på Island", "in Iceland"),
        ("FO", "på Færøyene", "på Færøyane", "in the Faroe Islands"),
        ("US", "i USA", "i USA", "in the United States"),
        ("NO-15@2020", "i Møre og Romsdal", "i Møre og Romsdal", "in Møre og Romsdal"),
        ("nordic", "i Norden", "i Norden", "in the Nordic countries"),
    ],
)
def test_preposition(code: str, nb: str, nn: str, en: str) -> None:
    """Norwegian is *on* islands; English has an article before some names."""
    assert [nb, nn, en] == [in_area(Area(code), lang=lang) for lang in LANGS]


def test_no_preposition_is_guessed() -> None:
    """An area of your own may be one that another preposition belongs to."""
    assert in_area(Area("x-west", {"nb": "Vestlandet"}), lang="nb") is None
