"""Rows of a table out of lines of text. A row with a quotation mark too few costs itself and no other row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from otnet_desktop.exchange.report import Refusal, Rejected, excerpt

LONGEST = 2_000_000
"""Characters of a line; what is longer is no row about a person."""

LINES_IN_VAIN = 100_000
LINES_EARNED = 4
"""Lines that may be read in vain at first, and more for each that is one of a row."""

FEWEST_LINES = 10
"""So many a row may have in any case."""


def read_rows(
    lines: Iterator[str], before: int, width: int, delimiter: str
) -> Iterator[tuple[int, list[str] | Rejected]]:
    """Each row with the number of its first line; ``before`` lines came earlier, and the header has ``width`` cells.

    A cell may hold several lines. Where it would hold what are rows of their own, because its closing mark is missing,
    the line it began in is refused and reading goes on with the very next one.
    """
    csv.field_size_limit(LONGEST)  # of itself it takes no cell as long as a picture or a key is
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter)
    line = before + 1
    while True:
        feed.taken.clear()
        row: list[str] | None
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row = None
        taken = list(feed.taken)
        if row is None or ((len(taken) > 1 or feed.ended) and not is_whole(taken, width, delimiter)):
            feed.patience -= len(taken)
            feed.hand_back(taken[1:])
            reader = csv.reader(feed, delimiter=delimiter)
            yield line, Rejected(line, Refusal.BROKEN_ROW, excerpt(taken[0]))
            line += 1
        else:
            feed.patience += LINES_EARNED * len(taken)
            yield line, row
            line += len(taken)


def is_whole(taken: list[str], width: int, delimiter: str) -> bool:
    """Whether several lines are one row of this many cells, to the letter."""
    try:
        rows = list(csv.reader((line + "\n" for line in taken), delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return len(rows) == 1 and len(rows[0]) == width


class _Feed:
    """The lines, of which some may be handed back. ``taken`` are those of this row; ``ended``: it asked for more.

    ``patience`` is how many lines may still be read in vain: where every row lacks a mark, each would else read on to
    the end of the file.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.ended = False
        self.patience = LINES_IN_VAIN

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= max(self.patience, FEWEST_LINES):
            raise csv.Error
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        if len(line) > LONGEST:
            raise csv.Error
        return line + "\n"

    def hand_back(self, lines: list[str]) -> None:
        """Give these once more."""
        self._again.extendleft(reversed(lines))
        self.ended = False
