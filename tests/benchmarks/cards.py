"""How many cards a second come in and go out; each round also reads some with vobject, if that is installed."""

from __future__ import annotations

import importlib
import importlib.util
import io
import statistics
import time
from collections.abc import Callable, Iterator

from otnet_desktop.exchange.report import Incoming, Rejected
from otnet_desktop.exchange.vcard.card import Card
from otnet_desktop.exchange.vcard.incoming import read_person
from otnet_desktop.exchange.vcard.outgoing import write_card
from otnet_desktop.exchange.vcard.reader import read_cards
from tests.benchmarks.report import Line, at_least

CARDS = 20_000
ROUNDS = 5

CARD = """BEGIN:VCARD\r
VERSION:3.0\r
UID:5b6a1c1e-0000-4000-8000-{n:012}\r
FN:Person {n} Exampleton\r
N:Exampleton;Person {n};;;OTR/L\r
ORG:Harbor State University;Department {m}\r
TITLE:Occupational Therapist\r
EMAIL;TYPE=INTERNET,WORK,PREF:person{n}@harbor.example.org\r
EMAIL;TYPE=INTERNET,HOME:person{n}@home.example.org\r
TEL;TYPE=WORK,VOICE:+1-617-555-{m:04}\r
CATEGORIES:OT,Research\r
NOTE:Met at a conference\\, likes splinting workshops and said she would li\r
 ke to hear in autumn how it goes with number {n}.\r
END:VCARD\r
"""


def rate(work: Callable[[], int]) -> float:
    """Cards a second."""
    start = time.process_time()
    done = work()
    return done / (time.process_time() - start)


def measure() -> Iterator[Line]:
    """Medians of rounds taken in turns."""
    data = "".join(CARD.format(n=n, m=n % 50) for n in range(CARDS)).encode()
    sample = "".join(CARD.format(n=n, m=n % 50) for n in range(CARDS // 20))
    people = [entry.profile for entry in read(data) if isinstance(entry, Incoming)]
    works: dict[str, Callable[[], int]] = {
        "cards read": lambda: sum(1 for _ in read_cards(io.BytesIO(data))),
        "people read from cards": lambda: sum(1 for _ in read(data)),
        "cards written": lambda: sum(bool(write_card(person, include_private=True)) for person in people),
    }
    if importlib.util.find_spec("vobject"):
        vobject = importlib.import_module("vobject")
        works |= {"vobject": lambda: sum(1 for _ in vobject.readComponents(sample))}
    rounds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            rounds[name].append(rate(work))
    medians = {name: statistics.median(rates) for name, rates in rounds.items()}
    if limit := medians.pop("vobject", 0.0):
        note = f" ({medians['cards read']:,.0f} a second)"
        yield at_least("cards read / by vobject", medians["cards read"] / limit, 15, "", note)
    for name, median in medians.items():
        yield Line(f"{name}, a second of processor time", f"{median:,.0f}")


def read(data: bytes) -> Iterator[Incoming | Rejected]:
    """Every card as a person."""
    return (read_person(card) for card in read_cards(io.BytesIO(data)) if isinstance(card, Card))
