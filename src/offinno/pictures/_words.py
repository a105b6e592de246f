"""The words that belong to a picture itself, for whoever does not see it."""

import re
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.language import checked_text
from offinno.pictures._errors import SpecRefused

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def _is_title(_: object, __: object, title: str) -> None:
    checked_text(title)


def _is_description(_: object, __: object, description: str) -> None:
    if description:
        checked_text(description)


def _is_tag(_: object, __: object, tag: str) -> None:
    if not _TAG.fullmatch(tag):
        raise SpecRefused("lang", repr(tag), "use a language tag such as 'nb', 'nn' or 'en'")


@final
@attrs.frozen(kw_only=True)
class Words(Frozen):
    """The name and the description of a picture, in one language."""

    #: What the picture is called; never blank.
    title: str = attrs.field(validator=_is_title)
    #: What it shows; empty where the text beside it says so.
    description: str = attrs.field(validator=_is_description)
    #: The language of both and of the text in the picture, a BCP 47 tag.
    lang: str = attrs.field(validator=_is_tag)
