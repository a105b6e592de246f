"""A specification as the text that is drawn, checked.

Most of a specification is the same from picture to picture: the configuration that a theme gives,
and the layers that a kind of chart is made of. What is drawn is text, and the same text is as
safe as it was before; so these parts are known by their text once they were checked. Rows, and
whatever holds some, are looked through each time.
"""

import json
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from offinno.pictures._errors import SpecRefused
from offinno.pictures._fork import after_fork
from offinno.pictures._spec import check_spec

#: How long the text of a specification may be, in bytes.
LONGEST: Final = 32 << 20

#: How many parts are remembered, and how long they may be in characters.
_MANY, _SHORT = 512, 10_000

#: Made once, as making it takes as long as writing a small part.
_WRITER: Final = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
)

#: How a part begins that may hold rows, or refer to some.
_ROWS: Final = ('"data":', '"datasets":')


class _Known:
    """The texts of the last parts that were checked."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, None] = OrderedDict()
        self.renew()

    def renew(self) -> None:
        """Replace a lock that another thread held when this process was forked."""
        self._lock = threading.Lock()

    def __contains__(self, text: str) -> bool:
        with self._lock:
            return text in self._texts

    def add(self, texts: Iterable[str]) -> None:
        """Remember texts, and forget the oldest for them."""
        with self._lock:
            self._texts.update(dict.fromkeys(texts))
            while len(self._texts) > _MANY:
                self._texts.popitem(last=False)


_KNOWN: Final = _Known()
after_fork(_KNOWN.renew)


def checked_text(spec: Mapping[str, object]) -> bytes:
    """Return the one text of *spec*, however its keys were ordered.

    Raises:
        SpecRefused: If something in it is not safe to draw, or it is too long.

    >>> checked_text({"mark": "bar", "data": {"values": []}})
    b'{"data":{"values":[]},"mark":"bar"}'
    """
    try:
        text, others, parts = _parted(spec)
    except (AttributeError, TypeError, ValueError, RecursionError):
        check_spec(spec)
        raise  # what cannot be written is refused before this
    check_spec(others)
    _KNOWN.add(parts)
    data = text.encode()
    if len(data) > LONGEST:
        raise SpecRefused("$", f"{len(data)} bytes", f"draw fewer rows, at most {LONGEST} bytes")
    return data


def _parted(spec: Mapping[str, Any]) -> tuple[str, dict[str, Any], list[str]]:
    """Return the text of *spec*, *spec* without what is known, and the texts of new parts."""
    written: dict[str, str] = {}
    others: dict[str, Any] = {}
    parts: list[str] = []
    for key in sorted(spec):
        value = spec[key]
        if key == "layer" and isinstance(value, list):
            texts = [_text(item) for item in value]
            written[key] = f"[{','.join(texts)}]"
            others[key] = [
                _unknown(item, text, parts) for item, text in zip(value, texts, strict=True)
            ]
        else:
            written[key] = _text(value)
            others[key] = _unknown(value, written[key], parts) if key == "config" else value
    text = ",".join(f"{_text(key)}:{value}" for key, value in written.items())
    return f"{{{text}}}", others, parts


def _unknown(value: object, text: str, parts: list[str]) -> object:
    """Return a part that has to be checked, or an empty one in the place of one that is known."""
    if not isinstance(value, dict) or len(text) > _SHORT or any(rows in text for rows in _ROWS):
        return value
    if text in _KNOWN:
        return {}
    parts.append(text)
    return value


def _text(value: object) -> str:
    """Return a value as text that does not depend on the order of keys."""
    return _WRITER.encode(value)
