"""Pages in files: whole or not at all."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from offinno.charts import NoLanguage
from offinno.exceptions import UnknownName
from offinno.io import CannotWrite, save
from offinno.model import Factsheet
from offinno.render import NoPage, _files, build, page, write_html
from offinno.render._page import page_among

Element = ET.Element
Specimen = Callable[..., Factsheet]
Parsed = Callable[[str], Element]


@pytest.fixture
def sheet() -> Factsheet:
    """Return a sheet that is quickly made."""
    return Factsheet(key="small", title={"nb": "Lite", "en": "Small"}, languages=["nb", "en"])


class TestWriteHtml:
    """One page into one file."""

    def test_writes_the_page(self, sheet: Factsheet, tmp_path: Path) -> None:
        """The file holds the page in that language."""
        write_html(sheet, tmp_path / "x.html", lang="en")

        assert page(sheet, lang="en") == (tmp_path / "x.html").read_text(encoding="utf-8")

    def test_is_the_writer_of_pages(self, sheet: Factsheet, tmp_path: Path) -> None:
        """The entry point of that name leads here."""
        pytest.importorskip("offinno")
        from importlib.metadata import entry_points

        points = [p for p in entry_points(group="offinno.writers") if p.name == ".html"]
        if not points:
            pytest.skip("offinno is not installed, so it has no entry points")
        save(sheet, tmp_path / "x.html", lang="nb")

        assert page(sheet, lang="nb") == (tmp_path / "x.html").read_text(encoding="utf-8")

    def test_needs_a_factsheet(self, tmp_path: Path) -> None:
        """Nothing else has a page."""
        with pytest.raises(NoPage) as caught:
            write_html("text", tmp_path / "x.html", lang="nb")
        assert "there is no page of a str; give a Factsheet" == str(caught.value)
        assert [] == list(tmp_path.iterdir())

    def test_needs_a_language(self, sheet: Factsheet, tmp_path: Path) -> None:
        """A page is in one language, which is never guessed."""
        with pytest.raises(NoLanguage):
            write_html(sheet, tmp_path / "x.html")

    def test_needs_a_language_that_is_written(self, sheet: Factsheet, tmp_path: Path) -> None:
        """A language that offinno does not write is named in the error."""
        unknown: Any = "de"
        with pytest.raises(UnknownName):
            write_html(sheet, tmp_path / "x.html", lang=unknown)

    def test_error_survives_pickling(self) -> None:
        """The error can be sent from one process to another."""
        error = pickle.loads(pickle.dumps(NoPage("str", "give a Factsheet")))

        assert ("str", "give a Factsheet") == (error.kind, error.remedy)


class TestBuild:
    """All pages into a folder."""

    def test_writes_one_file_per_language(self, sheet: Factsheet, tmp_path: Path) -> None:
        """Files are called after the sheet and the language."""
        paths = build(sheet, tmp_path)

        assert (tmp_path / "small.nb.html", tmp_path / "small.en.html") == paths
        assert sorted(paths) == sorted(tmp_path.iterdir())

    def test_pages_lead_to_each_other(
        self, sheet: Factsheet, tmp_path: Path, parsed: Parsed
    ) -> None:
        """Each page names all languages and leads to the others."""
        _, english = build(sheet, tmp_path)
        (nav,) = parsed(english.read_text(encoding="utf-8")).iter("nav")

        assert [("small.nb.html", "nb", "nb", "Bokmål")] == [
            (a.get("href"), a.get("hreflang"), a.get("lang"), a.text) for a in nav.iter("a")
        ]
        assert [("page", "English")] == [(s.get("aria-current"), s.text) for s in nav.iter("span")]

    def test_one_language_leads_nowhere(self, sheet: Factsheet, tmp_path: Path) -> None:
        """A page that is alone is the page that `page` makes."""
        (path,) = build(sheet, tmp_path, languages=["no"])

        assert page(sheet, lang="nb") == path.read_text(encoding="utf-8")

    def test_tells_how_far_it_is(self, sheet: Factsheet, tmp_path: Path) -> None:
        """Progress is told before each page and at the end."""
        told: list[tuple[int, int, str]] = []
        build(sheet, tmp_path, progress=lambda *step: told.append(step))

        assert [(0, 2, "small.nb.html"), (1, 2, "small.en.html"), (2, 2, "")] == told

    def test_refuses_an_unknown_language(self, sheet: Factsheet, tmp_path: Path) -> None:
        """Nothing is written where one language is not known."""
        with pytest.raises(UnknownName):
            build(sheet, tmp_path, languages=["nb", "de"])
        assert [] == list(tmp_path.iterdir())

    def test_needs_a_folder(self, sheet: Factsheet, tmp_path: Path) -> None:
        """A folder that is not there is not made, and the error says so."""
        with pytest.raises(CannotWrite) as caught:
            build(sheet, tmp_path / "lost")
        assert "there is no such folder" in str(caught.value)
        assert [] == list(tmp_path.iterdir())

    def test_folder_must_be_one(self, sheet: Factsheet, tmp_path: Path) -> None:
        """A file is no folder."""
        (tmp_path / "file").touch()
        with pytest.raises(CannotWrite):
            build(sheet, tmp_path / "file")

    @pytest.mark.parametrize("fails", [0, 1])
    def test_leaves_whole_files(
        self, sheet: Factsheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: int
    ) -> None:
        """When writing fails, every file is the old one or the new one."""
        (tmp_path / "small.nb.html").write_text("old")
        (tmp_path / "small.en.html").write_text("old")
        calls = 0

        def write(path: Path, data: bytes) -> None:
            nonlocal calls
            calls += 1
            if calls > fails:
                raise CannotWrite(str(path), "the disk is full", "make room")
            path.write_bytes(data)

        monkeypatch.setattr(_files, "write_whole", write)
        with pytest.raises(CannotWrite):
            build(sheet, tmp_path)
        texts = [
            (tmp_path / f"small.{tag}.html").read_text(encoding="utf-8") for tag in ("nb", "en")
        ]

        assert ["old"] * (2 - fails) == texts[fails:]
        assert all(text == "old" or text.endswith("</html>") for text in texts)

    def test_makes_all_pages_before_it_writes(
        self, sheet: Factsheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A page that cannot be made leaves all files as they were."""

        def fails(sheet: Factsheet, **options: Any) -> str:
            if options["lang"] == "en":
                raise RuntimeError
            return page_among(sheet, **options)

        monkeypatch.setattr(_files, "page_among", fails)
        with pytest.raises(RuntimeError):
            build(sheet, tmp_path)
        assert [] == list(tmp_path.iterdir())
