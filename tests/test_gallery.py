"""The gallery: every example has a page, runs, and draws a figure that misses nothing."""

import re
import runpy
from pathlib import Path

import pytest

from offinno.charts import Figure

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
SCRIPTS = sorted(GALLERY.glob("*.py"))
#: So many examples are promised.
PROMISED = 20


def test_there_are_as_many_examples_as_promised() -> None:
    """The gallery does not shrink unseen."""
    assert len(SCRIPTS) >= PROMISED


def test_every_example_has_a_page_of_its_own() -> None:
    """A script is shown on the page of the same name, and every page shows its script."""
    pages = {page.stem for page in GALLERY.glob("*.md")} - {"index"}
    assert {script.stem for script in SCRIPTS} == pages
    for page in pages:
        text = (GALLERY / f"{page}.md").read_text(encoding="utf-8")
        assert re.findall(r"^```{example} (.+)$", text, re.MULTILINE) == [page]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_examples_draw_figures_with_all_their_words(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script names its figure, which has words for everyone, and saves it under its own name."""
    monkeypatch.chdir(tmp_path)
    figure = runpy.run_path(str(script))["figure"]
    assert isinstance(figure, Figure)
    assert all((figure.headline, figure.subtitle, figure.source_line, figure.description))
    assert 0 < len(figure.alt) <= 250
    assert figure.table.rows
    assert (tmp_path / f"{script.stem}.svg").read_bytes().startswith(b"<svg")
