"""How long a message is and what it may still lack. Advice, never a gate: nothing here keeps anybody from writing.

Public: ``words_in``, ``Length`` with ``length_of(words)``, ``Hint`` and ``hints(...)``. Lengths after university career
services ("fewer than 100 words") and mail surveys (50 to 125 words are answered most). The hints look for English
words, as the letters that ship are English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.letters import MARK

SHORT_ENOUGH, LONG = 100, 150
"""Up to the first a message is read at a glance; beyond the second it is mostly put off."""

JOB_PURPOSE = "job_lead"

FIRST_CONTACT = frozenset({OutKind.INTRO, OutKind.ASK})
"""Messages that say who writes, why to them, and what is asked."""

_WORD = re.compile(r"[^\W_]+(?:['’.@/\-][^\W_]+)*")
_I_AM = re.compile(r"\b(?:I am|I['’]m|my name is)\b", re.IGNORECASE)
_WHY_YOU = re.compile(
    r"\b(?:because|your (?:work|talk|article|paper|guide|post|team|clinic|school|site|practice|advice|experience)"
    r"|I (?:read|saw|heard|noticed|learned)|suggested|recommended|pointed me|we met)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:thank|thanks|please|grateful|appreciate|would you|could you|could we|could I|glad|value your"
    r"|(?:kind|best|warm) (?:regards|wishes)|sincerely)\b",
    re.IGNORECASE,
)
_JOB = re.compile(r"\b(?:jobs?|hire[ds]?|hiring|positions?|vacanc(?:y|ies))\b", re.IGNORECASE)
_TELLING_LENGTH = 5
"""A word of a key point this long, met again in the message, shows that it is about the reader."""


class Length(StrEnum):
    """How a number of words reads."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Hint(StrEnum):
    """What a message may still lack, or had better not say."""

    INTRODUCTION = "introduction"
    """Who writes?"""
    REASON = "reason"
    """Why to this person?"""
    QUESTION = "question"
    """What is asked?"""
    POLITENESS = "politeness"
    JOB_WORDS = "job_words"
    """It speaks of a job, though that is not the purpose: people help more gladly when they are asked to tell."""


def words_in(text: str) -> int:
    """How many words somebody has to read; an address, a hyphenated word or what is still to be filled in is one.

    A mark in a letter takes more words to ask than the answer has: a fresh letter would begin as "a little long".
    """
    return sum(1 for _ in _WORD.finditer(MARK.sub("mark", text)))


def length_of(words: int) -> Length:
    """How that many words read."""
    if words <= SHORT_ENOUGH:
        return Length.GREEN
    return Length.AMBER if words <= LONG else Length.RED


def hints(
    body: str, kind: OutKind, *, purpose: str = "", my_name: str = "", key_points: Iterable[str] = ()
) -> tuple[Hint, ...]:
    """What could be better about a message, in the order one reads it. Nothing is said of an empty one.

    ``purpose`` is the code of the purpose ("" for none), ``key_points`` what is known about the reader.
    """
    if not body.strip():
        return ()
    said: list[Hint] = []
    if kind in FIRST_CONTACT:
        if not (_I_AM.search(body) or (my_name and my_name.casefold() in _without_signature(body).casefold())):
            said.append(Hint.INTRODUCTION)
        if not (_WHY_YOU.search(body) or _echoes(body, key_points)):
            said.append(Hint.REASON)
        if "?" not in body:
            said.append(Hint.QUESTION)
    if not _KIND.search(body):
        said.append(Hint.POLITENESS)
    if purpose != JOB_PURPOSE and kind in FIRST_CONTACT and _JOB.search(body):
        said.append(Hint.JOB_WORDS)
    return tuple(said)


def _without_signature(body: str) -> str:
    """Everything but the last line, where a name only signs."""
    return body.rstrip().rpartition("\n")[0]


def _echoes(body: str, key_points: Iterable[str]) -> bool:
    told = {word.casefold() for point in key_points for word in _WORD.findall(point) if len(word) >= _TELLING_LENGTH}
    return bool(told & {word.casefold() for word in _WORD.findall(body)})
