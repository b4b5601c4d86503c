"""Adding, changing, closing and removing people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.outlook import look
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactState, Person, PersonId, Profile, Status
from otnet_desktop.domain.preferences import zone_named
from otnet_desktop.domain.reminders import Outlook
from otnet_desktop.services.refs import new_ref, new_uid
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.people import NewPerson


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works: the zone, if it is known, and the organisation's website ("" if not)."""

    zone: ZoneInfo | None = None
    website: str = ""


class PeopleService:
    """Everything one does to a person, apart from writing to and meeting them."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def get(self, person: PersonId) -> Person:
        """One person. Raises NotFound."""
        return self._store.people.get(person)

    def many(self, people: Sequence[PersonId]) -> list[Person]:
        """Those of these that are here."""
        return self._store.people.many(list(people))

    def is_anybody_here(self) -> bool:
        """Whether there is at least one person."""
        return self._store.people.is_anybody_here()

    def outlook(self, person: PersonId) -> Outlook:
        """How somebody stands now. Raises NotFound."""
        self.get(person)
        return self._store.outlooks.of([person])[person]

    def short_name(self, ref: str) -> str:
        """What one calls somebody in a sentence, by the ref the rules speak; "" for nobody."""
        known = self._store.people.id_of(ref) if ref else None
        return self.get(known).profile.short_name if known is not None else ""

    def full_name(self, ref: str) -> str:
        """The name somebody writes, by the ref the rules speak; "" for nobody."""
        known = self._store.people.id_of(ref) if ref else None
        return self.get(known).profile.full_name if known is not None else ""

    def place(self, profile: Profile) -> Place:
        """Where they are and what their organisation says of itself, as far as it is known."""
        organisation = self._store.organisations.named(profile.current.organisation)
        zone = profile.zone or (organisation.zone if organisation else "")
        return Place(known_zone(zone), organisation.website if organisation else "")

    def organisations(self, text: str) -> list[str]:
        """The names of places known that hold what somebody types, to choose from."""
        return self._store.organisations.names_with(text, OFFERED) if text else []

    def is_organisation(self, name: str) -> bool:
        """Whether there is a place of that very name."""
        return bool(self._store.organisations.ids_of([name]))

    def add(self, profile: Profile, *, ref: str = "", at: datetime | None = None) -> Person:
        """Add somebody by hand; nothing is due because of it. Raises BadInput without any name or address."""
        check_profile(profile)
        ref = ref or new_ref("p")
        profile = profile if profile.uid else replace(profile, uid=new_uid(ref))
        with self._steps.step("Add person", (), Room.PEOPLE):
            (person,) = self._store.people.add([NewPerson(ref, profile, keys(profile))], at or self._now())
        return self._store.people.get(person)

    def save(self, person: PersonId, profile: Profile) -> None:
        """Change what is known about somebody. A new working address settles an address problem. Raises BadInput."""
        before = self.get(person).profile
        check_profile(profile, before)
        reached = {p.value for p in profile.contact_points if p.state is ContactState.OK and p.kind in CARRY_WORDS}
        reaches_anew = bool(reached - {p.value for p in before.contact_points})
        with self._steps.step("Edit person", [person], Room.PEOPLE, tells_facts=reaches_anew):
            self._store.people.save(person, profile, keys(profile), self._now())
            if reaches_anew:
                self._store.facts.record(f.ChannelChecked(pid="", ok=True, at=self._now()), person)

    def set_status(self, person: PersonId, status: Status, *, on: bool = True, at: datetime | None = None) -> None:
        """Archive, stop contact or record a death, or (``on=False``) take that back. The strictest holds."""
        at = at or self._now()
        with self._steps.step(STATUS_TITLES[status if on else Status.ACTIVE], [person], Room.PEOPLE):
            self._store.facts.record(f.StatusSet(pid="", status=status, on=on, at=at), person)
            settle_status(self._steps, person, at)

    def remove(self, *people: PersonId) -> None:
        """Put people into the trash with everything that is theirs; Ctrl+Z brings them back, and so does the trash."""
        concerned = [*self._store.facts.referrers_of(people), *self._store.people.beside(people)]
        title = "Delete person" if len(people) == 1 else "Delete people"
        with self._steps.step(title, [*people, *concerned], *SHOWN_WITH_PEOPLE):
            self._store.trash.take(people, self._now())

    def moved(
        self, person: PersonId, place: Affiliation | None, *, address_lost: bool = False, at: datetime | None = None
    ) -> None:
        """They changed jobs: the old place is kept with its end, an address that went with it is retired."""
        at = at or self._now()
        profile = self.get(person).profile
        today = at.astimezone(self._steps.timing().zone).date()
        places = tuple(replace(a, until=today) if a.is_current else a for a in profile.affiliations)
        points = tuple(
            replace(p, state=ContactState.RETIRED) if address_lost and p.kind is ContactKind.EMAIL else p
            for p in profile.contact_points
        )
        new = (replace(place, since=place.since or today),) if place else ()
        profile = replace(profile, affiliations=(*new, *places), contact_points=points)
        with self._steps.step("Changed jobs", [person], Room.PEOPLE):
            self._store.people.save(person, profile, keys(profile), at)
            organisation = place.organisation if place else ""
            self._store.facts.record(
                f.JobMoved(pid="", address_lost=address_lost, organisation=organisation, at=at), person
            )

    def keep_in_touch(self, person: PersonId, days: int, at: datetime | None = None) -> None:
        """Suggest a note every so many days; 0 for never."""
        with self._steps.step("Keep in touch", [person], Room.PEOPLE):
            self._store.facts.record(f.CadenceSet(pid="", days=max(0, days), at=at or self._now()), person)

    def cadence(self, person: PersonId) -> int | None:
        """How often a note is suggested, in days; 0 for never, and ``None`` as long as nothing was chosen."""
        chosen = self._store.facts.of_kind(f.CadenceSet, [person])
        return max(chosen, key=lambda fact: (fact.at, fact.seq)).days if chosen else None

    def referred(self, by: PersonId, to: PersonId, at: datetime | None = None) -> None:
        """``by`` pointed me to ``to``."""
        with self._steps.step("Introduction", [by], Room.PEOPLE):
            self._store.facts.record(f.Referred(by="", to="", at=at or self._now()), by, other=to)

    def channel(self, person: PersonId, *, ok: bool, at: datetime | None = None) -> None:
        """An address works, or no longer."""
        with self._steps.step("Check address", [person], Room.PEOPLE):
            self._store.facts.record(f.ChannelChecked(pid="", ok=ok, at=at or self._now()), person)

    def _now(self) -> datetime:
        return self._steps.clock.now()


def settle_status(steps: Steps, person: PersonId, at: datetime) -> None:
    """After a fact of that instant, let a person's row say again which status their facts tell. Inside a step."""
    ref, facts = steps.store.people.get(person).ref, steps.store.facts.about([person])
    told = look(ref, facts, steps.timing(), max(at, steps.clock.now()))
    steps.store.people.set_status(person, told.status, at)


OFFERED = 50
"""More names than anybody reads; there may be a hundred thousand."""

SHOWN_WITH_PEOPLE = (Room.PEOPLE, Room.MEETINGS, Room.PROMISES)
"""Where somebody who comes or goes is seen."""

CARRY_WORDS = frozenset(ContactKind) - {ContactKind.WEBSITE}
"""A page tells about somebody; everything else reaches them."""

STATUS_TITLES = {
    Status.ACTIVE: "Reopen person",
    Status.ARCHIVED: "Archive person",
    Status.DO_NOT_CONTACT: "Do not contact",
    Status.DECEASED: "Record a death",
}
"""What undo calls each change of status."""


def check_profile(profile: Profile, before: Profile | None = None) -> None:
    """Raises BadInput without any name or address, and for a new time zone nobody knows. Style is never judged."""
    if not profile.full_name.strip():
        raise BadInput("There is no name yet.", "A first name, a nickname or an address is enough.")
    if profile.zone and (before is None or profile.zone != before.zone):
        zone_named(profile.zone)


def known_zone(name: str) -> ZoneInfo | None:
    """The zone of that name; none for an empty one, or one that an import brought and nobody knows."""
    try:
        return zone_named(name) if name else None
    except BadInput:
        return None
