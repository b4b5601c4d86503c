"""Cards out of a stream, one after the other: tolerant, fast, and every line accounted for.

A card without END is taken as it stands once another begins; what is no property is kept as a stray line. Memory is
bounded whatever the file holds: see ``MOST_LINES`` and ``DEEPEST``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from otnet_desktop.exchange.vcard.card import Card, Ending, Property, Stray
from otnet_desktop.exchange.vcard.heads import Head, Heads
from otnet_desktop.exchange.vcard.unfolding import LogicalLines
from otnet_desktop.exchange.vcard.values import escape, printable

MOST_LINES = 200_000
"""A card with more content lines is given up (checked once a block, so somewhat later)."""

DEEPEST = 100
"""Cards open at the same time; of more, the oldest is taken to have lost its END."""


_AROUND = "\ufeff \t"
_NEXT_BEHIND = re.compile(r"VCARD[\s\ufeff]*BEGIN:VCARD")
"""What is left of the last line of a file without a line end, and the first of the one that was put behind it."""

MOST_HOLLOW = 1000
"""Cards in a row that say nothing; of more, only the number of their lines is told (checked once a block)."""


def read_cards(stream: BinaryIO) -> Iterator[Card | Stray]:
    """Every card in the stream, and every block of lines outside of cards, in order of their ends."""
    return iter(CardReader(stream))


@dataclass(slots=True)
class _Open:
    """A card that has begun. ``lines_before`` is how many properties it had when another card began inside."""

    card: Card
    is_agent: bool = False
    lines_before: int = -1

    @property
    def is_cut_off(self) -> bool:
        """Whether a file that ends here ends inside this card, rather than after a card that lost its END."""
        return len(self.card.properties) != self.lines_before


class CardReader:
    """Reads one stream once. ``mended`` counts lines whose encoding had to be guessed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = LogicalLines(stream)
        self._heads = Heads()
        self._open: list[_Open] = []
        self._outside: Stray | None = None
        self._hollow = 0

    @property
    def mended(self) -> int:
        """Lines so far that were not UTF-8."""
        return self._lines.mended

    @property
    def older(self) -> str:
        """The encoding in which those were read that do not name their own."""
        return self._lines.older

    def __iter__(self) -> Iterator[Card | Stray]:
        heads = self._heads
        properties: list[Property] | None = None
        for batch in self._lines.batches():
            for number, line in batch:
                text, colon, value = line.partition(":")
                head = heads[text]
                if head is None or head.needs_care or properties is None or not colon:
                    found = self._unusual(number, line, head if colon else None, value)
                    if found:
                        yield from found
                    properties = self._open[-1].card.properties if self._open else None
                else:
                    properties.append(Property(head, value, number))
            self._bound()
        yield from self._end_of_file()

    def _unusual(self, number: int, line: str, head: Head | None, value: str) -> Sequence[Card | Stray]:
        """A line that opens or closes a card, must be decoded, stands outside, or is no property at first sight."""
        if head is None and '"' in line:
            head, value = self._split_beside_quotes(line)
        if head is not None and head.marks_card:
            mark = value.strip(_AROUND).upper()
            if mark == "VCARD":
                return self._begin(number) if head.name == "BEGIN" else self._end(number, line)
            if head.name == "END" and _NEXT_BEHIND.fullmatch(mark):
                return [*(self._end(number, line) if self._open else ()), *self._begin(number)]
        if not self._open:
            self._outside = self._outside or Stray(number, line)
        elif head is None or head.marks_card:
            self._open[-1].card.strays.append(Stray(number, line))
        else:
            value = printable(value, head.charset) if head.encoding == "quoted" else value
            self._open[-1].card.properties.append(Property(head, value, number))
        return ()

    def _split_beside_quotes(self, line: str) -> tuple[Head | None, str]:
        """Cut at the first colon outside of quotation marks."""
        inside = False
        for index, letter in enumerate(line[:2000]):
            if letter == '"':
                inside = not inside
            elif letter == ":" and not inside:
                return self._heads[line[:index]], line[index + 1 :]
        return None, ""

    def _begin(self, number: int) -> Sequence[Card | Stray]:
        begun = _Open(Card(number))
        if self._open:
            outer = self._open[-1]
            outer.lines_before = len(outer.card.properties)
            last = outer.card.properties[-1] if outer.card.properties else None
            begun.is_agent = last is not None and last.head.name == "AGENT" and not last.value.strip()
        self._open.append(begun)
        found: list[Card | Stray] = self._flush_outside(number)
        if len(self._open) > DEEPEST:
            found.append(self._ended(self._open.pop(0), Ending.MISSING))
        return found

    def _end(self, number: int, line: str) -> Sequence[Card | Stray]:
        if not self._open:
            self._outside = self._outside or Stray(number, line)
            return ()
        ended = self._open.pop()
        card = self._ended(ended, Ending.PROPER)
        if ended.is_agent and self._open:
            self._embed(card)
            return ()
        return (card,)

    def _embed(self, card: Card) -> None:
        """Put an agent's card into the AGENT property, in the form vCard 3.0 gave it."""
        owner = self._open[-1].card
        owner.embedded += 1 + card.embedded
        owner.strays += card.strays
        agent = owner.properties[-1]
        lines = ["BEGIN:VCARD", *(content.text for content in card.properties), "END:VCARD"]
        owner.properties[-1] = agent._replace(value=escape("\n".join(lines)))

    def _bound(self) -> None:
        """Give up the innermost card when the open ones hold more than any file has; hurry over what says nothing."""
        self._lines.hollow = self._hollow > MOST_HOLLOW
        if self._outside and not self._open:
            self._lines.skipping = True
        held = sum(len(begun.card.properties) + len(begun.card.strays) for begun in self._open)
        if held > MOST_LINES:
            card = self._open[-1].card
            card.ending = Ending.TOO_LONG
            card.properties.clear()
            card.strays.clear()
            self._lines.skipping = True

    def _end_of_file(self) -> Iterator[Card | Stray]:
        for begun in self._open:
            is_cut_off = begun is self._open[-1] and begun.is_cut_off
            yield self._ended(begun, Ending.CUT_OFF if is_cut_off else Ending.MISSING)
        yield from self._flush_outside(self._lines.read + 1)
        if self._lines.passed:
            yield Stray(self._lines.first_passed, "BEGIN:VCARD …", self._lines.passed)

    def _flush_outside(self, end: int) -> list[Card | Stray]:
        """The block of lines outside of cards that goes up to (not including) line ``end``."""
        if self._outside is None:
            return []
        flushed, self._outside = self._outside, None
        flushed.count = end - flushed.line
        return [flushed]

    def _ended(self, begun: _Open, ending: Ending) -> Card:
        card = begun.card
        if card.ending is not Ending.TOO_LONG:
            card.ending = ending
        self._hollow = 0 if _says_something(card) else self._hollow + 1
        return card


def _says_something(card: Card) -> bool:
    """Whether a card is more than its own frame."""
    if len(card.properties) > 2 or card.strays:  # nearly all, so that this costs nothing
        return True
    return any(content.value and content.head.name != "VERSION" for content in card.properties)
