"""Draws a count over time as a line that begins at zero."""

import offinno

population = offinno.datasets.series("population")
figure = offinno.charts.series(population, lang="en", zero=True)
figure.save("population.svg")
