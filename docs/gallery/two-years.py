"""Draws what changed between two years, a line for each."""

import offinno

expenditure = offinno.load("innovation-2019")["public-expenditure-gdp"]
figure = offinno.charts.slope(expenditure, lang="nb", start=2017, end=2018)
figure.save("two-years.svg")
