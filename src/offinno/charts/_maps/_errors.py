"""What can go wrong between figures of areas and a map of them."""

from typing import final

import attrs

from offinno.exceptions import OffinnoError, shortened


@final
@attrs.frozen
class TwoLists(OffinnoError, ValueError):
    """Figures of areas by two lists, such as two divisions of counties, in one map."""

    #: The list of the first area.
    one: str
    #: The list of the one that differs.
    other: str
    #: The code of that.
    code: str

    def __str__(self) -> str:
        """Name both lists and the remedy."""
        return (
            f"{self.code!r} is of the list {self.other!r}, others are of {self.one!r}; "
            "a map shows the areas of one list, so leave out the rows of the other, "
            "or draw a map of each"
        )


@final
@attrs.frozen
class NoTile(OffinnoError, LookupError):
    """An area that has no place in a map of tiles."""

    #: Its code.
    code: str

    def __str__(self) -> str:
        """Name the area, what has tiles, and the remedy."""
        return (
            f"{shortened(self.code)!r} has no tile; a tile map has the counties of Norway of one "
            "division or the Nordic countries, so leave the figure out, or draw a ranking()"
        )


@final
@attrs.frozen
class NotNormalised(OffinnoError, ValueError):
    """Totals that were to be shown as colours of areas."""

    #: The unit of the figures.
    unit: str

    def __str__(self) -> str:
        """Say what is wrong with it, and the remedies."""
        return (
            f"figures in {self.unit!r} are totals, and a map coloured by totals shows little but "
            "where most people live; divide them first, as in analysis.per(indicator, population), "
            "or say that it is meant, totals=True"
        )


@final
@attrs.frozen
class BadGeography(OffinnoError, ValueError):
    """A geography that is none, or that a map would be drawn wrongly from."""

    #: Where in it, as in ``features[3].geometry``.
    place: str
    #: What is wrong there.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Say where, what and what to do."""
        return f"the geography at {self.place}: {self.problem}; {self.remedy}"


@final
@attrs.frozen
class NotDegrees(OffinnoError, ValueError):
    """Coordinates that are no degrees of longitude and latitude."""

    #: Where in the geography.
    place: str
    #: The first coordinate.
    x: float
    #: The second coordinate.
    y: float

    def __str__(self) -> str:
        """Show the coordinates, what they may be, and the remedy."""
        return (
            f"the geography at {self.place}: ({self.x:g}, {self.y:g}) is no longitude and latitude "
            "in degrees, perhaps it is in metres of a grid such as UTM; convert the file to "
            "WGS 84 (EPSG:4326), longitude first"
        )


@final
@attrs.frozen
class OpenRing(OffinnoError, ValueError):
    """An outline that does not end where it begins, or that has too few corners."""

    #: Where in the geography.
    place: str
    #: How many positions it has.
    count: int

    def __str__(self) -> str:
        """Say where and what would be right."""
        return (
            f"the geography at {self.place}: an outline of {self.count} positions is not closed; "
            "give four at least, the last the same as the first"
        )


@final
@attrs.frozen
class UnknownRegion(OffinnoError, LookupError):
    """A region whose code is not in the list that the figures are by."""

    #: Where in the geography.
    place: str
    #: The code as given.
    code: str
    #: The list.
    area_list: str
    #: What may help.
    remedy: str

    def __str__(self) -> str:
        """Show the code, the list and the remedy."""
        return (
            f"the geography at {self.place}: {shortened(self.code)!r} is not in the list "
            f"{self.area_list!r} that the figures are by; {self.remedy}"
        )


@final
@attrs.frozen
class TwoRegions(OffinnoError, ValueError):
    """Two regions with one code."""

    #: The code.
    code: str
    #: Where the second is.
    place: str

    def __str__(self) -> str:
        """Name the code and the remedy."""
        return (
            f"the geography at {self.place}: there is a region {shortened(self.code)!r} already; "
            "join its parts into one MultiPolygon"
        )


@final
@attrs.frozen
class NoRegion(OffinnoError, LookupError):
    """A figure of an area that the geography has no region of."""

    #: The code of the area.
    code: str

    def __str__(self) -> str:
        """Name the area and the remedy."""
        return (
            f"the geography has no region {shortened(self.code)!r}, of which there is a figure; "
            "take a geography of the same list and date, or leave the figure out"
        )


@final
@attrs.frozen
class NoFolder(OffinnoError, ValueError):
    """A file that a block names, where it is not said which folder it stands in."""

    #: The file.
    file: str

    def __str__(self) -> str:
        """Name the file and the remedy."""
        return (
            f"the sheet names the file {shortened(self.file)!r}; say which folder the sheet stands "
            "in, as in beside='sheets', or build it with: offinno build"
        )
