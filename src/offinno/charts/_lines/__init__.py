"""Figures over time, between two times, and with their intervals: lines, slopes and dots.

What stands where is worked out without Altair: how far along an axis of time, which figures a line
may join, where a name at the end of a line finds room. A look then turns this into marks.
"""
