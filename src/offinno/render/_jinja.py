"""Templates: where text becomes markup, and the only place where markup is trusted as it is."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from offinno.charts import Theme
from offinno.render._look import variables
from offinno.render._view import PageView, Span

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES: Final = "_templates"


def trusted(markup: str) -> Markup:
    """Return *markup* as what may stand on a page unescaped.

    Only three things go through here: the style sheet of the package, pictures that came out of
    `offinno.pictures`, and prose after it was cleaned.
    """
    return Markup(markup)  # noqa: S704 - see above; a test holds that this is the only place


@cache
def environment() -> "Environment":
    """Return the templates of this package; all text is escaped, a missing name is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("offinno.render", _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def style_sheet(theme: Theme) -> Markup:
    """Return the style sheet of pages in the colours of *theme*."""
    path = files("offinno.render").joinpath(_TEMPLATES, "page.css")
    own = "; ".join(f"--{name}: {value}" for name, value in variables(theme).items())
    return trusted(f":root {{ {own} }}\n{path.read_text(encoding='utf-8')}")


def page_markup(view: PageView, theme: Theme) -> str:
    """Return a page as a file."""
    template = environment().get_template("page.html.jinja")
    return template.render(page=view, css=style_sheet(theme))


def span_markup(span: Span) -> str:
    """Return a piece of a line as markup."""
    spans = environment().get_template("spans.html.jinja")
    return str(spans.module.span(span))  # type: ignore[attr-defined]
