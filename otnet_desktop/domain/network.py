"""Reading "a network told as facts": people, organisations and what happened, with dates or as days from today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import Encountered, Fact, MeetingAgreed, PersonAdded, PromiseMade, PurposeSet
from otnet_desktop.domain.habits import read_settings
from otnet_desktop.domain.network_facts import read_fact
from otnet_desktop.domain.network_fields import Context, Told, ToldFact
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime

HINT = "Correct the file and try again."


@dataclass(frozen=True, slots=True)
class Network:
    """What a file tells. ``people`` and ``organisations`` are by ref, as the file describes them.

    ``facts`` are in the order in which to replay them.
    """

    people: dict[str, Told]
    organisations: dict[str, Told]
    facts: tuple[Fact, ...]
    timing: Timing
    settings: Told = field(default_factory=dict)
    me: Told = field(default_factory=dict)


def read_network(told: object, today: date, timing: Timing) -> Network:
    """Understands a file's content (parsed JSON), or says which fact cannot be used.

    ``timing`` holds the user's habits; ``settings`` in the file go before them.
    """
    if not isinstance(told, Mapping):
        raise BadInput("This is not a network: the file holds no object.", HINT)
    if not told.get("people") and not told.get("facts"):
        raise BadInput("This is not a network: it has neither people nor facts.", HINT)
    settings = _object(told, "settings")
    timing = read_settings(settings, timing)
    people = _people(told)
    context = Context(today, worktime(timing), _Names(people).ref_of)
    facts = [read_fact(telling) for telling in _tellings(told, people, context)]
    _expect_names_once(facts)
    facts += _introductions(people, facts, context)
    facts.sort(key=lambda fact: (fact.at, fact.seq))
    organisations = {_ref(one, f"Organisation {n}"): one for n, one in _objects(told, "organisations")}
    return Network(people, organisations, tuple(facts), timing, settings, _object(told, "me"))


# -- people ----------------------------------------------------------------------------------------------------


def _people(told: Told) -> dict[str, Told]:
    """Those listed, and those that only a fact adds."""
    people: dict[str, Told] = {}
    for number, person in _objects(told, "people"):
        ref = _ref(person, f"Person {number}")
        if ref in people:
            raise BadInput(f'Two people are called "{ref}".', HINT)
        people[ref] = person
    for number, fact in _objects(told, "facts"):
        if fact.get("type") == "add_person":
            ref = _ref(fact, f"Fact {number}")
            people.setdefault(ref, {"id": ref, "name": fact.get("name") or ref})
    return people


def _ref(told: Told, where: str) -> str:
    ref = told.get("id") or told.get("pid")
    if not isinstance(ref, str):
        raise BadInput(f'{where} has no "id".', HINT)
    if ":" in ref:
        raise BadInput(f'{where} is called "{ref}", but a colon divides the parts of a key.', HINT)
    return ref


def full_name(person: Told) -> str:
    """How the file names somebody."""
    name = person.get("name") or " ".join(str(person[part]) for part in ("given", "family") if person.get(part))
    return str(name or person.get("id") or person.get("pid") or "")


class _Names:
    """People by ref or by full name."""

    def __init__(self, people: Mapping[str, Told]) -> None:
        self._people = people
        self._refs: dict[str, list[str]] = {}
        for ref, person in people.items():
            self._refs.setdefault(full_name(person), []).append(ref)

    def ref_of(self, name: str) -> str:
        """The ref, or a LookupError that says why there is none."""
        if name in self._people:
            return name
        refs = self._refs.get(name, [])
        if len(refs) == 1:
            return refs[0]
        raise LookupError(f'several people are called "{name}"' if refs else f'nobody is called "{name}"')


def _introductions(people: Mapping[str, Told], facts: list[Fact], context: Context) -> Iterator[Fact]:
    """Everyone is added before anything else happens to them; a purpose they are listed with comes along."""
    added = {fact.pid for fact in facts if isinstance(fact, PersonAdded)}
    purposeful = {fact.pid for fact in facts if isinstance(fact, PurposeSet)}
    first: dict[str, datetime] = {}
    for fact in facts:
        for ref in (getattr(fact, "pid", None), getattr(fact, "by", None), *getattr(fact, "pids", ())):
            if ref in people:
                first[ref] = min(fact.at, first.get(ref, fact.at))
    start_of_day = context.rhythm.at(context.today, time(0))
    for ref, person in people.items():
        at = first.get(ref, start_of_day)
        if ref not in added:
            yield PersonAdded(at=at, seq=-2, pid=ref)
        purpose = person.get("purpose")
        if isinstance(purpose, Mapping) and purpose.get("kind") and ref not in purposeful:
            yield PurposeSet(at=at, seq=-1, pid=ref, kind=str(purpose["kind"]))


def _expect_names_once(facts: list[Fact]) -> None:
    """A meeting is agreed and a promise made once; several may tell of the same encounter."""
    names = Counter(("meeting", mid) for mid in {fact.mid for fact in facts if isinstance(fact, Encountered)})
    names.update(("meeting", fact.mid) for fact in facts if isinstance(fact, MeetingAgreed))
    names.update(("promise", fact.cid) for fact in facts if isinstance(fact, PromiseMade))
    for (kind, name), count in names.items():
        if count > 1:
            raise BadInput(f'Two {kind}s are called "{name}".', HINT)


# -- facts -----------------------------------------------------------------------------------------------------


def _tellings(told: Told, people: Mapping[str, Told], context: Context) -> Iterator[ToldFact]:
    """The facts of the file and those inside people, numbered in the order of the file."""
    seq = 0
    for number, fact in _objects(told, "facts"):
        yield _telling(fact, f"Fact {number}", seq, "", context)
        seq += 1
    for ref, person in people.items():
        for number, fact in _objects(person, "facts"):
            yield _telling(fact, f"Fact {number} of {full_name(person)}", seq, ref, context)
            seq += 1


def _telling(fact: Told, where: str, seq: int, owner: str, context: Context) -> ToldFact:
    told_seq = fact.get("seq", seq)
    if isinstance(told_seq, bool) or not isinstance(told_seq, int):
        raise BadInput(f'{where} cannot be used: "seq" is not a whole number.', HINT)
    return ToldFact(fact, f"{where} ({fact.get('type')})", told_seq, owner, context)


def _objects(told: Told, name: str) -> Iterator[tuple[int, Told]]:
    """The objects of a list, numbered from 1."""
    items = told.get(name) or []
    if not isinstance(items, list):
        raise BadInput(f'"{name}" is not a list.', HINT)
    for number, item in enumerate(items, 1):
        if not isinstance(item, Mapping):
            raise BadInput(f'Number {number} of "{name}" is not an object.', HINT)
        yield number, item


def _object(told: Told, name: str) -> Told:
    value = told.get(name) or {}
    if not isinstance(value, Mapping):
        raise BadInput(f'"{name}" is not an object.', HINT)
    return value
