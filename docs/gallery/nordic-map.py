"""Draws the five Nordic countries as tiles, one of them set apart."""

import offinno

nordic = offinno.load("innovation-2019")["nordic-innovative-workplaces"]
figure = offinno.charts.tile_map(nordic, lang="nb", reference="NO", highlight="NO")
figure.save("nordic-map.svg")
