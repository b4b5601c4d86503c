"""Lines of text out of bytes: which encoding it is is found from the content, and one odd line never spoils a file.

UTF-8 (with or without BOM), UTF-16 and UTF-32 are recognised; a line that is not UTF-8 is mended by itself, in the
older encoding in which the first such lines read best. Lines end with LF, CRLF or CR.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import AnyStr, BinaryIO

BLOCK = 1 << 20
"""Bytes read at a time: a file of any size needs little more memory than its longest line."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(start: bytes) -> str:
    """The encoding a file starts in: by its byte order mark, by zero bytes in every second place, else UTF-8."""
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    sample = start[:512]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    is_half_zero = even + odd >= len(sample) // 4
    wide_ends = sample.count(b"\n\0") + sample.count(b"\0\n")
    is_wide = wide_ends >= sample.count(b"\n")  # a zero somewhere does not make every line end a wide one
    is_one_sided = is_wide and not (even and odd) and even + odd >= len(sample) // 32  # Cyrillic: only in its signs
    if len(sample) >= 4 and (is_half_zero or is_one_sided) and even + odd:
        if odd > 4 * even:
            return "utf-16-le"
        if even > 4 * odd:
            return "utf-16-be"
    return "utf-8"


def mend(line: bytes, encoding: str = "cp1252") -> str:
    """A line that is not UTF-8, in an older encoding (holes of Windows-1252 as the control characters they are)."""
    from otnet_desktop.exchange.older_encodings import decoded

    return decoded(line, encoding)


def split_lines(text: str) -> list[str]:
    """Split at LF, CRLF, CR and the CRCRLF of doubly converted files (``str.splitlines`` also splits at U+2028).

    Zeros, with which some programs fill up a file, say nothing and go.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


class Lines:
    """The lines of a binary stream, a batch at a time. ``mended`` counts the lines that were not what they said.

    ``mend`` reads such a line, in the ``older`` encoding that was told or found.
    """

    def __init__(self, stream: BinaryIO, mend: Callable[[bytes, str], str] = mend, older: str = "") -> None:
        self._stream = stream
        self._mend = mend
        self.encoding = "utf-8"
        self.older = older
        self.mended = 0

    def batches(self) -> Iterator[list[str]]:
        """Lists of lines without their line ends, in order; together they are the file."""
        first = self._stream.read(BLOCK)
        self.encoding = encoding_of(first)
        if self.encoding == "utf-8":
            for part in _whole_lines(self._blocks(first.removeprefix(codecs.BOM_UTF8)), b"\n", b"\r", b""):
                yield self._decode(part)
        else:
            for text in _whole_lines(self._wide(first), "\n", "\r", ""):
                yield split_lines(text)

    def _blocks(self, block: bytes) -> Iterator[bytes]:
        while block:
            yield block
            block = self._stream.read(BLOCK)

    def _wide(self, block: bytes) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.encoding)(errors="replace")
        for part in self._blocks(block):
            yield decoder.decode(part)
        yield decoder.decode(b"", final=True)

    def _decode(self, part: bytes) -> list[str]:
        try:
            return split_lines(part.decode("utf-8"))
        except UnicodeDecodeError:
            # One character for each byte: the lines are the same whatever the characters are.
            lines = [line.encode("latin-1") for line in split_lines(part.decode("latin-1"))]
            self.older = self.older or _older(lines)
            return list(map(self._line, lines))

    def _line(self, line: bytes) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.mended += 1
            return self._mend(line, self.older or "cp1252")


def _older(lines: list[bytes]) -> str:
    """The encoding of those lines that are not UTF-8; none where each of them names its own."""
    from otnet_desktop.exchange.older_encodings import SAMPLE, older_encoding

    sample = bytearray()
    for line in lines:
        if not _is_utf8(line) and b";CHARSET=" not in line.upper():
            sample += line + b"\n"
        if len(sample) >= SAMPLE:
            break
    return older_encoding(bytes(sample)) if sample else ""


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _whole_lines(blocks: Iterator[AnyStr], lf: AnyStr, cr: AnyStr, nothing: AnyStr) -> Iterator[AnyStr]:
    """The same text, cut only after line ends; linear for endless lines too."""
    waiting: list[AnyStr] = []
    for block in blocks:
        # A CR at the very end may be the first half of a line end.
        end = max(block.rfind(lf), block.rstrip(cr).rfind(cr)) + 1
        if end:
            waiting.append(block[:end])
            yield nothing.join(waiting)
            waiting = [block[end:]]
        else:
            waiting.append(block)
    if rest := nothing.join(waiting):
        yield rest
