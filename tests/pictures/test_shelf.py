"""What was drawn last is kept."""

import threading
import time

import pytest

from offinno.pictures._shelf import Shelf


def test_a_picture_is_made_once() -> None:
    """The second time it is taken from the shelf."""
    shelf = Shelf(100)
    made = [shelf.picture(b"a", lambda: b"first"), shelf.picture(b"a", lambda: b"second")]

    assert made == [b"first", b"first"]


def test_the_picture_unused_for_longest_leaves_first() -> None:
    """The shelf holds no more bytes than it was given."""
    shelf = Shelf(10)
    for key in (b"a", b"b", b"a", b"c"):
        shelf.picture(key, lambda: b"1234")
    found = [shelf.picture(key, lambda: b"again") for key in (b"a", b"c", b"b")]

    assert found == [b"1234", b"1234", b"again"]


def test_a_picture_larger_than_the_shelf_is_not_kept() -> None:
    """It is returned all the same."""
    shelf = Shelf(3)

    assert shelf.picture(b"a", lambda: b"1234") == b"1234"
    assert shelf.picture(b"a", lambda: b"5678") == b"5678"


def test_what_fails_is_not_kept() -> None:
    """The next one who asks gets a picture."""
    shelf = Shelf(100)
    with pytest.raises(ZeroDivisionError):
        shelf.picture(b"a", lambda: b"" * (1 // 0))

    assert shelf.picture(b"a", lambda: b"drawn") == b"drawn"


def test_an_empty_shelf_makes_again() -> None:
    """Clearing forgets pictures and their sizes."""
    shelf = Shelf(10)
    for _ in range(5):
        shelf.picture(b"a", lambda: b"123456")
        shelf.clear()

    assert shelf.picture(b"a", lambda: b"again") == b"again"


def test_many_threads_make_one_picture() -> None:
    """Those who come while it is being made wait for it, and others are served meanwhile."""
    shelf = Shelf(100)
    shelf.picture(b"there", lambda: b"kept")
    made: list[bytes] = []
    got: list[bytes] = []

    def slowly() -> bytes:
        got.append(shelf.picture(b"there", lambda: b"made twice"))
        time.sleep(0.05)
        made.append(b"drawn")
        return b"drawn"

    threads = [threading.Thread(target=lambda: shelf.picture(b"a", slowly)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (made, got) == ([b"drawn"], [b"kept"])


def test_a_forked_shelf_is_not_locked() -> None:
    """The locks of threads that were not forked are replaced, the pictures stay."""
    shelf = Shelf(10)
    shelf.picture(b"a", lambda: b"1234")
    with shelf._door:
        shelf.renew()

    assert shelf.picture(b"a", lambda: b"again") == b"1234"
    assert shelf._size == 4
