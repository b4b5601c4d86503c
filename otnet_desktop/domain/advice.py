"""Advice somebody gave: received, tried, told them. Closing that loop is the most natural reason to write again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId

AdviceId = NewType("AdviceId", int)

OF_ITS_OWN = 4
"""So many words in a row do not stand in a letter by chance."""


class AdviceState(StrEnum):
    """How far one came with it."""

    RECEIVED = "received"
    TRIED = "tried"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice: whose it was, in which meeting, how trying it went (``outcome``), and when they heard."""

    id: AdviceId
    person: PersonId
    text: str
    received_on: date
    meeting: MeetingId | None = None
    tried_on: date | None = None
    told_on: date | None = None
    outcome: str = ""

    @property
    def state(self) -> AdviceState:
        """How far one came with it; they may hear of it untried as well."""
        if self.told_on is not None:
            return AdviceState.TOLD
        return AdviceState.TRIED if self.tried_on is not None else AdviceState.RECEIVED


def worth_telling(ledger: Iterable[Advice]) -> Advice | None:
    """What was tried last and is not told yet: a reason to write to whoever gave it."""
    tried = [advice for advice in ledger if advice.state is AdviceState.TRIED]
    return max(tried, key=lambda advice: (advice.tried_on or advice.received_on, advice.id), default=None)


def told_in(letter: str, ledger: Iterable[Advice]) -> list[Advice]:
    """What a letter tells of: tried, not told before, and named in it word by word, whatever the line breaks.

    A few words alone may stand in any letter ("Rest" in "for the rest"): they count only between quotation marks.
    """
    words = " ".join(letter.split()).casefold()
    tried = [advice for advice in ledger if advice.state is AdviceState.TRIED]
    return [advice for advice in tried if _is_named(as_named(advice.text).casefold(), words)]


def _is_named(text: str, letter: str) -> bool:
    if f"“{text}”" in letter or f'"{text}"' in letter:
        return True
    return len(text.split()) >= OF_ITS_OWN and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", letter) is not None


def as_named(text: str) -> str:
    """Advice as it stands inside a sentence: one line, without a full stop or quotation marks at its ends."""
    return " ".join(text.split()).rstrip(".").strip('“”"')
