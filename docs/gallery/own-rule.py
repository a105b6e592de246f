"""Layers a line of one's own over a figure, which keeps its words."""

import altair as alt

import offinno

nordic = offinno.load("innovation-2019")["nordic-innovative-workplaces"]
plain = offinno.charts.ranking(nordic, lang="en", headline="Three in four, and more")
line = alt.Chart(alt.InlineData([{}])).mark_rule(strokeDash=[4, 4]).encode(x=alt.value(300))
figure = plain.with_chart(plain.chart + line)
figure.save("own-rule.svg")
