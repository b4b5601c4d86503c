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
