"""Draws an index over time as a line whose axis says where it begins."""

import offinno

prices = offinno.datasets.series("cpi")
figure = offinno.charts.series(prices, lang="nn")
figure.save("price-level.svg")
