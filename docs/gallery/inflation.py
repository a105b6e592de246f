"""Draws how much prices grew from each year to the next."""

import offinno

inflation = offinno.analysis.growth(offinno.datasets.series("cpi"))
figure = offinno.charts.series(inflation, lang="en", mark="bar")
figure.save("inflation.svg")
