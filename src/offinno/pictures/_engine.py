"""The drawing process as the library sees it: started when needed, replaced when it misbehaves.

A pipe that two processes write to gives wrong pictures without an error; a forked process
therefore forgets the child of its parent and starts one of its own.
"""

import atexit
import os
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final, final

from offinno.pictures._child import Child, ChildLost
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
        self._lock = threading.Lock()
        self._owner = os.getpid()

    def ask(self, head: Mapping[str, object], body: bytes, *, until: float) -> bytes:
        """Return what the child draws of *body*; *until* is a time of `time.monotonic`.

        A child that has served before and dies is replaced and asked once more, because it may
        have died of its age; a new one that dies has died of the specification.

        Raises:
            MissingExtra: If vl-convert is not installed.
            PictureFailed: If the engine fails, mutters that something is missing, or dies.
            TimeoutError: If it is not ready by then, a replacement included.
        """
        if self._owner != os.getpid():
            self.forget()
        with self._lock:
            try:
                return self._ask(head, body, until)
            except ChildLost as lost:
                raise PictureFailed(f"the drawing process {lost}") from None

    def _ask(self, head: Mapping[str, object], body: bytes, until: float) -> bytes:
        if self._child and self._child.running:
            with suppress(ChildLost):
                return self._ask_child(self._child, head, body, until)
        self._stop_child()
        self._child = Child(_packages(), self._memory)
        return self._ask_child(self._child, head, body, until)

    def _ask_child(
        self, child: Child, head: Mapping[str, object], body: bytes, until: float
    ) -> bytes:
        try:
            return child.draw(head, body, max(0.0, until - time.monotonic()))
        except BaseException:  # an interrupt leaves a reply behind in the pipe
            self._stop_child()
            raise

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
