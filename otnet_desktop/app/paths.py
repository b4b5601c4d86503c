"""Where things are kept. The only place that knows the user's folders."""

from __future__ import annotations

import os
from pathlib import Path

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


def runtime_folder() -> Path:
    """Where this user's sockets belong."""
    import tempfile

    return Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
