"""What a protected file begins with."""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.store.mark import MARK_BYTES, MARK_SIGN, mark_of


def test_it_is_the_first_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    mark = MARK_SIGN.ljust(MARK_BYTES, b"m")
    path.write_bytes(mark + b"the rest")
    assert mark_of(path) == mark


def test_no_other_file_has_a_mark(tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(MARK_SIGN)
    (tmp_path / "text").write_bytes(b"x" * 4096)
    assert [mark_of(tmp_path / name) for name in ("short", "text", "missing", ".")] == [None] * 4
