"""Draws the ranking of the five Nordic countries that the README shows."""

import offinno

nordic = offinno.load("innovation-2019")["nordic-innovative-workplaces"]
ranking = offinno.Comparison.of(nordic, along="area")
figure = offinno.charts.ranking(ranking, lang="en")
figure.save("nordic.svg")
