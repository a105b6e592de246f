"""Draws amounts at the prices of one year."""

import offinno

procurement = offinno.datasets.series("procurement")
real = offinno.analysis.deflate(procurement, to=2021, by="cpi")
figure = offinno.charts.bars(real, lang="nb", along="period")
figure.save("real-procurement.svg")
