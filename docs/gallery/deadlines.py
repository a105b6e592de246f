"""Draws calls and deadlines of funding schemes over time."""

import offinno

sheet = offinno.load("innovation-2019")
figure = offinno.charts.scheme_timeline(sheet.schemes, lang="nn", sources=sheet.sources)
figure.save("deadlines.svg")
