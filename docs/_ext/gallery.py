"""The directives ``example`` and ``run``: code beside the picture that it draws.

``example`` shows a script of ``docs/gallery`` with its picture and figures; the script calls its
`offinno.charts.Figure` ``figure``. ``run`` shows the code that stands in it, and below it the
figure that its last line is, if it is one; the blocks of one page share their names. Code runs
while a page is built, so that what is shown is always of one and the same version.
"""

import ast
import runpy
from base64 import b64encode
from collections.abc import Sequence
from contextlib import chdir, redirect_stdout
from html import escape
from io import StringIO
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
        code = highlighted(without_docstring(script.read_text(encoding="utf-8")))
        return [code, picture(figure, name), *figures(figure, data, name)]


class Run(SphinxDirective):
    """Shows a few lines of code, and the picture that the last of them makes."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the code and, where there is one, the picture."""
        source = "\n".join(self.content)
        names = self.env.temp_data.setdefault("names of runs", {})
        number = names["__number__"] = names.get("__number__", 0) + 1
        found = last_value(source, names)
        pictures = [picture(found, f"run-{number}")] if isinstance(found, Figure) else []
        return [highlighted(source), *pictures]


def last_value(source: str, names: dict[str, object]) -> object:
    """Run *source* among *names* and return what its last line is, None if it is no expression."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    with TemporaryDirectory() as folder, chdir(folder), redirect_stdout(StringIO()):
        exec(compile(ast.Module(body, []), "<run>", "exec"), names)  # noqa: S102 - our own pages
        if not isinstance(last, ast.Expr):
            return None
        return eval(compile(ast.Expression(last.value), "<run>", "eval"), names)  # noqa: S307


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


def highlighted(code: str) -> nodes.literal_block:
    """Return code in colours."""
    block = nodes.literal_block(text=code)
    block["language"] = "python"
    return block


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
    """Tell Sphinx of the directives and of how pictures fit a page."""
    app.add_directive("example", Example)
    app.add_directive("run", Run)
    app.add_css_file("gallery.css")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
