"""Which acts are one event: candidates compared feature by feature and brought together.

To add a point of comparison: a field of ``features.Features`` and a function in ``similarity`` that weighs it.
"""
