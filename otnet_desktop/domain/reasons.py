"""A reason to write to somebody one knows: what came of their advice, a new place, or other news of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from otnet_desktop.domain.advice import Advice, as_named, worth_telling
from otnet_desktop.domain.facts import Fact, JobMoved, Sent, Thanked
from otnet_desktop.domain.research import KeyPoint

NEWS_FOR = timedelta(days=180)
"""So long a new place, or anything else one noted, is news."""


class Because(StrEnum):
    """What kind of reason it is."""

    ADVICE = "advice"
    MOVED = "moved"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Reason:
    """``text`` is the advice, their new place, or the news; ``outcome`` is what came of the advice, "" if not said."""

    because: Because
    text: str
    outcome: str = ""


def reason_to_write(
    ref: str, ledger: Iterable[Advice], facts: Sequence[Fact], points: Iterable[KeyPoint], now: datetime
) -> Reason | None:
    """Advice that was tried and is not told comes first; then a new place; then what was noted since one wrote.

    ``now`` is on the user's clock: whether a day comes after a message is asked of their calendar.
    """
    advice = worth_telling(ledger)
    if advice is not None:
        return Reason(Because.ADVICE, as_named(advice.text), as_named(advice.outcome))
    own = [fact for fact in facts if getattr(fact, "pid", "") == ref]
    wrote = max((fact.at for fact in own if isinstance(fact, Sent)), default=None)
    thanked = (fact.at for fact in facts if isinstance(fact, Thanked) and ref in fact.pids)
    touched = max(filter(None, (wrote, *thanked)), default=None)
    moves = [fact for fact in own if isinstance(fact, JobMoved) and fact.organisation and now - fact.at <= NEWS_FOR]
    latest = max(moves, key=lambda fact: fact.at, default=None)
    if latest is not None and (wrote is None or wrote <= latest.at):
        return Reason(Because.MOVED, latest.organisation)
    return _news(points, touched.astimezone(now.tzinfo).date() if touched else None, now.date())


def _news(points: Iterable[KeyPoint], touched_on: date | None, today: date) -> Reason | None:
    """The newest that was seen after the last word to them; before there was one, it is homework, not news."""
    if touched_on is None:
        return None
    dated = [(point.seen_on, point.text) for point in points if point.seen_on is not None]
    new = [(on, text) for on, text in dated if touched_on < on <= today and today - on <= NEWS_FOR]
    return Reason(Because.NEWS, as_named(max(new)[1])) if new else None


def letter_values(reason: Reason | None) -> dict[str, str]:
    """What the letter that keeps in touch says because of it: "since we spoke about {topic}, I {change}"."""
    if reason is None:
        return {}
    if reason.because is Because.MOVED:
        return {"optional_resource": f"I saw that you are at {reason.text} now: congratulations!"}
    if reason.because is Because.NEWS:
        return {"optional_resource": f"I came across news of your work: “{reason.text}”."}
    tried = f"tried it: {_begun_low(reason.outcome)}" if reason.outcome else "tried it"
    return {"topic": f"“{reason.text}”", "change": tried}


def _begun_low(text: str) -> str:
    """As it goes on after a colon: "went twice", but "OTs helped" and "I went"."""
    first, _, _ = text.partition(" ")
    return text if first == "I" or first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
