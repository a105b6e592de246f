"""Loading by key or by path."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from offinno.datasets._catalogue import path_of
from offinno.exceptions import path_name

if TYPE_CHECKING:
    from offinno.io import Read

_SUFFIXES: Final = frozenset({".yaml", ".yml", ".json"})


def located(name: str | os.PathLike[str]) -> Path:
    """Return the file that *name* means: a path, or the key of a factsheet.

    A text with a folder or with the ending of a file in it is a path.

    Raises:
        NotAPath: If it is neither.
        UnknownDataset: If it is a key that no factsheet has.
        DatasetTwice: If it is one that two have.

    >>> located("figures/oslo.yaml").as_posix()
    'figures/oslo.yaml'
    """
    path = Path(path_name(name))
    is_path = not isinstance(name, str) or path.suffix.lower() in _SUFFIXES or path.name != name
    return path if is_path else path_of(str(name))


def read(name: str | os.PathLike[str]) -> "Read":
    """Return what a file or packaged factsheet holds, with the place of each piece.

    Raises:
        NotAPath: If *name* is neither a path nor a key.
        UnknownDataset: If no factsheet has that key.
        CannotRead: If the system does not let us.
        BadFile: If the file is wrong, with every problem and its place.
    """
    from offinno import io  # listing factsheets loads no reader

    return io.read(located(name))


def load(name: str | os.PathLike[str]) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what a file or packaged factsheet holds: usually a `Factsheet`.

    Raises:
        NotAPath: If *name* is neither a path nor a key.
        UnknownDataset: If no factsheet has that key.
        CannotRead: If the system does not let us.
        BadFile: If the file is wrong, with every problem and its place.

    >>> load("innovation-2019").key
    'innovation-2019'
    """
    return read(name).thing
