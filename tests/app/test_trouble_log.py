"""The log stays small, is for its owner's eyes, and is never the next trouble."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from otnet_desktop.app.trouble_log import EARLIER, FILE_NAME, LARGEST, TroubleLog

NOW = datetime(2026, 3, 18, 14, tzinfo=UTC)


def test_a_full_log_becomes_the_earlier_one(tmp_path: Path) -> None:
    log = TroubleLog(tmp_path)
    for number in range(6):
        log.write(NOW, f"{number}" * (LARGEST * 2 // 3))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((FILE_NAME, EARLIER))
    assert all(path.stat().st_size < 2 * LARGEST for path in tmp_path.iterdir())
    assert (tmp_path / FILE_NAME).read_text().endswith("5\n\n")


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch(0o644)
    (tmp_path / FILE_NAME).chmod(0o644)
    TroubleLog(tmp_path).write(NOW, "fresh \udcff")
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="links of that kind")
def test_a_link_in_its_place_is_not_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "elsewhere").touch()
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "elsewhere")
    TroubleLog(tmp_path).write(NOW, "fresh")
    assert (tmp_path / "elsewhere").read_text() == ""
    assert str(tmp_path) not in capsys.readouterr().err


def test_it_may_be_out_of_reach(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    TroubleLog(tmp_path / "nowhere").write(NOW, "lost")
    assert "cannot be written (No such file or directory)" in capsys.readouterr().err
