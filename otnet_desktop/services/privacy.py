"""The client-information check with a memory: what was looked at once is not told again, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.privacy import Acknowledged, Finding, digest_of, findings
from otnet_desktop.services.steps import Steps


class PrivacyService:
    """It warns and never blocks; nothing of it leaves the computer."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def look_at(self, text: str) -> tuple[Finding, ...]:
        """What in a text may tell who a client is, and was not acknowledged."""
        return findings(text, self._acknowledged()) if text else ()

    def acknowledge(self, found: Iterable[Finding]) -> None:
        """It is no client information: these words are not told again. Only their digests are kept."""
        with self._steps.step("Keep words as they are", [], Room.WRITING, tells_facts=False):
            self._store.cleared_words.add(digest_of(finding.text) for finding in found)

    def notes_to_look_at(self, people: Sequence[PersonId] = ()) -> list[PersonId]:
        """Whose notes may tell who a client is, of some people or of everyone. For a worker."""
        known = self._acknowledged()
        return [person for person, text in self._store.cleared_words.notes(people) if findings(text, known)]

    def people_to_look_at(self, people: Sequence[PersonId] = ()) -> list[PersonId]:
        """About whom anything was written that may tell who a client is. For a worker."""
        known = self._acknowledged()
        told = self._store.cleared_words.told_about(people)
        return sorted({person for person, text in told if findings(text, known)})

    def texts_to_look_at(self) -> int:
        """How many texts of all kinds may tell who a client is. For a worker."""
        known = self._acknowledged()
        return sum(bool(findings(text, known)) for text in self._store.cleared_words.texts())

    def _acknowledged(self) -> Acknowledged:
        return Acknowledged(self._store.cleared_words.all())
