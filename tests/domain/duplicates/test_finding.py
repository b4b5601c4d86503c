"""Groups of people who are one, people who only share a detail, and what a change does to what was found."""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.domain.duplicates.comparing import Clue
from otnet_desktop.domain.duplicates.finding import Found, Pair, Sharing, Twins, blocks, find, renewed
from otnet_desktop.domain.people import PersonId, Profile
from tests.domain.duplicates.people import person

DESK = "desk@mill.example"
PHONE = "604 555 0102"


def ids(*numbers: int) -> tuple[PersonId, ...]:
    return tuple(map(PersonId, numbers))


def found(*people: Profile, not_the_same: frozenset[Pair] = frozenset()) -> Found:
    everybody = [(PersonId(number), profile) for number, profile in enumerate(people, start=1)]

    def ask(asked: Sequence[PersonId]) -> list[tuple[PersonId, Profile]]:
        return [known for known in everybody if known[0] in asked]

    return find(blocks(everybody), ask, not_the_same)


def test_three_who_are_one_are_one_group() -> None:
    told = found(
        person("Ana Lee", "a@l.example"), person("Ben Ito"), person("Ana Lee"), person("ana lee", "a@l.example")
    )
    assert [twins.people for twins in told.twins] == [ids(1, 3, 4)]
    assert told.sharing == ()


def test_where_two_of_three_differ_the_others_stand_in_pairs() -> None:
    told = found(person("Ana Lee", birthday="1990-01-01"), person("Ana Lee"), person("Ana Lee", birthday="1991-01-01"))
    assert [twins.people for twins in told.twins] == [ids(1, 2), ids(2, 3)]
    assert told.sharing == (Sharing(ids(1, 2, 3), Clue.NAME),)


def test_a_mailbox_of_many_is_told_once() -> None:
    told = found(*(person(name, DESK) for name in ("Ana Lee", "Ben Ito", "Cid Roe", "Dee Fox")))
    assert told == Found((), (Sharing(ids(1, 2, 3, 4), Clue.EMAIL),))


def test_a_switchboard_of_hundreds_costs_no_pairs() -> None:
    people = [person(f"{chr(97 + n % 26)}x{n} Family{n}", PHONE) for n in range(300)]
    (shared,) = found(*people).sharing
    assert len(shared.people) == 300


def test_a_family_s_phone_makes_no_marriage_but_three_names_of_one_may() -> None:
    family = found(person("Emily Clark", PHONE), person("Emily Novak", PHONE), person("Luis Clark", PHONE))
    assert family.twins == ()
    one = found(person("Emily Clark", PHONE), person("Emily Novak", PHONE), person("Em Roe", PHONE))
    assert one.twins == (Twins(ids(1, 2, 3), ((Clue.FIRST_NAME, Clue.PHONE),)),)


def test_who_was_told_apart_is_neither_shown_as_one_nor_as_sharing() -> None:
    pair = (person("Emily Clark", PHONE), person("Emily Novak", PHONE))
    assert len(found(*pair).twins) == 1
    assert found(*pair, not_the_same=frozenset({ids(1, 2)})) == Found()  # type: ignore[arg-type]


def test_what_changed_is_found_again_and_the_rest_stays() -> None:
    before = found(person("Ana Lee"), person("Ana Lee"), person("Bo Ek", DESK), person("Cid Roe", DESK))
    assert before.around(ids(2)) == {*ids(1, 2)}
    after = renewed(before, before.around(ids(2)), Found())
    assert after == Found((), (Sharing(ids(3, 4), Clue.EMAIL),))
