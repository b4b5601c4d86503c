"""A folder for a moment: gone afterwards, also where the machine stopped."""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.store.passing import clear_left, passing_folder
from otnet_desktop.store.store import Store

SECRET = b"Renata Canary"


def test_what_was_in_it_is_written_over(tmp_path: Path) -> None:
    with passing_folder(tmp_path) as folder:
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "copy").write_bytes(SECRET)
        still_open = (folder / "copy").open("rb")
    with still_open:
        assert still_open.read() == bytes(len(SECRET))
    assert not folder.exists()


def test_the_next_start_takes_away_what_was_left_and_nothing_that_is_held(tmp_path: Path) -> None:
    left = tmp_path / ".otnet-left"
    left.mkdir()
    (left / "copy").write_bytes(SECRET)
    with passing_folder(tmp_path) as held:
        Store.open(tmp_path).close()
        assert held.exists()
    assert not left.exists()


def test_what_is_no_folder_of_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / ".otnet-a.part").mkdir()
    (tmp_path / ".otnet-link").symlink_to(tmp_path / "kept")
    clear_left(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"kept", ".otnet-a.part", ".otnet-link"}
