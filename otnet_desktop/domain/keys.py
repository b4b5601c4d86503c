"""What a reminder's key is about. The keys themselves are made by the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """The refs in a key; "" for those it does not hold. ``meeting`` may also name an answer by mail (``mail-...``)."""

    person: str = ""
    meeting: str = ""
    promise: str = ""
    opportunity: str = ""


def subject_of(key: str) -> Subject:
    """Take a key apart: ``THANKS:m1:renata`` is about the meeting m1 and the person renata."""
    prefix, *parts = key.split(":")
    first, last = (parts[0], parts[-1]) if parts else ("", "")
    match prefix:
        case "PREP" | "SOON" | "OUTCOME":
            return Subject(meeting=first)
        case "THANKS":
            return Subject(person=last, meeting=first)
        case "PROMISE" | "THEIRS":
            return Subject(promise=first)
        case "OPP":
            return Subject(opportunity=first)
        case "NEWS":
            return Subject(person=last, opportunity=first)
        case _:
            return Subject(person=first)


def rekeyed(key: str, was: str, now: str) -> str:
    """The key of the same reminder for somebody who goes by another ref; "" stays none."""
    prefix, _, rest = key.partition(":")
    match prefix:
        case "" | "PREP" | "SOON" | "OUTCOME" | "PROMISE" | "THEIRS" | "OPP":
            return key
        case "THANKS" | "NEWS":
            return f"{key.removesuffix(was)}{now}" if key.endswith(f":{was}") else key
    if f"{rest}:".startswith(f"{was}:"):
        rest = now + rest[len(was) :]
    if prefix == "LOOP" and rest.endswith(f":{was}"):
        rest = rest.removesuffix(was) + now
    return f"{prefix}:{rest}"
