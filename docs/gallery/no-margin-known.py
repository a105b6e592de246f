"""Draws shares as dots, and says that nothing is known of their margins."""

import offinno

nordic = offinno.load("innovation-2019")["nordic-innovative-workplaces"]
figure = offinno.charts.dot_interval(nordic, lang="nn", highlight="NO")
figure.save("no-margin-known.svg")
