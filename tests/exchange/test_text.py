"""Bytes to lines: any encoding, any line end, any size of block."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.exchange import text as text_module
from otnet_desktop.exchange.text import Lines, encoding_of, split_lines


def lines(data: bytes) -> list[str]:
    return [line for batch in Lines(io.BytesIO(data)).batches() for line in batch]


@pytest.mark.parametrize("block", [1, 2, 3, 5, 1 << 20])
@given(parts=st.lists(st.sampled_from(["a", "\r", "\n", "\r\n", "ü", "", "bc"]), max_size=12))
def test_blocks_do_not_matter(block: int, parts: list[str]) -> None:
    data = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_module, "BLOCK", block)
        assert lines(data.encode()) == split_lines(data)


def test_one_odd_line_does_not_spoil_the_others() -> None:
    data = "Zoë\n".encode() + "Jörg\n".encode("cp1252") + b"\x81\n"
    found = Lines(io.BytesIO(data))
    assert [line for batch in found.batches() for line in batch] == ["Zoë", "Jörg", "\x81"]
    assert found.mended == 2


def test_only_line_ends_end_a_line() -> None:
    assert lines("a\u2028b\x0bc\x85d\ne".encode()) == ["a\u2028b\x0bc\x85d", "e"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_without_a_mark(encoding: str) -> None:
    assert encoding_of("First Name,Last Name".encode(encoding)) == encoding


def test_zeros_that_fill_up_a_file_are_no_text() -> None:
    assert [line for batch in Lines(io.BytesIO(b"Zoe\0 Lee\r\nBo\n\0\0\0\0")).batches() for line in batch] == [
        "Zoe Lee",
        "Bo",
    ]


def test_one_zero_makes_no_wide_file() -> None:
    assert encoding_of(b"BEGIN:VCARD\r\nFN:Zoe\0\r\nEND:VCARD\r\n") == "utf-8"
    assert encoding_of("Имя;Почта\nМария;м@х\n".encode("utf-16-le")) == "utf-16-le"
