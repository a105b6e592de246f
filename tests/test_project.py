"""What is written in two places of ``pyproject.toml`` is the same in both."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PYPROJECT: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
)


def _group(name: str) -> Iterator[str]:
    """Return the requirements of a dependency group and of those that it includes."""
    for item in PYPROJECT["dependency-groups"][name]:
        if isinstance(item, str):
            yield item
        else:
            yield from _group(item["include-group"])


def test_extra_dev_is_the_group_dev() -> None:
    """A pip that knows no dependency groups gets the same tools from the extra."""
    extra = PYPROJECT["project"]["optional-dependencies"]["dev"]

    assert sorted({*_group("dev")}) == sorted(extra)
