"""Where things are kept. The only place that knows the user's folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.domain.sentences import sentence

if TYPE_CHECKING:
    import argparse

APPLICATION = "otnet-desktop"
SAMPLE = "sample"


def data_folder(asked_for: str | None) -> Path:
    """The folder asked for, else ``OTNET_DATA_DIR``, else the user data folder of this system."""
    named = asked_for or os.environ.get("OTNET_DATA_DIR")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def sample_folder(data: Path) -> Path:
    """The sample network has a file of its own and never mixes with real data."""
    return data / SAMPLE


def folder_for(given: argparse.Namespace) -> Path:
    """The folder the window is about, made where it is missing. Raises DataUnavailable."""
    folder = data_folder(given.data_dir)
    make_folder(folder)
    if given.sample:
        folder = sample_folder(folder)
        make_folder(folder)
    return folder


def make_folder(folder: Path) -> None:
    """The data folder, readable by its owner alone. Raises DataUnavailable."""
    try:
        if not folder.is_dir():
            from otnet_desktop.store.private_files import make_folder as make_anew

            make_anew(folder)
    except OSError as error:
        raise DataUnavailable(
            sentence("The data folder {folder} cannot be used ({why}).", folder=folder, why=error.strerror or error),
            "Choose another folder with --data-dir.",
        ) from error


def runtime_folder() -> Path:
    """Where this user's sockets belong."""
    import tempfile

    return Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
