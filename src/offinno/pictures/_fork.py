"""What a forked process must not inherit: locks that another thread held, and another's child."""

import os
from collections.abc import Callable


def after_fork(renew: Callable[[], None]) -> None:
    """Call *renew* in every process that is forked from this one, where there is forking."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=renew)


def before_fork(rest: Callable[[], None]) -> None:
    """Call *rest* whenever this process is about to be forked, where there is forking."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=rest)
