"""The characters that a file may hold."""

import itertools

from offinno.io._text import unsafe
from offinno.language import UnsafeText, checked_text


def test_a_file_holds_what_a_text_holds() -> None:
    """Characters are refused in a file if and only if they are refused in a `Text`."""

    def refused(character: str) -> bool:
        try:
            checked_text(f"a{character}")
        except UnsafeText:
            return True
        return False

    points = itertools.chain(
        range(0x3000), range(0xD000, 0x12000), range(0xE0000, 0xE1000), range(0x10FF00, 0x110000)
    )
    unlike = [hex(point) for point in points if refused(chr(point)) != bool(unsafe(chr(point)))]
    assert [] == unlike
