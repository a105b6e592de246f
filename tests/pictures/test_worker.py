"""The child process that draws, in this process: a loop over two streams."""

import io
import logging
import os
import runpy
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from offinno.pictures import _worker
from offinno.pictures._worker import limit_memory, prepared, read_message, write_message

FILE = _worker.__file__
SVG = {"task": "svg", "major": "6", "number": 0}


class Engine:
    """Stands in for vl-convert 1 and mutters what it is told to."""

    def __init__(self, journal: int, muttering: str = "") -> None:
        self.journal = journal
        self.muttering = muttering
        self.asked: list[tuple[object, ...]] = []

    def get_vegalite_versions(self) -> list[str]:
        """Return versions that are not in order when they are read as texts."""
        return ["5.8", "5.21", "6.1", "6.10", "6.4"]

    def vegalite_to_svg(self, vl_spec: str, *, vl_version: str, **options: object) -> str:
        """Note what it was asked."""
        os.write(self.journal, self.muttering.encode())
        self.asked.append((vl_spec, vl_version, options))
        return "<svg>å</svg>"

    def svg_to_png(self, svg: str, *, scale: float) -> bytes:
        """Note what it was asked."""
        return f"{svg} {scale}".encode()

    def svg_to_pdf(self, svg: str) -> bytes:
        """Fail as vl-convert does."""
        raise ValueError(f"cannot print {svg}")


class Engine2(Engine):
    """Stands in for vl-convert 2, which is told once."""

    def configure(self, **options: object) -> None:
        """Note what it was told."""
        self.asked.append(("configure", options))


@pytest.fixture
def journal() -> Iterator[int]:
    """Return an open file that the engine mutters to."""
    with tempfile.TemporaryFile() as file:
        yield file.fileno()


def served(engine: Engine, *requests: tuple[dict[str, Any], bytes]) -> list[tuple[Any, bytes]]:
    """Return the replies to *requests*."""
    stream, replies = io.BytesIO(), io.BytesIO()
    for head, body in requests:
        write_message(stream, head, body)
    stream.seek(0)
    _worker.serve(stream, replies, engine, engine.journal)
    replies.seek(0)
    return [read_message(replies) for _ in requests]


class Trickle(io.BytesIO):
    """A stream that takes and gives one byte at a time, as a full pipe may."""

    def write(self, data: Any) -> int:
        """Write one byte."""
        return super().write(bytes(data[:1]))

    def read(self, _: int | None = None) -> bytes:
        """Read one byte."""
        return super().read(1)


def test_a_message_arrives_however_the_pipe_cuts_it() -> None:
    """Head and body come out as they went in."""
    stream = Trickle()
    write_message(stream, {"number": 3}, "søyle".encode())
    stream.seek(0)

    assert ({"number": 3}, "søyle".encode()) == read_message(stream)


@pytest.mark.parametrize(
    "cut", [b"", b"\0\0", b"\0\0\0\2\0\0\0\0{", b"\0\0\0\2\0\0\0\1{}", b"\xff" * 100]
)
def test_a_message_that_is_cut_or_none_is_the_end(cut: bytes) -> None:
    """A length beyond reason is not waited for."""
    with pytest.raises(EOFError):
        read_message(io.BytesIO(cut))


def test_each_request_is_answered_with_its_number(journal: int) -> None:
    """Shapes, pixels and pages; a failure is told and the next is answered."""
    replies = served(
        Engine(journal),
        (SVG, b"{}"),
        ({"task": "pdf", "number": 1}, b"<svg/>"),
        ({"task": "png", "scale": 2, "number": 2}, b"<svg/>"),
        ({"task": "gif", "number": 3}, b"<svg/>"),
    )

    assert replies == [
        ({"number": 0, "outcome": "drawn"}, "<svg>å</svg>".encode()),
        ({"number": 1, "outcome": "failed"}, b"cannot print <svg/>"),
        ({"number": 2, "outcome": "drawn"}, b"<svg/> 2"),
        ({"number": 3, "outcome": "failed"}, b"'gif'"),
    ]


