"""Letters that wait: drafts, and what was handed over and nobody said was sent."""

from __future__ import annotations

from collections.abc import Callable

from otnet_desktop.domain.messages import Message, MessageId, MessageState
from otnet_desktop.services.composing import Beginning, ComposingService
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.store.store import Store

WAITING = frozenset({MessageState.DRAFT, MessageState.HANDED_OVER})


class DraftsService:
    """Finds them, and goes on with one."""

    def __init__(self, store: Store, outreach: OutreachService, composing: ComposingService) -> None:
        self._store = store
        self._outreach = outreach
        self._composing = composing

    def waiting(self) -> list[Message]:
        """Every letter that was not sent, the newest first."""
        return sorted(self._store.messages.unsent(), key=lambda m: (m.at, m.id), reverse=True)

    def go_on(self, message: MessageId, translate: Callable[[str], str] = str) -> Beginning:
        """The sheet with just that letter on it. Raises NotFound, and NotAllowed where writing is closed."""
        kept = self._outreach.get(message)
        begun = self._composing.begin(kept.person, translate=translate)
        if begun.message == message or kept.state not in WAITING:
            return begun
        self._outreach.may_write(kept.person)
        return self._composing.again(kept)
