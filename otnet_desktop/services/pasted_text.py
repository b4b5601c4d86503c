"""Text of a file somebody lets go on the window, to lift key points out of."""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.containers import kind_of
from otnet_desktop.exchange.recognise import FileFormat
from otnet_desktop.exchange.text import encoding_of, mend

ENDINGS = frozenset({".txt", ".md", ".markdown", ".text"})
MOST_BYTES = 4_000_000
"""A longer text is a book; its beginning is read."""


def is_text(path: str) -> bool:
    """Whether a file is plain text by its name, and no list of addresses, which is brought in."""
    return Path(path).suffix.lower() in ENDINGS and kind_of(Path(path)) is not FileFormat.ADDRESSES


def text_of(path: str) -> str:
    """What stands in the file, in whatever encoding. Raises BadInput where it cannot be read."""
    try:
        with Path(path).open("rb") as opened:
            read = opened.read(MOST_BYTES)
    except OSError as error:
        raise BadInput(
            sentence("{file} cannot be read.", file=Path(path).name), "Copy its text, and paste it instead."
        ) from error
    try:
        return read.decode(encoding_of(read)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return "\n".join(mend(line) for line in read.splitlines())
