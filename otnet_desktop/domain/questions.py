"""Questions to choose from before a conversation: which banks there are, what is proposed, how many fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

OPENING, GROUP, CLOSING = "opening", "group", "closing"
AROUND = (OPENING, GROUP, CLOSING)
"""Banks for every purpose; the others are called by the purpose they are for."""

GENERAL = "setting_info"
"""Where nothing is said of why one meets, and for purposes without a bank."""

PROPOSED = {OPENING: 2, CLOSING: 2}
PROPOSED_ON_PURPOSE = 5
PROPOSED_TO_A_GROUP = 2
"""They stand for as many of those on the purpose: a group has more to say to each."""

MINUTES_EACH = 2
"""Ten questions in twenty minutes are the most that leave room for answers."""


def bank_for(purpose: str, banks: Mapping[str, Sequence[str]]) -> str:
    """The bank a purpose draws from."""
    return purpose if purpose in banks and purpose not in AROUND else GENERAL


def proposal(purpose: str, banks: Mapping[str, Sequence[str]], *, to_a_group: bool = False) -> tuple[str, ...]:
    """Two to begin with, five on the purpose, two to end with; among the five, two that only a group can answer."""
    begin, end = (tuple(banks.get(bank, ()))[: PROPOSED[bank]] for bank in (OPENING, CLOSING))
    group = tuple(banks.get(GROUP, ()))[:PROPOSED_TO_A_GROUP] if to_a_group else ()
    on_purpose = tuple(banks.get(bank_for(purpose, banks), ()))[: PROPOSED_ON_PURPOSE - len(group)]
    return (*begin, *on_purpose, *group, *end)


def most_that_fit(length: timedelta) -> int:
    """How many questions a conversation of that length has room for."""
    return max(1, round(length / timedelta(minutes=MINUTES_EACH)))


def worded(question: str, length: timedelta) -> str:
    """With the minutes one agreed on filled in."""
    return question.replace("{minutes}", str(round(length / timedelta(minutes=1))))


def sent_ahead(questions: Sequence[str]) -> str:
    """As one puts them into a mail."""
    return "\n".join(f"{number}. {question}" for number, question in enumerate(questions, start=1))
