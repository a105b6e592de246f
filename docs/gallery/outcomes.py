"""Draws the categories of one figure as bars."""

import offinno

outcomes = offinno.load("innovation-2019")["innovation-outcomes"]
figure = offinno.charts.bars(outcomes, lang="en", along="outcome", highlight="quality")
figure.save("outcomes.svg")
