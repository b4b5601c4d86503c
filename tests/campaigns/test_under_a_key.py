"""The tests of the store, and of what is built on it, once more with every data file protected by a key.

``OTNET_KEY_TESTS`` names what is run (the store and some services unless told; ``tests/store tests/services`` is all).
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.house.source import CHECKOUT

SOME = "tests/store " + " ".join(
    f"tests/services/test_{name}.py"
    for name in ("bringing_back", "care", "history", "importing", "laid_aside", "merging", "second_place", "trash")
)


def test_a_key_changes_nothing() -> None:
    chosen = os.environ.get("OTNET_KEY_TESTS", SOME).split()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.under_a_key", "-p", "no:cacheprovider", *chosen]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-5_000:]
