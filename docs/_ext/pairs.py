"""The directive ``pairs``: the table of what two kinds of unit allow, from the code itself."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from offinno.units import PAIRS, Refusal

HEAD = ("first", "operation", "second", "gives", "or is refused, because")


class Pairs(SphinxDirective):
    """Prints `offinno.units.PAIRS`, a row for each pair and operation."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        group = nodes.tgroup("", cols=len(HEAD))
        group.extend(nodes.colspec(colwidth=1) for _ in HEAD)
        group += nodes.thead("", row(HEAD))
        group += nodes.tbody("", *map(row, cells()))
        return [nodes.table("", group)]


def cells() -> list[tuple[str, ...]]:
    """Return the rows of the table as text."""
    return [
        (
            first.value,
            operation.value,
            second.value,
            "" if isinstance(cell, Refusal) else cell.value,
            cell.value if isinstance(cell, Refusal) else "",
        )
        for (first, operation, second), cell in PAIRS.items()
    ]


def row(texts: tuple[str, ...]) -> nodes.row:
    """Return one row."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph(text=text)) for text in texts))


def setup(app: Sphinx) -> dict[str, object]:
    """Tell Sphinx of the directive."""
    app.add_directive("pairs", Pairs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
