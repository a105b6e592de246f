"""The drawing process as the library sees it: started when needed, replaced when it misbehaves.

A pipe that two processes write to gives wrong pictures without an error; a forked process
therefore forgets the child of its parent and starts one of its own.
"""

import atexit
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final, final

from offinno.pictures._child import Child, ChildLost, Request
from offinno.pictures._errors import MissingExtra, PictureFailed
from offinno.pictures._fork import after_fork, before_fork

#: How much data the child may hold, in bytes; only Linux bounds it.
MEMORY: Final = 1 << 30 if sys.platform == "linux" else 0

#: How long a picture that is being drawn is waited for when the program ends, in seconds.
_PATIENCE: Final = 0.5


@final
class Engine:
    """Draws in a child process, one picture at a time, from any thread of any process."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._start_afresh()

    def _start_afresh(self) -> None:
        self._child: Child | None = None
        #: What was sent to the child and not answered yet.
        self._sent: deque[Request] = deque()
        self._lock = threading.Lock()
        self._owner = os.getpid()

    def ask(self, request: Request, *, until: float) -> bytes:
        """Return what the child draws of *request*; *until* is a time of `time.monotonic`.

        A child that has served before and dies is replaced and asked once more, because it may
        have died of its age; a new one that dies has died of the specification.

        Raises:
            MissingExtra: If vl-convert is not installed.
            PictureFailed: If the engine fails, mutters that something is missing, or dies.
            TimeoutError: If it is not ready by then, a replacement included.
        """
        with self._turn():
            self._send(request, until)
            return self._receive(until)

    def ask_each(self, requests: Iterable[Request], *, seconds: float) -> Generator[bytes]:
        """Yield what the child draws of each request, as `ask` returns it.

        The next request is sent before the last is waited for, so that the child draws on while
        the caller does something with what it has drawn. Nobody else can ask meanwhile: whoever
        stops early closes the iterator, and nothing may be asked for between two pictures.

        Args:
            requests: What to ask for.
            seconds: How long each may take.
        """
        with self._turn():
            for request in requests:
                self._send(request, time.monotonic() + seconds)
                if len(self._sent) > 1:
                    yield self._receive(time.monotonic() + seconds)
            while self._sent:
                yield self._receive(time.monotonic() + seconds)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let one caller ask; a child that something went wrong with is not trusted any longer."""
        if self._owner != os.getpid():
            self.forget()
        with self._lock:
            try:
                yield
            except ChildLost as lost:
                self._stop_child()
                raise PictureFailed(f"the drawing process {lost}") from None
            except BaseException:  # an interrupt leaves a reply behind in the pipe
                self._stop_child()
                raise
            finally:
                self._sent.clear()

    def _send(self, request: Request, until: float) -> None:
        """Send a request to the child, or to a new one."""
        if self._child is None or not (self._sent or self._child.running):
            self._start_child()
        self._sent.append(request)
        self._send_again(request, until)

    def _send_again(self, request: Request, until: float) -> None:
        """Send a request that may have been sent before."""
        with suppress(ChildLost):  # which is noticed when the reply is waited for
            self._living.send(request, max(0.0, until - time.monotonic()))

    def _receive(self, until: float) -> bytes:
        """Return what is drawn of the oldest request that was not answered yet."""
        try:
            drawn = self._living.receive(max(0.0, until - time.monotonic()))
        except ChildLost:
            if not self._living.has_served:
                raise
            self._start_child()
            for request in self._sent:
                self._send_again(request, until)
            drawn = self._living.receive(max(0.0, until - time.monotonic()))
        self._sent.popleft()
        return drawn

    @property
    def _living(self) -> Child:
        """The child, which has been started."""
        assert self._child is not None
        return self._child

    def _start_child(self) -> None:
        """Start a child in the place of the one there is."""
        self._stop_child()
        self._child = Child(_packages(), self._memory)

    def _stop_child(self) -> None:
        if self._child:
            self._child.stop()
        self._child = None

    def forget(self) -> None:
        """Start afresh in a forked process; the child belongs to the process that made it."""
        if self._child:
            self._child.forget()
        self._start_afresh()

    def rest(self) -> None:
        """Let no thread wait for the next picture: a process with threads should not be forked.

        One that draws just now is left alone.
        """
        lock = self._lock
        if lock.acquire(blocking=False):
            if self._child:
                self._child.rest()
            lock.release()

    def close(self) -> None:
        """End the child, if there is one; the next picture starts another.

        A thread that is still drawing when the program ends is not waited for.
        """
        if self._owner == os.getpid():
            lock = self._lock
            taken = lock.acquire(timeout=_PATIENCE)
            self._stop_child()
            if taken:
                lock.release()


def _packages() -> str:
    """Return the folder that holds vl-convert, which the child may not find by itself."""
    found = find_spec("vl_convert")
    if found is None or found.origin is None:
        raise MissingExtra("vl-convert-python", "export")
    return str(Path(found.origin).parents[1])


#: The one engine of this process.
ENGINE: Final = Engine()
atexit.register(ENGINE.close)
before_fork(ENGINE.rest)
after_fork(ENGINE.forget)
