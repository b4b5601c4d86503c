"""Damaged files: no crash, no silence."""

from __future__ import annotations

import pytest

from tests.exchange.mutants import check, mutants


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_answered(seed: int) -> None:
    for data in mutants(60, seed):
        check(data)
