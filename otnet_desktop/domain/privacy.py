"""The client-information check: words in a note that may tell who a client is.

It knows patterns only (dates of birth, record numbers, "patient Maria S.", a room and a patient), works offline and
proves nothing: it warns, never blocks, and its silence is no promise. The classes follow the identifiers of the US safe
harbor rule, 45 CFR 164.514(b)(2), with NHS and Medicare numbers beside them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Clue(StrEnum):
    """What a fragment looks like."""

    BIRTH_DATE = "dob"
    RECORD_NUMBER = "mrn"
    SOCIAL_SECURITY_NUMBER = "ssn"
    NHS_NUMBER = "nhs_number"
    MEDICARE_NUMBER = "medicare"
    CLIENT_NAME = "patient_name"
    NAME_AND_CONDITION = "honorific_condition"
    AGE_AND_CONDITION = "age_condition"
    ROOM_OR_BED = "room_bed"
    DATE_OF_CARE = "admission_date"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fragment of a text, ``text[start:end]``, and what it looks like."""

    kind: Clue
    start: int
    end: int
    text: str


_CLIENT = r"(?:patient|client|resident|consumer|service user|pt)"
_CONDITION = (
    r"\b(?:stroke|cva|tbi|dementia|alzheimer\w{0,3}|autis\w{1,4}|adhd|diagnos\w{1,6}|fracture\w{0,2}|parkinson\w{0,4}"
    r"|schizo\w{1,9}|bipolar|cancer|amput\w{1,6}|hemipar\w{1,6})\b"
)
_CARE = r"\b(?:admitted|admission|discharged?|surgery|evaluated)\b"
_DAY = r"\b\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?\b"

# Every repetition has a bound, so that no text, however made, takes long.
_COMPILED = {
    kind: re.compile(pattern)
    for kind, pattern in {
        Clue.BIRTH_DATE: (
            r"(?i)\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?)[:\s]{0,4}"
            r"\d{1,4}[/.\- ]\d{1,2}[/.\- ]\d{1,4}\b"
        ),
        Clue.RECORD_NUMBER: (
            r"(?i)\b(?:mrn|medical record(?: (?:no|number))?|chart(?: (?:no|number|#))?|hospital (?:no|number))\b"
            r"\.?[:#\s]{0,4}[A-Z]{0,3}\d{4,12}\b"
        ),
        Clue.SOCIAL_SECURITY_NUMBER: r"\b\d{3}-\d{2}-\d{4}\b",
        Clue.NHS_NUMBER: r"(?i)\bnhs\b[^\d]{0,12}\d{3}[ -]?\d{3}[ -]?\d{4}\b",
        Clue.MEDICARE_NUMBER: r"(?i)\bmedicare\b[^\d]{0,12}\d{4}[ -]?\d{5}[ -]?\d\b",
        Clue.CLIENT_NAME: (
            r"\b(?:[Pp]atient|[Cc]lient|[Pp]t\.?|[Rr]esident|[Cc]onsumer|[Ss]ervice user|[Pp]articipant)\s{1,3}"
            r"(?:(?:named|called)\s{1,3})?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s{1,3})?"
            r"[A-Z](?:\.|[a-z]{1,20})(?:\s?[A-Z](?:\.|[a-z]{1,20}))?"
        ),
        Clue.NAME_AND_CONDITION: rf"(?i)\b(?:mr|mrs|ms|miss|mx)\.?\s{{1,3}}[a-z]\w{{0,20}}\b.{{0,60}}{_CONDITION}",
        Clue.AGE_AND_CONDITION: rf"(?i)\b\d{{1,3}}\s?(?:yo|y/o|yr old|year[- ]old)\b.{{0,60}}{_CONDITION}",
        Clue.ROOM_OR_BED: (
            rf"(?i)\b(?:room|rm|bed|bay|ward)\s?#?\s?\d{{1,4}}[a-z]?\b.{{0,40}}\b{_CLIENT}\b"
            rf"|\b{_CLIENT}\b.{{0,40}}\b(?:room|rm|bed|bay)\s?#?\s?\d{{1,4}}\b"
        ),
        Clue.DATE_OF_CARE: (
            rf"(?i){_CARE}.{{0,20}}{_DAY}.{{0,60}}\b(?:{_CLIENT}|mr|mrs|ms)\b"
            rf"|\b(?:{_CLIENT}|mr|mrs|ms)\b.{{0,60}}{_CARE}.{{0,20}}{_DAY}"
        ),
    }.items()
}


class Acknowledged:
    """Fragments one has looked at, known by their digests: ``fragment in acknowledged``."""

    def __init__(self, digests: frozenset[str]) -> None:
        self._digests = digests

    def __contains__(self, fragment: object) -> bool:
        return isinstance(fragment, str) and bool(self._digests) and digest_of(fragment) in self._digests


def digest_of(fragment: str) -> str:
    """A fragment without its words; blanks and capitals make no other one of it."""
    return sha256(" ".join(fragment.casefold().split()).encode()).hexdigest()


def findings(text: str, acknowledged: Container[str] = ()) -> tuple[Finding, ...]:
    """What may tell who a client is, in the order of the text. ``acknowledged`` fragments are not named again."""
    found = [
        Finding(kind, match.start(), match.end(), match[0])
        for kind, pattern in _COMPILED.items()
        for match in pattern.finditer(text)
        if match[0] not in acknowledged
    ]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def without(text: str, fragments: Collection[Finding]) -> str:
    """The text with the fragments taken out, for "Remove"."""
    kept: list[str] = []
    end = 0
    for finding in sorted(fragments, key=lambda one: one.start):
        kept.append(text[end : max(end, finding.start)])
        end = max(end, finding.end)
    return re.sub(r" {2,}", " ", "".join([*kept, text[end:]])).strip(" ")
