"""Letters of one's own: what one writes often, with gaps that fill themselves.

Public: ``OwnLetter``, ``own_id(ref)``/``ref_of(id)`` (how a choice of letters names one), ``FIELDS`` (the gaps that are
offered), ``unknown_fields(text)`` and ``with_gaps(text, values)``, which makes a letter to somebody one for anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.letters import CLOSE, GAPS, MARK, MAY_BE_LEFT_OUT, OPEN, Letter, fields_in, mark_of

OWN = "own:"

FIELDS: dict[str, str] = {
    "greeting_name": GAPS["greeting_name"],
    "their_name": "their name in full",
    **{field: GAPS[field] for field in ("organisation", "their_work", "setting")},
    "link_sentence": "how you come to write, if somebody pointed you to them",
    "key_point_sentence": GAPS["key_point_sentence"],
    **{field: GAPS[field] for field in ("my_name", "my_stage", "my_school", "my_phone")},
    **{field: GAPS[field] for field in ("slot_1", "slot_2", "slot_list")},
    **{field: GAPS[field] for field in ("sent_date", "previous_subject", "meeting_day", "takeaway", "coordinator")},
}
"""What each gap stands for, as one looks for it: the reader, oneself, times, what went before."""

PUT_BACK = (
    "link_sentence",
    "key_point_sentence",
    "their_name",
    "organisation",
    "my_stage",
    "my_school",
    "my_phone",
    "my_name",
    "coordinator",
    "greeting_name",
)
"""What a finished letter may hold of somebody, and the next reader must not find. The longer first."""


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """``kind`` is what is recorded when it was sent; ``ref`` is "" until it is kept."""

    ref: str
    title: str
    subject: str = ""
    body: str = ""
    kind: OutKind = OutKind.OTHER

    @property
    def letter(self) -> Letter:
        """As it is filled."""
        return Letter(self.subject, self.body)


def own_id(ref: str) -> str:
    """How one's own letter is named among those that ship."""
    return f"{OWN}{ref}"


def ref_of(letter: str) -> str:
    """The ref in such a name; "" for a letter that ships."""
    return letter.removeprefix(OWN) if letter.startswith(OWN) else ""


def unknown_fields(text: str) -> tuple[str, ...]:
    """Gaps that nothing can ever fill, each once, as they are written."""
    known = GAPS.keys() | MAY_BE_LEFT_OUT
    return tuple(field for field in fields_in(text) if field not in known)


def with_gaps(text: str, values: Mapping[str, str], translate: Callable[[str], str] = str) -> str:
    """The text with gaps where something stands that holds for this reader or writer only, and where a mark stands."""
    # some ask for the same; the plainer comes first
    marks = {mark_of(field, translate).strip(OPEN + CLOSE): field for field in reversed(GAPS)}

    def unmarked(found: re.Match[str]) -> str:
        asked = found.group().strip(OPEN + CLOSE)
        field = next((field for mark, field in marks.items() if asked == mark or asked.startswith(f"{mark}: ")), "")
        return f"{{{field}}}" if field else found.group()

    text = MARK.sub(unmarked, text)
    for field in PUT_BACK:
        value = values.get(field, "").strip()
        if len(value) > 1:
            text = re.sub(rf"(?<![\w{{]){re.escape(value)}(?![\w}}])", f"{{{field}}}", text)
    return text
