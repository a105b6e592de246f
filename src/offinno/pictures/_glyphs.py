"""Whether the drawing engine has a letter for every character of a picture.

In pixels and on a page it draws what no font of the machine has as a box, and says nothing. What
a text in SVG looks like is up to whoever shows it, so there is nothing to ask there.

The engine brings a typeface of its own, Liberation Sans, and takes a font of the system for what
that one lacks. Asking costs half a millisecond for each character, once in a process.
"""

import threading
import unicodedata
from collections.abc import Callable, Iterable
from html import escape
from typing import Final, final

from offinno.pictures._errors import MissingGlyphs
from offinno.pictures._fork import after_fork

#: The last character of the scripts that the engine's own typeface has as a whole: Latin with
#: the letters of all Sámi languages.
_OWN: Final = "\u017f"
#: Letters, numbers, signs and punctuation, which all leave ink; blanks and accents need none.
_INKED: Final = frozenset("LNPS")
#: A place in Unicode that is no character, and no character at all.
_BOX, _BLANK = "\U0010fffe", ""

_PROBE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    '<text x="8" y="26" font-size="16" font-family="sans-serif">{}</text></svg>'
)

#: Returns a drawing in SVG as pixels.
Pixels = Callable[[bytes], bytes]


@final
class Glyphs:
    """What the engine of this process has letters for, as far as it was asked."""

    def __init__(self) -> None:
        self._drawn: dict[str, bool] = {}
        self._empty: frozenset[bytes] = frozenset()
        self.renew()

    def renew(self) -> None:
        """Replace a lock that another thread held when this process was forked."""
        self._lock = threading.Lock()

    def check(self, shown: Iterable[str], pixels: Pixels) -> None:
        """Refuse texts with characters that the engine has no letter for.

        Raises:
            MissingGlyphs: If there are any, naming them.
        """
        others = sorted({sign for text in shown for sign in text if _is_open(sign)})
        with self._lock:
            lost = [sign for sign in others if not self._has(sign, pixels)]
        if lost:
            raise MissingGlyphs("".join(lost))

    def _has(self, sign: str, pixels: Pixels) -> bool:
        """Return whether a character is drawn as itself."""
        if sign not in self._drawn:
            if not self._empty:
                self._empty = frozenset(pixels(_probe(nothing)) for nothing in (_BOX, _BLANK))
            self._drawn[sign] = pixels(_probe(sign)) not in self._empty
        return self._drawn[sign]


def _is_open(sign: str) -> bool:
    """Return whether only the engine knows if it has a character."""
    return sign > _OWN and unicodedata.category(sign)[0] in _INKED


def _probe(sign: str) -> bytes:
    """Return a drawing of one character."""
    return _PROBE.format(escape(sign)).encode()


#: What is known in this process.
GLYPHS: Final = Glyphs()
after_fork(GLYPHS.renew)
