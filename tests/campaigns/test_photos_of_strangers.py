"""Photos that would fill the memory, run, or ask elsewhere, in cards of strangers: kept as bytes, drawn by nobody."""

from __future__ import annotations

import os
import struct
import time
import zlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.services.exporting import VCARD_4
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.exchange.import_page import ImportPage
from tests.campaigns.elsewhere import Elsewhere
from tests.ui.conftest import _dressed, bridge, clock, intents, theme, workspace
from tests.ui.real_window import real_window

__all__ = ["_dressed", "bridge", "clock", "intents", "theme", "workspace"]

WIDE = 60_000
"""Pixels each way: 14 GB when somebody draws it."""
SECONDS, MEMORY = 5, 150_000_000


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png() -> bytes:
    rows = zlib.compress(bytes(10_000_000), 9)
    head = struct.pack(">IIBBBBB", WIDE, WIDE, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def bombs(file: str, address: str) -> dict[str, bytes]:
    """By the name of their kind."""
    image = f'<image xlink:href="{file}"/><image href="{address}"/><script href="{address}"/>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return {
        "png": _png(),
        "gif": b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0xF7, 0, 0) + bytes(768) + b";",
        "tiff": b"II*\0" + struct.pack("<IHHHII", 8, 1, 256, 4, 1, 0x7FFFFFFF),
        "jpeg": b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 65500, 65500) + b"\x03" + bytes(9) + b"\xff\xd9",
        "jp2": b"\0\0\0\x0cjP  \r\n\x87\n" + struct.pack(">I4sII", 22, b"ihdr", 0xFFFFFFF, 0xFFFFFFF),
        "webp": b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff",
        "bmp": b"BM" + struct.pack("<IIIIiiHH", 54, 0, 54, 40, 2_000_000_000, 2_000_000_000, 1, 32),
        "svg": f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]><svg>&l9;{image}</svg>'.encode(),
    }


def card(name: str, photo: str) -> str:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:;{name};;;\r\n{photo}\r\nEND:VCARD\r\n"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    made = Elsewhere(tmp_path)
    yield made
    made.close()


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_photos_are_kept_and_never_drawn_or_fetched(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    address = f"http://127.0.0.1:{elsewhere.server.getsockname()[1]}/x.png"
    photos = bombs(elsewhere.file.as_uri(), address)
    cards = [card(name, f"PHOTO;ENCODING=b;TYPE={name}:{b64encode(data).decode()}") for name, data in photos.items()]
    for number, uri in enumerate((address, elsewhere.file.as_uri(), str(elsewhere.file), f"//{address[7:]}")):
        cards += [card(f"far{number}", f"PHOTO;VALUE=uri:{uri}"), card(f"away{number}", f"PHOTO:{uri}")]
    file = tmp_path / "cards.vcf"
    file.write_text("".join(cards), "utf-8")
    with real_window(qtbot, workspace, tmp_path) as real:
        begun, before = time.process_time(), resident()
        real.window.intents.import_wanted.emit([str(file)])
        real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))
        page = real.window.asides.shown
        assert isinstance(page, ImportPage)
        page.accept_button.click()
        real.wait(lambda: real.window.asides.shown is None)
        people = workspace.store.people.many(workspace.store.people.everyone())
        for person in people:
            real.window.show_person(person.id)
            qtbot.waitExposed(real.window)
            real.window.grab()
        took, grown = time.process_time() - begun, resident() - before
        print(f"{len(people)} photos: {took:.1f} s, {grown / 1e6:.0f} MB more")
    known = {person.profile.given: person.profile.photo for person in people}
    assert {name: known[name] for name in photos} == photos
    assert not any(photo for name, photo in known.items() if name not in photos)
    assert took < SECONDS
    assert grown < MEMORY
    workspace.exporting.write(VCARD_4, tmp_path / "out.vcf")
    out = (tmp_path / "out.vcf").read_text("utf-8").replace("\n ", "")
    assert all(b64encode(data).decode() in out for data in photos.values())
    assert not elsewhere.was_read()
    assert not elsewhere.was_asked()
