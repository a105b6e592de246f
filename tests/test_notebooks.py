"""The notebooks of the documentation run in a kernel of their own, and show what they promise."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def notebook_at(path: Path) -> Any:
    """Return a notebook as its library reads it."""
    read: Any = nbformat.read
    return read(path, as_version=4)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_run_from_top_to_bottom(path: Path, tmp_path: Path) -> None:
    """Every cell runs, and the pictures stand in the notebook with their words."""
    notebook = notebook_at(path)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": tmp_path}}).execute()
    shown = [
        output["data"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "data" in output
    ]
    pictures = [data for data in shown if "image/svg+xml" in data]
    assert pictures
    assert all('alt="' in data["text/html"] for data in pictures)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_what_they_printed(path: Path) -> None:
    """What a notebook prints is made anew where it is shown, so it cannot be out of date."""
    cells = [cell for cell in notebook_at(path).cells if cell.cell_type == "code"]
    assert cells
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)
