"""Files as a stranger may send them: hostile names of files, hostile cells, rows that are refused.

Public: ``write_files(folder, names) -> list[Path]``.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROWS = 40


def write_files(folder: Path, names: Iterator[str]) -> list[Path]:
    """A table, cards with a broken one, and an archive with both and with what is left alone."""
    folder.mkdir()
    table, cards, packed = (folder / f"{_a_file_name(next(names))}.{end}" for end in ("csv", "vcf", "zip"))
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["First Name", "Last Name", "Company", "Position", "Notes", "E-mail", next(names)])
        rows.writerows(list(islice(names, 7)) for _ in range(ROWS))
    lines = []
    for _ in range(ROWS):
        said = [" ".join(next(names).split()) for _ in range(4)]
        lines += ["BEGIN:VCARD", "VERSION:3.0", f"FN:{said[0]}", f"ORG:{said[1]}", f"NOTE:{said[2]}", f"X-A:{said[3]}"]
        lines += ["PHOTO;VALUE=uri:http://127.0.0.1:9/x.png", "END:VCARD"]
    broken = " ".join(next(names).split())
    cards.write_text("\r\n".join([*lines, "BEGIN:VCARD", f"{broken}", "END:VCARD", ""]), "utf-8", "replace")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(table, f"../../{table.name}")
        archive.write(cards, f"C:\\{cards.name}")
        archive.writestr(f"/{_a_file_name(next(names))}.txt", "x")
    return [table, cards, packed]


def _a_file_name(name: str) -> str:
    return name.replace("/", "_").replace("\0", "")[:80]
