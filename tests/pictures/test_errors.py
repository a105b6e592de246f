"""The errors between a specification and a picture."""

import pickle

import pytest

from offinno.exceptions import OffinnoError
from offinno.pictures import (
    BadLogo,
    MissingExtra,
    MissingGlyphs,
    PictureFailed,
    PictureTimedOut,
    SpecRefused,
    UnsafePicture,
)

ERRORS = {
    MissingExtra("vl-convert-python", "export"): (
        ImportError,
        'vl-convert-python is not installed; run: pip install "offinno[export]"',
    ),
    SpecRefused("$.data.url", "'rows.json'", "put the rows in data.values"): (
        ValueError,
        "$.data.url: 'rows.json'; put the rows in data.values",
    ),
    PictureFailed("Error: zz"): (
        RuntimeError,
        "not drawn: Error: zz; check the fields, formats and sizes of the specification",
    ),
    PictureTimedOut(2.5): (
        TimeoutError,
        "not drawn within 2.5 seconds; draw fewer rows, compute less in it, or give it longer",
    ),
    BadLogo("<!", "save it as plain SVG"): (
        ValueError,
        "the logo is no plain drawing: <!; save it as plain SVG",
    ),
    MissingGlyphs("\U00012000"): (
        RuntimeError,
        (
            "no font on this machine has \U00012000 (U+12000); install one that has, such as "
            "Noto Sans, or save as SVG, which is drawn with the fonts of whoever looks at it"
        ),
    ),
    UnsafePicture("path@fill", "url(#x)", "draw something else"): (
        ValueError,
        "the picture has 'url(#x)' at path@fill; draw something else",
    ),
}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_says_what_was_seen_and_what_to_do(error: OffinnoError) -> None:
    """Each is an offinno error and the builtin that a Python reader expects."""
    builtin, sentence = ERRORS[error]

    assert sentence == str(error)
    assert isinstance(error, builtin)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling(error: OffinnoError) -> None:
    """What a pool's worker raises arrives whole."""
    again = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error)) == (type(again), str(again))


def test_what_was_seen_is_shortened() -> None:
    """A huge value does not travel in the error."""
    assert len(SpecRefused("$", "x" * 1_000_000, "draw less").seen) == 80
