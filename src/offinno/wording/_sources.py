"""Where figures come from, as it stands below a picture and in a list of sources."""

from collections.abc import Iterable
from typing import Literal

from offinno.language import Lang
from offinno.model import Source
from offinno.wording._catalogue import message, message_plural
from offinno.wording._locales import full_stop, stopped
from offinno.wording._periods import period_text, year_text

#: How a source is named: publisher and year, or with title, place and day of reading.
SourceForm = Literal["short", "full"]


def source_text(source: Source, *, lang: Lang, form: SourceForm = "full") -> str:
    """Return a source in words: publisher and year, and in full its title and what else is known.

    The address is left out: a page makes it a link.

    >>> source = Source(key="ks", publisher="KS", title="Innovasjonsbarometeret", published=2018)
    >>> source_text(source, lang="nb")
    'KS (2018): Innovasjonsbarometeret.'
    """
    publisher = source.publisher.in_(lang)
    short = f"{publisher} ({year_text(source.published, lang=lang)})"
    if form == "short":
        return short
    head = f"{short}: {source.title.in_(lang)}"
    parts = [stopped(f"{head}, {source.locator}" if source.locator else head)]
    if source.retrieved is not None:
        when = period_text(source.retrieved, lang=lang)
        parts.append(full_stop(message("read {time}", lang=lang, time=when)))
    if source.licence is not None:
        licence = message("licence: {name}", lang=lang, name=source.licence)
        parts.append(full_stop(licence))
    return " ".join(parts)


def source_line(sources: Iterable[Source], *, lang: Lang) -> str:
    """Return the line below a picture: every source once, in short.

    >>> source = Source(key="difi", publisher="Difi", title="Høy innovasjonstakt", published=2019)
    >>> source_line([source, source], lang="nb")
    'Kilde: Difi (2019)'
    """
    names = dict.fromkeys(source_text(source, lang=lang, form="short") for source in sources)
    if not names:
        return message("Source: not stated", lang=lang)
    return message_plural(
        "Source: {names}", "Sources: {names}", len(names), lang=lang, names="; ".join(names)
    )
