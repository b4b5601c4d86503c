"""A reason to write to somebody one knows: what came of their advice, or that they have begun somewhere new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from otnet_desktop.domain.advice import Advice, as_named, worth_telling
from otnet_desktop.domain.facts import Fact, JobMoved, Sent

NEWS_FOR = timedelta(days=180)
"""So long a new place is news."""


class Because(StrEnum):
    """What kind of reason it is."""

    ADVICE = "advice"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Reason:
    """``text`` is the advice, or where they are now; ``outcome`` is what came of the advice, "" if nothing was said."""

    because: Because
    text: str
    outcome: str = ""


def reason_to_write(ref: str, ledger: Iterable[Advice], facts: Iterable[Fact], now: datetime) -> Reason | None:
    """Advice that was tried and is not told comes first; then a new place nobody has written about yet."""
    advice = worth_telling(ledger)
    if advice is not None:
        return Reason(Because.ADVICE, as_named(advice.text), as_named(advice.outcome))
    own = [fact for fact in facts if getattr(fact, "pid", "") == ref]
    wrote = max((fact.at for fact in own if isinstance(fact, Sent)), default=None)
    moves = [fact for fact in own if isinstance(fact, JobMoved) and fact.organisation and now - fact.at <= NEWS_FOR]
    latest = max(moves, key=lambda fact: fact.at, default=None)
    if latest is None or (wrote is not None and wrote > latest.at):
        return None
    return Reason(Because.MOVED, latest.organisation)


def letter_values(reason: Reason | None) -> dict[str, str]:
    """What the letter that keeps in touch says because of it: "since we spoke about {topic}, I {change}"."""
    if reason is None:
        return {}
    if reason.because is Because.MOVED:
        return {"optional_resource": f"I saw that you are at {reason.text} now: congratulations!"}
    tried = f"tried it: {_begun_low(reason.outcome)}" if reason.outcome else "tried it"
    return {"topic": f"“{reason.text}”", "change": tried}


def _begun_low(text: str) -> str:
    """As it goes on after a colon: "went twice", but "OTs helped" and "I went"."""
    first, _, _ = text.partition(" ")
    return text if first == "I" or first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
