"""The rules that keep text from becoming markup, read in the sources."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import jinja2
import pytest

import offinno.render
from offinno.render._jinja import environment, span_markup
from offinno.render._view import Anchor, Mark, Phrase, Shown

HERE = Path(offinno.render.__file__).parent
SOURCES = sorted(HERE.glob("*.py"))
TEMPLATES = sorted((HERE / "_templates").glob("*.jinja"))


def calls(name: str) -> list[str]:
    """Return the modules that call *name*, once for each call."""
    return [
        path.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


class TestTrust:
    """Markup is trusted in one place."""

    def test_markup_is_made_in_one_place(self) -> None:
        """Only one function makes text into markup, and only three calls go there."""
        assert ["_jinja.py"] == calls("Markup")
        assert ["_jinja.py", "_pictures.py", "_prose.py"] == calls("trusted")

    @pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
    def test_templates_escape_all(self, path: Path) -> None:
        """No template switches escaping off, for a word or for a part."""
        text = path.read_text(encoding="utf-8")

        assert None is re.search(r"\|\s*safe|autoescape|Markup|\bstriptags", text)

    @pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
    def test_templates_quote_attributes(self, path: Path) -> None:
        """What stands in an attribute stands in quotes."""
        text = path.read_text(encoding="utf-8")

        assert None is re.search(r"=\{\{", text)

    def test_environment_is_strict(self) -> None:
        """Escaping is on, and a name that is not there is an error."""
        assert True is environment().autoescape
        with pytest.raises(jinja2.UndefinedError):
            environment().from_string("{{ nothing }}").render()

    def test_style_sheet_closes_nothing(self) -> None:
        """The style sheet cannot end the element it stands in."""
        css = files("offinno.render").joinpath("_templates", "page.css").read_text(encoding="utf-8")

        assert "<" not in css


class TestSpans:
    """Pieces of a line as markup."""

    @pytest.mark.parametrize(
        ("span", "expected"),
        [
            (Phrase("a < b"), "a &lt; b"),
            (Phrase("ja", "nb"), '<span lang="nb">ja</span>'),
            (Anchor("x", 'https://a.b/"'), '<a href="https://a.b/&#34;">x</a>'),
            (Anchor("x", "#y", "nn"), '<a href="#y" lang="nn">x</a>'),
            (Shown("4\u00a0%", "4"), '<data class="value whole" value="4">4\u00a0%</data>'),
            (Shown("not stated", None), '<span class="value">not stated</span>'),
            (
                Shown("4", "4", (Mark("*", "#note-1", "note *"),)),
                (
                    '<data class="value whole" value="4">4</data><sup class="mark">'
                    '<a href="#note-1" role="doc-noteref" aria-label="note *">*</a></sup>'
                ),
            ),
        ],
    )
    def test_markup(self, span: Phrase | Anchor | Shown, expected: str) -> None:
        """A piece becomes its markup, with no space before or after it."""
        assert expected == span_markup(span)
