"""Strategies that are made once: Hypothesis looks a strategy over before it first draws from it."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

#: How many of one kind are kept, such as those for values in different units.
_MANY: Final = 128


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """Return *make* so that it gives the same strategy back when it is asked for the same."""
    return cast("Callable[P, R]", lru_cache(maxsize=_MANY)(make))
