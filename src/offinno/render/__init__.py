"""Factsheets as static pages: one self-contained HTML file per language.

A page is made in three steps. Each block of a sheet becomes a small object of plain text; these
objects stand in sections, on leaves of paper; templates turn them into HTML and escape all that
they are given. Only the style sheet, the drawn pictures and cleaned prose count as markup.

A page holds no script and loads nothing. Every note of what it shows has a mark of its own and
stands in the notes, every source stands in the list of sources once, and both lead back and forth.
This package computes nothing and words nothing: figures come from `offinno.model`, their words
from `offinno.wording`, their pictures from `offinno.charts`.
"""

from offinno.render._errors import NoPage
from offinno.render._files import Progress, build, write_html
from offinno.render._page import page

__all__ = ["NoPage", "Progress", "build", "page", "write_html"]
