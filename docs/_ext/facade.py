"""The directive ``facade``: every name on ``offinno``, linked to where it is described."""

from importlib import import_module

from docutils.nodes import Node
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from offinno import _lazy


def _role(name: str) -> str:
    """Return the role of Sphinx that links to what *name* means on the façade."""
    value = getattr(import_module(_lazy.HOMES[name]), name)
    if not isinstance(value, type):
        return "py:func"
    return "py:exc" if issubclass(value, Exception) else "py:class"


class Facade(SphinxDirective):
    """Lists the names, then the packages."""

    def run(self) -> list[Node]:
        """Return the two lists, made from the table that the façade itself uses."""
        names = [f"{{{_role(name)}}}`~{_lazy.HOMES[name]}.{name}`" for name in sorted(_lazy.HOMES)]
        packages = [f"{{py:mod}}`~offinno.{name}`" for name in sorted(_lazy.PACKAGES)]
        text = f"Names: {', '.join(names)}.\n\nPackages: {', '.join(packages)}."
        return self.parse_text_to_nodes(text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx about this extension."""
    app.add_directive("facade", Facade)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
