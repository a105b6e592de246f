"""Draws public expenditure for each inhabitant."""

import offinno

expenditure = offinno.datasets.series("government-expenditure")
per_head = offinno.analysis.per(expenditure, "population")
figure = offinno.charts.bars(per_head, lang="en", along="period")
figure.save("kroner-per-head.svg")
