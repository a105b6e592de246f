"""What was drawn last, so that nothing is drawn twice."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final, final

from offinno.pictures._fork import after_fork


@final
class Shelf:
    """The last pictures by the content they were drawn from, bounded by their bytes.

    Pictures are made one at a time; one that is there already is handed out meanwhile.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._pictures: OrderedDict[bytes, bytes] = OrderedDict()
        self.renew()

    def renew(self) -> None:
        """Replace what another thread held when this process was forked."""
        self._size = sum(map(len, self._pictures.values()))
        self._door = threading.Lock()
        self._making = threading.RLock()

    def picture(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """Return the picture under *key*, calling *make* once if there is none.

        >>> shelf = Shelf(100)
        >>> shelf.picture(b"key", lambda: b"drawn"), shelf.picture(b"key", lambda: b"again")
        (b'drawn', b'drawn')
        """
        if (kept := self.get(key)) is not None:
            return kept
        with self.making():
            if (kept := self.get(key)) is None:
                kept = make()
                self.put(key, kept)
        return kept

    def making(self) -> AbstractContextManager[bool]:
        """Return what to hold while pictures are made, by one thread at a time."""
        return self._making

    def get(self, key: bytes) -> bytes | None:
        """Return the picture under *key*, if there is one."""
        with self._door:
            kept = self._pictures.get(key)
            if kept is not None:
                self._pictures.move_to_end(key)
            return kept

    def put(self, key: bytes, picture: bytes) -> None:
        """Keep a picture under *key*, and let the oldest go where there is no room."""
        with self._door:
            self._pictures[key] = picture
            self._size += len(picture)
            while self._size > self._most:
                _, oldest = self._pictures.popitem(last=False)
                self._size -= len(oldest)

    def clear(self) -> None:
        """Forget every picture."""
        with self._door:
            self._pictures.clear()
            self._size = 0


#: The pictures of this process, at most 64 MiB of them.
SHELF: Final = Shelf(64 << 20)
after_fork(SHELF.renew)
