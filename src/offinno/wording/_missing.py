"""Why there is no number, in words."""

from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.values import Missing, MissingReason
from offinno.wording._catalogue import marked, message

_REASONS: Final = MappingProxyType(
    {
        MissingReason.NOT_APPLICABLE: marked("not applicable"),
        MissingReason.NOT_COLLECTED: marked("not collected"),
        MissingReason.NOT_YET_AVAILABLE: marked("not yet available"),
        MissingReason.NOT_AVAILABLE_TO_US: marked("published, but not available to us"),
        MissingReason.SUPPRESSED: marked("confidential"),
        MissingReason.TOO_UNCERTAIN: marked("too uncertain to show"),
        MissingReason.NOT_STATED: marked("not stated"),
    }
)


def missing_text(missing: Missing, *, lang: Lang, note: bool = False) -> str:
    """Return why something is missing, with the note on it in brackets if asked for.

    >>> missing_text(Missing(MissingReason.SUPPRESSED), lang="nn")
    'konfidensielt'
    """
    reason = message(_REASONS[missing.reason], lang=lang)
    if not note or missing.note is None:
        return reason
    return f"{reason} ({missing.note.in_(lang).removesuffix('.')})"
