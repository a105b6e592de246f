"""Draws one figure, large."""

import offinno

sheet = offinno.load("innovation-2019")
expenditure = sheet["public-expenditure-gdp"].at(period=2018)
figure = offinno.charts.number(expenditure, lang="en")
figure.save("one-number.svg")
