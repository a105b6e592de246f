"""The child process that draws: it reads requests from a pipe and writes replies to another.

Python runs this file by its path, so it knows the standard library and vl-convert and nothing
else: not even the package that it lies in. `serve` is a plain function over two streams; only
`main` knows of processes, file descriptors and limits.

A message is a head (JSON), a body (bytes), and both lengths in front.
"""

import json
import os
import re
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, BinaryIO, Final, Protocol, TypeAlias, cast

#: A head and a body.
_Message: TypeAlias = tuple[dict[str, Any], bytes]

_LENGTHS: Final = struct.Struct(">II")

#: How long a message may be, in bytes; a longer one means that the streams are out of step.
_LONGEST: Final = 256 << 20

#: How much of the journal is read, in bytes.
_JOURNAL: Final = 20_000

#: What the engine only mutters about although something is then missing in the picture.
_FAULT: Final = re.compile(
    r"^(?:ERROR ?(?P<error>.*)|WARN(?:ING)? (?P<loss>.*(?:conflicting sort|Dropping|failed).*))$",
    re.MULTILINE,
)

#: What is said of an error that vl-convert 2 reports without a word.
_UNTOLD: Final = "an error that the engine does not describe"


class Drawing(Protocol):
    """What is used of vl-convert, in both its major versions."""

    def get_vegalite_versions(self) -> list[str]:
        """Return the versions of Vega-Lite that it holds, such as ``6.4``."""

    def vegalite_to_svg(self, vl_spec: str, *, vl_version: str, **options: object) -> str:
        """Return the drawn specification."""

    def svg_to_png(self, svg: str, *, scale: float) -> bytes:
        """Return *svg* in pixels."""

    def svg_to_pdf(self, svg: str) -> bytes:
        """Return *svg* as one page."""


def write_message(stream: BinaryIO, head: Mapping[str, object], body: bytes) -> None:
    """Write *head* and *body*; the stream may take them in pieces."""
    packed = json.dumps(head).encode()
    rest = memoryview(_LENGTHS.pack(len(packed), len(body)) + packed + body)
    while rest:
        rest = rest[stream.write(rest) :]
    stream.flush()


def read_message(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Return the head and the body of the next message.

    Raises:
        EOFError: If the stream ends first, or what comes is no message.
    """
    head, body = _LENGTHS.unpack(_read(stream, _LENGTHS.size))
    if head + body > _LONGEST:
        raise EOFError(head + body)
    return json.loads(_read(stream, head)), _read(stream, body)


def _read(stream: BinaryIO, length: int) -> bytes:
    pieces = []
    while length:
        piece = stream.read(min(length, 1 << 20))
        if not piece:
            raise EOFError(length)
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def serve(requests: BinaryIO, replies: BinaryIO, engine: Drawing, journal: int = 2) -> None:
    """Answer every request until there is none; the engine mutters to the file *journal*."""
    for head, body in _read_ahead(requests):
        outcome, drawn = _answer(head, body, engine, journal)
        write_message(replies, {"number": head["number"], "outcome": outcome}, drawn)


def _read_ahead(requests: BinaryIO) -> Iterator[_Message]:
    """Return every request, read while the one before is answered.

    Whoever sends the next request before the last reply was read could otherwise wait for ever:
    for room in one full pipe, while room in the other is waited for here.
    """
    read: SimpleQueue[_Message | None] = SimpleQueue()
    threading.Thread(target=_read_all, args=(requests, read), daemon=True).start()
    return iter(read.get, None)


def _read_all(requests: BinaryIO, read: "SimpleQueue[_Message | None]") -> None:
    """Put every request into *read*, and None at the end."""
    try:
        with suppress(EOFError):
            while True:
                read.put(read_message(requests))
    finally:
        read.put(None)


def _answer(head: dict[str, Any], body: bytes, engine: Drawing, journal: int) -> tuple[str, bytes]:
    os.lseek(journal, 0, os.SEEK_SET)
    os.ftruncate(journal, 0)
    try:
        drawn = _TASKS[head["task"]](engine, head, body)
    except Exception as failure:  # noqa: BLE001 - whatever the engine raises is told to the parent
        return "failed", str(failure).encode()
    if fault := _FAULT.search(read_journal(journal)):
        return "failed", (fault["error"] or fault["loss"] or _UNTOLD).encode()
    return "drawn", drawn


def read_journal(journal: int) -> str:
    """Return the beginning of what was written to the file *journal*."""
    os.lseek(journal, 0, os.SEEK_SET)
    return os.read(journal, _JOURNAL).decode(errors="replace")


def _svg(engine: Drawing, head: dict[str, Any], body: bytes) -> bytes:
    versions = [v for v in engine.get_vegalite_versions() if v.partition(".")[0] == head["major"]]
    newest = max(versions, key=lambda version: int(version.partition(".")[2]))
    options: dict[str, object] = {"allowed_base_urls": [], "show_warnings": True}
    if hasattr(engine, "configure"):  # vl-convert 2 was told by `prepared`
        options = {}
    return engine.vegalite_to_svg(body.decode(), vl_version=newest, **options).encode()


def _png(engine: Drawing, head: dict[str, Any], body: bytes) -> bytes:
    return engine.svg_to_png(body.decode(), scale=head["scale"])


def _pdf(engine: Drawing, _: dict[str, Any], body: bytes) -> bytes:
    return engine.svg_to_pdf(body.decode())


_TASKS: Final[Mapping[str, Callable[[Drawing, dict[str, Any], bytes], bytes]]] = {
    "svg": _svg,
    "png": _png,
    "pdf": _pdf,
}


def prepared(engine: Drawing) -> Drawing:
    """Return *engine* cut off from the network and with its warnings in the journal."""
    if configure := getattr(engine, "configure", None):
        import logging

        logging.basicConfig(format="%(levelname)s %(message)s")
        configure(allowed_base_urls=[], base_url=False)
    return engine


def limit_memory(size: int) -> None:
    """Bound the data that this process may hold to *size* bytes; 0 is no bound.

    V8 reserves far more address space than it uses, so that the address space cannot be what is
    bounded. A process that dies leaves no core file behind.
    """
    if size:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(packages: str, memory: str) -> None:
    """Serve standard input; *packages* is the folder where the parent found vl-convert."""
    limit_memory(int(memory))
    sys.path.append(packages)
    import vl_convert

    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the engine prints must not come between the replies
    with os.fdopen(os.dup(0), "rb") as requests, replies:
        serve(requests, replies, prepared(cast("Drawing", vl_convert)))


if __name__ == "__main__":
    main(*sys.argv[1:])
