"""Territories in words: by their own label, else by the name that CLDR gives a country."""

from functools import cache
from importlib.resources import files
from json import loads

from offinno.language import Lang
from offinno.model import Area
from offinno.wording._catalogue import message
from offinno.wording._locales import locale


def area_text(area: Area, *, lang: Lang) -> str:
    """Return the name of *area* in *lang*.

    >>> area_text(Area("NO"), lang="nn"), area_text(Area("DE"), lang="nb")
    ('Noreg', 'Tyskland')
    """
    if area.label is not None:
        return area.label.in_(lang)
    name: str = locale(lang).territories[area.code]
    return name.replace(" & ", " and ")


def in_area(area: Area, *, lang: Lang) -> str | None:
    """Return where a figure is from, as in *in Norway*, or None for an area of your own.

    A name of your own may need another preposition than *in*, so none is guessed.

    >>> in_area(Area("IS"), lang="nb"), in_area(Area("US"), lang="en")
    ('på Island', 'in the United States')
    """
    if area.list == "own":
        return None
    name = area_text(area, lang=lang)
    if lang == "en":
        name = f"the {name}" if area.code in _codes("the") else name
    elif area.code in _codes("on"):
        return message("on the island of {name}", lang=lang, name=name)
    return message("in {name}", lang=lang, name=name)


@cache
def _codes(list_: str) -> frozenset[str]:
    """Return the codes of countries that are spoken of in one way: islands, or with an article."""
    lists = loads(files("offinno.wording").joinpath("_data/places.json").read_bytes())
    return frozenset(lists[list_].split())
