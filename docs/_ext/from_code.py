"""What annotations and comments in the code need, to read well as documentation.

Annotations know a class by the module that defines it, ``offinno.language._text.Text``, or by its
name alone; readers know ``offinno.language.Text``. And Napoleon takes the words before a colon in
the comment on a field for the type of that field.
"""

from collections.abc import Iterable

from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.intersphinx import InventoryAdapter
from sphinx.ext.napoleon import GoogleDocstring

#: Comments on fields, until Napoleon has done what it does to them.
_kept: dict[str, list[str]] = {}


def public(name: str) -> str:
    """Return *name* without the modules that carry an underscore."""
    *modules, last = name.split(".")
    return ".".join([*(module for module in modules if not module.startswith("_")), last])


def spelled_out(name: str, known: Iterable[str]) -> str:
    """Return the one known name that ends in *name*, else *name* itself."""
    found = {full for full in known if full.endswith(f".{name}")}
    return found.pop() if len(found) == 1 else name


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: TextElement
) -> Element | None:
    """Return a link to the public place of what *node* names, None if it is none of ours."""
    if node.get("refdomain") != "py":
        return None
    domain = env.domains.python_domain
    target = public(str(node["reftarget"]))
    if "." not in target:
        foreign = InventoryAdapter(env).main_inventory.get("py:class", {})
        target = spelled_out(target, [*domain.objects, *foreign])
    node["reftarget"] = target  # for the inventories, which are asked next
    place, kind = str(node.get("refdoc", "")), str(node["reftype"])
    return domain.resolve_xref(env, place, app.builder, kind, target, node, content)


def keep(
    _app: Sphinx, what: str, name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Remember the comment on a field, before Napoleon sees it."""
    if what in {"attribute", "data", "property"}:
        _kept[name] = lines.copy()


def give_back(
    app: Sphinx, _what: str, name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Read the comment on a field as what it is: text without a type in front."""
    if name in _kept:
        lines[:] = GoogleDocstring(_kept.pop(name), app.config).lines()


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx about this extension."""
    app.connect("missing-reference", resolve, priority=100)
    app.connect("autodoc-process-docstring", keep, priority=100)
    app.connect("autodoc-process-docstring", give_back, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
