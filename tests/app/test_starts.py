"""Starts that came to nothing are counted until one of them lives."""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.app.starts import FILE_NAME, Starts


def test_starts_count_until_one_lives(tmp_path: Path) -> None:
    assert [Starts(tmp_path).begin() for _ in range(3)] == [0, 1, 2]
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    Starts(tmp_path).lived()
    assert Starts(tmp_path).begin() == 0


def test_a_start_that_waits_for_somebody_counts_for_nothing(tmp_path: Path) -> None:
    Starts(tmp_path).begin()
    for _ in range(3):
        waiting = Starts(tmp_path)
        assert waiting.begin() == 1
        waiting.wait()
    assert Starts(tmp_path).begin() == 1
    assert Starts(tmp_path).begin() == 2


def test_what_cannot_be_read_or_written_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("many")
    assert Starts(tmp_path).begin() == 0
    nowhere = Starts(tmp_path / "nowhere")
    assert (nowhere.begin(), nowhere.begin()) == (0, 0)
    nowhere.lived()
