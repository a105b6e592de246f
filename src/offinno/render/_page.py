"""A sheet as a page: one file that needs nothing else."""

import re
from collections.abc import Mapping
from os import PathLike
from types import MappingProxyType
from typing import Final

from offinno.charts import ThemeLike
from offinno.charts import theme as theme_of
from offinno.language import Lang
from offinno.model import Factsheet
from offinno.render._desk import desk_for
from offinno.render._jinja import page_markup
from offinno.render._layout import complete, leaves
from offinno.render._lines import phrase
from offinno.render._view import Anchor, PageView
from offinno.render._words import words
from offinno.wording import period_text

#: What the languages call themselves.
OWN_NAMES: Final[Mapping[Lang, str]] = MappingProxyType(
    {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
)

# What no page may hold: control characters, and what turns the direction of the text around it.
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def page(
    sheet: Factsheet,
    *,
    lang: Lang,
    theme: ThemeLike = None,
    beside: str | PathLike[str] | None = None,
) -> str:
    """Return *sheet* as one HTML file in *lang*, which needs no network and runs no script.

    The same sheet gives the same text. What has no wording in *lang* is shown in a language it
    has, and marked as being in that.

    Args:
        sheet: What to show.
        lang: The language of the page.
        theme: How its pictures look, or the name of a theme.
        beside: The folder that the sheet stands in, where its blocks name files beside it.

    Raises:
        MissingExtra: If the packages that read Markdown or draw pictures are not installed.

    >>> sheet = Factsheet(key="small", title={"nb": "Et lite ark", "en": "A small sheet"})
    >>> "<h1>A small sheet</h1>" in page(sheet, lang="en")
    True
    """
    return page_among(sheet, lang=lang, theme=theme, files={}, beside=beside)


def page_among(
    sheet: Factsheet,
    *,
    lang: Lang,
    theme: ThemeLike,
    files: Mapping[Lang, str],
    beside: str | PathLike[str] | None = None,
) -> str:
    """Return a page that leads to the same sheet in other languages, which stand in *files*."""
    whole = complete(sheet)
    look = theme_of(theme)
    desk = desk_for(whole, lang=lang, theme=look, beside=beside)
    title = phrase(whole.title, lang=lang)
    subtitle = phrase(whole.subtitle, lang=lang) if whole.subtitle else None
    view = PageView(
        lang=lang,
        words=words(lang),
        title=title,
        subtitle=subtitle,
        edition=period_text(whole.edition, lang=lang) if whole.edition else "",
        publisher=phrase(whole.publisher, lang=lang) if whole.publisher else None,
        summary=(subtitle or title).text,
        editions=tuple(
            Anchor(OWN_NAMES[tag], "" if tag == lang else name, tag) for tag, name in files.items()
        ),
        leaves=leaves(desk),
    )
    return _UNSAFE.sub("\ufffd", page_markup(view, look))
