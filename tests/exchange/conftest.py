"""What the tests of exchange share: files of other programs (where they are at hand) and small conversions."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Files that other programs wrote, next to the checkout."""
    folder = ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("the corpora (../shared/corpora) are not here")
    return folder


@pytest.fixture
def golden() -> Path:
    """Small files in the interchange formats."""
    return GOLDEN
