"""Which tests ``python3 -m tests`` runs: those that are named, and all of a kind where none are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.__main__ import main

ONE = "tests/campaigns/test_kill.py"


@pytest.mark.parametrize(
    ("asked", "run"),
    [
        (["campaigns"], ["tests/campaigns"]),
        (["campaigns", "-x"], ["tests/campaigns"]),
        (["campaigns", ONE], [ONE]),
        (["campaigns", "-s", f"{ONE}::test_a"], [f"{ONE}::test_a"]),
        ([ONE], [ONE]),
    ],
)
def test_only_the_tests_that_are_named_run(asked: list[str], run: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(pytest, "main", given.append)
    monkeypatch.chdir(Path.cwd())  # and back afterwards
    main(asked)
    (arguments,) = given
    assert [word for word in arguments if word.startswith("tests/")] == run
