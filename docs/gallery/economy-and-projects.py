"""Draws two wholes, one below the other."""

import offinno

sheet = offinno.load("innovation-2019")
figure = offinno.charts.parts(
    sheet["economy-by-sector"],
    lang="en",
    along="sector",
    beside=[sheet["innovation-projects-by-sector"]],
    headline="The economy and the innovation projects",
)
figure.save("economy-and-projects.svg")
