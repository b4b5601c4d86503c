"""The folders of the window: private from the first moment, the one around the sample as well."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from otnet_desktop.app.paths import folder_for
from otnet_desktop.domain.errors import DataUnavailable


def test_both_folders_of_the_sample_are_private(tmp_path: Path) -> None:
    folder = folder_for(argparse.Namespace(data_dir=str(tmp_path / "data"), sample=True))
    assert folder == tmp_path / "data" / "sample"
    assert [path.stat().st_mode & 0o777 for path in (folder, folder.parent)] == [0o700, 0o700]


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(DataUnavailable, match="cannot be used"):
        folder_for(argparse.Namespace(data_dir=str(tmp_path / "data"), sample=False))
