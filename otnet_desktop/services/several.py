"""What is done to several people at once, each as one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup_files import Reason

STATUS_TITLES = {
    Status.ACTIVE: "Reopen people",
    Status.ARCHIVED: "Archive people",
    Status.DO_NOT_CONTACT: "Do not contact",
    Status.DECEASED: "Record a death",
}
"""What undo calls each change of status."""


class SeveralService:
    """Tags, closes, reopens and deletes whoever was chosen. Whom it does not concern is left as they are."""

    def __init__(self, steps: Steps, people: PeopleService) -> None:
        self._steps = steps
        self._store = steps.store
        self._people = people

    def tag(self, people: Sequence[PersonId], tag: str) -> int:
        """Give them a tag; how many did not have it yet. Raises BadInput for no tag."""
        tag = " ".join(tag.split())
        if not tag:
            raise BadInput("A tag needs a word.", "For instance where you met: CommunOT.")
        return self._save("Tag people", people, tag, had=False)

    def untag(self, people: Sequence[PersonId], tag: str) -> int:
        """Take a tag off; how many had it."""
        return self._save("Take a tag off", people, tag, had=True)

    def set_status(self, people: Sequence[PersonId], status: Status, *, on: bool = True) -> int:
        """Archive, stop contact or take that back; how many stand otherwise now. The strictest holds."""
        before = {person.id: person.status for person in self._store.people.many(people)}
        concerned = [person for person, known in before.items() if (known is status) is not on]
        if concerned:
            with self._steps.together(STATUS_TITLES[status if on else Status.ACTIVE]):
                for person in concerned:
                    self._people.set_status(person, status, on=on)
        return sum(person.status is not before[person.id] for person in self._store.people.many(concerned))

    def remove(self, people: Sequence[PersonId]) -> None:
        """Put them all into the trash; a verified backup is made first. Raises NotSaved with nothing deleted."""
        self._store.backups.make(Reason.DELETE, self._steps.clock.now())
        self._people.remove(*people)

    def _save(self, title: str, people: Sequence[PersonId], tag: str, *, had: bool) -> int:
        concerned = [person for person in self._store.people.many(people) if (tag in person.profile.tags) is had]
        if concerned:
            with self._steps.step(title, [person.id for person in concerned], Room.PEOPLE, tells_facts=False):
                for person in concerned:
                    others = tuple(other for other in person.profile.tags if other != tag)
                    profile = replace(person.profile, tags=others if had else (*others, tag))
                    self._store.people.save(person.id, profile, keys(profile), self._steps.clock.now())
        return len(concerned)
