"""Factsheets as data: those that come with offinno, and those of plug-ins.

A plug-in is any installed package with an entry point in the group ``offinno.datasets`` that
names one of its folders; each YAML or JSON file there is a factsheet, and its name without the
ending is the key::

    [project.entry-points."offinno.datasets"]
    oslo = "oslo_figures.sheets"

Beside them stands the catalogue of reference series, which `offinno.analysis` converts figures
by: price indexes, exchange rates, reference amounts, populations. A plug-in keeps its own in a
folder ``series`` within the one it names; each file holds one indicator with the key of the file.

Looking for factsheets imports no plug-in and reads no file. This package knows where files are;
what is in them `offinno.io` reads.
"""

from offinno.datasets._catalogue import DatasetTwice, UnknownDataset, names, path_of
from offinno.datasets._load import load, located, read
from offinno.datasets._series import NotASeries, SeriesTwice, series, series_names

__all__ = [
    "DatasetTwice",
    "NotASeries",
    "SeriesTwice",
    "UnknownDataset",
    "load",
    "located",
    "names",
    "path_of",
    "read",
    "series",
    "series_names",
]
