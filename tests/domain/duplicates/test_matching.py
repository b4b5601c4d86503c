"""Who is whom: certain by what belongs to one person, unclear by name, never by a shared mailbox."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.duplicates.called import called
from otnet_desktop.domain.duplicates.comparing import Clue, Verdict
from otnet_desktop.domain.duplicates.marks import ALSO_UID, keys, marks
from otnet_desktop.domain.duplicates.matching import Match, match
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile


def person(given: str = "", family: str = "", *ways: str, at: str = "", **fields: str) -> Profile:
    points = tuple(ContactPoint(kind_of(way), way) for way in ways)
    places = (Affiliation(organisation=at),) if at else ()
    return Profile(given=given, family=family, contact_points=points, affiliations=places, **fields)  # type: ignore[arg-type]


def kind_of(way: str) -> ContactKind:
    if "@" in way:
        return ContactKind.EMAIL
    return ContactKind.LINKEDIN if "linkedin" in way else ContactKind.PHONE


def judged(one: Profile, others: list[tuple[int, Profile]]) -> Match[int]:
    return match(marks(one), [(whom, marks(other)) for whom, other in others])


ANA = person("Ana", "Lee", "ana@clinic.example")
MILL = (Affiliation(organisation="Mill"),)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (person("Ana", "Lee", uid="urn:uuid:A"), person("Ana", "Ito", uid="a"), Verdict.SAME),
        (person("Ana", "Lee", "linkedin.com/in/a"), person("A", "Ito", "https://www.linkedin.com/in/A/"), Verdict.SAME),
        (ANA, person("ana", "LEE", "Ana@Clinic.example "), Verdict.SAME),
        (person("Siobhán", "O'Brien", "a@b"), person("Siobhan", "O’Brien", "a@b"), Verdict.SAME),
        (
            person("Ana", "Lee", "a@b"),
            Profile(display="Lee Ana, OTR/L", contact_points=ANA.contact_points),
            Verdict.UNCLEAR,
        ),
        (person("Ana", "Lee", at="City Rehab, Inc."), person("Ana", "Lee", at="City Rehab"), Verdict.SAME),
        (person("Ana", "Lee", "+1 604 555 0101"), person("Ana", "Lee", "(604) 555-0101"), Verdict.SAME),
        # a shared mailbox or telephone is no person
        (person("Ana", "Lee", "desk@clinic.example"), person("Ben", "Ito", "desk@clinic.example"), Verdict.OTHER),
        (person("Ana", "Lee", "6045550101"), person("Ben", "Lee", "6045550101"), Verdict.OTHER),
        (person("Ana", "Lee", at="City Rehab"), person("Ben", "Ito", at="City Rehab"), Verdict.OTHER),
        # a name alone is never enough, and something may contradict it
        (person("Ana", "Lee"), person("Ana", "Lee"), Verdict.LIKELY),
        (person("Ana", "Lee", at="A"), person("Ana", "Lee", at="B"), Verdict.UNCLEAR),
        (person("Ana", "Lee", "a@a", at="A"), person("Ana", "Lee", "b@b", at="B"), Verdict.OTHER),
        (person("Ana", "Lee", "linkedin.com/in/a"), person("Ana", "Lee", "linkedin.com/in/b"), Verdict.OTHER),
        (person("Ana", "Lee", birthday="1990-01-02"), person("Ana", "Lee", birthday="1991-01-02"), Verdict.OTHER),
        (person("Ana", "Lee", birthday="1990-01-02"), person("Ana", "Lee", birthday="--01-02"), Verdict.LIKELY),
        (person("Ana", "Lee", suffix="Jr."), person("Ana", "Lee", suffix="Sr."), Verdict.OTHER),
        # two branches of a business that is called by its own name share nothing but that
        (person(display="Mill", at="Mill Inc."), person(display="Mill", at="Mill"), Verdict.LIKELY),
        (
            Profile(display="Mill", contact_points=person("", "", "6045550101").contact_points, affiliations=MILL),
            Profile(display="Mill", contact_points=person("", "", "6045550202").contact_points, affiliations=MILL),
            Verdict.UNCLEAR,
        ),
        # people without a name
        (person("", "", "info@x"), person("", "", "INFO@x"), Verdict.SAME),
        (person("", "", "info@x"), person("Ana", "Lee", "info@x"), Verdict.UNCLEAR),
        (person("info@x", "", "info@x"), person("Ana", "Lee", "info@x"), Verdict.UNCLEAR),
        (person(), person(), Verdict.OTHER),
    ],
)
def test_two_people(one: Profile, other: Profile, verdict: Verdict) -> None:
    assert judged(one, [(1, other)]).verdict is verdict
    assert judged(other, [(1, one)]).verdict is verdict
    if verdict is not Verdict.OTHER:
        assert set(keys(one)) & set(keys(other)), "the store would not even look"


def test_two_fits_are_unclear_unless_one_is_the_very_entry() -> None:
    twin = person("Ana", "Lee", "ana@clinic.example", uid="x")
    assert judged(ANA, [(1, ANA), (2, twin)]) == Match(Verdict.UNCLEAR, 1, (Clue.NAME, Clue.EMAIL), 2)
    incoming = person("Ana", "Lee", "ana@clinic.example", uid="x")
    assert judged(incoming, [(1, ANA), (2, twin)]) == Match(Verdict.SAME, 2, (Clue.UID,))


def test_once_brought_together_stays_together() -> None:
    known = Profile(given="Ana", foreign=(f"{ALSO_UID}urn:uuid:abc",))
    assert judged(person("Anna", uid="ABC"), [(7, known)]).whom == 7


def test_nobody_fits() -> None:
    assert judged(ANA, []) == Match(Verdict.OTHER)


@pytest.mark.parametrize("name", ["Dr. Ana Lee", "Lee, Ana", "ANA LEE, OTR/L", "Ana  Lée"])
def test_names_fold_alike(name: str) -> None:
    assert called(Profile(display=name)).key == "ana lee"
