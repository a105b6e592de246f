"""The directive ``example``: a script of ``docs/gallery``, the picture it draws, and its figures.

The script runs while the page is built, so that code, picture and figures are always those of one
and the same version. It ends with a `offinno.charts.Figure` called ``figure``.
"""

import runpy
from base64 import b64encode
from collections.abc import Sequence
from contextlib import chdir
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from offinno.charts import Figure

QUOTES = '"""'


class Example(SphinxDirective):
    """Shows code, picture and figures of one script, named without its ending."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the three, one below the other."""
        name = self.arguments[0]
        script = Path(self.env.srcdir, "gallery", f"{name}.py")
        self.env.note_dependency(str(script))
        figure, data = drawn(script)
        code = nodes.literal_block(text=without_docstring(script.read_text(encoding="utf-8")))
        code["language"] = "python"
        return [code, picture(figure, name), *figures(figure, data, name)]


def drawn(script: Path) -> tuple[Figure, bytes]:
    """Return the figure that *script* makes, and its rows as a file."""
    with TemporaryDirectory() as folder, chdir(folder):
        figure = runpy.run_path(str(script))["figure"]
        assert isinstance(figure, Figure)
        figure.save("rows.csv")
        return figure, Path("rows.csv").read_bytes()


def without_docstring(code: str) -> str:
    """Return *code* without the sentence at its head, which the page says in its own words."""
    return code.split(QUOTES, 2)[2].strip() if code.startswith(QUOTES) else code.strip()


def picture(figure: Figure, name: str) -> nodes.raw:
    """Return the picture as it stands in any page, with its words for screen readers."""
    return raw(f'<figure class="example">{figure.svg(framed=True, prefix=name)}</figure>')


def figures(figure: Figure, data: bytes, name: str) -> list[nodes.Node]:
    """Return the table of *figure*, folded, with its rows to take along."""
    link = f"data:text/csv;charset=utf-8;base64,{b64encode(data).decode()}"
    columns = figure.table.columns
    return [
        raw(f"<details><summary>Alt text and figures</summary><p>{escape(figure.alt)}</p>"),
        table(columns, figure.table.rows),
        raw(f'<p><a download="{name}.csv" href="{link}">{name}.csv</a></p></details>'),
    ]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> nodes.table:
    """Return a table."""
    group = nodes.tgroup("", cols=len(head))
    group.extend(nodes.colspec(colwidth=1) for _ in head)
    group += nodes.thead("", row(head))
    group += nodes.tbody("", *map(row, rows))
    return nodes.table("", group)


def row(texts: Sequence[str]) -> nodes.row:
    """Return one row."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph(text=text)) for text in texts))


def raw(html: str) -> nodes.raw:
    """Return what stands in a web page as it is."""
    return nodes.raw("", html, format="html")


def setup(app: Sphinx) -> dict[str, object]:
    """Tell Sphinx of the directive and of how pictures fit a page."""
    app.add_directive("example", Example)
    app.add_css_file("gallery.css")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
