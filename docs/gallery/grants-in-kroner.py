"""Draws amounts that were exchanged from euros, year by year."""

import offinno

grants = offinno.load("innovation-2019")["h2020-grants-eur"]
kroner = offinno.analysis.exchange(grants, to="NOK", by="ecb-eur-nok")
figure = offinno.charts.bars(kroner, lang="en", along="period")
figure.save("grants-in-kroner.svg")
