"""Problems of files, collected and shown."""

import pickle

import pytest

from offinno.exceptions import OffinnoError
from offinno.io._compose import read_yaml
from offinno.io._errors import (
    COLLECTED,
    BadFile,
    CannotRead,
    CannotWrite,
    NotATree,
    Problem,
    Problems,
)


def test_a_bad_file_lists_its_problems() -> None:
    """Each problem has a line of its own with file, line, column, path, message and hint."""
    error = BadFile(
        "sheet.yaml",
        (
            Problem(path=("unit",), line=2, column=7, message="no unit", hint="name one"),
            Problem(path=("rows", 3), message="no value"),
            Problem(message="no end"),
        ),
    )

    expected = (
        "sheet.yaml:2:7: unit: no unit; name one\nsheet.yaml: rows[3]: no value\nsheet.yaml: no end"
    )
    assert expected == str(error)


def test_a_bad_file_shows_fifty_problems() -> None:
    """It says how many more there are."""
    error = BadFile("f", tuple(Problem(message=str(number)) for number in range(60)))

    assert 51 == len(str(error).split("\n"))
    assert str(error).endswith("\nf: 49\nf: and 10 more")


def test_a_name_that_cannot_be_shown_is_escaped() -> None:
    """A file name may hold anything."""
    assert r"'a\n\u202eb': empty" == str(BadFile("a\n\u202eb", (Problem(message="empty"),)))


@pytest.mark.parametrize(
    "error",
    [
        BadFile("f", (Problem(path=("a", 1), line=1, column=2, message="m", hint="h"),)),
        NotATree(("a",), "m"),
        CannotRead("f", "r", "h"),
        CannotWrite("f", "r", "h"),
    ],
)
def test_errors_survive_pickling(error: OffinnoError) -> None:
    """An error that comes from another process says the same."""
    actual = pickle.loads(pickle.dumps(error))

    assert (type(error), error.args, str(error)) == (type(actual), actual.args, str(actual))


def test_errors_of_the_system_are_errors_of_the_system() -> None:
    """A caller that knows only Python's own types catches them as well."""
    assert issubclass(CannotRead, OSError)
    assert issubclass(CannotWrite, OSError)
    assert issubclass(BadFile, ValueError)


def test_problems_take_their_place_from_the_file() -> None:
    """A problem stands at the value or the key; what is missing, at the node above."""
    places = read_yaml(b"unit: NOK\nrows:\n  - a: 1\n", name="f").places
    problems = Problems("f", places)
    problems.add(("rows", 0, "b"), "no b")
    problems.add(("unit",), "no such key", at_key=True)
    problems.add(("unit",), "no such unit")
    problems.add((), "no title", at_key=True)

    with pytest.raises(BadFile) as caught:
        problems.stop()

    expected = [(1, 1), (1, 1), (1, 7), (3, 5)]
    assert expected == [(problem.line, problem.column) for problem in caught.value.problems]
    assert 4 == len(problems)
    assert ["no b", "no such key", "no such unit", "no title"] == [p.message for p in problems]


def test_problems_without_places_come_last() -> None:
    """They keep the order in which they were found."""
    problems = Problems("f")
    problems.add(("b",), "second")
    problems.add(("a",), "third")
    problems.put(Problem(line=1, column=1, message="first"))

    assert ["first", "second", "third"] == [p.message for p in problems.error().problems]


def test_no_problem_is_no_error() -> None:
    """Nothing happens where nothing is wrong."""
    problems = Problems("f")
    problems.stop()

    assert 0 == len(problems)


def test_too_many_problems_end_the_search() -> None:
    """The one too many raises what there is."""
    problems = Problems("f")
    for number in range(COLLECTED - 1):
        problems.add((), str(number))

    with pytest.raises(BadFile) as caught:
        problems.add((), "one too many")

    assert COLLECTED == len(caught.value.problems)
