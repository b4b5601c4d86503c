"""Who introduced whom: told as facts (referrals), and by whom one met somebody."""

from __future__ import annotations

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.introductions import Link, OpenLoop, Tree, lay_out
from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.domain.messages import MessageState
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.store.store import Store


class IntroductionsService:
    """Reads; an introduction is noted with the person or logged as a fact."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def to_tell(self, meeting: Meeting) -> list[OpenLoop]:
        """Who led to those one met here, and has not heard of it since."""
        if meeting.state is not MeetingState.HELD:
            return []
        there = [person for person in meeting.plan.people if person not in meeting.absent]
        loops = [(PersonId(by), to, told) for to in there for by, told in self._store.looking_back.introduced_by(to)]
        told_as_fact = {(by, to) for by, to, told in loops if told}
        found = [self._open(by, to, meeting, is_fact=(by, to) in told_as_fact) for by, to, _ in loops]
        return list(dict.fromkeys(loop for loop in found if loop is not None))

    def _open(self, by: PersonId, to: PersonId, meeting: Meeting, *, is_fact: bool) -> OpenLoop | None:
        """The rules know of facts and remind; of what is only noted with a person, the letters tell."""
        refs = {person.id: person.ref for person in self._store.people.many([by, to])}
        if is_fact:
            key = f"LOOP:{refs[by]}:{refs[to]}"
            return OpenLoop(by, to, key) if self._store.outlooks.by_key(key) is not None else None
        if self._store.people.get(by).status is not Status.ACTIVE:
            return None
        heard = any(
            message.state is MessageState.SENT
            and message.kind == OutKind.CLOSE_LOOP
            and message.at >= meeting.plan.start
            for message in self._store.messages.of(by)
        )
        return None if heard else OpenLoop(by, to)

    def tree(self) -> Tree:
        """Everybody who introduced or was introduced, the earliest introduction first."""
        return lay_out(Link(PersonId(by), PersonId(to)) for by, to in self._store.looking_back.introductions())
