"""What holds for every test: a home of its own, no network, no real desktop, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="otnet-tests-"))

# Before anything loads Qt or looks for a folder.
os.environ.update(
    HOME=str(HOME),
    XDG_CACHE_HOME=str(HOME / "cache"),
    XDG_CONFIG_HOME=str(HOME / "config"),
    XDG_DATA_HOME=str(HOME / "data"),
    XDG_STATE_HOME=str(HOME / "state"),
    XDG_RUNTIME_DIR=str(HOME / "run"),
    DBUS_SESSION_BUS_ADDRESS="disabled:",
    LC_ALL="C.UTF-8",
    TZ="UTC",
)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "OTNET_DATA_DIR",
    "XDG_CURRENT_DESKTOP",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
):
    os.environ.pop(name, None)
(HOME / "run").mkdir(mode=0o700)

import hypothesis
import pytest

pytest_plugins = ("tests.house.guards",)

# Quick tests say the same thing twice; campaigns (tests/campaigns/conftest.py) look for what nobody thought of.
hypothesis.settings.register_profile("quick", deadline=None, derandomize=True, max_examples=60, database=None)
hypothesis.settings.register_profile("campaign", deadline=None, max_examples=500, print_blob=True)
hypothesis.settings.load_profile("quick")


def pytest_unconfigure(config: pytest.Config) -> None:
    """The home goes when the last test has."""
    shutil.rmtree(HOME, ignore_errors=True)
