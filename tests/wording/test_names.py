"""The members of closed sets in words."""

from typing import get_args

import pytest

from offinno.language import Lang
from offinno.model import AmountKind, Evidence, Status, Verdict
from offinno.wording import Named, name_text, verdict_text

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")


@pytest.mark.parametrize("lang", LANGS)
def test_every_member_has_a_name(lang: Lang) -> None:
    """No status, evidence, kind or method is without words."""
    members = [member for kind in get_args(Named) for member in kind]

    assert all(name_text(member, lang=lang) for member in members)


@pytest.mark.parametrize(
    ("member", "nb", "nn", "en"),
    [
        (Status.PROVISIONAL, "foreløpig", "førebels", "provisional"),
        (Status.BREAK, "brudd i tidsserien", "brot i tidsserien", "break in series"),
        (AmountKind.APPROPRIATION, "bevilgning", "løyving", "appropriation"),
        (AmountKind.COMMITMENT, "tilsagn", "tilsegn", "commitment"),
        (Evidence.SECONDARY, "bare lest hos andre", "berre lese hos andre",
         "read only at another party"),
    ],
)  # fmt: skip
def test_name(member: Named, nb: str, nn: str, en: str) -> None:
    """A name is that of the language, not a changed ending."""
    assert [nb, nn, en] == [name_text(member, lang=lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("verdict", "nb", "nn", "en"),
    [
        (Verdict.COMPARABLE, "sammenlignbare", "samanliknbare", "comparable"),
        (Verdict.CAVEATS, "sammenlignbare med forbehold", "samanliknbare med atterhald",
         "comparable with caveats"),
        (Verdict.NOT_COMPARABLE, "ikke sammenlignbare", "ikkje samanliknbare",
         "not comparable"),
    ],
)  # fmt: skip
def test_verdict(verdict: Verdict, nb: str, nn: str, en: str) -> None:
    """A verdict says whether figures may stand side by side."""
    assert [nb, nn, en] == [verdict_text(verdict, lang=lang) for lang in LANGS]
