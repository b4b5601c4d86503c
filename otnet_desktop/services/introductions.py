"""Who introduced whom: told as facts (referrals), and by whom one met somebody."""

from __future__ import annotations

from otnet_desktop.domain.introductions import Link, Tree, lay_out
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.store import Store


class IntroductionsService:
    """Reads; an introduction is noted with the person or logged as a fact."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tree(self) -> Tree:
        """Everybody who introduced or was introduced, the earliest introduction first."""
        return lay_out(Link(PersonId(by), PersonId(to)) for by, to in self._store.looking_back.introductions())
