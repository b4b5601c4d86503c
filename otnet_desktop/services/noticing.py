"""Which notifications are to be shown now, remembered so that none is shown twice, also after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta

from otnet_desktop.domain.notices import REMEMBERED, Notice, due_notices
from otnet_desktop.domain.worktime import worktime
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.reminders import LOOKED_BY, RemindersService
from otnet_desktop.services.steps import Steps

TOLD = "notices_told"
"""Where the number of notices told today is kept: a day, and how many."""

BY_HABITS = "noticed_by"
"""Where the habits are kept (``reminders.LOOKED_BY``) by which it was said up to when everything is told."""

A_MINUTE = timedelta(minutes=1)

FARTHEST = timedelta(hours=26)
"""From the first place where it is nine o'clock to the last; no habit moves a reminder further within its day."""


class NoticingService:
    """Looks at what is due and says what is worth a notification."""

    def __init__(self, steps: Steps, reminders: RemindersService, preferences: PreferencesService) -> None:
        self._steps = steps
        self._store = steps.store
        self._reminders = reminders
        self._preferences = preferences
        self._next: datetime | None = None
        self._holds_back = False
        self._awake_at: datetime | None = None

    def watch(self) -> None:
        """The program is awake and has nothing to tell.

        Kept in memory only: ``look`` needs it to know a closed lid from a long quiet morning, and a write each minute
        would keep the disk awake for it.
        """
        now = self._steps.clock.now()
        if not self._holds_back and (self._next is None or self._next > now):
            self._awake_at = now

    def look(self) -> tuple[Notice, ...]:
        """What to show now; it counts as shown.

        Nothing while notifications are paused, or while another thread writes: that is caught up later.
        """
        now = self._steps.clock.now()
        if self.paused_until() is not None or self._store.database.is_written_elsewhere():
            return ()
        self._follow_habits(now)
        timing = self._steps.timing()
        last_seen = self._last_seen()
        shown = self._store.notices.shown(last_seen or now - REMEMBERED)
        today = worktime(timing).day(now).isoformat()
        told_today = self._told_on(today)
        to_tell = self._reminders.to_tell(last_seen or now - REMEMBERED)
        beat = due_notices(to_tell, shown, last_seen, now, timing, told_today)
        with self._store.transaction():
            self._store.notices.mark(beat.shown)
            if beat.seen_until is not None:
                self._store.notices.see(beat.seen_until)
            if beat.notices:
                self._store.preferences.set(TOLD, {"day": today, "count": told_today + len(beat.notices)})
        return beat.notices

    def next_look(self) -> datetime | None:
        """When there may be something to show next, if nothing changes before."""
        now = self._steps.clock.now()
        if (paused := self.paused_until()) is not None:
            self._next, self._holds_back = paused, True
            return paused
        if not self._store.database.is_written_elsewhere():
            self._follow_habits(now)
        kept = self._last_seen()
        last_seen = kept or now - REMEMBERED
        to_tell = self._reminders.to_tell(last_seen)
        shown = self._store.notices.shown(last_seen)
        if due_notices(to_tell, shown, kept, now, self._steps.timing()).shown:
            self._next, self._holds_back = now, False
            return now
        planned = {(r.key, popup): popup for r in to_tell for popup in r.popups if popup > last_seen}
        waiting = [popup for pair, popup in planned.items() if pair not in shown]
        ahead = [popup for popup in waiting if popup > now]
        self._holds_back = len(ahead) < len(waiting)
        if self._holds_back:  # until the quiet hours, then the quiet days, are over
            rhythm = worktime(self._steps.timing())
            ahead.append(rhythm.shift(now + A_MINUTE, any_day=rhythm.is_quiet(now)))
        self._next = min(ahead, default=None)
        return self._next

    def _follow_habits(self, now: datetime) -> None:
        """After a journey, or when work begins earlier, mornings lie behind us that never came: look back for them.

        What was told lately counts as told at its new time as well.
        """
        habits, before = self._store.preferences.get(LOOKED_BY), self._store.preferences.get(BY_HABITS)
        if not habits or habits == before:
            return
        since = now - FARTHEST
        told = {key for key, _ in self._store.notices.shown(since)}
        again = self._reminders.to_tell(since) if before else []
        with self._store.transaction():
            self._store.preferences.set(BY_HABITS, habits)
            if before:
                self._store.notices.mark((r.key, at) for r in again if r.key in told for at in r.popups if at <= now)
                self._store.notices.see(min(since, self._store.notices.last_seen() or since))
                self._awake_at = None

    def paused_until(self) -> datetime | None:
        """Until when nothing is shown; none where nothing is paused."""
        kept = self._preferences.current.paused_until
        until = datetime.fromisoformat(kept) if kept else None
        return until if until is not None and until > self._steps.clock.now() else None

    def pause(self) -> None:
        """Nothing until tomorrow's work begins."""
        rhythm = worktime(self._steps.timing())
        tomorrow = rhythm.day(self._steps.clock.now()) + timedelta(days=1)
        self._preferences.change(paused_until=rhythm.at_work(tomorrow).isoformat())

    def resume(self) -> None:
        """Show them again."""
        self._preferences.change(paused_until="")

    def _last_seen(self) -> datetime | None:
        """Up to when everything was told. A clock set back is for ``due_notices`` to see."""
        kept, awake = self._store.notices.last_seen(), self._awake_at
        if kept is None or awake is None or awake > self._steps.clock.now():
            return kept
        return max(kept, awake)

    def _told_on(self, day: str) -> int:
        kept = self._store.preferences.get(TOLD)
        return int(kept["count"]) if isinstance(kept, dict) and kept.get("day") == day else 0
