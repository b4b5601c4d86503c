"""One running copy for each folder, in real processes. Fifty at once: ``tests/campaigns``."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket

from otnet_desktop.app.doorbell import Doorbell
from otnet_desktop.app.instance import FolderLock, address, enter
from otnet_desktop.domain.errors import DataUnavailable
from tests.app.copies import ROOT, Copies


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[Copies]:
    with Copies(tmp_path) as made:
        yield made


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[FolderLock]:
    made = FolderLock(tmp_path)
    yield made
    made.release()


def test_the_second_start_hands_its_files_over_and_leaves(copies: Copies, tmp_path: Path) -> None:
    first = copies.start()
    assert first.line() == "first"
    second = copies.start(str(tmp_path / "contacts.vcf"), "relative.vcf")
    assert second.line() == "handed over"
    assert second.status() == 0
    assert first.line() == f"rung {tmp_path / 'contacts.vcf'} {ROOT / 'relative.vcf'}"


def test_starts_at_the_same_moment_have_one_winner(copies: Copies) -> None:
    outcome = copies.race(6)
    assert outcome.winners == 1
    assert outcome.handed_over == 5
    assert outcome.rung == 5
    assert outcome.statuses == {0}


def test_after_a_kill_the_next_start_needs_no_help(copies: Copies) -> None:
    first = copies.start()
    assert first.line() == "first"
    first.send(signal.SIGKILL)
    next_one = copies.start()
    assert next_one.line() == "first"
    assert copies.start().line() == "handed over"  # what the killed one left does not keep it from listening


def test_a_frozen_first_copy_is_named(copies: Copies, tmp_path: Path) -> None:
    first = copies.start()
    assert first.line() == "first"
    first.send(signal.SIGSTOP)
    with pytest.raises(DataUnavailable, match="does not answer") as caught:
        enter(FolderLock(tmp_path), address(tmp_path, tmp_path), [], patience=0.3)
    assert str(first.pid) in caught.value.hint
    first.send(signal.SIGCONT)


def test_a_lock_is_free_again_after_release(lock: FolderLock, tmp_path: Path) -> None:
    other = FolderLock(tmp_path)
    assert lock.acquire()
    assert lock.holder() == str(os.getpid())
    assert not other.acquire()
    lock.release()
    assert other.acquire()
    other.release()


def test_who_waits_for_a_closing_copy_becomes_the_first(lock: FolderLock, tmp_path: Path) -> None:
    held = FolderLock(tmp_path)
    assert held.acquire()
    closing = threading.Timer(0.1, held.release)
    closing.start()
    assert enter(lock, address(tmp_path, tmp_path), [], patience=30)
    closing.join()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no folder")
def test_the_address_is_private_and_fits_a_socket(tmp_path: Path) -> None:
    private, shared, long = tmp_path / "private", tmp_path / "shared", tmp_path / ("deep" * 30)
    for runtime, mode in ((private, 0o700), (shared, 0o777), (long, 0o700)):
        runtime.mkdir()
        runtime.chmod(mode)
    assert Path(address(tmp_path, private)).parent == private
    for runtime in (shared, long, tmp_path / "not there"):
        assert Path(address(tmp_path, runtime)).parent == tmp_path


def test_each_folder_has_one_address_by_whatever_name(tmp_path: Path) -> None:
    one, another, link = tmp_path / "one", tmp_path / "another", tmp_path / "link"
    one.mkdir()
    another.mkdir()
    link.symlink_to(one)
    assert address(one, tmp_path) == address(link, tmp_path) == address(tmp_path / "another" / ".." / "one", tmp_path)
    assert address(one, tmp_path) != address(another, tmp_path)


@pytest.mark.parametrize("message", [b"nonsense\n", b"[]\n", b'{"open": 7}\n', b"{}\n"])
def test_what_the_doorbell_does_not_understand_is_not_answered(
    message: bytes, qapp: QCoreApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[list[Path]] = []
    doorbell = Doorbell(str(tmp_path / "b"))
    doorbell.rung.connect(heard.append)
    assert doorbell.listen()
    caller = QLocalSocket()
    caller.connectToServer(str(tmp_path / "b"))
    assert caller.waitForConnected(1000)
    caller.write(message)
    caller.flush()
    while caller.state() == QLocalSocket.LocalSocketState.ConnectedState:
        qapp.processEvents()
    assert heard == []
    assert "unknown" in caplog.text
    doorbell.close()


def test_only_the_user_can_ring(qapp: QCoreApplication, tmp_path: Path) -> None:
    where = tmp_path / "b"
    doorbell = Doorbell(str(where))
    assert doorbell.listen()
    assert stat.S_IMODE(where.stat().st_mode) & 0o077 == 0
    doorbell.close()
    assert not where.exists()
