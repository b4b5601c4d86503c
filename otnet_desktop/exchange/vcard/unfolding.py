"""Logical lines: folded lines in one piece again, quoted-printable and base64 values that run on included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import BinaryIO

from otnet_desktop.exchange.text import Lines, mend
from otnet_desktop.exchange.vcard.values import decode

_CHARSET = re.compile(rb";CHARSET=\"?([A-Za-z0-9_.-]+)", re.IGNORECASE)
_QUOTED_HEAD = re.compile(r"[^:]*;(?:ENCODING=)?(?:Q|QUOTED-PRINTABLE)(?:;[^:]*)?:", re.IGNORECASE)
_BASE64_HEAD = re.compile(r"[^:]*;(?:ENCODING=)?(?:B|BASE64)(?:;[^:]*)?:", re.IGNORECASE)
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/]+={0,2}\s*")
_MARKS = ("BEGIN:", "END:VC")
_OPENING = "BEGIN:VCARD"
_HOLLOW = frozenset(
    spelled
    for line in (_OPENING, "END:VCARD", "AGENT:", "VERSION:2.1", "VERSION:3.0", "VERSION:4.0", "")
    for spelled in (line, line.lower())
)
"""Lines of cards that say nothing."""


class LogicalLines:
    """The content lines of a stream with the number of their first line; blank ones are left out.

    While ``skipping`` is set, everything is passed over up to the next line that opens or closes a card. While
    ``hollow`` is set, so are cards that say nothing; ``passed`` counts their lines from ``first_passed`` on. ``read``
    counts the lines of the batches so far.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = Lines(stream, mend=_mend)
        self.skipping = False
        self.hollow = False
        self.passed = self.first_passed = 0
        self.read = 0

    @property
    def mended(self) -> int:
        """Lines that were not UTF-8."""
        return self._lines.mended

    @property
    def older(self) -> str:
        """The encoding they were read in."""
        return self._lines.older

    def batches(self) -> Iterator[list[tuple[int, str]]]:
        """Pairs of (line number, line in one piece), a list at a time."""
        start = 0
        pending = ""
        more: list[str] = []
        for batch in self._even(self._lines.batches()):
            whole: list[tuple[int, str]] = []
            number = self.read
            if self.skipping:
                pending, more = "", []
                skipped = self._skipped(batch)
                number += skipped
                del batch[:skipped]
            elif self.hollow and not more and pending in _HOLLOW:
                passed = _said_nothing(batch)
                self.first_passed = self.first_passed or number + 1
                self.passed += passed
                number += passed
                del batch[:passed]
            for line in batch:
                number += 1
                first = line[:1]
                if pending:
                    if first in {" ", "\t"}:
                        more.append(line[1:])
                        continue
                    if first and (":" not in line or (more[-1] if more else pending)[-1:] == "="):
                        longer = _run_on(pending, more, line)
                        if longer is not None:
                            pending = longer
                            continue
                    whole.append((start, pending + "".join(more) if more else pending))
                    more = []
                pending, start = line, number
            self.read = number
            yield whole
        if pending:
            yield [(start, pending + "".join(more))]

    def _even(self, batches: Iterator[list[str]]) -> Iterator[list[str]]:
        """The lines; of a file that is indented as a whole, without what is before the first of them."""
        first = next(batches, [])
        opening = next((line for line in first if line.strip()), "")
        indent = opening[: len(opening) - len(opening.lstrip())] if opening.strip().upper() == _OPENING else ""
        for batch in chain((first,), batches):
            yield [line.removeprefix(indent) for line in batch] if indent else batch

    def _skipped(self, batch: list[str]) -> int:
        """How many lines of the batch to pass over."""
        for index, line in enumerate(batch):
            if line[:6].upper() in _MARKS:
                self.skipping = False
                return index
        return len(batch)


def _said_nothing(batch: list[str]) -> int:
    """How many lines at the start belong to cards that say nothing; the last card to open may still say something."""
    run = sum(1 for _ in takewhile(_HOLLOW.__contains__, batch))
    while run and batch[run - 1].upper() != _OPENING:
        run -= 1
    return max(run - 1, 0)


def _run_on(pending: str, more: list[str], line: str) -> str | None:
    """Take in a line that goes on with a value which vCard 2.1 breaks without a sign on the next line.

    Returns what is pending then, or None if the line begins something new. The "=" before a soft line break of
    quoted-printable goes; base64 may end with "=" as well, and keeps it.
    """
    if (more[-1] if more else pending)[-1:] == "=" and _QUOTED_HEAD.match(pending):
        if more:
            more[-1] = more[-1][:-1]
        else:
            pending = pending[:-1]
    elif ":" in line or not _BASE64_LINE.fullmatch(line) or not _BASE64_HEAD.match(pending):
        return None
    more.append(line)
    return pending


def _mend(line: bytes, older: str) -> str:
    """A line that is not UTF-8, in the charset its own head names."""
    charset = _CHARSET.search(line)
    return decode(line, charset[1].decode("ascii")) if charset else mend(line, older)
