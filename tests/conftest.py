"""How hard the property tests look; pytest's ``--hypothesis-profile`` picks another profile.

``quick`` serves every run and takes the same examples each time on a build server, so that a
change is not blamed for a fault that was there before. ``long`` looks for new faults.
"""

import os

from hypothesis import HealthCheck, settings

_SLOW_MACHINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=_SLOW_MACHINE,
)
settings.register_profile(
    "long",
    max_examples=3_000,
    deadline=None,
    derandomize=False,
    print_blob=True,
    suppress_health_check=_SLOW_MACHINE,
)
settings.load_profile("quick")
