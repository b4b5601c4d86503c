"""Pictures in cards: what is too large to carry along is left out, and that is said."""

from __future__ import annotations

import io
from base64 import b64encode

import pytest

from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming
from otnet_desktop.exchange.vcard import pictures


def read(photo: bytes, head: str) -> Incoming:
    card = f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Ek\r\n{head}{b64encode(photo).decode()}\r\nNOTE:Kind\r\nEND:VCARD\r\n"
    (entry,) = read_people(io.BytesIO(card.encode()))
    assert isinstance(entry, Incoming)
    return entry


@pytest.mark.parametrize("head", ["PHOTO:data:image/jpeg;base64,", "PHOTO;ENCODING=b;TYPE=JPEG:"])
def test_a_photo_of_many_megabytes_is_left_out_and_that_is_said(head: str) -> None:
    entry = read(bytes(50_000_000), head)
    assert (entry.profile.full_name, entry.profile.note) == ("Ann Ek", "Kind")
    assert entry.profile.photo == b""
    assert sum(map(len, entry.profile.foreign)) < 1_000
    assert [(said.line, said.text) for said in entry.warnings] == [(4, "Too large to keep (50 MB) and left out: PHOTO")]


@pytest.mark.parametrize("more", [0, 4])
def test_only_beyond_the_limit(monkeypatch: pytest.MonkeyPatch, more: int) -> None:
    photo = b"\xff\xd8\xff" * 100
    head = "PHOTO;ENCODING=b;TYPE=JPEG:"
    monkeypatch.setattr(pictures, "HEAVIEST", 400 - more)
    assert read(photo, head).profile.photo == (b"" if more else photo)
