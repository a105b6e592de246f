"""Draws a series that was counted in a new way from one year on."""

import offinno

procurement = offinno.datasets.series("procurement")
figure = offinno.charts.series(procurement, lang="nb")
figure.save("break-in-method.svg")
