"""A plan in a data folder: it reaches nothing else, and waits where nobody can tell which way to go."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.store.changeover import PLAN, Plan, anew, settle
from otnet_desktop.store.mark import MARK_SIGN
from otnet_desktop.store.passport import FILE_NAME, MAGIC


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Plain data with a backup, somewhere among other files."""
    made = tmp_path / "data"
    (made / "backups").mkdir(parents=True)
    (made / FILE_NAME).write_bytes(MAGIC)
    (made / "backups" / "old.db").write_bytes(MAGIC)
    (tmp_path / "thesis.txt").write_text("precious")
    return made


@pytest.mark.parametrize("name", ["..", "backups/..", ".", "", "../thesis.txt", "backups/../../thesis.txt"])
def test_no_plan_reaches_beyond_the_data(folder: Path, name: str) -> None:
    Plan("", removed=[name, "backups/old.db"]).write(folder)
    assert settle(folder)
    assert (folder.parent / "thesis.txt").read_text() == "precious"
    assert {path.name for path in folder.rglob("*")} == {FILE_NAME, "backups"}


def test_where_the_data_cannot_be_read_the_plan_waits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / FILE_NAME).write_bytes(MARK_SIGN + b"k" * 12)
    anew(folder / "backups" / "old.db").write_bytes(b"plain")
    Plan("", replaced=["backups/old.db"]).write(folder)
    really = Path.open

    def refused(path: Path, mode: str = "r", *_rest: object, **_given: object) -> object:
        if path.name == FILE_NAME:
            raise OSError("too many open files")
        return really(path, mode)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        with pytest.raises(OSError, match="too many"):
            settle(folder)
    assert (folder / PLAN).exists()
    assert settle(folder)
    assert (folder / "backups" / "old.db").read_bytes() == MAGIC
    assert not anew(folder / "backups" / "old.db").exists()
