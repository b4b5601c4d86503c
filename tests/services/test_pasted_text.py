"""Text files are read whatever they are written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.services.pasted_text import is_text, text_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes("Élodie runs a garden.\nShe trained in Köln.".encode(encoding))
    assert text_of(str(file)).split("\n") == ["Élodie runs a garden.", "She trained in Köln."]


def test_a_file_that_is_gone_is_said_calmly(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"gone\.txt cannot be read"):
        text_of(str(tmp_path / "gone.txt"))


def test_text_is_known_by_its_name() -> None:
    assert is_text("/a/Page.MD")
    assert is_text("notes.txt")
    assert not is_text("people.vcf")


def test_a_list_of_addresses_is_no_text_to_lift_from(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("Ana Lee <ana@mill.example>\n")
    assert not is_text(str(file))
    file.write_text("Ana Lee writes from <ana@mill.example> and about gardens.\n")
    assert is_text(str(file))
