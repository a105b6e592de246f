"""From the drawing engine's SVG to a picture that may stand in any page.

The engine's output is parsed and written anew, element by element, from a list of what is
allowed; so the picture holds nothing that fetches, links or runs, whatever it was drawn from.
On the way it gets a name and a description in its own language, ids that do not depend on what
was drawn before and do not clash with those of another picture, and lists of fonts that end in
a family which is always there, because text in a missing font disappears without a word.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import Final, final
from xml.etree import ElementTree as ET

import attrs

from offinno.pictures._allowed import (
    ATTRIBUTES,
    CALL,
    CLASS,
    DROPPED,
    ELEMENTS,
    PLAIN,
    REFERENCE,
    STYLE,
    TEXTS,
)
from offinno.pictures._errors import UnsafePicture
from offinno.pictures._families import families
from offinno.pictures._text import unsafe_character
from offinno.pictures._words import Words

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_MARKS: Final = re.compile(r"mark-([a-z]+) role-mark")
_PAINT: Final = ("fill", "stroke", "opacity")
_INSIDE: Final = "draw only what lies in the specification"


@final
@attrs.frozen
class Foot:
    """What stands below a picture that somebody else drew."""

    #: How much longer it makes the picture, in pixels.
    height: float
    #: Returns it as markup, for a picture of so many pixels across and down.
    markup: Callable[[float, float], str]


def finished_svg(raw: bytes, words: Words, prefix: str, foot: Foot | None = None) -> bytes:
    """Return the engine's SVG *raw* as a picture with *words*, its ids beginning with *prefix*.

    Args:
        raw: What the engine has drawn.
        words: The name and the description of the picture, and their language.
        prefix: What ids begin with.
        foot: What stands below it; it has been checked already.

    Raises:
        UnsafePicture: If it holds an element, attribute, value or character that is not allowed.
    """
    root = parsed_svg(raw)
    below = "" if foot is None else _with_foot(root, foot)
    ids = _new_ids(root, prefix)
    attributes = _attributes(root, ids)
    inside = _inside(root, "svg", ids)
    return f"{_opening(attributes, words, prefix)}{inside}{below}</svg>\n".encode()


def _with_foot(root: ET.Element, foot: Foot) -> str:
    """Make a picture and its ground longer, and return what stands there then."""
    width, height = svg_size(root)
    longer = f"{height + foot.height:g}"
    root.set("height", longer)
    root.set("viewBox", f"0 0 {width:g} {longer}")
    for element in root[:1]:
        if tag_of(element) == "rect":  # the ground, if there is one
            element.set("height", longer)
    return foot.markup(width, height)


def inner_markup(root: ET.Element, prefix: str) -> str:
    """Return what stands in a drawing, its ids beginning with *prefix*.

    Raises:
        UnsafePicture: If it holds an element, attribute, value or character that is not allowed.
    """
    ids = _new_ids(root, prefix)
    paint = {name: value for name, value in root.items() if name.startswith(_PAINT)}
    painted = _attributes(ET.Element("g", paint), ids)
    inside = _inside(root, "svg", ids)
    return f"<g{painted}>{inside}</g>" if painted else inside


def parsed_svg(svg: bytes) -> ET.Element:
    """Return the root of *svg*, which may hold no declarations, entities or comments.

    Raises:
        UnsafePicture: If it holds one, is not well-formed, or is no SVG.
    """
    for markup in (b"<!", b"<?"):
        if markup in svg:
            raise UnsafePicture("svg", markup.decode(), "leave declarations and comments out")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - without declarations there are no entities
    except ET.ParseError as fault:
        raise UnsafePicture("svg", str(fault), "draw well-formed SVG") from None
    if root.tag != f"{{{_NAMESPACE}}}svg":
        raise UnsafePicture("svg", root.tag, "draw SVG")
    return root


def _opening(attributes: str, words: Words, prefix: str) -> str:
    """Return the root's tag and, as its first children, its name and description."""
    lang = escape(words.lang)
    described = f' aria-describedby="{prefix}-desc"' if words.description else ""
    desc = f'<desc id="{prefix}-desc">{_text(words.description, "desc")}</desc>'
    return (
        f'<svg xmlns="{_NAMESPACE}"{attributes} role="img" lang="{lang}" xml:lang="{lang}"'
        f' aria-labelledby="{prefix}-title"{described}>'
        f'<title id="{prefix}-title">{_text(words.title, "title")}</title>'
        f"{desc if described else ''}"
    )


def _new_ids(root: ET.Element, prefix: str) -> dict[str, str]:
    """Return a new id for each that is referred to, numbered in the order of the references."""
    found = {element.get("id") for element in root.iter()}
    ids: dict[str, str] = {}
    for element in root.iter():
        for name, value in element.items():
            if (reference := REFERENCE.fullmatch(value)) and reference[1] not in ids:
                if reference[1] not in found:
                    raise UnsafePicture(f"{tag_of(element)}@{name}", value, _INSIDE)
                ids[reference[1]] = f"{prefix}-{len(ids) + 1}"
    return ids


def tag_of(element: ET.Element) -> str:
    """Return the name of *element* if it may be there."""
    tag = element.tag.removeprefix(f"{{{_NAMESPACE}}}")
    if tag not in ELEMENTS:
        raise UnsafePicture(tag, "an element of that name", _INSIDE)
    return tag


