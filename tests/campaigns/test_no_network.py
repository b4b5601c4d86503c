"""A full session of the real window opens no socket but to the desktop itself: names, letters, notes stay here."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from otnet_desktop.store.store import Store
from tests.factories import add_person
from tests.house.source import CHECKOUT

WORDS = 200
"""Typed before the session ends; people are added between them."""
FAMILIES_OF_THE_DESKTOP = {"AF_UNIX"}

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace to look on")


def families(trace: str) -> set[str]:
    return set(re.findall(r"socket\((AF_\w+)", trace))


def watched(out: Path, command: list[str]) -> subprocess.Popen[str]:
    trace = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(out)]
    return subprocess.Popen(
        [*trace, *command],
        cwd=CHECKOUT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def test_a_session_talks_to_nobody(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "trace"
    store = Store.open(data)
    add_person(store, "Ana Lee")
    store.close()
    command = [sys.executable, "-m", "tests.campaigns.typist", "1", "--data-dir", str(data)]
    with watched(out, command) as session:
        assert session.stdout is not None
        told: list[str] = []
        for line in session.stdout:
            told.append(line.split()[0])
            if told.count("typed") >= WORDS and "person" in told:
                break
        os.killpg(session.pid, signal.SIGKILL)
    assert told.count("typed") >= WORDS
    assert families(out.read_text()) <= FAMILIES_OF_THE_DESKTOP


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    out = tmp_path / "trace"
    with watched(out, [sys.executable, "-c", "import socket; socket.socket()"]) as session:
        session.wait()
    assert families(out.read_text()) == {"AF_INET"}
