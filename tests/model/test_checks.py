"""Keys, lists of texts, pairs and addresses."""

import pickle

import pytest

from offinno.exceptions import Steps
from offinno.model import BadKey, Contradiction, UnsafeLink, checked_url
from offinno.model._checks import (
    checked_category,
    checked_key,
    keys_of,
    optional_key,
    optional_url,
    optional_words,
    pairs_of,
    places_of,
    refuse_all,
    texts_of,
)


@pytest.mark.parametrize("key", ["a", "0", "innovative-units", "a1-b2-c3", "x" * 80])
def test_keys_are_kept(key: str) -> None:
    """Lower-case letters, digits and single hyphens make a key."""
    assert key == checked_key(key) == optional_key(key)


@pytest.mark.parametrize(
    "key", ["", "A", "a b", "a--b", "-a", "a-", "æ", "a_b", "a\n", "x" * 81, 5, None, ["a"]]
)
def test_other_keys_are_refused(key: object) -> None:
    """A key that a file or a reference could not hold is none."""
    with pytest.raises(BadKey, match="is not a key; use lower-case letters"):
        checked_key(key)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["GDP", "mainland-GDP", "health", "0"])
def test_categories_are_keys_of_terms(key: str) -> None:
    """Capital letters may stand in the key of a category."""
    assert key == checked_category(key)


@pytest.mark.parametrize("key", ["", "a,b", "a=b", "a]", "a b", "x" * 81, 5])
def test_other_categories_are_refused(key: object) -> None:
    """What a reference could not hold is no category."""
    with pytest.raises(BadKey):
        checked_category(key)  # type: ignore[arg-type]


def test_nothing_is_kept() -> None:
    """What may be left out is, unchecked."""
    assert (None, None, None) == (optional_key(None), optional_words(None), optional_url(None))


def test_words_are_checked() -> None:
    """A text that cannot be shown is refused in every field that holds one."""
    assert "table 5" == optional_words("table 5")
    with pytest.raises(ValueError, match=r"U\+202E"):
        optional_words("table \u202e5")


def test_one_text_is_no_list() -> None:
    """Python would take a text apart into letters."""
    assert ("ab",) == texts_of(["ab"]) == keys_of(iter(["ab"]))
    with pytest.raises(Contradiction, match="put it in brackets"):
        texts_of("ab")
    with pytest.raises(BadKey):
        keys_of(["a b"])


def test_pairs_stand_in_order() -> None:
    """A mapping and pairs in any order are the same pairs."""
    assert (("a", 1), ("b", 2)) == pairs_of({"b": 2, "a": 1}) == pairs_of([("b", 2), ("a", 1)])


def test_a_name_stands_once() -> None:
    """The last of two would win in silence."""
    with pytest.raises(Contradiction, match="a name stands twice in a, a"):
        pairs_of([("a", 1), ("a", 2)])


def test_places_are_keys() -> None:
    """A dimension and its category can be named in a reference."""
    assert (("sector", "GDP"),) == places_of({"sector": "GDP"})
    with pytest.raises(BadKey):
        places_of({"Sector": "health"})
    with pytest.raises(BadKey):
        places_of({"sector": "health, age=5"})


SAFE = [
    "https://www.ssb.no/offinnut",
    "http://example.org:8080/a?b=c#d",
    "https://example.org/a%20b",
    "https://[2001:db8::1]/",
    "doi:10.1000/182",
    "DOI:10.1000/182",
    "mailto:post@example.org",
    "mailto:post@example.org?subject=Hei",
    "https://example.org/(a)[b]'c'",
]


@pytest.mark.parametrize("url", SAFE)
def test_safe_addresses_are_kept(url: str) -> None:
    """Pages may link to these."""
    assert url == checked_url(url) == optional_url(url)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("javascript:alert(1)", "must begin with one of"),
        ("JavaScript:alert(1)", "must begin with one of"),
        ("data:text/html,x", "must begin with one of"),
        ("file:///etc/passwd", "must begin with one of"),
        ("www.ssb.no", "must begin with one of"),
        ("//example.org", "must begin with one of"),
        ("https:///path", "needs a host"),
        ("https:example.org", "needs a host"),
        ("https://user@example.org", "no user name or password"),
        ("https://user:word@example.org", "no user name or password"),
        ("https://:word@example.org", "no user name or password"),
        ("https://@example.org", "no user name or password"),
        ("https://[::1", "cannot be read"),
        ("https://example.org:port", "cannot be read"),
        ("https://example.org:99999", "cannot be read"),
        ("doi:182", "must look like doi:10.1000/182"),
        ("doi:", "must look like doi:10.1000/182"),
        ("mailto:", "must look like mailto:"),
        ("mailto:post", "must look like mailto:"),
        ("https://good.example\\.evil.example", "percent-encode"),
        ('https://example.org/"onclick=', "percent-encode"),
        ("https://example.org/<script>", "percent-encode"),
        ("https://example.org/a b", "percent-encode"),
        ("https://example.org/a\nb", "percent-encode"),
        ("https://example.org/ø", "percent-encode"),
        ("https://example.org/100%", "percent-encode"),
        ("https://example.org/{a}", "percent-encode"),
        ("", "percent-encode"),
        ("https://example.org/" + "a" * 2000, "percent-encode"),
        (5, "percent-encode"),
        (None, "percent-encode"),
    ],
)
def test_unsafe_addresses_are_refused(url: object, said: str) -> None:
    """The error shows the address escaped and short, and what is wrong."""
    with pytest.raises(UnsafeLink, match=said) as refused:
        checked_url(url)  # type: ignore[arg-type]

    assert str(refused.value).isascii()
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((), "sheet: it is empty"),
        (("blocks", 0), "sheet: blocks[0]: it is empty"),
        ((0, "value"), "sheet[0].value: it is empty"),
    ],
)
def test_a_contradiction_says_where_it_is(steps: Steps, said: str) -> None:
    """The steps follow the object; the number of a row its list."""
    assert said == str(Contradiction("sheet", "it is empty", steps))


def test_all_that_was_found_is_refused_together() -> None:
    """The error tells the first five and how many more it holds, at most a hundred in all."""
    with pytest.raises(Contradiction) as refused:
        refuse_all("rows", (((row,), "no") for row in range(1000)))
    again = pickle.loads(pickle.dumps(refused.value))

    told = "; besides, ".join(["rows[0]: no", *(f"[{row}]: no" for row in range(1, 5))])
    assert f"{told}; and 95 more" == str(refused.value) == str(again)
    assert [(row,) for row in range(1, 100)] == [one.steps for one in refused.value.others]


def test_nothing_found_is_nothing_refused() -> None:
    """A check that finds nothing lets the object be made."""
    refuse_all("rows", ())
