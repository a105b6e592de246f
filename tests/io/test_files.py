"""Reading within a bound and writing whole or not at all, also when the system fails."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from offinno.io import _files
from offinno.io._errors import CannotRead, CannotWrite
from offinno.io._files import read_whole, write_whole

OLD = b"old content"
NEW = b"new content, longer than the old"

#: The calls of the system that writing a file makes.
CALLS = ("lstat", "access", "open", "write", "fsync", "close", "chmod", "replace")


class Fault:
    """Makes one call of the system fail, counted from 0, and those that `also` names."""

    def __init__(self, at: int, error: BaseException, also: tuple[str, ...] = ()) -> None:
        """Let call number *at* raise *error*."""
        self.at = at
        self.error = error
        self.also = also
        self.calls: list[str] = []
        self.failed = ""

    def instead_of(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        """Return what stands in for the function *original*."""

        def call(*args: Any, **options: Any) -> Any:
            number = len(self.calls)
            self.calls.append(name)
            if number == self.at or (self.failed and name in self.also):
                self.failed = self.failed or name
                if name == "close":
                    original(*args, **options)
                raise self.error
            return original(*args, **options)

        return call

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put itself between the writer and the system."""
        for name in (*CALLS, "unlink"):
            target: object = os if name not in {"lstat", "chmod", "replace", "unlink"} else Path
            monkeypatch.setattr(target, name, self.instead_of(name, getattr(target, name)))


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Undo what a test puts in place before pytest itself needs the system."""
    with monkeypatch.context() as patch:
        yield patch


def number_of_calls(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the calls that writing to *path* makes when none fails."""
    with monkeypatch.context() as patch:
        fault = Fault(-1, OSError())
        fault.install(patch)
        write_whole(path, NEW)
    return fault.calls


@pytest.mark.parametrize("existing", [True, False])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "i/o error"), KeyboardInterrupt()])
def test_whichever_call_fails_the_file_is_the_old_or_the_new_one(
    tmp_path: Path, fresh: pytest.MonkeyPatch, error: BaseException, *, existing: bool
) -> None:
    """Each call of the system fails in turn; the file is whole and nothing is left beside it."""
    path = tmp_path / "sheet.yaml"
    path.write_bytes(OLD)
    calls = number_of_calls(path, fresh)

    for at in range(len(calls)):
        path.unlink(missing_ok=True)
        if existing:
            path.write_bytes(OLD)
        fault = Fault(at, error)
        raised: BaseException | None = None
        with fresh.context() as patch:
            fault.install(patch)
            try:
                write_whole(path, NEW)
            except (CannotWrite, KeyboardInterrupt) as seen:
                raised = seen
        content = path.read_bytes() if path.exists() else None
        before_replacing = "replace" not in fault.calls or fault.failed == "replace"

        assert ((OLD if existing else None) if before_replacing else NEW) == content
        assert [path.name] * path.exists() == os.listdir(tmp_path)  # noqa: PTH208
        assert (raised is not None) or content == NEW
        assert isinstance(raised, (CannotWrite, type(error), type(None)))


def test_a_fault_after_the_file_is_in_place_is_none(
    tmp_path: Path, fresh: pytest.MonkeyPatch
) -> None:
    """Where the folder cannot be brought to the disk, the new file stands all the same."""
    path = tmp_path / "sheet.yaml"
    path.write_bytes(OLD)
    calls = number_of_calls(path, fresh)
    Fault(len(calls) - 2, OSError(errno.EINVAL, "invalid")).install(fresh)

    write_whole(path, NEW)

    assert NEW == path.read_bytes()


def test_where_cleaning_up_fails_too_the_old_file_stands(
    tmp_path: Path, fresh: pytest.MonkeyPatch
) -> None:
    """The first error is the one that is told."""
    path = tmp_path / "sheet.yaml"
    path.write_bytes(OLD)
    calls = number_of_calls(path, fresh)
    path.write_bytes(OLD)
    with fresh.context() as patch:
        full = OSError(errno.ENOSPC, "no space")
        Fault(calls.index("write"), full, also=("unlink",)).install(patch)
        with pytest.raises(CannotWrite, match="the disk is full; make room"):
            write_whole(path, NEW)

    assert OLD == path.read_bytes()


def test_a_system_that_writes_in_pieces_writes_it_all(
    tmp_path: Path, fresh: pytest.MonkeyPatch
) -> None:
    """A short write is followed by the rest."""
    original = os.write
    fresh.setattr(os, "write", lambda file, data: original(file, data[:3]))
    path = tmp_path / "sheet.yaml"

    write_whole(path, NEW)

    assert NEW == path.read_bytes()


def test_an_empty_file_is_a_file(tmp_path: Path) -> None:
    """Nothing at all is written as nothing at all."""
    write_whole(str(tmp_path / "empty"), b"")

    assert b"" == read_whole(tmp_path / "empty")


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that is replaced keeps its permissions, whatever the umask takes from new ones."""
    path = tmp_path / "sheet.yaml"
    before = os.umask(0o027)
    try:
        write_whole(path, OLD)
        new = stat.S_IMODE(path.stat().st_mode)
        path.chmod(0o666)
        write_whole(path, NEW)
    finally:
        os.umask(before)

    assert (0o640, 0o666) == (new, stat.S_IMODE(path.stat().st_mode))


def test_a_private_file_is_private_at_every_moment(
    tmp_path: Path, fresh: pytest.MonkeyPatch
) -> None:
    """The new file is never open to more people than the old one is."""
    path = tmp_path / "sheet.yaml"
    path.write_bytes(OLD)
    path.chmod(0o600)
    seen: list[int] = []
    original = os.fsync

    def look(file: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(file).st_mode))
        original(file)

    fresh.setattr(os, "fsync", look)
    write_whole(path, NEW)

    assert 0o600 == seen[0]


def test_a_relative_path_is_written_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bare name needs no folder before it."""
    monkeypatch.chdir(tmp_path)
    write_whole("sheet.yaml", NEW)

    assert NEW == (tmp_path / "sheet.yaml").read_bytes()


