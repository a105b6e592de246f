"""Puts the words of figures around a chart that offinno did not make."""

import altair as alt

import offinno

nordic = offinno.load("innovation-2019")["nordic-innovative-workplaces"]
rows = [
    {"country": offinno.say(datum.area, lang="en"), "share": float(datum.number.magnitude)}
    for datum in nordic.data()
]
chart = (
    alt.Chart(alt.InlineData(rows))
    .mark_circle(size=160)
    .encode(
        x=alt.X("share:Q", title="per cent of public workplaces", scale=alt.Scale(zero=True)),
        y=alt.Y("country:N", title=None, sort="-x"),
    )
)
figure = offinno.charts.Figure.around(chart, nordic, lang="en", headline="Close together")
figure.save("own-chart.svg")
