"""Running text: Markdown in which figures are references.

The figures are not part of the Markdown. While that is turned into markup, a sign that occurs
nowhere in the text stands in the place of each; they are put in last, each made of escaped text
only. What the Markdown becomes is cut down to a short list of elements, and the only attribute
left is the address of a link, which is held to the rules for addresses of the model.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from offinno.model import Piece, UnsafeLink, checked_url, pieces
from offinno.pictures import MissingExtra
from offinno.render._desk import Desk
from offinno.render._jinja import span_markup, trusted
from offinno.render._lines import address, piece_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAGS: Final = frozenset(
    {"a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6"}
    | {"li", "ol", "p", "strong", "ul"}
)
#: The attributes of each element; the star is for all, which may otherwise have a title.
_ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"*": frozenset(), "a": frozenset({"href"}), "ol": frozenset({"start"})}
)
_SCHEMES: Final = frozenset({"http", "https", "mailto"})
#: What Markdown has and a factsheet has no use for; it stays text.
_LEFT_OUT: Final = ("code", "entity", "fence", "hr", "html_block", "html_inline", "image")
_DEEPEST: Final = 6
#: Private characters of the last two planes; a text is too short to hold them all.
_PRIVATE: Final = range(0xF0000, 0x110000)


def prose(text: str, desk: Desk) -> Markup:
    """Return *text* as markup that holds nothing but text, emphasis, lists, links and figures.

    Headings in it are set below the heading that the text stands under.

    Raises:
        MissingExtra: If the packages that read Markdown are not installed.
    """
    found = tuple(pieces(text))
    sign = next(chr(code) for code in _PRIVATE if chr(code) not in text)
    markup = _cleaned(_rendered(_with_signs(found, sign), desk.level))
    parts = re.split(f"{sign}([0-9]+){sign}", markup)
    parts[1::2] = [span_markup(piece_of(found[int(at)], desk)) for at in parts[1::2]]
    return trusted("".join(parts))


def _with_signs(found: Sequence[Piece], sign: str) -> str:
    """Return the text with a sign in the place of each figure and name."""
    return "".join(
        piece if isinstance(piece, str) else f"{sign}{at}{sign}" for at, piece in enumerate(found)
    )


def _rendered(text: str, level: int) -> str:
    """Return Markdown as markup, its headings below *level*."""
    reader = _reader()
    tokens = reader.parse(text)
    _set_levels(tokens, level)
    _set_addresses(tokens)
    found: str = reader.renderer.render(tokens, reader.options, {})
    return found


def _set_levels(tokens: "Sequence[Token]", level: int) -> None:
    """Give the headings levels that follow on *level* without a gap."""
    open_: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            own = int(token.tag[1:])
            open_ = [*(above for above in open_ if above < own), own]
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(level + len(open_), _DEEPEST)}"


def _set_addresses(tokens: "Sequence[Token]") -> None:
    """Make the addresses of links such that a browser can follow them."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", address(str(child.attrGet("href"))))


@cache
def _reader() -> "MarkdownIt":
    """Return a reader of Markdown that knows no HTML."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise MissingExtra("markdown-it-py", "html") from None
    reader = MarkdownIt("commonmark", {"html": False}).disable(list(_LEFT_OUT))
    reader.validateLink = _may_be_linked  # type: ignore[method-assign]
    return reader


def _may_be_linked(url: str) -> bool:
    """Return whether a page may link to *url*."""
    try:
        checked_url(url)
    except UnsafeLink:
        return False
    return True


def _cleaned(markup: str) -> str:
    """Return *markup* with nothing in it but what is allowed; a second lock on one door."""
    try:
        import nh3
    except ImportError:
        raise MissingExtra("nh3", "html") from None
    return nh3.clean(
        markup,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        url_relative="deny",
        link_rel=None,
    )
