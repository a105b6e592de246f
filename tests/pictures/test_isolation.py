"""Pictures from wherever Python runs: pipes, pools of every kind, notebooks, documentation."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

#: A function that draws a picture and returns its text, for programs of their own.
SHOWN = """
from offinno.pictures import draw, texts

def shown(text):
    spec = {"data": {"values": [{"a": text}]}, "mark": "text",
            "encoding": {"text": {"field": "a", "type": "nominal"}}}
    return texts(draw(spec, format="svg", title="t", description="", lang="nb"))[0]
"""
MANY = ", ".join(f"nr {number}" for number in range(6))


def run(program: str, *arguments: str, given: str | None = None) -> str:
    """Return what a Python of its own prints."""
    done = subprocess.run(
        [sys.executable, *arguments] if arguments else [sys.executable, "-c", program],
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def written(folder: Path, name: str, program: str) -> str:
    """Return the path of a program in a file."""
    path = folder / name
    path.write_text(program, encoding="utf-8")
    return str(path)


def test_a_script_from_standard_input_draws() -> None:
    """It has no file that a worker could run again."""
    assert "one" == run("", "-", given=f"{SHOWN}\nprint(shown('one'))\n")


@pytest.mark.parametrize("start", ["spawn", "forkserver", "fork"])
def test_a_daemonic_pool_draws(start: str, tmp_path: Path) -> None:
    """Its workers may have no children of `multiprocessing`, and need none."""
    if start != "spawn" and sys.platform == "win32":
        pytest.skip("there is no fork")
    program = f"""{SHOWN}
import multiprocessing

def main():
    with multiprocessing.get_context({start!r}).Pool(2) as pool:
        print(", ".join(pool.map(shown, [f"nr {{number}}" for number in range(6)])))

if __name__ == "__main__":
    main()
"""
    assert MANY == run("", written(tmp_path, "pooled.py", program))


def test_a_pool_of_executors_draws(tmp_path: Path) -> None:
    """Whoever has many sheets draws them in any `concurrent.futures.Executor`."""
    program = f"""{SHOWN}
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

def main():
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        print(", ".join(pool.map(shown, [f"nr {{number}}" for number in range(6)])))

if __name__ == "__main__":
    main()
"""
    assert MANY == run("", written(tmp_path, "executed.py", program))


def test_a_cluster_draws(tmp_path: Path) -> None:
    """The workers of Dask are daemons, too."""
    pytest.importorskip("distributed")
    program = f"""{SHOWN}
from distributed import Client, LocalCluster

def main():
    options = {{"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}}
    with LocalCluster(processes=True, **options) as cluster, Client(cluster) as client:
        futures = client.map(shown, [f"nr {{number}}" for number in range(6)])
        print(", ".join(client.gather(futures)))

if __name__ == "__main__":
    main()
"""
    assert MANY == run("", written(tmp_path, "clustered.py", program)).splitlines()[-1]


def test_a_notebook_draws() -> None:
    """A kernel has an event loop and threads of its own; an interrupt there is not ours."""
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    cells = [nbformat.v4.new_code_cell(source) for source in (SHOWN, "print(shown('one'))")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()

    assert "one\n" == notebook.cells[1].outputs[0].text


CONF: Mapping[str, str] = {
    "conf.py": f"""{SHOWN}
from docutils import nodes
from docutils.parsers.rst import Directive

class Picture(Directive):
    required_arguments = 1

    def run(self):
        return [nodes.paragraph(text="drawn: " + shown(self.arguments[0]))]

def setup(app):
    shown("before any fork")
    app.add_directive("picture", Picture)
    return {{"parallel_read_safe": True, "parallel_write_safe": True}}
""",
    "index.rst": "Pages\n=====\n\n.. toctree::\n   :glob:\n\n   page*\n",
    **{f"page{at}.rst": f"Page {at}\n======\n\n.. picture:: nr-{at}\n" for at in range(12)},
}


@pytest.mark.skipif(sys.platform == "win32", reason="Sphinx forks only where there is a fork")
def test_documentation_is_drawn_in_parallel(tmp_path: Path) -> None:
    """Sphinx forks after the first picture; each page has its own nevertheless."""
    pytest.importorskip("sphinx")
    for name, content in CONF.items():
        written(tmp_path, name, content)
    out = tmp_path / "out"
    run("", "-m", "sphinx", "-q", "-j", "2", "-b", "text", str(tmp_path), str(out))
    pages = [(out / f"page{at}.txt").read_text(encoding="utf-8") for at in range(12)]

    assert all(f"drawn: nr-{at}\n" in page for at, page in enumerate(pages))


def test_after_a_picture_that_hangs_the_next_is_drawn() -> None:
    """One clear error, within the limit that was stated, and nothing is left of it."""
    import time

    from offinno.pictures import PictureTimedOut, draw, texts

    fold = {"fold": ["a"] * 100, "as": ["k", "a"]}
    slow = {"data": {"values": [{"a": 1}]}, "transform": [fold] * 4, "mark": "point"}
    begun = time.monotonic()
    with pytest.raises(PictureTimedOut, match=r"not drawn within 0\.3 seconds"):
        draw(slow, format="svg", title="t", description="", lang="nb", timeout=0.3)

    assert time.monotonic() - begun < 5
    encoding = {"text": {"field": "a", "type": "nominal"}}
    next_ = {"data": {"values": [{"a": "next"}]}, "mark": "text", "encoding": encoding}
    assert ("next",) == texts(draw(next_, format="svg", title="t", description="", lang="nb"))
