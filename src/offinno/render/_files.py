"""Pages into files, each written whole or not at all."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from offinno.charts import NoLanguage, ThemeLike
from offinno.io import write_whole
from offinno.language import Lang, language
from offinno.model import Factsheet
from offinno.render._errors import NoPage
from offinno.render._page import page, page_among

#: Is told how many steps are done, of how many, and which file is worked on.
Progress = Callable[[int, int, str], None]


def write_html(thing: object, path: str | os.PathLike[str], *, lang: Lang | None = None) -> None:
    """Write a factsheet to *path* as one self-contained HTML file in *lang*.

    Raises:
        NoPage: If *thing* is no factsheet.
        NoLanguage: If no language is given.
        UnknownName: If offinno does not write that language.
        CannotWrite: If the system does not let us; what was there before stays.

    >>> write_html(Factsheet(key="small", title="Tall"), "small.html", lang="nb")
    >>> Path("small.html").read_text(encoding="utf-8")[:15]
    '<!DOCTYPE html>'
    """
    if not isinstance(thing, Factsheet):
        raise NoPage(type(thing).__name__, "give a Factsheet")
    if lang is None:
        raise NoLanguage(os.fsdecode(path))
    write_whole(path, page(thing, lang=language(lang)).encode())


def build(  # noqa: PLR0913 - the options of all pages, all by keyword
    sheet: Factsheet,
    folder: str | os.PathLike[str],
    *,
    languages: Iterable[str] | None = None,
    theme: ThemeLike = None,
    beside: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write *sheet* into *folder* as one HTML file per language, and return the files.

    The files are called after the key of the sheet, ``innovation-2019.nb.html``, and lead to
    each other. All pages are made before the first is written.

    Args:
        sheet: What to show.
        folder: A folder that is there.
        languages: The languages; by default those that the sheet is published in.
        theme: How pictures look, or the name of a theme.
        beside: The folder that the sheet stands in, where its blocks name files beside it.
        progress: Is told how many pages are done, of how many, and which file comes next.

    Raises:
        UnknownName: If offinno does not write one of the languages.
        CannotWrite: If the folder is not there or not to be written in; no file is half written.

    >>> [path.name for path in build(Factsheet(key="small", title="Tall"), ".")]
    ['small.nb.html', 'small.nn.html', 'small.en.html']
    """
    tags = dict.fromkeys(language(tag) for tag in (languages or sheet.languages))
    files = {tag: f"{sheet.key}.{tag}.html" for tag in tags}
    pages: dict[Path, bytes] = {}
    for done, (tag, name) in enumerate(files.items()):
        _tell(progress, done, len(files), name)
        among = files if len(files) > 1 else {}
        text = page_among(sheet, lang=tag, theme=theme, files=among, beside=beside)
        pages[Path(folder) / name] = text.encode()
    for path, data in pages.items():
        write_whole(path, data)
    _tell(progress, len(files), len(files), "")
    return tuple(pages)


def _tell(progress: Progress | None, done: int, total: int, what: str) -> None:
    """Say how far it has come, to whoever wants to know."""
    if progress is not None:
        progress(done, total, what)
