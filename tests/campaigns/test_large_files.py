"""Files no address book has: endless lines, a million columns, marks that never close. Answered in five seconds."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from otnet_desktop.exchange.containers import sources
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming, Rejected

HEADER = b"Name,Email\n"
FILES = {
    "a million columns": b"Name,Email," + b"c," * 1_000_000 + b"\nAna,a@b.example\n",
    "a million cells": HEADER + b"Ana,a@b.example" + b",x" * 1_000_000 + b"\n",
    "one line of 50 MB": HEADER + b"x" * 50_000_000,
    "50 MB of commas": HEADER + b"," * 50_000_000,
    "20 MB of quotation marks": HEADER + b'"' * 20_000_000,
    "a mark that never closes": HEADER + b'"' + (b"x" * 99 + b"\n") * 100_000,
    "marks that never close": HEADER + (b'a,"b' + b"x" * 95 + b"\n") * 100_000,
    "a photo of 20 MB": b"Name,Photo,Labels\nAna," + b"A" * 20_000_000 + b",\n",
    "an LDIF line of 50 MB": b"dn: cn=Ana\ncn: Ana\ndescription: " + b"x" * 50_000_000 + b"\n",
    "an LDIF line in 5 million pieces": b"dn: cn=Ana\ncn: Ana\ndescription:" + b" x\n" * 5_000_000,
    "an LDIF record without an end": b"dn: cn=Ana\n" + b"cn: Ana\n" * 5_000_000,
    "zeros": HEADER + bytes(20_000_000),
    "letters of no language": HEADER + bytes(range(128, 256)) * 200_000,
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_answered_in_five_seconds(name: str) -> None:
    start = time.process_time()
    found = list(read_people(io.BytesIO(FILES[name])))
    assert time.process_time() - start < 5
    assert any(isinstance(entry, (Incoming, Rejected)) for entry in found)


def test_fifty_megabytes_of_people_need_little_memory() -> None:
    row = b"Ana Lee,ana.lee@mill.example" + b" " * 970 + b"\n"
    file = io.BytesIO(HEADER + row * 50_000)
    tracemalloc.start()
    assert sum(isinstance(entry, Incoming) for entry in read_people(file)) == 50_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50_000_000


def test_what_unpacks_to_fill_a_disk_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"{number}.csv", HEADER + b"," * 290_000_000)
    start = time.process_time()
    assert all(source.refusal for source in sources([path]))
    assert time.process_time() - start < 1
