"""The command line: each command is one call into the library and a few lines of print.

Exit codes: 0 all is well, 1 the check found something or the two differ, 2 the command could not be
carried out. What a command needs is loaded when it runs, so that ``--help`` answers at once.
"""

from offinno.cli._main import main
from offinno.cli._shared import CLEAN, FAILED, FOUND, NoSheet

__all__ = ["CLEAN", "FAILED", "FOUND", "NoSheet", "main"]
