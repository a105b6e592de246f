"""Saving by the ending of a file, and the JSON Schema in the package."""

import json
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import cast

import pytest
from jsonschema import Draft202012Validator

from offinno.exceptions import NotAPath
from offinno.io import (
    NoWriter,
    TwoWriters,
    loads,
    save,
    schema,
    schema_text,
    write_json_file,
    write_yaml_file,
)
from offinno.io._schema import rendered
from offinno.model import Link

LINK = Link(label="SSB", url="https://www.ssb.no")


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> list[EntryPoint]:
    """Return the writers that are installed; more may be added."""
    points = [
        EntryPoint(".yaml", "offinno.io:write_yaml_file", "offinno.writers"),
        EntryPoint(".json", "offinno.io:write_json_file", "offinno.writers"),
    ]
    monkeypatch.setattr("offinno.io._save.entry_points", lambda **_: points)
    return points


@pytest.mark.usefixtures("writers")
def test_the_ending_names_the_form(tmp_path: Path) -> None:
    """The writer of an ending writes the file, whatever the case of its letters."""
    save(LINK, tmp_path / "link.YAML")
    save(LINK, tmp_path / "link.json", lang="nb")

    assert LINK == loads((tmp_path / "link.YAML").read_bytes())
    assert LINK == loads((tmp_path / "link.json").read_bytes(), format="json")


@pytest.mark.usefixtures("writers")
def test_other_endings_are_refused(tmp_path: Path) -> None:
    """An ending that no one writes is refused with those that come near."""
    with pytest.raises(NoWriter, match=r"none of \.json, \.yaml; did you mean \.yaml\?"):
        save(LINK, tmp_path / "link.yam")
    with pytest.raises(NotAPath, match="5 is no path of a file"):
        save(LINK, cast("str", 5))
    with pytest.raises(NoWriter, match=r"none of \.json, \.yaml$"):
        save(LINK, tmp_path / "link")


def test_two_writers_of_one_ending_are_named(writers: list[EntryPoint], tmp_path: Path) -> None:
    """Which of two packages writes a file is never left to chance."""
    writers.append(EntryPoint(".yaml", "other:write", "offinno.writers"))
    with pytest.raises(TwoWriters, match="write_yaml_file and by other"):
        save(LINK, tmp_path / "link.yaml")


def test_writers_may_be_called_directly(tmp_path: Path) -> None:
    """The registered functions are public."""
    write_yaml_file(LINK, tmp_path / "a")
    write_json_file(LINK, tmp_path / "b")

    assert loads((tmp_path / "a").read_bytes()) == loads(
        (tmp_path / "b").read_bytes(), format="json"
    )


def test_the_packaged_schema_is_the_one_that_is_made() -> None:
    """The file in the package is up to date."""
    assert rendered() == schema_text()


def test_the_schema_is_one() -> None:
    """It is valid under the JSON Schema of schemas, and describes what it asks for."""
    Draft202012Validator.check_schema(schema())

    fields = json.loads(schema_text())["$defs"]["Indicator"]["properties"]
    assert "How it is defined" in fields["definition"]["description"]
