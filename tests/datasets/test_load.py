"""Loading factsheets by key or by path."""

from pathlib import Path
from typing import Any

import pytest

from offinno.datasets import UnknownDataset, load, located, path_of, read
from offinno.exceptions import NotAPath
from offinno.model import Factsheet


def test_a_key_loads_the_packaged_sheet() -> None:
    """The sheet of 2019 is found by its key."""
    sheet = load("innovation-2019")

    assert isinstance(sheet, Factsheet)
    assert "innovation-2019" == sheet.key


def test_a_read_sheet_brings_the_places_of_its_pieces() -> None:
    """Reading tells where in the file each piece stands."""
    found = read("innovation-2019")

    assert "factsheet" == found.key
    assert load("innovation-2019") == found.thing


@pytest.mark.parametrize(
    "name", ["x.yaml", "x.JSON", "figures/innovation-2019", Path("innovation-2019")]
)
def test_a_folder_an_ending_or_a_path_object_makes_a_path(name: str | Path) -> None:
    """What looks like a file is one, and no key."""
    assert Path(name) == located(name)


def test_any_other_text_is_a_key() -> None:
    """A text without folder and ending is looked up."""
    assert path_of("innovation-2019") == located("innovation-2019")
    with pytest.raises(UnknownDataset):
        located("oslo")


@pytest.mark.parametrize("name", [5, None])
def test_what_is_neither_path_nor_key_is_refused(name: Any) -> None:
    """The error shows it."""
    with pytest.raises(NotAPath, match=f"{name} is no path"):
        load(name)