def test_a_long_name_is_written(tmp_path: Path) -> None:
    """The file beside it, in which it is written first, has a shorter name."""
    path = tmp_path / ("å" * 127)
    write_whole(path, NEW)

    assert NEW == read_whole(path)


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    """A folder, a link (also a dangling one) and a device stay what they are."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("nothing")
    os.mkfifo(tmp_path / "pipe")

    for name, reason in {
        "folder": "it is a folder; name a file in it",
        "new/": "it is a folder; name a file in it",
        "link": "it is a symbolic link; name the file that it points to",
        "dangling": "it is a symbolic link",
        "pipe": "it is not an ordinary file",
    }.items():
        with pytest.raises(CannotWrite, match=reason) as caught:
            write_whole(f"{tmp_path}/{name}", NEW)
        assert f"{tmp_path}/{name}" == caught.value.path
    assert OLD == (tmp_path / "file").read_bytes()
    assert (tmp_path / "link").is_symlink()
    assert ["dangling", "file", "folder", "link", "pipe"] == sorted(
        p.name for p in tmp_path.iterdir()
    )


@pytest.mark.parametrize("path", ["", ".", "..", "/"])
def test_a_path_without_a_name_is_a_folder(path: str) -> None:
    """It is refused as what it is."""
    with pytest.raises(CannotWrite, match="it is a folder"):
        write_whole(path, NEW)


def test_a_protected_file_is_not_replaced(tmp_path: Path, fresh: pytest.MonkeyPatch) -> None:
    """A file that may not be written to is left alone, though its folder would allow it."""
    path = tmp_path / "sheet.yaml"
    path.write_bytes(OLD)
    fresh.setattr(os, "access", lambda *_: False)

    with pytest.raises(CannotWrite, match="it is write-protected; unprotect it"):
        write_whole(path, NEW)

    assert OLD == path.read_bytes()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing/sheet.yaml", "there is no such folder; check the path, or make the folder"),
        ("file/sheet.yaml", "a part of the path is not a folder"),
        ("a\0b", "the path holds a character that no path can hold"),
        ("\ud800", "the path holds a character that no path can hold"),
        ("x" * 1000, "the name is too long"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path, path: str, message: str) -> None:
    """The error names the path, the reason and a remedy, for reading and for writing."""
    (tmp_path / "file").write_bytes(OLD)

    with pytest.raises(CannotWrite) as caught:
        write_whole(f"{tmp_path}/{path}", NEW)
    assert f"cannot write {f'{tmp_path}/{path}'!r}: {message}" in str(caught.value)
    with pytest.raises(CannotRead, match=r"cannot read .*; check|take it out|use a shorter"):
        read_whole(f"{tmp_path}/{path}")


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "permission is denied; ask for permission, or use another folder"),
        (errno.EPERM, "permission is denied"),
        (errno.EROFS, "the file system can only be read; use another folder"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EIO, "Input/output error; see whether it works elsewhere"),
        (None, "the system refuses"),
    ],
)
def test_a_folder_that_refuses_is_named_with_its_reason(
    tmp_path: Path, fresh: pytest.MonkeyPatch, number: int | None, message: str
) -> None:
    """What the system says is told in words, with what may help."""
    error = OSError() if number is None else OSError(number, os.strerror(number))
    Fault(1, error).install(fresh)

    with pytest.raises(CannotWrite, match=message):
        write_whole(tmp_path / "sheet.yaml", NEW)


def test_a_folder_that_vanishes_is_told(tmp_path: Path, fresh: pytest.MonkeyPatch) -> None:
    """Also where it goes between the first look and the writing."""
    folder = tmp_path / "out"
    folder.mkdir()
    original = _files._permissions

    def vanish(path: Path) -> int | None:
        found = original(path)
        folder.rmdir()
        return found

    fresh.setattr(_files, "_permissions", vanish)
    with pytest.raises(CannotWrite, match="there is no such folder"):
        write_whole(folder / "sheet.yaml", NEW)


def test_a_file_is_read_within_a_bound(tmp_path: Path) -> None:
    """As many bytes as are allowed are read, and not one more."""
    path = tmp_path / "sheet.yaml"
    path.write_bytes(OLD)

    assert OLD == read_whole(path, limit=len(OLD))
    with pytest.raises(CannotRead, match="it is larger than 10 bytes; split it"):
        read_whole(path, limit=10)
    with pytest.raises(CannotRead, match="it is larger than 1000 bytes"):
        read_whole("/dev/zero", limit=1000)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A missing file and a folder are named as what they are."""
    with pytest.raises(CannotRead, match="there is no such file; check the path"):
        read_whole(tmp_path / "missing")
    with pytest.raises(CannotRead, match="it is a folder; name a file in it"):
        read_whole(tmp_path)
