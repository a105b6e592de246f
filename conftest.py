"""Every example runs: code blocks in README.md and docs/, and doctests in docstrings.

A ``python`` block is run, as is one marked ``{run}``, whose picture a page shows. A block of
``>>>`` lines is checked line by line. A block marked ``output`` holds what the block before it
printed. A ``yaml`` block that begins with the name of a file, as in ``# sheet.yaml``, is saved
under that name for the blocks below it. Examples of one page share their names, run in an empty
folder of their own, and are skipped by an HTML comment, ``skip: next "why"``.
"""

import contextlib
import doctest
import io
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sybil import Document, Example, Region, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers import myst, rest

#: Where a document keeps what its latest block printed, between two examples.
PRINTED = "printed by the block before"
#: Where a document keeps the way out of its folder.
LEAVE = "leave the folder"


class PrintingBlock(PythonEvaluator):
    """Runs a block and remembers what it printed."""

    def __call__(self, example: Example) -> None:
        """Run the block of *example*."""
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            super().__call__(example)
        example.namespace[PRINTED] = printed.getvalue()


class PythonBlocks(myst.PythonCodeBlockParser):
    """Finds the ``python`` blocks of a Markdown page, doctests among them."""

    def __init__(self) -> None:
        super().__init__(doctest_optionflags=doctest.ELLIPSIS)
        self.codeblock_parser = myst.CodeBlockParser("python", PrintingBlock())


class RunBlocks:
    """Finds the blocks of a Markdown page that the page shows with the picture they make."""

    def __init__(self) -> None:
        self.blocks = myst.CodeBlockParser("{run}", PrintingBlock())

    def __call__(self, document: Document) -> Iterable[Region]:
        """Return the blocks of *document*."""
        return self.blocks(document)


class OutputBlocks:
    """Finds the ``output`` blocks of a Markdown page."""

    def __init__(self) -> None:
        self.blocks = myst.CodeBlockParser("output", same_output)

    def __call__(self, document: Document) -> Iterable[Region]:
        """Return the blocks of *document*."""
        return self.blocks(document)


class FileBlocks:
    """Finds the ``yaml`` blocks of a Markdown page that are files."""

    def __init__(self) -> None:
        self.blocks = myst.CodeBlockParser("yaml", save_file)

    def __call__(self, document: Document) -> Iterable[Region]:
        """Return the blocks of *document*."""
        return self.blocks(document)


def save_file(example: Example) -> None:
    """Save a ``yaml`` block under the name that stands in its first line, if one does."""
    text: str = example.parsed
    if name := re.match(r"# ([a-z-]+\.yaml)\n", text):
        Path(name[1]).write_text(text, encoding="utf-8")


def same_output(example: Example) -> str | None:
    """Return what is wrong with an ``output`` block, None when it is what was printed."""
    seen = example.namespace.pop(PRINTED, None)
    expected: str = example.parsed
    if seen is None:
        return "no block that ran stands before this output"
    if seen.strip() == expected.strip():
        return None
    return f"the page says:\n{expected.strip()}\n\nthe block printed:\n{seen.strip()}"


def enter_folder(namespace: dict[str, object]) -> None:
    """Go to an empty folder, where an example may write what it likes."""
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        stack.enter_context(contextlib.chdir(folder))
        namespace[LEAVE] = stack.pop_all()


def leave_folder(namespace: dict[str, object]) -> None:
    """Come back from the folder and remove it."""
    stack = namespace.pop(LEAVE)
    assert isinstance(stack, contextlib.ExitStack)
    stack.close()


pages = Sybil(
    parsers=[PythonBlocks(), RunBlocks(), OutputBlocks(), FileBlocks(), myst.SkipParser()],
    filenames=["README.md"],
    patterns=["docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    setup=enter_folder,
    teardown=leave_folder,
)

docstrings = Sybil(
    path="src",
    parsers=[rest.DocTestParser(optionflags=doctest.ELLIPSIS), rest.SkipParser()],
    patterns=["*.py"],
    setup=enter_folder,
    teardown=leave_folder,
)

pytest_collect_file = (pages + docstrings).pytest()
