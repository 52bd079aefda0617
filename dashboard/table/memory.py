"""Memory that nothing uses any more, given back to the system."""


def give_back() -> None:
    """What Arrow holds of it: after a piece of work on a million rows that is a hundred megabytes."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - only where it is there
    except ImportError:
        return
    pa.default_memory_pool().release_unused()
