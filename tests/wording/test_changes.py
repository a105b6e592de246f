"""Differences between versions in words."""

from typing import Any

import attrs
import pytest

from offinno.analysis import Change, ChangeKind
from offinno.language import Lang, Term
from offinno.model import (
    Evidence,
    Heading,
    Links,
    Observation,
    Reference,
    SchemeName,
    Source,
    Status,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Value
from offinno.wording import change_text, thing_text

GDP = parse_unit("% of GDP")


def row(number: str, **given: Any) -> Observation:
    """Return a figure for Norway in 2018 unless told otherwise."""
    usual: dict[str, Any] = {"area": "NO", "period": 2018, "value": Value(number, GDP)}
    return Observation(**(usual | given))


def said(kind: ChangeKind, old: object, new: object, lang: Lang = "en") -> str:
    """Return what a change is called, with plain spaces."""
    change = Change(kind=kind, old_path="a", new_path="a", old=old, new=new)
    return change_text(change, lang=lang).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", "revidert fra 48,3 % til 48,1 %"),
        ("nn", "revidert frå 48,3 % til 48,1 %"),
        ("en", "revised from 48.3% to 48.1%"),
    ],
)
def test_revision_shows_both_figures(lang: Lang, expected: str) -> None:
    """A reader sees by how much."""
    assert expected == said(ChangeKind.REVISED, Value("48.3", GDP), Value("48.1", GDP), lang)


def test_revision_in_a_new_vintage_names_it() -> None:
    """Two vintages of a figure are told apart."""
    old, new = row("48.3"), row("48.1", vintage=2020)

    assert "revised from 48.3% (2018) to 48.1% (2018, vintage 2020)" == said(
        ChangeKind.REVISED, old, new
    )


def test_update_shows_the_figure_before() -> None:
    """A new period stands beside the one before."""
    assert "ny periode: 51 % (2019), før 48,3 % (2018)" == said(
        ChangeKind.UPDATED, row("48.3"), row("51", period=2019), "nb"
    )


def test_rewording_quotes_both_texts() -> None:
    """The quotation marks are those of the language."""
    assert "omformulert frå «A» til «B»" == said(ChangeKind.REWORDED, "A", "B", "nn")
    assert "reworded from “A” to “B”" == said(ChangeKind.REWORDED, "A", "B")


def test_long_texts_are_shortened() -> None:
    """A change is one line."""
    assert f"added: {'a' * 79}…" == said(ChangeKind.ADDED, None, "a" * 81)


def test_what_comes_and_goes_is_named() -> None:
    """A thing is called by its title, name, heading or text."""
    name = SchemeName(name={"nb": "Ordning", "en": "Scheme"})

    assert "lagt til: Ordning" == said(ChangeKind.ADDED, None, name, "nb")
    assert "removed: A" == said(ChangeKind.REMOVED, Heading(text="A"), None)


def test_what_has_no_wording_is_only_told() -> None:
    """A thing without a text is told by the place and kind of the change."""
    assert "added" == said(ChangeKind.ADDED, None, Links())
    assert "changed" == said(ChangeKind.CHANGED, Links(), "a")
    assert "in another order" == said(ChangeKind.REORDERED, ("a", "b"), ("b", "a"))


@pytest.mark.parametrize("kind", ChangeKind)
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_kind_has_a_wording(kind: ChangeKind, lang: Lang) -> None:
    """Whatever has changed can be told, with or without words for the things."""
    assert said(kind, None, None, lang)
    assert said(kind, "a", "b", lang)


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (True, "ja"),
        (False, "nei"),
        (12345, "12 345"),
        ((), "ingenting"),
        (("a", "b"), "a og b"),
        (frozenset({Status.REVISED, Status.PROVISIONAL}), "foreløpig og revidert"),
        (frozenset({Term(key="b", label="B"), Term(key="a", label="A")}), "A og B"),
        ((Links(),), None),
        (Period(2018), "2018"),
        (GDP, "prosent av BNP"),
        (Missing(MissingReason.NOT_STATED), "ikke oppgitt"),
        (MissingReason.NOT_STATED, "not stated"),
        (Reference(key="a"), "a"),
        (None, None),
    ],
)
def test_things_in_words(thing: object, expected: str | None) -> None:
    """Facts are worded as everywhere else."""
    found = thing_text(thing, lang="nb")

    assert expected == (found and found.replace("\xa0", " "))


def test_members_of_closed_sets_are_worded() -> None:
    """Evidence is worded as in a card."""
    assert thing_text(Evidence.DERIVED, lang="en") == "computed from other figures"


def test_sources_cite_themselves() -> None:
    """A source that comes is cited."""
    source = Source(key="a", publisher="A", title="B", published=2018)

    assert "B" in said(ChangeKind.ADDED, None, source)
    assert attrs.evolve(source) == source
