"""Draws an exchange rate."""

import offinno

rate = offinno.datasets.series("ecb-eur-nok")
figure = offinno.charts.series(rate, lang="nb")
figure.save("euro-rate.svg")
