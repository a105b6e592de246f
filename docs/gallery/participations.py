"""Draws a count, year by year, as columns."""

import offinno

participations = offinno.load("innovation-2019")["h2020-participations"]
figure = offinno.charts.bars(participations, lang="nn", along="period")
figure.save("participations.svg")
