"""Factsheets as data: those that come with offinno, and those of plug-ins.

A plug-in is any installed package with an entry point in the group ``offinno.datasets`` that
names one of its folders; each YAML or JSON file there is a factsheet, and its name without the
ending is the key::

    [project.entry-points."offinno.datasets"]
    oslo = "oslo_figures.sheets"

Looking for factsheets imports no plug-in and reads no file. This package knows where files are;
what is in them `offinno.io` reads.
"""

from offinno.datasets._catalogue import DatasetTwice, UnknownDataset, names, path_of
from offinno.datasets._load import load, located, read

__all__ = ["DatasetTwice", "UnknownDataset", "load", "located", "names", "path_of", "read"]
