"""The words of the page itself."""

from offinno.language import Lang
from offinno.wording import message


def words(lang: Lang) -> dict[str, str]:
    """Return what pages say beside what their sheets say, by the name templates use."""
    return {
        "skip": message("Skip to the content", lang=lang),
        "languages": message("Languages", lang=lang),
        "links": message("Links", lang=lang),
        "contact": message("Contact", lang=lang),
        "phone": message("Telephone", lang=lang),
        "show_values": message("Show the values", lang=lang),
        "no_values": message("No values to show", lang=lang),
        "notes": message("Notes", lang=lang),
        "about": message("How the figures are defined", lang=lang),
        "results": message("Results", lang=lang),
        "earlier": message("Results of the calls", lang=lang),
        "sources": message("Sources", lang=lang),
    }
