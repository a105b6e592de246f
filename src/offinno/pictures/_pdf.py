"""The words of a picture in a PDF file: what it is called, what it shows, and in which language.

They are added as PDF has it, behind the file, which stays as it is. The engine draws pages without
tags, so a reader's voice finds the text of a picture in it, and not what the marks say; that is
why the description stands in the file as its subject.
"""

import re
from typing import Final

from offinno.pictures._words import Words

#: How the files of the engine end, and how they begin to say what they hold.
_END: Final = re.compile(
    rb"trailer\s*<<\s*/Size (\d+)\s*/Root (\d+) 0 R\s*/Info (\d+) 0 R\s*>>"
    rb"\s*startxref\s+(\d+)\s+%%EOF\s*\Z"
)
_CATALOG: Final = rb"\n%d 0 obj\s*<<\s*/Type /Catalog\s*(/Pages \d+ 0 R)\s*>>"


def finished_pdf(raw: bytes, words: Words) -> bytes:
    """Return the PDF file *raw* with *words* in it; itself if it is put together in another way."""
    end = _END.search(raw)
    catalog = end and re.search(_CATALOG % int(end[2]), raw)
    if not end or not catalog:
        return raw
    shown = b"/ViewerPreferences << /DisplayDocTitle true >>"
    told = b"/Title %b /Subject %b" % (_text(words.title), _text(words.description))
    objects = {
        int(end[2]): b"/Type /Catalog %b /Lang %b %b" % (catalog[1], _text(words.lang), shown),
        int(end[3]): b"/Producer (svg2pdf) %b" % told,
    }
    return raw.rstrip() + _added(objects, at=len(raw.rstrip()), end=end)


def _added(objects: dict[int, bytes], *, at: int, end: re.Match[bytes]) -> bytes:
    """Return what is put behind a file of a length to replace some of its objects."""
    body, table = b"\n", b"xref\n"
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n\r\n" % (number, at + len(body))
        body += b"%d 0 obj\n<< %b >>\nendobj\n" % (number, objects[number])
    kept = b"/Size %b /Root %b 0 R /Info %b 0 R /Prev %b" % end.groups()
    trailer = b"trailer\n<< %b >>\nstartxref\n%d\n%%%%EOF\n" % (kept, at + len(body))
    return body + table + trailer


def _text(text: str) -> bytes:
    """Return a text as PDF writes it, in hexadecimal digits."""
    return b"<%b>" % ("\ufeff" + text).encode("utf-16-be").hex().encode()
