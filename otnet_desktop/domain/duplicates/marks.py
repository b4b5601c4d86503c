"""What somebody can be known by, folded so that spelling does not matter, and the keys by which others are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from otnet_desktop.domain.duplicates.called import Called, called, name_keys
from otnet_desktop.domain.duplicates.ways import (
    fold_company,
    fold_email,
    fold_phone,
    fold_site,
    personal_page,
    phone_key,
    profile_address,
)
from otnet_desktop.domain.people import ContactKind, Profile

ALSO_UID = "X-OTNET-ALSO-UID:"
"""Line of ``Profile.foreign`` that holds the identity of an entry once brought together with this person."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that tells two people apart, or does not. ``also`` are other names they go or went by."""

    called: Called
    also: tuple[Called, ...] = ()
    uids: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    birthday: str = ""
    generation: str = ""


def marks(profile: Profile) -> Marks:
    """The marks of a profile."""
    points = [(point.kind, point.value) for point in profile.contact_points if point.value]
    also = [line.removeprefix(ALSO_UID) for line in profile.foreign if line.startswith(ALSO_UID)]
    name = called(profile)
    return Marks(
        called=name,
        also=tuple(called(Profile(display=name)) for name in profile.also_named),
        uids=_all(_uid(uid) for uid in (profile.uid, *also)),
        pages=_all(personal_page(value) for kind, value in points if kind in PAGES),
        emails=_all(fold_email(value) for kind, value in points if kind is ContactKind.EMAIL),
        phones=_all(fold_phone(value) for kind, value in points if kind is ContactKind.PHONE),
        companies=_companies(profile, name),
        sites=_all(fold_site(v) for kind, v in points if kind is ContactKind.WEBSITE and not profile_address(v)),
        birthday=profile.birthday,
        generation=profile.suffix.casefold().rstrip("."),
    )


def _companies(profile: Profile, name: Called) -> tuple[str, ...]:
    """Where they work; of a business that is called by its own name, that says nothing more."""
    own = " ".join(sorted(name.words))
    found = _all(fold_company(place.organisation) for place in profile.affiliations)
    return tuple([company for company in found if " ".join(sorted({*company.split()})) != own]) if own else found


PAGES = (ContactKind.LINKEDIN, ContactKind.WEBSITE)
"""Where a profile's address may stand."""


def keys(profile: Profile) -> tuple[str, ...]:
    """Keys that a store keeps with a person. It finds numbers without."""
    return kept(keys_of(marks(profile)))


def kept(found: Iterable[str]) -> tuple[str, ...]:
    """Those of all keys that a store keeps."""
    return tuple([key for key in found if not key.startswith(PHONE)])


PHONE = "phone:"


def keys_of(known: Marks) -> tuple[str, ...]:
    """All keys by which candidates are found: people who share none of them need not be compared."""
    return (
        *(f"uid:{uid}" for uid in known.uids),
        *(f"linkedin:{page}" for page in known.pages),
        *(f"email:{address}" for address in known.emails),
        *(f"{PHONE}{key}" for key in _all(map(phone_key, known.phones))),
        *(f"name:{key}" for key in _all(key for name in (known.called, *known.also) for key in name_keys(name))),
    )


def work_keys(known: Marks) -> tuple[str, ...]:
    """More of them, for whoever has everybody at hand: a name at a place of work ("R. Smith" at the clinic)."""
    return tuple(f"work:{company}|{word}" for company in known.companies for word in sorted(known.called.words))


def _all(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in found if text))


def _uid(uid: str) -> str:
    return uid.casefold().removeprefix("urn:uuid:")
