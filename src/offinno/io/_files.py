"""Bytes from files and into files: read within a bound, written whole or not at all.

What is written goes to a new file in the same folder, is brought to the disk, and then takes the
place of the old one in a single step of the system. Whoever looks, and whenever the machine
stops, there is the old file or the new one. A process that is killed in the middle may leave a
hidden file ``.name.….tmp`` behind; nothing reads it.

A path must name an ordinary file or nothing yet. A symbolic link is refused, not followed and
not replaced: following it would write where nobody asked for, replacing it would leave the file
it points to as it was. The permissions of a file that is replaced are kept, its owner is not;
a new file gets what the system gives by default.
"""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path
from typing import Final

from offinno.exceptions import path_name
from offinno.io._errors import CannotRead, CannotWrite
from offinno.io._text import MAX_BYTES

#: A path of the system, as text or as a path object.
FilePath = str | os.PathLike[str]

_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NEW_FILE: Final = 0o666  # less what the umask of the process takes away
_PERMISSIONS: Final = 0o777

_NO_PERMISSION: Final = ("permission is denied", "ask for permission, or use another folder")

# What the system says, what that means, and what may help.
_MEANINGS: Final = {
    errno.ENOENT: ("there is no such folder", "check the path, or make the folder first"),
    errno.ENOTDIR: ("a part of the path is not a folder", "check the path"),
    errno.EISDIR: ("it is a folder", "name a file in it"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EROFS: ("the file system can only be read", "use another folder"),
    errno.ENOSPC: ("the disk is full", "make room, or use another folder"),
    errno.ENAMETOOLONG: ("the name is too long", "use a shorter one"),
}


def read_whole(path: FilePath, *, limit: int = MAX_BYTES) -> bytes:
    """Return the content of the file at *path*, of at most *limit* bytes.

    Raises:
        NotAPath: If it is no path.
        CannotRead: If there is no such file, the system does not let us read it, or it is larger.

    >>> read_whole("no-such-file.yaml")
    Traceback (most recent call last):
    ...
    offinno.io._errors.CannotRead: cannot read 'no-such-file.yaml': there is no such file; \
check the path
    """
    name = path_name(path)
    try:
        with Path(name).open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise CannotRead(name, "there is no such file", "check the path") from None
    except (OSError, ValueError) as error:
        raise CannotRead(name, *_meaning(error)) from None
    if len(data) > limit:
        raise CannotRead(name, f"it is larger than {limit} bytes", "split it")
    return data


def write_whole(path: FilePath, data: bytes) -> None:
    """Write *data* to the file at *path*, whole or not at all; a file there is replaced.

    Raises:
        NotAPath: If it is no path.
        CannotWrite: If the folder is not there or not to be written in, the disk is full, or at
            *path* stands a folder, a link, a device or a file that is write-protected. What
            stood there stands there still, and nothing is left beside it.

    >>> write_whole("sheet.yaml", b"title: GDP")
    >>> read_whole("sheet.yaml")
    b'title: GDP'
    """
    name = path_name(path)
    if name.endswith(("/", os.sep)):
        raise CannotWrite(name, *_MEANINGS[errno.EISDIR])
    try:
        _replace(Path(name), data)
    except CannotWrite:
        raise
    except (OSError, ValueError) as error:
        raise CannotWrite(name, *_meaning(error)) from None


def _meaning(error: OSError | ValueError) -> tuple[str, str]:
    """Return what *error* means and what may help."""
    if isinstance(error, ValueError):  # a NUL, or half a character
        return "the path holds a character that no path can hold", "take it out"
    known = _MEANINGS.get(error.errno or 0)
    return known or (error.strerror or "the system refuses", "see whether it works elsewhere")


def _replace(path: Path, data: bytes) -> None:
    """Put a file that holds *data* in the place of *path*."""
    permissions = _permissions(path)
    temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}.tmp")
    descriptor = os.open(temporary, _CREATE, _NEW_FILE if permissions is None else permissions)
    try:
        try:
            _fill(descriptor, data)
        finally:
            os.close(descriptor)
        if permissions is not None:
            temporary.chmod(permissions)  # the umask may have taken some away
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    with contextlib.suppress(OSError):  # the file is in its place, only not yet for all time
        _sync_folder(path.parent)


def _permissions(path: Path) -> int | None:
    """Return the permissions of the file at *path*, None if there is no file.

    Raises:
        CannotWrite: If what stands there is not to be replaced.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):
        raise CannotWrite(str(path), "it is a symbolic link", "name the file that it points to")
    if stat.S_ISDIR(mode):
        raise CannotWrite(str(path), *_MEANINGS[errno.EISDIR])
    if not stat.S_ISREG(mode):
        raise CannotWrite(str(path), "it is not an ordinary file", "name one, or a new one")
    if not os.access(path, os.W_OK):
        raise CannotWrite(str(path), "it is write-protected", "unprotect it, or use another name")
    return mode & _PERMISSIONS


def _fill(descriptor: int, data: bytes) -> None:
    """Write *data* and bring it to the disk; the system may take it in pieces."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Bring to the disk what *folder* says of its files; some systems cannot."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
