"""Notifications as they passed over the bus, whoever showed them: what ``dbus-monitor`` wrote down, read back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Note:
    """One event.

    ``asked``: a program asked for a notification; ``pressed``: a button, or the notification itself (``action`` is then
    "default"); ``gone``: it left the screen; ``withdrawn``: the program took it back.
    """

    event: Literal["asked", "pressed", "gone", "withdrawn"]
    number: int = 0
    title: str = ""
    body: str = ""
    actions: tuple[str, ...] = ()
    action: str = ""
    icon: str = ""


def read(text: str) -> list[Note]:
    """All events in ``text``, in order."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if line and not line[0].isspace() and " sender=" in line:
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    return [note for block in blocks if (note := _note(block[0], block[1:]))]


def _note(head: str, body: list[str]) -> Note | None:
    numbers = [int(line.split()[-1]) for line in body if line.strip().startswith("uint32")]
    if head.startswith("method call") and "member=Notify" in head:
        _app, icon, title, text = _strings(body, indent=3)[:4]
        return Note("asked", numbers[0], title, text, tuple(_actions(body)), icon=icon)
    if "member=ActionInvoked" in head:
        return Note("pressed", numbers[0], action=_strings(body, indent=3)[0])
    if "member=NotificationClosed" in head:
        return Note("gone", numbers[0])
    if "member=CloseNotification" in head:
        return Note("withdrawn", numbers[0])
    return None


def _strings(body: list[str], indent: int) -> list[str]:
    """Strings at one depth; one may run over several lines, the last of which ends with a quotation mark."""
    begin = " " * indent + 'string "'
    found: list[str] = []
    open_string = False
    for line in body:
        if open_string:
            found[-1] += "\n" + line
        elif line.startswith(begin):
            found.append(line.removeprefix(begin))
        else:
            continue
        open_string = not found[-1].endswith('"')
        if not open_string:
            found[-1] = found[-1][:-1]
    return found


def _actions(body: list[str]) -> list[str]:
    """The first array of the call."""
    begin = next((index for index, line in enumerate(body) if line == "   array ["), None)
    if begin is None:
        return []
    end = next(index for index, line in enumerate(body) if index > begin and line == "   ]")
    return _strings(body[begin:end], indent=6)
