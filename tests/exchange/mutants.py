"""Files with something wrong in them: a good file, changed at random places."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.recognise import FileFormat
from otnet_desktop.exchange.report import Incoming, Rejected, Remark
from otnet_desktop.exchange.vcard.outgoing import write_card

HERE = Path(__file__).parent
SEEDS = (
    HERE / "vcard" / "torture.vcf",
    *(HERE / "golden" / name for name in ("ios.vcf", "outlook21.vcf", "contact_v4.vcf", "linkedin_connections.csv")),
    *(HERE / "golden" / name for name in ("google_new.csv", "google_old.csv", "outlook_classic.csv", "people.ldif")),
)
PIECES = [
    b"", b"\0", b"\r", b"\n", b"\r\n ", b":", b";", b",", b"\\", b'"', b"=", b"=0D", b"^n", b"\xff", b"\xed\xa0\x80",
    b"BEGIN:VCARD\n", b"END:VCARD\n", b"VERSION:2.1\n", b"item1.", b"TYPE=", b";ENCODING=QUOTED-PRINTABLE",
    b"\xef\xbb\xbf", b";ENCODING=b", b"AGENT:\n", b"data:image/png;base64,", b"N:", b"FN:", b"ORG:", b"also.",
    b"X-OTNET-COLUMN;NAME=", b"::: ", b"* ", b"\t", b";;", b",,,", b"\n dn: ", b"changetype: ", b":: ", b":< file:///",
    b"0/0/00", b"\xfc", b"\x82\xa0",
]  # fmt: skip
WRONG = (FileFormat.VCARD, FileFormat.CSV, FileFormat.LDIF)
"""Formats somebody may ask for, whatever it is."""


def mutants(count: int, seed: int) -> Iterator[bytes]:
    """Changed files, the same ones for the same seed."""
    chance = random.Random(seed)
    originals = [path.read_bytes() for path in SEEDS]
    for _ in range(count):
        data = chance.choice(originals)
        for _ in range(chance.randint(1, 8)):
            start = chance.randint(0, len(data))
            end = min(len(data), start + chance.choice((0, 0, 1, 2, 20, 200)))
            inserted = chance.choice(PIECES) * chance.choice((1, 1, 1, 3, 40))
            data = data[:start] + inserted + data[end:]
        yield data


def check(data: bytes) -> None:
    """Whatever it is, it is answered in full, and whoever comes in can go out and come in again."""
    for file_format in (None, WRONG[len(data) % len(WRONG)]):
        entries = list(read_people(io.BytesIO(data), file_format))
        assert entries
        for entry in entries:
            assert isinstance(entry, (Incoming, Rejected, Remark))
            if isinstance(entry, Incoming):
                card = write_card(entry.profile, include_private=True)
                (again,) = read_people(io.BytesIO(card.encode()), FileFormat.VCARD)
                assert isinstance(again, Incoming)
                assert again.profile == entry.profile
