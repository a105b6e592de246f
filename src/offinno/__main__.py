"""``python -m offinno`` is the command ``offinno``."""

import sys

from offinno.cli import main

if __name__ == "__main__":
    sys.exit(main())
