"""Fields hold what their annotations say."""

import pickle
from enum import Enum
from typing import Any, Literal, final

import attrs
import pytest

from offinno.language import vocabulary
from offinno.model import Note, Population, WrongType
from offinno.model._typed import Typed


class Colour(Enum):
    """A closed set."""

    RED = "red"


@final
@attrs.frozen(kw_only=True)
class Thing(Typed):
    """A class with a field of every sort that the model has."""

    whole: int = 1
    text: str = "a"
    colour: Colour = Colour.RED
    width: Literal["full", "half"] = "full"
    maybe: str | None = None
    either: int | Colour = 1
    texts: tuple[str, ...] = ()
    pairs: tuple[tuple[str, int], ...] = ()
    colours: frozenset[Colour] = frozenset()
    mixed: tuple[str, ...] | None = None
    inner: "Thing | None" = None
    derived: int = attrs.field(init=False, default=0)


class Named(str):
    """A text of a class of its own."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("whole", 2),
        ("text", "b"),
        ("text", Named("b")),
        ("width", "half"),
        ("maybe", "b"),
        ("either", Colour.RED),
        ("texts", ("a", "b")),
        ("pairs", (("a", 1), ("b", 2))),
        ("colours", frozenset({Colour.RED})),
        ("mixed", ("a",)),
        ("inner", Thing()),
    ],
)
def test_fitting_values_are_kept(field: str, value: Any) -> None:
    """What fits the annotation is held as it is."""
    assert value == getattr(Thing(**{field: value}), field)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("whole", True, "Thing.whole takes int, not True"),
        ("whole", 1.0, "Thing.whole takes int, not 1.0"),
        ("text", b"a", "Thing.text takes str, not b'a'"),
        ("colour", "red", "Thing.colour takes Colour, not 'red'"),
        ("width", "wide", "Thing.width takes 'full' or 'half', not 'wide'"),
        ("width", ["full"], "Thing.width takes 'full' or 'half', not ['full']"),
        ("maybe", 1, "Thing.maybe takes str or None, not 1"),
        ("either", "red", "Thing.either takes int or Colour, not 'red'"),
        ("texts", ["a"], "Thing.texts takes tuple of str, not ['a']"),
        ("texts", ("a", 1), "Thing.texts takes tuple of str, not ('a', 1)"),
        ("pairs", (("a", 1, 2),), "Thing.pairs takes tuple of tuple of str or int"),
        ("pairs", (["a", 1],), "Thing.pairs takes tuple of tuple of str or int"),
        ("pairs", ((1, "a"),), "Thing.pairs takes tuple of tuple of str or int"),
        ("colours", {Colour.RED}, "Thing.colours takes frozenset of Colour"),
        ("mixed", ["a"], "Thing.mixed takes tuple of str or None"),
        ("inner", "thing", "Thing.inner takes Thing or None, not 'thing'"),
    ],
)
def test_other_values_are_refused(field: str, value: Any, said: str) -> None:
    """The error names class and field, what was given and what is right."""
    with pytest.raises(WrongType) as refused:
        Thing(**{field: value})

    assert str(refused.value).startswith(said)
    assert (field, "Thing") == (refused.value.field, refused.value.what)


def test_large_values_are_shortened() -> None:
    """Input of any size makes a short error."""
    with pytest.raises(WrongType) as refused:
        Thing(text=["x"] * 10_000)  # type: ignore[arg-type]

    assert len(str(refused.value)) < 150


@pytest.mark.parametrize("given", ["all", 5, vocabulary()["workplaces"]])
def test_one_thing_is_no_set_of_things(given: Any) -> None:
    """A text is no set of letters: the field says what it takes and what it was given."""
    with pytest.raises(WrongType) as caught:
        Population(unit=vocabulary()["workplaces"], levels=given)

    assert str(caught.value).startswith("Population.levels takes frozenset of Term, not ")


@pytest.mark.parametrize("given", [None, 5, ["a"]])
def test_what_is_no_text_is_named_by_its_field(given: Any) -> None:
    """A text may be plain or by language; anything else is shown, where None is no choice."""
    with pytest.raises(WrongType) as caught:
        Note(mark="*", text=given)

    assert f"Note.text takes text, plain or by language, not {given!r}" == str(caught.value)


def test_unpickling_checks() -> None:
    """A tampered object cannot be unpickled."""
    thing = Thing()
    object.__setattr__(thing, "texts", ["a"])

    with pytest.raises(WrongType):
        pickle.loads(pickle.dumps(thing))
