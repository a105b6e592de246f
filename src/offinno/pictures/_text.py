"""Which text can stand in a picture."""

from offinno.language import UnsafeText, checked_text


def unsafe_character(text: str) -> str | None:
    r"""Return what in *text* cannot be shown, or None.

    The rule is that of `offinno.language.checked_text`, so that whatever a `Text` may hold can
    stand in a picture; but a label may be blank. A control character would abort the drawing
    engine.

    >>> unsafe_character("48\u00a0%")
    >>> unsafe_character("\u202e48")
    'the character U+202E'
    """
    if text.isprintable():
        return None
    try:
        checked_text(f"{text}.")
    except UnsafeText as unsafe:
        return unsafe.problem
    return None
