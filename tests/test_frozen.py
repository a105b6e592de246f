"""Unpickling and copying go through the constructor."""

import copy
import pickle
from typing import Any, final

import attrs
import pytest

from offinno._frozen import Frozen, as_set, as_tuple


def _positive(_: object, __: "attrs.Attribute[int]", value: int) -> None:
    if value <= 0:
        raise ValueError(value)


def _stripped(text: str) -> str:
    return text.strip()


@final
@attrs.frozen
class Span(Frozen):
    """A value object like those of the library."""

    #: A field with a private name and so with an alias.
    _days: int = attrs.field(validator=_positive)
    #: A field that a converter makes.
    name: str = attrs.field(default="", converter=_stripped)
    #: A field that the constructor does not take.
    hours: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Derive the hours."""
        object.__setattr__(self, "hours", 24 * self._days)


def _tampered() -> Span:
    """Return a span that no constructor would have let through."""
    span = Span(1)
    object.__setattr__(span, "_days", -1)
    return span


def _pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


@pytest.mark.parametrize("again", [_pickled, copy.copy, copy.deepcopy])
class TestFrozen:
    """Each way to get a second object from a first."""

    def test_gives_an_equal_object(self, again: Any) -> None:
        """The second object equals the first, with derived fields."""
        assert Span(2, " x ") == again(Span(2, "x"))
        assert again(Span(2)).hours == 48

    def test_runs_the_checks(self, again: Any) -> None:
        """An object that breaks a rule cannot be had by a way around the constructor."""
        with pytest.raises(ValueError, match="-1"):
            again(_tampered())


def test_mixin_has_no_state() -> None:
    """A slotted class that inherits the mixin stays without a dictionary."""
    assert not hasattr(Span(1), "__dict__")


def test_lists_become_immutable() -> None:
    """What is given as a list, or as any iterable, is held as a tuple or a frozen set."""
    assert as_tuple([2, 1, 2]) == (2, 1, 2)
    assert as_set(iter([2, 1, 2])) == frozenset({1, 2})


@pytest.mark.parametrize("given", ["text", 5, None])
def test_what_is_no_collection_is_no_set(given: Any) -> None:
    """A text is no set of letters, and a number none at all: both stay, to be refused."""
    assert as_set(given) is given
