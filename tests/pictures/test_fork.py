"""Where there is no fork."""

import os

import pytest

from offinno.pictures._fork import after_fork, before_fork


def test_a_system_without_fork_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no hook to register with."""
    monkeypatch.delattr(os, "register_at_fork", raising=False)

    assert after_fork(lambda: None) is None  # type: ignore[func-returns-value]
    assert before_fork(lambda: None) is None  # type: ignore[func-returns-value]


def test_what_shall_be_renewed_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is called in the forked process, or before there is one."""
    registered: dict[str, object] = {}
    monkeypatch.setattr(os, "register_at_fork", registered.update, raising=False)
    after_fork(print)
    before_fork(repr)  # type: ignore[arg-type]

    assert registered == {"after_in_child": print, "before": repr}
