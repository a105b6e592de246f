"""From the drawing engine's SVG to a picture that may stand in any page.

The engine's output is parsed and written anew, element by element, from a list of what is
allowed; so the picture holds nothing that fetches, links or runs, whatever it was drawn from.
On the way it gets a name and a description in its own language, ids that do not depend on what
was drawn before and do not clash with those of another picture, and lists of fonts that end in
a family which is always there, because text in a missing font disappears without a word.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Final
from xml.etree import ElementTree as ET

from offinno.pictures._allowed import (
    ATTRIBUTES,
    BARE_FAMILY,
    CALL,
    CLASS,
    DROPPED,
    ELEMENTS,
    FAMILY,
    GENERIC,
    PLAIN,
    REFERENCE,
    STYLE,
    TEXTS,
)
from offinno.pictures._errors import UnsafePicture
from offinno.pictures._text import unsafe_character
from offinno.pictures._words import Words

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_INSIDE: Final = "draw only what lies in the specification"


def finished_svg(raw: bytes, words: Words, prefix: str) -> bytes:
    """Return the engine's SVG *raw* as a picture with *words*, its ids beginning with *prefix*.

    Raises:
        UnsafePicture: If it holds an element, attribute, value or character that is not allowed.
    """
    root = parsed_svg(raw)
    ids = _new_ids(root, prefix)
    attributes = "".join(_attributes(root, ids))
    inside = "".join(_inside(root, "svg", ids))
    return f"{_opening(attributes, words, prefix)}{inside}</svg>\n".encode()


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
                    raise UnsafePicture(f"{_tag(element)}@{name}", value, _INSIDE)
                ids[reference[1]] = f"{prefix}-{len(ids) + 1}"
    return ids


def _tag(element: ET.Element) -> str:
    """Return the name of *element* if it may be there."""
    tag = element.tag.removeprefix(f"{{{_NAMESPACE}}}")
    if tag not in ELEMENTS:
        raise UnsafePicture(tag, "an element of that name", _INSIDE)
    return tag


def _written(element: ET.Element, ids: dict[str, str]) -> Iterator[str]:
    """Yield *element* and everything in it as text."""
    tag = _tag(element)
    yield f"<{tag}"
    yield from _attributes(element, ids)
    if not len(element) and not element.text:
        yield "/>"
        return
    yield ">"
    yield from _inside(element, tag, ids)
    yield f"</{tag}>"


def _inside(element: ET.Element, tag: str, ids: dict[str, str]) -> Iterator[str]:
    yield _content(element.text, tag)
    for child in element:
        yield from _written(child, ids)
        yield _content(child.tail, tag)


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


def _attributes(element: ET.Element, ids: dict[str, str]) -> Iterator[str]:
    """Yield the attributes of *element* that are kept, checked."""
    for name, value in element.items():
        if DROPPED.fullmatch(name) or (name == "id" and value not in ids):
            continue
        checked = _attribute(name, value, ids)
        if checked is None:
            raise UnsafePicture(f"{_tag(element)}@{name}", value, _INSIDE)
        yield f' {name}="{escape(checked)}"'


def _attribute(name: str, value: str, ids: dict[str, str]) -> str | None:
    """Return what the attribute *name* shall hold, or None if it may not hold *value*."""
    if name in _SPECIAL:
        return _SPECIAL[name](value)
    if name == "id":
        return ids[value]
    if reference := REFERENCE.fullmatch(value):
        return f"url(#{ids[reference[1]]})"
    plain = CALL.sub("", value) if "(" in value else value
    return value if name in ATTRIBUTES and PLAIN.fullmatch(plain) else None


def _classes(value: str) -> str:
    return " ".join(filter(CLASS.fullmatch, value.split()))


def _style(value: str) -> str | None:
    return value if STYLE.fullmatch(value) else None


def families(value: str) -> str | None:
    """Return a list of fonts that any renderer can read and that ends in one it has.

    >>> families("Source Sans 3, Arial")
    "'Source Sans 3', Arial, sans-serif"
    """
    names = [name.strip().strip("'\"").strip() for name in value.split(",")]
    if not all(map(FAMILY.fullmatch, names)):
        return None
    if names[-1] not in GENERIC:
        names.append("sans-serif")
    return ", ".join(name if BARE_FAMILY.fullmatch(name) else f"'{name}'" for name in names)


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


def _shown(element: ET.Element, *, hidden: bool) -> Iterator[str]:
    invisible = element.get("display") == "none" or element.get("opacity") == "0"
    if invisible and not hidden:
        return
    if element.tag == f"{{{_NAMESPACE}}}text":
        yield "\n".join(element.itertext())
        return
    for child in element:
        yield from _shown(child, hidden=hidden)
