"""Reads and keeps the user's preferences, and turns them into the timing the rules use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any
from zoneinfo import ZoneInfo

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.mail_account import MailAccount, Security
from otnet_desktop.domain.preferences import Me, Preferences, ThemeChoice
from otnet_desktop.domain.timing import Timing
from otnet_desktop.services.announcer import Announcer
from otnet_desktop.store.store import Store

KEY = "preferences"


class PreferencesService:
    """The preferences of one data folder. ``machine_zone`` tells the zone the machine is in now.

    ``safe`` leaves aside what may keep the program from starting: the look, and whatever cannot be understood. What was
    kept stays kept, as far as it can be understood; only what somebody changes meanwhile is written.
    """

    def __init__(
        self, store: Store, announcer: Announcer, machine_zone: Callable[[], ZoneInfo], *, safe: bool = False
    ) -> None:
        self.is_safe = safe
        self._store = store
        self._announcer = announcer
        self._machine_zone = machine_zone
        self._kept = self._load()
        self._shown = self._laid_aside(self._kept)

    @property
    def current(self) -> Preferences:
        """What holds now."""
        return self._shown

    def timing(self) -> Timing:
        """The timing the rules use now."""
        return self._shown.timing_in(self._machine_zone())

    def machine_zone(self) -> ZoneInfo:
        """The zone the machine is in now, which holds where none was chosen."""
        return self._machine_zone()

    def change(self, **changes: Any) -> Preferences:  # noqa: ANN401 - fields of Preferences
        """Change some preferences and tell everyone. Raises BadInput for a zone or timing that cannot be."""
        wanted = replace(self._kept, **changes)
        wanted.timing_in(self._machine_zone())
        with self._store.transaction():
            self._store.preferences.set(KEY, asdict(wanted))
        self._kept, self._shown = wanted, replace(self._shown, **changes)
        self._announcer.announce(Changed(frozenset({Room.PREFERENCES, Room.REMINDERS}), None))
        return self._shown

    def reload(self) -> None:
        """The data were replaced: what holds is what they say."""
        self._kept = self._load()
        self._shown = self._laid_aside(self._kept)
        self._announcer.announce(Changed(frozenset({Room.PREFERENCES, Room.REMINDERS}), None))

    def _laid_aside(self, kept: Preferences) -> Preferences:
        if not self.is_safe:
            return kept
        plain = Preferences()
        return replace(kept, theme=plain.theme, text_percent=plain.text_percent)

    def _load(self) -> Preferences:
        if not self.is_safe:
            return self._read()
        kept = self._store.preferences.get(KEY)
        understood: dict[str, Any] = {}
        for name, value in kept.items() if isinstance(kept, dict) else ():
            try:
                understood |= as_fields({name: value})
                Preferences(**understood).timing_in(self._machine_zone())
            except (OtnetError, ValueError, TypeError, AttributeError, KeyError):
                understood.pop(name, None)
        return Preferences(**understood)

    def _read(self) -> Preferences:
        kept = self._store.preferences.get(KEY)
        return Preferences(**as_fields(kept)) if isinstance(kept, dict) else Preferences()


def as_fields(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What was kept, as the fields of ``Preferences``. Raises what a value does that cannot be understood."""
    told = known(Preferences, kept)
    if "me" in told:
        told["me"] = Me(**known(Me, told["me"]))
    if "mail" in told:
        mail = MailAccount(**known(MailAccount, told["mail"]))
        told["mail"] = replace(mail, security=Security(mail.security))
    if "theme" in told:
        told["theme"] = ThemeChoice(told["theme"])
    return told


def known(kind: type, kept: Mapping[str, Any]) -> dict[str, Any]:
    """What this version knows of a value; a newer one, whose data these are as well, may have kept more."""
    return {field.name: kept[field.name] for field in fields(kind) if field.name in kept}
