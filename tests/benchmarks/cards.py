"""How many cards a second come in and go out: ``python -m tests.benchmarks.cards [CARDS] [--runs N]``.

Each round reads the same cards with vobject, if it is installed, which is the measure. Prints cards a second of
processor time and ratios, fails nothing.
"""

from __future__ import annotations

import argparse
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


def main() -> None:
    """Measure in turns and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cards", nargs="?", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    data = "".join(CARD.format(n=n, m=n % 50) for n in range(options.cards)).encode()
    sample = "".join(CARD.format(n=n, m=n % 50) for n in range(min(1000, options.cards)))
    people = [entry.profile for entry in read(data) if isinstance(entry, Incoming)]
    works: dict[str, Callable[[], int]] = {
        "reading cards": lambda: sum(1 for _ in read_cards(io.BytesIO(data))),
        "reading people": lambda: sum(1 for _ in read(data)),
        "writing people": lambda: sum(bool(write_card(person, include_private=True)) for person in people),
    }
    if importlib.util.find_spec("vobject"):
        vobject = importlib.import_module("vobject")
        works |= {"vobject, reading": lambda: sum(1 for _ in vobject.readComponents(sample))}
    rounds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(options.runs):
        for name, work in works.items():
            rounds[name].append(rate(work))
    measure = statistics.median(rounds.get("vobject, reading", [0.0]))
    for name, rates in rounds.items():
        median = statistics.median(rates)
        ratio = f"{median / measure:8.1f} x vobject" if measure else ""
        print(f"{name:18} {median:10,.0f} cards/s {ratio}")


def read(data: bytes) -> Iterator[Incoming | Rejected]:
    """Every card as a person."""
    return (read_person(card) for card in read_cards(io.BytesIO(data)) if isinstance(card, Card))


if __name__ == "__main__":
    main()
