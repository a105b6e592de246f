"""Calls and deadlines of funding schemes over time."""

from offinno.charts._timeline._build import scheme_timeline_of
from offinno.charts._timeline._builder import scheme_timeline
from offinno.charts._timeline._row import CallRow

__all__ = ["CallRow", "scheme_timeline", "scheme_timeline_of"]
