"""What is taken away leaves nothing where it lay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from otnet_desktop.store import overwriting
from otnet_desktop.store.overwriting import supplant, take_away, take_folder_away

SECRET = b"Renata Canary " * 200_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(SECRET)
    return path


def test_what_is_removed_was_written_over_first(file: Path) -> None:
    with file.open("rb") as still_open:
        take_away(file)
        assert still_open.read() == bytes(len(SECRET))
    assert not file.exists()
    take_away(file)


def test_a_link_goes_and_what_it_leads_to_stays(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    take_away(link)
    assert not link.is_symlink()
    assert file.read_bytes() == SECRET


def test_a_folder_goes_with_everything_in_it(tmp_path: Path) -> None:
    inside = tmp_path / "folder" / "deep"
    inside.mkdir(parents=True)
    (inside / "file").write_bytes(SECRET)
    with (inside / "file").open("rb") as still_open:
        take_folder_away(tmp_path / "folder")
        assert still_open.read() == bytes(len(SECRET))
    assert not (tmp_path / "folder").exists()


def test_one_file_takes_the_place_of_another(file: Path) -> None:
    ready = file.with_name("ready")
    ready.write_bytes(b"new")
    with file.open("rb") as still_open:
        supplant(ready, file)
        assert still_open.read() == bytes(len(SECRET))
    assert file.read_bytes() == b"new"
    assert not ready.exists()


def test_nothing_is_written_over_before_the_new_name_is_on_the_disk(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def look(_folder: Path) -> None:
        seen.append(os.pread(old, len(SECRET), 0))

    monkeypatch.setattr(overwriting, "flush_folder", look)
    file.with_name("ready").write_bytes(b"new")
    old = os.open(file, os.O_RDONLY)
    supplant(file.with_name("ready"), file)
    assert seen == [SECRET]
    assert os.pread(old, len(SECRET), 0) == bytes(len(SECRET))
    os.close(old)


def test_where_nothing_was_a_file_just_moves(tmp_path: Path) -> None:
    (tmp_path / "ready").write_bytes(b"new")
    supplant(tmp_path / "ready", tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"new"
