"""Factsheets and all types of the model in offinno's own files: YAML 1.2 and JSON.

A file states ``schema: 1`` and then one thing under its name: ``factsheet``, ``indicator``,
``funding-scheme`` and so on. The sources that it refers to stand in the factsheet, or beside any
other thing; terms may stand in either place.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar, cast, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import UnknownName, guess, path_name, shortened
from offinno.io._compose import read_yaml
from offinno.io._emit import write_yaml
from offinno.io._errors import BadFile, Problem, Problems
from offinno.io._files import FilePath, read_whole
from offinno.io._format import Terms, record_of, shape_of, sources_of
from offinno.io._json import read_json, write_json
from offinno.io._places import Places, Plain, Tree
from offinno.io._shapes import At, Flawed, Many
from offinno.language import Term, vocabulary
from offinno.model import (
    Amount,
    Comparison,
    Datum,
    Derivation,
    Factsheet,
    FundingScheme,
    Indicator,
    Link,
    Note,
    Population,
    Question,
    Sample,
    Source,
)

#: The version of the format that is written; older ones are brought up to it.
VERSION: Final = 1

T = TypeVar("T")

#: The types that a file may hold, by the key they stand under.
KINDS: Final[Mapping[str, type[Any]]] = {
    re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower(): cls
    for cls in (
        Factsheet,
        Indicator,
        Datum,
        Comparison,
        FundingScheme,
        Amount,
        Source,
        Population,
        Question,
        Sample,
        Note,
        Link,
        Derivation,
    )
}

#: Changes that bring a tree of one version to the next, by the version they start from.
_MIGRATIONS: Final[Mapping[int, Callable[[dict[str, Plain]], dict[str, Plain]]]] = {}

_READERS: Final = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}


@final
@attrs.frozen(kw_only=True)
class Read(Frozen):
    """What a file holds, and where in the file each piece stands."""

    #: The object.
    thing: Any
    #: Places by path from the object, such as ``("indicators", 0, "unit")``; for error messages.
    places: Places = attrs.field(eq=False)
    #: The key that the object stands under in the file.
    key: str


def read(path: FilePath) -> Read:
    """Return what the file at *path* holds, with the place of each piece.

    Raises:
        NotAPath: If it is no path.
        CannotRead: If the system does not let us.
        BadFile: If the file holds no such thing, with every problem and its place.
    """
    name = path_name(path)
    suffix = Path(name).suffix.lower()
    if suffix not in _READERS:
        seen = f"a file that ends in {suffix!r}" if suffix else "a file without an ending"
        message = f"{seen} is not read; offinno reads .yaml, .yml and .json"
        raise BadFile(name, (Problem(message=message),))
    return _read(_READERS[suffix](read_whole(path), name=name), name)


def loads(data: bytes | str, *, format: str = "yaml", name: str = "text") -> Any:  # noqa: A002, ANN401
    r"""Return what *data* holds in YAML or JSON.

    Raises:
        BadFile: If it holds no such thing, with every problem and its place.
        UnknownName: If offinno reads no such format.

    >>> loads("schema: 1\nlink: {label: SSB, url: https://www.ssb.no}").url
    'https://www.ssb.no'
    """
    readers = {"yaml": read_yaml, "json": read_json}
    if format not in readers:
        raise UnknownName("format", format, tuple(readers))
    return _read(readers[format](_content(data, name), name=name), name).thing


def _content(given: object, name: str) -> bytes:
    """Return the content of a file, given as text or as bytes."""
    if isinstance(given, bytes):
        return given
    if isinstance(given, str):
        return given.encode()
    seen = f"an object of type {type(given).__name__} stands where the text of a file is needed"
    raise BadFile(name, (Problem(message=seen, hint="load() reads a file by its path"),))


def dumps(thing: object, *, format: str = "yaml") -> str:  # noqa: A002
    """Return any object of the model as YAML or JSON; `loads` reads it back.

    Raises:
        TypeError: If a file cannot hold such an object by itself.
        UnknownName: If offinno writes no such format.

    >>> print(dumps(Link(label="SSB", url="https://www.ssb.no")), end="")
    schema: 1
    link: {label: SSB, url: "https://www.ssb.no"}
    """
    writers = {"yaml": write_yaml, "json": write_json}
    if format not in writers:
        raise UnknownName("format", format, tuple(writers))
    return writers[format](tree_of(thing))


def tree_of(thing: object) -> dict[str, Plain]:
    """Return the plain tree of a file that holds *thing*."""
    kind = next((key for key, cls in KINDS.items() if type(thing) is cls), None)
    if kind is None:
        message = f"a file holds one of {', '.join(KINDS)}, not {type(thing).__name__}"
        raise TypeError(message)
    tree: dict[str, Plain] = {"schema": VERSION}
    declared = set(thing.terms) if isinstance(thing, Factsheet) else set()
    terms = tuple(term for term in _used(thing, Term) if _is_own(term) and term not in declared)
    tree |= {"terms": Terms().write(terms)} if terms else {}
    if not isinstance(thing, Factsheet | Source) and (sources := _used(thing, Source)):
        tree["sources"] = Many(shape_of(Source)).write(sources)
    return tree | {kind: record_of(KINDS[kind]).write(thing)}


def _is_own(term: Term) -> bool:
    """Return whether a term is not among those of offinno, or labelled in another way."""
    known = vocabulary()
    if term.key not in known:
        return True
    packaged = known[term.key]
    return any(getattr(packaged, f.name) != getattr(term, f.name) for f in attrs.fields(Term))


def _used(thing: object, cls: type[T]) -> tuple[T, ...]:
    """Return the objects of a class within *thing*, each once."""
    return tuple(dict.fromkeys(_within(thing, cls)))


def _within(thing: object, cls: type[T]) -> Iterator[T]:
    """Return every object of a class within *thing*."""
    if isinstance(thing, cls):
        yield thing
    elif isinstance(thing, tuple | frozenset):
        for part in sorted(thing, key=str) if isinstance(thing, frozenset) else thing:
            yield from _within(part, cls)
    elif isinstance(thing, Frozen):
        for field in attrs.fields(cast("type[Any]", type(thing))):
            if field.init:
                yield from _within(getattr(thing, field.name), cls)


def _read(tree: Tree, name: str) -> Read:
    """Return what a tree holds."""
    problems = Problems(name, tree.places)
    at = At(problems=problems)
    try:
        kind, node, at = _document(tree.root, at)
        thing = record_of(KINDS[kind]).read(node, at.step(kind))
    except Flawed:
        raise problems.error() from None
    problems.stop()
    return Read(thing=thing, places=tree.places, key=kind)


def _document(root: Plain, at: At) -> tuple[str, Plain, At]:
    """Return the kind and the node of what a document holds, and the place with its words."""
    if not isinstance(root, dict):
        raise at.refuse("the file is no mapping", "begin with 'schema: 1'")
    node = _current(root, at)
    _check_kinds(node, at)
    if "factsheet" in node and "sources" in node:
        message = "'sources:' stands beside 'factsheet:'"
        raise at.step("sources").refuse(message, "move 'sources:' into 'factsheet:'")
    if "terms" in node:
        terms = Terms().read(node["terms"], at.step("terms"))
        at = attrs.evolve(at, terms=at.terms.with_terms(*terms))
    if "sources" in node:
        at, _ = sources_of(node["sources"], at)
    kind = next(key for key in node if key in KINDS)
    return kind, node[kind], at


def _check_kinds(node: dict[str, Plain], at: At) -> None:
    """Check that a document holds one thing, and nothing unknown."""
    known = ("schema", "terms", "sources", *KINDS)
    for key in node:
        if key not in known:
            meant = guess(key, known)
            hint = meant or f"known: {', '.join(known)}"
            at.problems.add((key,), f"unknown key {shortened(key)!r}", hint, at_key=True)
    kinds = [key for key in node if key in KINDS]
    if len(kinds) != 1:
        seen = f"{' and '.join(kinds)} stand side by side" if kinds else "the file holds nothing"
        raise at.refuse(seen, f"one of {', '.join(KINDS)} is needed")


def _current(root: dict[str, Plain], at: At) -> dict[str, Plain]:
    """Return the tree in the present version of the format."""
    version = root.get("schema")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise at.refuse("the version of the format is missing", "begin with 'schema: 1'")
    if version > VERSION:
        message = f"schema {version} is newer than this offinno, which reads up to {VERSION}"
        raise at.step("schema").refuse(message, "install a newer offinno")
    for step in range(version, VERSION):
        root = _MIGRATIONS[step](root)
    return root
