"""What can go wrong between a sheet and a page."""

from typing import final

import attrs

from offinno.exceptions import OffinnoError, shortened


@final
@attrs.frozen
class NoPage(OffinnoError, TypeError):
    """Something that there is no page of.

    >>> print(NoPage("Source", "give a Factsheet"))
    there is no page of a Source; give a Factsheet
    """

    #: What kind of thing it is.
    kind: str
    #: What would be right.
    remedy: str

    def __str__(self) -> str:
        """Say what it is and what would be right."""
        return f"there is no page of a {shortened(self.kind)}; {self.remedy}"
