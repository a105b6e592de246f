"""Draws two groups side by side within each outcome."""

import offinno

outcomes = offinno.load("innovation-2019")["outcomes-by-research-cooperation"]
figure = offinno.charts.grouped_bars(outcomes, lang="en", along="outcome", by="cooperation")
figure.save("cooperation.svg")
