"""What is installed only by those who want it: the extras of pyproject.toml, and what to say where one is missing."""

from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Extra:
    """An extra: its ``name`` for pip, the ``use`` it is for, and the ``modules`` that come with it."""

    name: str
    use: str
    modules: tuple[str, ...]

    def lacking(self) -> str:
        """What is missing and what to type, in a few words; empty when all of it is there.

        >>> Extra("maps", "a map", ("nosuchmodule",)).lacking()
        'a map needs nosuchmodule: pip install "conflict-timeline[maps]"'
        """
        missing = [name for name in self.modules if not _imports(name)]
        if not missing:
            return ""
        return f'{self.use} needs {" and ".join(missing)}: pip install "conflict-timeline[{self.name}]"'


PARQUET = Extra("parquet", "Parquet", ("pyarrow",))
IMAGES = Extra("images", "a picture", ("kaleido", "choreographer"))
POSTGRES = Extra("postgres", "PostgreSQL", ("psycopg",))
DOCUMENTS = Extra("documents", "PDF and Word files", ("pypdf", "docx"))
WATCH = Extra("watch", "watching a folder", ("watchfiles",))
GEO = Extra("geo", "a GeoPackage", ("pyogrio",))
STAMPS = Extra("stamps", "a time stamp", ("rfc3161_client", "cryptography"))
CLUSTER = Extra("cluster", "a Dask cluster", ("dask", "distributed"))
EXTRAS = (PARQUET, IMAGES, POSTGRES, DOCUMENTS, WATCH, GEO, STAMPS, CLUSTER)


def _imports(module: str) -> bool:
    """Whether it can be used: a module may be there and yet miss a library of the system."""
    try:
        import_module(module)
    except ImportError:
        return False
    return True
