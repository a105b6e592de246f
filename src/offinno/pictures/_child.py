"""A running drawing process, seen from its parent.

`subprocess` and not `multiprocessing`, so that pictures can be drawn from a script without a
main guard, in a pool's worker and in a notebook.
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final, cast, final

import attrs

from offinno.pictures._errors import PictureFailed
from offinno.pictures._worker import read_journal, read_message, write_message

#: What of the environment the child sees: where the system, its libraries and fonts are.
_SEEN: Final = (
    *("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "HOME", "XDG_DATA_HOME"),
    *("FONTCONFIG_FILE", "FONTCONFIG_PATH", "TMPDIR", "TEMP", "TMP"),
    *("SYSTEMROOT", "WINDIR", "LOCALAPPDATA"),
)

#: What it is told instead, so that the same specification gives the same picture everywhere.
_TOLD: Final = {"TZ": "UTC", "LANG": "C.UTF-8"}

#: The line in the journal of a dead child that says why it died.
_LAST_WORDS: Final = re.compile(
    r"^.*(?:out of memory|memory allocation|Failed|Error).*$", re.MULTILINE
)


class ChildLost(Exception):
    """The child is no more, or no longer makes sense; says how it ended."""


@final
class Alarm:
    """Ends something when the time is up; `select` does not know the pipes of Windows.

    One thread sleeps for all that its owner does, until the first time at which something may be
    over; whatever is finished by then costs no switch to another thread. It is started when it is
    needed, and rests when its owner says so.
    """

    def __init__(self, end: Callable[[], None]) -> None:
        self.rang = False
        self._end = end
        self._state = threading.Condition()
        self._until: float | None = None
        self._asleep_until: float | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Ring if what happens within takes longer than *seconds*."""
        until = time.monotonic() + seconds
        with self._state:
            if self._thread is None:
                self._thread = self._started()
            self._until = until
            if self._asleep_until is None or until < self._asleep_until:
                self._state.notify()
        try:
            yield
        finally:
            with self._state:  # an alarm that is just ringing must not outlive what it is for
                self._until = None

    def _started(self) -> threading.Thread:
        """Return the thread, which sleeps by now or will in a moment."""
        self._closed, self._asleep_until = False, None
        thread = threading.Thread(target=self._watch, name="offinno-alarm", daemon=True)
        thread.start()
        return thread

    def _watch(self) -> None:
        """Sleep, and ring when it is time."""
        with self._state:
            while not self._closed:
                now = time.monotonic()
                if self._until is not None and self._until <= now:
                    self._until, self.rang = None, True
                    self._end()
                self._asleep_until = self._until
                self._state.wait(None if self._until is None else max(0, self._until - now))

    def rest(self) -> None:
        """End the thread, which must not be needed now; the next use starts another."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        with self._state:
            self._closed = True
            self._state.notify()
        thread.join()


@final
@attrs.frozen
class Request:
    """What a drawing process is asked for."""

    #: What is to be done, and how.
    head: Mapping[str, object]
    #: What it is to be done with.
    body: bytes


@final
class Child:
    """A drawing process and the file that holds what it mutters."""

    def __init__(self, packages: str, memory: int) -> None:
        worker = Path(__file__).with_name("_worker.py")
        command = (sys.executable, "-P", "-X", "utf8", str(worker), packages, str(memory))
        with ExitStack() as undo:
            try:
                self._journal = undo.enter_context(tempfile.TemporaryFile())
                self._process = _started(command, self._journal)
            except OSError as failure:
                raise PictureFailed(f"the drawing process did not start: {failure}") from None
            undo.pop_all()  # the journal lives as long as the process
        self._requests = cast("BinaryIO", self._process.stdin)
        self._replies = cast("BinaryIO", self._process.stdout)
        self._numbers = count()
        self._sent: deque[int] = deque()
        #: Whether anything that was asked for has been answered.
        self.has_served = False
        self._alarm = Alarm(self._process.kill)

    @property
    def running(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def send(self, request: Request, seconds: float) -> None:
        """Ask for something; after any exception the process must not be asked again.

        Raises:
            ChildLost: If the process has ended.
            TimeoutError: If *seconds* have passed.
        """
        number = next(self._numbers)
        with self._watched(seconds):
            write_message(self._requests, {**request.head, "number": number}, request.body)
        self._sent.append(number)

    def receive(self, seconds: float) -> bytes:
        """Return what the process draws of what was asked for first, of what is left.

        After any exception it must not be asked again.

        Raises:
            ChildLost: If the process ends or does not make sense.
            PictureFailed: If the engine says that it failed.
            TimeoutError: If *seconds* have passed.
        """
        with self._watched(seconds):
            reply, drawn = read_message(self._replies)
            if reply.get("number") != self._sent.popleft():
                raise EOFError(reply)
        self.has_served = True
        if reply.get("outcome") != "drawn":
            raise PictureFailed(telling_line(drawn.decode(errors="replace")))
        return drawn

    @contextmanager
    def _watched(self, seconds: float) -> Iterator[None]:
        """End the process if what happens within takes longer than *seconds*."""
        try:
            with self._alarm.within(seconds):
                yield
        except (OSError, EOFError, ValueError):
            if self._alarm.rang:
                raise TimeoutError from None
            raise ChildLost(self._last_words()) from None

    def _last_words(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        said = _LAST_WORDS.search(read_journal(self._journal.fileno()))
        return f"{_ending(self._process.returncode)}{': ' + said[0].strip() if said else ''}"

    def rest(self) -> None:
        """Keep nothing running beside the process until the next picture is asked for."""
        self._alarm.rest()

    def stop(self) -> None:
        """End the process; closing its pipe is not enough where a forked process holds it too."""
        self.rest()
        self._process.kill()
        self._process.wait()
        self.forget()

    def forget(self) -> None:
        """Let go of the process without touching it: it belongs to the parent of this one."""
        for stream in (self._requests, self._replies, self._journal):
            stream.close()
        self._process.poll()  # so that it is not reported as still running


def _started(command: tuple[str, ...], journal: BinaryIO) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own file, and no shell
        command,
        bufsize=0,  # nothing is left to be flushed into the pipe after a fork
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=journal,
        env={name: os.environ[name] for name in _SEEN if name in os.environ} | _TOLD,
        start_new_session=True,  # an interrupt at the keyboard is for the parent
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _ending(code: int | None) -> str:
    """Say how a process ended."""
    if code is None:
        return "answered out of turn"
    return f"ended with code {code}" if code >= 0 else f"was ended by signal {-code}"


def telling_line(message: str) -> str:
    r"""Return the line of an engine's message that says what is wrong, without its stack.

    >>> telling_line("Vega-Lite to SVG conversion failed:\nError: no such mark\n    at f (x.js)")
    'Error: no such mark'
    """
    lines = (line.strip() for line in message.splitlines() if not line.startswith("    at "))
    told = (line for line in lines if line and not line.endswith("conversion failed:"))
    return next(told, "the engine gave no reason")
