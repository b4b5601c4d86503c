"""A store of its own for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from otnet_desktop.store.store import Store


@pytest.fixture(scope="session")
def empty_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as it is made at the first start, to be copied."""
    folder = tmp_path_factory.mktemp("empty") / "data"
    Store.open(folder).close()
    return folder


@pytest.fixture
def store(empty_data: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty data folder, open."""
    opened = Store.open(shutil.copytree(empty_data, tmp_path / "data"))
    yield opened
    opened.close()
