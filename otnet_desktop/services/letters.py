"""One's own letters: kept as they are written, renamed, deleted; each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.names import fold
from otnet_desktop.domain.own_letters import OwnLetter
from otnet_desktop.services.refs import new_ref
from otnet_desktop.services.roster import Readings, nothing_else
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.search_lines import cut_line, read_query

FOUND = 3
"""As many letters as are shown below the people who were found."""


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter, and the line in which the words are."""

    letter: OwnLetter
    line: str


class LettersService:
    """They stand beside those that ship, which are never changed."""

    def __init__(self, steps: Steps, readings: Readings = nothing_else) -> None:
        self._steps = steps
        self._store = steps.store
        self._readings = readings

    def all(self) -> list[OwnLetter]:
        """Every letter of one's own, by name."""
        return sorted(self._store.letters.all(), key=lambda letter: (letter.title.casefold(), letter.ref))

    def find(self, text: str, limit: int = FOUND) -> list[FoundLetter]:
        """Letters in which all the words stand, or what they are called elsewhere."""
        if not text.strip():
            return []
        found: dict[str, FoundLetter] = {}
        letters = self.all()
        for query in map(read_query, (text, *self._readings(text))):
            for letter in letters:
                texts = (letter.title, letter.subject, letter.body)
                if query.folded and not query.missing_in(fold("\n".join(texts))):
                    found.setdefault(letter.ref, FoundLetter(letter, cut_line(texts, query.folded)))
        return list(found.values())[:limit]

    def get(self, ref: str) -> OwnLetter:
        """One letter. Raises NotFound."""
        found = self._store.letters.get(ref)
        if found is None:
            raise NotFound("That letter is not here any more.", "Perhaps the change was undone: press Ctrl+Z again.")
        return found

    def add(self, letter: OwnLetter) -> OwnLetter:
        """Keep a new one, under a name nobody else has."""
        taken = {known.title for known in self._store.letters.all()}
        titles = [letter.title, *(f"{letter.title} {n}" for n in range(2, len(taken) + 3))]
        kept = replace(letter, ref=new_ref("letter"), title=next(title for title in titles if title not in taken))
        with self._steps.step("Add letter", [], Room.WRITING, tells_facts=False):
            self._store.letters.save(kept, self._steps.clock.now())
        return kept

    def save(self, letter: OwnLetter, sitting: int | None = None) -> int | None:
        """Keep one as it is written. ``sitting`` is that of ``ResearchService.save_notes``. Raises NotFound."""
        self.get(letter.ref)
        with self._steps.step("Edit letter", [], Room.WRITING, sitting=sitting, tells_facts=False) as step:
            self._store.letters.save(letter, self._steps.clock.now())
        return step

    def remove(self, ref: str) -> None:
        """Delete one; drafts written with it stay."""
        with self._steps.step("Delete letter", [], Room.WRITING, tells_facts=False):
            self._store.letters.remove(ref)
