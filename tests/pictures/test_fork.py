"""Where there is no fork."""

import os

import pytest

from offinno.pictures._fork import after_fork


def test_a_system_without_fork_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no hook to register with."""
    monkeypatch.delattr(os, "register_at_fork", raising=False)

    assert after_fork(lambda: None) is None  # type: ignore[func-returns-value]


def test_what_shall_be_renewed_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is called in the forked process."""
    registered: dict[str, object] = {}
    monkeypatch.setattr(os, "register_at_fork", registered.update, raising=False)
    after_fork(print)

    assert registered == {"after_in_child": print}
