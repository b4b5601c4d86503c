"""Promises and opportunities."""

from __future__ import annotations

from datetime import date

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.promises import Opportunity, Promise
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person

DAY = date(2026, 4, 1)


def test_a_promise_is_kept_once_a_fact_says_so(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    number = store.promises.add("c", ann, f.Side.ME, "the guide", DAY)
    assert store.promises.of(ann) == [Promise(number, "c", ann, f.Side.ME, "the guide", DAY)]
    assert store.promises.of(bo) == []
    store.facts.record(f.PromiseKept(cid="c", at=NOW), ann, promise=number)
    told = store.promises.by_ref("c")
    assert told is not None
    assert told.kept
    assert store.promises.by_ref("d") is None


def test_an_opportunity_is_completed_by_its_ref(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    number = store.opportunities.save("o", "Award", ann, None, [bo])
    assert store.opportunities.save("o", "", None, DAY, [bo]) == number
    told = Opportunity(number, "o", "Award", ann, DAY, f.OpportunityState.OPEN, (bo,))
    assert store.opportunities.of(ann) == store.opportunities.of(bo) == [told]
    assert store.opportunities.people_of(number) == [ann, bo]
    noted = f.OpportunityNoted(oid="o", state=f.OpportunityState.ACCEPTED, at=NOW)
    store.facts.record(noted, opportunity=number)
    assert store.opportunities.of(ann)[0].state is f.OpportunityState.ACCEPTED
    assert store.opportunities.id_of("x") is None


def test_an_opportunity_outlives_the_person_it_came_through(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    number = store.opportunities.save("o", "Award", ann, None, [bo])
    with store.transaction():
        store.people.remove(ann)
    assert store.opportunities.people_of(number) == [bo]
