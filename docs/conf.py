"""How Sphinx builds these pages: strictly (``-n -W``), without network, the same every time."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "offinno"
project_copyright = "the offinno maintainers"  # no year and no version: both change by themselves

extensions = [
    "myst_nb",  # reads Markdown and notebooks
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "facade",
    "from_code",
    "gallery",
    "packaged",
    "pairs",
]
exclude_patterns = ["_build"]

# Notebooks are kept without what they print, and run here.
nb_execution_mode = "force"
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_execution_timeout = 120

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
copybutton_exclude = ".linenos, .gp, .go"

# The inventory lies here, so that a build asks no network; a name that it lacks gets no link.
intersphinx_mapping = {"python": ("https://docs.python.org/3", "_inventories/python.inv")}
_FOREIGN = ("altair", "attrs?", "babel", "hypothesis", "jinja2", "narwhals", "numpy", "pint")
nitpick_ignore_regex = [
    # Aliases that Python spells out in signatures, and the text of a file that places count in.
    ("py:class", r"NDArray|Cells|Plain|Spine|offinno\.io\._places\.Lines"),
    ("py:class", r"offinno\.analysis\._conversion\.Convertible"),
    # What a constructor takes that only the library calls.
    ("py:class", r"offinno\.charts\._picture\.Manner"),
    ("py:.*", rf"({'|'.join((*_FOREIGN, *sorted(sys.stdlib_module_names)))})\..*"),
]

html_theme = "furo"
html_static_path = ["_static"]
html_title = "offinno"
html_copy_source = False
html_show_sourcelink = False
