"""The words of a picture in a PDF file."""

import re

import pytest

from offinno.pictures import draw
from offinno.pictures._pdf import finished_pdf
from offinno.pictures._words import Words

SPEC = {"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {}}


def hexed(text: str) -> bytes:
    """Return a text as it stands in a PDF file."""
    return b"<feff" + text.encode("utf-16-be").hex().encode() + b">"


def test_a_file_is_called_and_described_in_its_language() -> None:
    """The words stand behind the file; places of what was added are right, and so is the end."""
    title, description = "En søyle", "Én søyle (1)."
    pdf = draw(SPEC, format="pdf", title=title, description=description, lang="nb")

    assert b"/Title " + hexed(title) in pdf
    assert b"/Subject " + hexed(description) in pdf
    assert b"/Lang " + hexed("nb") in pdf
    start = int(pdf.rpartition(b"startxref\n")[2].split()[0])
    table = pdf[start:]
    assert table.startswith(b"xref\n")
    for number, place in re.findall(rb"(\d+) 1\n(\d{10}) 00000 n\r\n", table):
        assert pdf[int(place) :].startswith(number + b" 0 obj\n")
    before = int(re.findall(rb"/Prev (\d+)", table)[0])
    assert pdf[before:].startswith(b"xref")
    assert pdf.endswith(b"%%EOF\n")


def test_the_same_words_give_the_same_file() -> None:
    """And other words another one."""
    one, same = (draw(SPEC, format="pdf", title="A", description="", lang="nb") for _ in "12")
    other = draw(SPEC, format="pdf", title="B", description="", lang="nb")

    assert one == same != other


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\ntrailer << /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n9\n%%EOF",
    ],
)
def test_what_is_put_together_otherwise_stays(raw: bytes) -> None:
    """Whatever another version of the engine writes."""
    assert raw == finished_pdf(raw, Words(title="A", description="", lang="nb"))
