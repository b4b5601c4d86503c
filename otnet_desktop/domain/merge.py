"""Two who are one: everything either of them has is kept, and only where one value must win is there a choice.

What loses is not gone: a name stays as another name, everything else is told in the notes. Both originals are kept
whole in the log of merges besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

from otnet_desktop.domain.duplicates.ways import same_way
from otnet_desktop.domain.filling_in import ONLY_ONE, has_lines, merge_update
from otnet_desktop.domain.people import ALSO_NAME, ContactPoint, ContactState, Profile, Status
from otnet_desktop.domain.research import KEY_POINTS_MOST, KeyPoint


class Side(StrEnum):
    """Whose value is kept."""

    STAYS = "stays"
    """Of the person whose history goes on."""
    GOES = "goes"
    """Of the one who becomes part of it."""


NAME = "name"
NAME_PARTS = ("given", "middle", "family", "display", "prefix", "suffix")

Choices = Mapping[str, Side]
NO_CHOICES: Choices = {}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which both say something else. A photo is told by its size in bytes."""

    field: str
    stays: str
    goes: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What is written into the notes: who it is from, and the name of each field that lost."""

    origin: str = "From “{name}”:"
    line: str = "{field}: {value}"
    fields: Mapping[str, str] = field(default_factory=dict)
    point: str = "Key point"

    def told(self, name: str, value: str) -> str:
        """One line."""
        return self.line.format(field=self.fields.get(name, name.replace("_", " ")), value=value)


@dataclass(frozen=True, slots=True)
class Clash:
    """A field in which several say something else: a value for each of them, "" for nothing. A photo is its size."""

    field: str
    values: tuple[str, ...]


def clashes(profiles: Sequence[Profile]) -> tuple[Clash, ...]:
    """Where one value of several people must win, the name first. For two these are their conflicts."""
    pairs = list(combinations(profiles, 2))
    found = dict.fromkeys(conflict.field for one, other in pairs for conflict in conflicts(one, other))
    in_order = [name for name in (NAME, *ONLY_ONE) if name in found]
    return tuple(Clash(name, tuple(_value(profile, name) for profile in profiles)) for name in in_order)


def _value(profile: Profile, name: str) -> str:
    if name == NAME:
        return profile.full_name if any(getattr(profile, part) for part in NAME_PARTS) else ""
    value = getattr(profile, name)
    return (str(len(value)) if value else "") if isinstance(value, bytes) else value


def conflicts(stays: Profile, goes: Profile) -> tuple[Conflict, ...]:
    """Where one value must win, the name first."""
    found = [Conflict(NAME, stays.full_name, goes.full_name)] if _names_differ(stays, goes) else []
    for name in ONLY_ONE:
        one, other = getattr(stays, name), getattr(goes, name)
        if one and other and one != other:
            told = [str(len(value)) if isinstance(value, bytes) else value for value in (one, other)]
            found.append(Conflict(name, *told))
    return tuple(found)


def _names_differ(stays: Profile, goes: Profile) -> bool:
    both_named = all(any(getattr(one, part) for part in NAME_PARTS) for one in (stays, goes))
    return both_named and stays.full_name != goes.full_name


def merged(
    stays: Profile,
    goes: Profile,
    choices: Choices = NO_CHOICES,
    wording: Wording | None = None,
    more: Sequence[str] = (),
) -> Profile:
    """One profile out of two. ``more`` are further lines for the notes.

    Either card brought in again adds nothing to it (see ``filling_in``).
    """
    wording = wording or Wording()
    lost, base = _decided(stays, goes, choices)
    whole = merge_update(merge_update(base, goes), stays)
    names = [name for name in (lost.get(NAME),) if name]
    lines = [wording.told(name, value) for name, value in lost.items() if name not in (NAME, "photo")]
    return replace(
        whole,
        contact_points=_worse_states(whole.contact_points, goes.contact_points),
        note=_notes(stays.note, goes.note, wording.origin.format(name=goes.full_name), [*lines, *more]),
        foreign=tuple(dict.fromkeys((*whole.foreign, *(ALSO_NAME + " ".join(name.split()) for name in names)))),
    )


def _decided(stays: Profile, goes: Profile, choices: Choices) -> tuple[dict[str, str], Profile]:
    """What loses, and the profile that stays with what won."""
    lost: dict[str, str] = {}
    base = stays
    for conflict in conflicts(stays, goes):
        if choices.get(conflict.field, Side.STAYS) is Side.STAYS:
            lost[conflict.field] = conflict.goes
            continue
        lost[conflict.field] = conflict.stays
        won = NAME_PARTS if conflict.field == NAME else (conflict.field,)
        base = replace(base, **{part: getattr(goes, part) for part in won})
    return lost, base


def _worse_states(points: tuple[ContactPoint, ...], others: tuple[ContactPoint, ...]) -> tuple[ContactPoint, ...]:
    """An address of which either knows that it failed is not tried again."""
    failed = [point for point in others if point.state is not ContactState.OK]
    return tuple(
        replace(point, state=bad.state)
        if point.state is ContactState.OK
        and (bad := next((f for f in failed if f.kind is point.kind and same_way(f.kind, f.value, point.value)), None))
        else point
        for point in points
    )


def _notes(stays: str, goes: str, origin: str, lines: Sequence[str]) -> str:
    """Both texts word for word, the second with where it is from; twice the same is said once."""
    more = [text for text in ("\n".join(f"- {line}" for line in lines), "" if has_lines(stays, goes) else goes) if text]
    return "\n\n".join(part for part in (stays, *([origin, *more] if more else ())) if part)


def strictest(statuses: Iterable[Status]) -> Status:
    """Whoever asked for silence, or died, has done so under either name."""
    return max(statuses, key=lambda status: status.strictness)


def merged_points(
    stays: Sequence[KeyPoint], goes: Sequence[KeyPoint], wording: Wording | None = None
) -> tuple[tuple[KeyPoint, ...], tuple[str, ...]]:
    """The key points of both, as many as there is room for; the others as lines for the notes."""
    wording = wording or Wording()
    known = {point.text.casefold() for point in stays}
    together = [*stays, *(point for point in goes if point.text.casefold() not in known)]
    beyond = (
        wording.line.format(field=wording.point, value=" · ".join(_said(point))) for point in together[KEY_POINTS_MOST:]
    )
    return tuple(together[:KEY_POINTS_MOST]), tuple(beyond)


def _said(point: KeyPoint) -> list[str]:
    day = point.seen_on.isoformat() if point.seen_on else ""
    return [text for text in (point.text, point.source, point.url, day) if text]
