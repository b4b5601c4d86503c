"""The start without a command: a word that is neither a command nor a file, and files where no window can open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.terminal import Terminal


@pytest.fixture
def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("peple", "Did you mean `people`?"), ("imprt", "Did you mean `import`?"), ("xyzzy", "`otnet-desktop --help`")],
)
def test_a_mistyped_command_is_wrong_usage(terminal: Terminal, tmp_path: Path, typed: str, hint: str) -> None:
    said = terminal(typed)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(f"There is no command and no file called '{typed}'. {hint}")
    assert not (tmp_path / "data").exists()


@pytest.mark.usefixtures("without_display")
def test_files_without_a_display_are_told_the_way_in(sample: Terminal, tmp_path: Path) -> None:
    (tmp_path / "contacts.vcf").touch()
    said = sample(str(tmp_path / "contacts.vcf"))
    assert (said.status, said.err.count("\n")) == (0, 1)
    assert "`otnet-desktop import FILE` brings files in; `otnet-desktop tour --out DIR`" in said.err
    assert "import FILE" not in sample().err
    assert said.out == sample("due").out
