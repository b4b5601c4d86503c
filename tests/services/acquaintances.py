"""People to begin with."""

from __future__ import annotations

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Person, Profile
from otnet_desktop.services.workspace import Workspace


def renata(workspace: Workspace) -> Person:
    """A school therapist with an address."""
    return workspace.people.add(
        Profile(
            given="Renata",
            family="Okafor",
            credentials=("OTR/L",),
            contact_points=(ContactPoint(ContactKind.EMAIL, "renata@larchmont.example.org", primary=True),),
            affiliations=(Affiliation("Larchmont Schools", "School OT", setting="school"),),
        ),
        ref="renata",
    )


def somebody(workspace: Workspace, name: str) -> Person:
    """Anybody else, by a given name that is the ref as well."""
    return workspace.people.add(Profile(given=name), ref=name.casefold())
