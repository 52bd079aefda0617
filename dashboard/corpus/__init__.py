"""Many reports at once: in batches, on one core, on all of them or on a cluster, each batch given back in its order.

What comes out hangs neither on how many hands there are nor on the order in which they are done. A report that kills its
reader is named, and the others are read. To add a kind of hands: a class like ``OnCores`` in a module of its own.
"""

from dashboard.corpus.batches import SIZE, read_many
from dashboard.corpus.cores import OnCores
from dashboard.corpus.here import Here
from dashboard.corpus.reading import Batch, ReadReport, Setup, Source
from dashboard.corpus.version import reader_version

__all__ = [
    "SIZE",
    "Batch",
    "Here",
    "OnCores",
    "ReadReport",
    "Setup",
    "Source",
    "read_many",
    "reader_version",
]