def _written(element: ET.Element, ids: dict[str, str]) -> str:
    """Return *element* and everything in it as text."""
    tag = tag_of(element)
    attributes = _attributes(element, ids)
    if not len(element) and not element.text:
        return f"<{tag}{attributes}/>"
    return f"<{tag}{attributes}>{_inside(element, tag, ids)}</{tag}>"


def _inside(element: ET.Element, tag: str, ids: dict[str, str]) -> str:
    """Return what stands in *element* as text."""
    parts = [_content(element.text, tag)]
    for child in element:
        parts += (_written(child, ids), _content(child.tail, tag))
    return "".join(parts)


def _content(text: str | None, tag: str) -> str:
    if not text:
        return ""
    if tag not in TEXTS:
        raise UnsafePicture(tag, text, "keep text in text elements")
    return _text(text, tag)


def _text(text: str, tag: str) -> str:
    if unsafe := unsafe_character(text):
        raise UnsafePicture(tag, unsafe, "write the text without it")
    return escape(text, quote=False)


def _attributes(element: ET.Element, ids: dict[str, str]) -> str:
    """Return the attributes of *element* that are kept, checked."""
    kept = ""
    for name, value in element.items():
        written = _attribute(name, value, ids)
        if written is None:
            raise UnsafePicture(f"{tag_of(element)}@{name}", value, _INSIDE)
        kept += written
    return kept


def _attribute(name: str, value: str, ids: dict[str, str]) -> str | None:
    """Return an attribute as text, empty if it is left out, None if it may not be there."""
    if name == "id":
        return f' id="{ids[value]}"' if value in ids else ""
    if (
        value.startswith("url(#")
        and name in ATTRIBUTES
        and (reference := REFERENCE.fullmatch(value))
    ):
        return f' {name}="url(#{ids[reference[1]]})"'
    return _plain_attribute(name, value)


@lru_cache(maxsize=4096)
def _plain_attribute(name: str, value: str) -> str | None:
    """Return an attribute that refers to nothing; most stand in a picture many times."""
    if DROPPED.fullmatch(name):
        return ""
    if name in _SPECIAL:
        checked = _SPECIAL[name](value)
    else:
        plain = CALL.sub("", value) if "(" in value else value
        checked = value if name in ATTRIBUTES and PLAIN.fullmatch(plain) else None
    return None if checked is None else f' {name}="{escape(checked)}"'


def _classes(value: str) -> str:
    return " ".join(filter(CLASS.fullmatch, value.split()))


def _style(value: str) -> str | None:
    return value if STYLE.fullmatch(value) else None


#: The attributes that have rules of their own.
_SPECIAL: Final[Mapping[str, Callable[[str], str | None]]] = {
    "class": _classes,
    "style": _style,
    "font-family": families,
}


def svg_size(root: ET.Element) -> tuple[float, float]:
    """Return the width and height of a picture, in pixels at scale 1."""
    return float(root.get("width", "nan")), float(root.get("height", "nan"))


def texts(svg: bytes, *, hidden: bool = False) -> tuple[str, ...]:
    """Return the texts that a picture shows, in the order in which they are drawn.

    The lines of a text are joined by line feeds. The name and the description are not shown
    and are not among them; neither are labels that were laid out and then made invisible,
    unless *hidden* asks for them.

    Raises:
        UnsafePicture: If *svg* is no SVG.

    >>> texts(b'<svg xmlns="http://www.w3.org/2000/svg"><g><text>48 %</text></g></svg>')
    ('48 %',)
    """
    return tuple(_shown(parsed_svg(svg), hidden=hidden))


@final
@attrs.frozen
class Seen:
    """What a picture shows, as far as it can be counted."""

    #: Its texts, as `texts` returns them.
    texts: tuple[str, ...]
    #: How many marks leave a trace in it, by what Vega draws them as, such as ``rect``.
    marks: Mapping[str, int]


def seen(svg: bytes) -> Seen:
    """Return the texts and the number of marks of a picture, read once for both.

    Raises:
        UnsafePicture: If *svg* is no SVG.

    >>> bars = b'<g class="mark-rect role-mark"><path/><path/></g>'
    >>> dict(seen(b'<svg xmlns="http://www.w3.org/2000/svg">' + bars + b"</svg>").marks)
    {'rect': 2}
    """
    root = parsed_svg(svg)
    marks: dict[str, int] = {}
    for group in root.iter(f"{{{_NAMESPACE}}}g"):
        if found := _MARKS.fullmatch(group.get("class", "")):
            count = sum(mark.get("d") != "" for mark in group)
            marks[found[1]] = marks.get(found[1], 0) + count
    return Seen(tuple(_shown(root, hidden=False)), marks)


def _shown(element: ET.Element, *, hidden: bool) -> Iterator[str]:
    invisible = element.get("display") == "none" or element.get("opacity") == "0"
    if invisible and not hidden:
        return
    if element.tag == f"{{{_NAMESPACE}}}text":
        yield "\n".join(element.itertext())
        return
    for child in element:
        yield from _shown(child, hidden=hidden)