def test_the_engine_fetches_nothing_and_takes_its_newest_version(journal: int) -> None:
    """Version 1 of vl-convert is told so at every picture."""
    engine = Engine(journal)
    served(engine, (SVG, b"{}"), ({**SVG, "major": "5"}, b"{}"))
    options = {"allowed_base_urls": [], "show_warnings": True}

    assert engine.asked == [("{}", "6.10", options), ("{}", "5.21", options)]


def test_version_2_of_vl_convert_is_told_once(journal: int) -> None:
    """It warns when it is told again, and writes its warnings to a log."""
    root = logging.getLogger()
    before = root.handlers[:]
    engine = Engine2(journal)
    served(cast("Engine", prepared(engine)), (SVG, b"{}"))
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)

    assert engine.asked == [
        ("configure", {"allowed_base_urls": [], "base_url": False}),
        ("{}", "6.10", {}),
    ]


def test_version_1_of_vl_convert_is_ready_as_it_is(journal: int) -> None:
    """There is nothing to configure."""
    engine = Engine(journal)

    assert prepared(engine) is engine


@pytest.mark.parametrize(
    ("muttering", "reply"),
    [
        ("ERROR Error: invalid format: zz\n    at e", b"Error: invalid format: zz"),
        ("ERROR \n", b"an error that the engine does not describe"),
        ("WARN x\nWARN Dropping sort property {}\n", b"Dropping sort property {}"),
        ("WARNING Domains have conflicting sort properties.", b"Domains have conflicting"),
        ("WARN Scale bindings are currently only supported", None),
        ("an ERROR in a sentence", None),
        ("", None),
    ],
)
def test_what_the_engine_mutters_about_is_a_failure(
    muttering: str, reply: bytes | None, journal: int
) -> None:
    """It returns a picture although a label or the order is lost; other warnings are let be."""
    engine = Engine(journal, muttering)
    (head, body), (_, again) = served(engine, (SVG, b"{}"), ({"task": "pdf", "number": 1}, b"x"))

    assert head["outcome"] == ("drawn" if reply is None else "failed")
    assert body.startswith(reply or b"<svg>")
    assert again == b"cannot print x"


def test_memory_is_bounded_and_no_core_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nought is no bound."""
    resource = pytest.importorskip("resource")
    limits: list[object] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: limits.append(limit))
    limit_memory(0)
    limit_memory(1 << 30)

    assert limits == [
        (resource.RLIMIT_DATA, (1 << 30, 1 << 30)),
        (resource.RLIMIT_CORE, (0, 0)),
    ]


def test_the_file_serves_standard_input_until_it_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Replies go where standard output went; what is printed goes to standard error."""
    monkeypatch.setattr(sys, "argv", [FILE, str(tmp_path), "0"])
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setitem(sys.modules, "vl_convert", cast("Any", Engine(2)))
    request = tmp_path / "request"
    with request.open("wb") as stream:
        write_message(stream, {"task": "png", "scale": 1, "number": 7}, b"<svg/>")
    kept = [os.dup(number) for number in (0, 1, 2)]
    given = [
        os.open(request, os.O_RDONLY),
        *(os.open(tmp_path / n, os.O_RDWR | os.O_CREAT) for n in "ab"),
    ]
    try:
        for number, file in enumerate(given):
            os.dup2(file, number)
        runpy.run_path(FILE, run_name="__main__")
        os.write(1, b"muttering")
    finally:
        for number, file in enumerate(kept):
            os.dup2(file, number)
        for file in (*kept, *given):
            os.close(file)
    with (tmp_path / "a").open("rb") as stream:
        reply = read_message(stream)

    assert reply == ({"number": 7, "outcome": "drawn"}, b"<svg/> 1")
    assert (tmp_path / "b").read_bytes() == b"muttering"
    assert sys.path[-1] == str(tmp_path)


def test_the_file_needs_the_standard_library_only() -> None:
    """Whatever it imports at the top comes with Python."""
    source = Path(FILE).read_text(encoding="utf-8")
    names = {
        line.split()[1].split(".")[0]
        for line in source.splitlines()
        if line.startswith(("import ", "from "))
    }

    assert names <= sys.stdlib_module_names
