"""Data folders with so many people, made once and kept outside the checkout as long as the schema stays the same."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from otnet_desktop.store.store import Store
from tests.benchmarks import dataset, dataset_rows, dataset_words

FEW, MANY, VERY_MANY = 10_000, 100_000, 1_000_000
CACHE = Path(tempfile.gettempdir()) / "otnet-benchmarks"
"""Some 2 GB; making it anew takes a quarter of an hour."""


def folder_with(count: int) -> Path:
    """The data of so many people. Nobody may write there; see ``copy_of``."""
    folder = CACHE / edition() / str(count)
    if not folder.exists():
        print(f"making {count:,} people in {folder}", flush=True)
        half_made = folder.with_suffix(".part")
        shutil.rmtree(half_made, ignore_errors=True)
        dataset.fill(half_made, count, brief=count >= VERY_MANY)
        half_made.rename(folder)
    return folder


@contextmanager
def copy_of(count: int) -> Iterator[Path]:
    """A copy on the same disk that may be written to."""
    with tempfile.TemporaryDirectory(dir=CACHE) as place:
        yield Path(shutil.copytree(folder_with(count), Path(place) / "data"))


@cache
def edition() -> str:
    """A name for the schema and for what the people are made of."""
    parts = [Path(str(module.__file__)).read_bytes() for module in (dataset, dataset_rows, dataset_words)]
    with tempfile.TemporaryDirectory() as empty, closing(Store.open(Path(empty))) as store:
        parts += [row[0].encode() for row in store.database.sql("SELECT sql FROM sqlite_master WHERE sql <> ''")]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]
