"""Draws a share of units as marks of which so many are filled."""

import offinno

units = offinno.load("innovation-2019")["innovative-municipal-units"]
figure = offinno.charts.pictogram(units.at(), lang="nb", of=4)
figure.save("three-of-four.svg")
