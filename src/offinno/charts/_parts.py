"""What stands around a picture: notes and the table of its figures."""

from typing import final

import attrs

from offinno._frozen import Frozen, as_tuple


@final
@attrs.frozen
class ShownNote(Frozen):
    """A note as it stands below a picture."""

    #: Its mark, which no other note of the picture has.
    mark: str
    #: What it says.
    text: str

    def __str__(self) -> str:
        return f"{self.mark} {self.text}"


@final
@attrs.frozen
class Table(Frozen):
    """The figures of a picture as text, for those who do not see it."""

    #: What the columns are called.
    columns: tuple[str, ...] = attrs.field(converter=as_tuple)
    #: The cells, row by row; the first of each names its row.
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=as_tuple)
