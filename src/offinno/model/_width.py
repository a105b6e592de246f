"""How much of the page a block takes."""

from typing import Literal

#: How much of the page's width a block takes.
Width = Literal["full", "half", "third"]
