"""What is promised about speed and size, measured as ratios in one run.

Every module of this package but the underscored ones is a benchmark: its function ``results()``
measures and returns :class:`~benchmarks._result.Result` objects. ``python -m benchmarks`` runs
each in a process of its own, so that one never works on the heap that another filled, prints a
table, and fails when a bound is missed.
"""
