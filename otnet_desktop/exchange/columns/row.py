"""A person out of cells: what we have fields for goes there, the rest is kept in ``Profile.foreign``.

Public: ``Row`` with ``take``, ``keep``, ``take_picture`` and ``profile``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from otnet_desktop.domain.credentials import split_name, split_suffix
from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.columns.cells import (
    NO_PICTURE,
    emails_of,
    groups_of,
    is_all_addresses,
    picture_of,
    texts_of,
)
from otnet_desktop.exchange.columns.custom import OWN, Custom, read_custom
from otnet_desktop.exchange.columns.dates import DateOrder, is_no_date, read_date
from otnet_desktop.exchange.columns.gathering import Gathered, is_told, tell_places
from otnet_desktop.exchange.columns.kept import column_entry
from otnet_desktop.exchange.columns.meaning import IN_ADDRESS, Field, Meaning
from otnet_desktop.exchange.columns.program import SOURCES, Program
from otnet_desktop.exchange.google_out import FILED_AS, OURS
from otnet_desktop.exchange.report import excerpt
from otnet_desktop.exchange.vcard.gathering import EMPTY, build
from otnet_desktop.exchange.vcard.parts import Parts, add
from otnet_desktop.exchange.vcard.pictures import media_type

_NAMES = (Field.GIVEN, Field.FAMILY, Field.DISPLAY)


class Row:
    """One person being told of, cell by cell. Each ``take_...`` says whether its field holds the cell."""

    def __init__(self, program: Program, dates: DateOrder, *, is_ours: bool = False) -> None:
        self._program = program
        self._dates = dates
        self._is_ours = is_ours
        self.odd_dates: list[str] = []
        self.has_birthday = False
        self._foreign: list[str] = []
        self._custom: list[tuple[str, int, str]] = []
        self._ours = Custom()
        self._told = Gathered()
        self._parts = Parts()

    def take(self, name: str, number: int, meaning: Meaning | None, cell: str) -> str:
        """Take a cell that holds something. What no field holds is kept, and comes back as the entry it became."""
        if meaning is not None and self._takers[meaning.field](self, name, meaning, cell):
            return ""
        return self.keep(name, number, cell)

    def keep(self, name: str, number: int, cell: str) -> str:
        """Keep a cell as it is; the entry comes back."""
        entry = column_entry(name, number, cell)
        self._foreign.append(entry)
        return entry

    def take_picture(self, picture: bytes) -> bool:
        """A photo; False where there is one already or it is none."""
        if self._parts.photo or media_type(picture) == NO_PICTURE:
            return False
        self._parts.photo = picture
        return True

    def _take_single(self, _name: str, meaning: Meaning, cell: str) -> bool:
        return is_told(self._told.singles, meaning.field, cell)

    def _take_way(self, name: str, meaning: Meaning, cell: str) -> bool:
        if meaning.field is Field.EMAIL and not self._is_ours:
            if not emails_of(cell):
                return False
            if not is_all_addresses(cell):
                self.keep(name, 0, cell)
        self._told.ways.append((meaning.field, meaning, cell))
        return self._is_ours or bool(cell.strip(EMPTY))

    def _take_label(self, _name: str, meaning: Meaning, cell: str) -> bool:
        self._told.labels[meaning.label, meaning.slot] = cell
        return True

    def _take_address(self, _name: str, meaning: Meaning, cell: str) -> bool:
        address = self._told.addresses.setdefault((meaning.label, meaning.slot), {})
        address.setdefault(meaning.field, []).append(cell)
        return True

    def _take_place(self, _name: str, meaning: Meaning, cell: str) -> bool:
        return is_told(self._told.places.setdefault(meaning.slot, {}), meaning.field, cell)

    def _take_list(self, _name: str, meaning: Meaning, cell: str) -> bool:
        self._told.lists.setdefault(meaning.field, []).extend(texts_of(cell))
        return True

    def _take_phonetic(self, name: str, meaning: Meaning, cell: str) -> bool:
        self._told.lists.setdefault(meaning.field, []).append(" ".join(cell.split()))
        return name in OWN  # else which part of the name it was is told by its column alone

    def _take_note(self, _name: str, _meaning: Meaning, cell: str) -> bool:
        add(self._parts.notes, cell)
        return True

    def _take_tags(self, name: str, _meaning: Meaning, cell: str) -> bool:
        tags, rest = groups_of(cell, of_google=self._program is Program.GOOGLE)
        for tag in tags:
            add(self._parts.tags, tag)
        if rest:
            self.keep(name, 0, rest)
        return True

    def _take_birthday(self, _name: str, _meaning: Meaning, cell: str) -> bool:
        if is_no_date(cell):
            return True
        self.has_birthday = True
        day = read_date(cell, self._dates)
        if not day:
            self.odd_dates.append(excerpt(cell))
        return bool(day) and self._parts.singles.setdefault("BDAY", day) == day

    def _take_connected(self, _name: str, _meaning: Meaning, cell: str) -> bool:
        day = read_date(cell, self._dates)
        if not day:
            self.odd_dates.append(excerpt(cell))
        self._foreign.append(f"Connected On: {day or cell}")
        return True

    def _take_photo(self, _name: str, _meaning: Meaning, cell: str) -> bool:
        return self.take_picture(picture_of(cell))

    def _take_custom(self, name: str, meaning: Meaning, cell: str) -> bool:
        self._custom.append((name, meaning.slot, cell))
        return True

    def _take_nothing(self, _name: str, _meaning: Meaning, cell: str) -> bool:
        return is_no_date(cell)

    def profile(self, uid: str) -> Profile:
        """Everything that was taken, as a person. ``uid`` is the entry's own, or made of what it says."""
        told, parts = self._told, self._parts
        self._read_custom()
        points = [*told.points(as_they_are=self._is_ours), *self._ours.chats]
        parts.points = {self._ours.with_state(point): place for place, point in enumerate(points)}
        self._read_name()
        self._birthday_in_parts()
        tell_places(told.places, self._ours.places, parts)
        for field, found in ((Field.AREAS, parts.areas), (Field.LANGUAGES, parts.languages)):
            for text in told.lists.get(field, ()):
                add(found, text)
        source = SOURCES.get(self._program, "")
        parts.singles["UID"] = self._ours.uid or uid
        get = told.singles.get
        singles = {
            "PRONOUNS": get(Field.PRONOUNS),
            "ROLE": get(Field.ROLE),
            "X-OTNET-SAY-IT-LIKE": " ".join(told.lists.get(Field.PHONETIC, ())),
            "X-OTNET-HOW-MET": get(Field.HOW_MET, source if self._program is Program.LINKEDIN else ""),
            "X-OTNET-EVENT": get(Field.EVENT),
            "X-OTNET-SOURCE": parts.singles.get("X-OTNET-SOURCE", "" if self._ours.uid else source),
        }
        parts.singles |= {name: text for name, text in singles.items() if text}
        return build(parts, tuple(self._foreign))

    def _read_custom(self) -> None:
        """Fields somebody made: ours go where they belong, any other is kept with its name."""
        labels = self._told.labels
        pairs = ((name, labels.get((Field.CUSTOM.value, slot), ""), cell) for name, slot, cell in self._custom)
        found = self._ours = read_custom(pairs)
        self._foreign += found.entries
        self._parts.singles |= found.singles
        for part, values in found.lists.items():
            for value in values:
                add(getattr(self._parts, part), value)
        for label, value in found.fields:
            self.take(label, 0, Meaning(OWN[label]), value)
        for label, value in found.seconds:
            self.keep(label, 0, value)
        for name, label, cell in found.left:
            if label:
                self.keep(f"{name.rpartition(' - ')[0]} - Label", 0, label)
            self.keep(name, 0, cell)

    def _read_name(self) -> None:
        get, parts = self._told.singles.get, self._parts
        addresses = {point.value.casefold() for point in parts.points}
        given, family, display = (
            "" if get(field, "").casefold() in addresses else get(field, "") for field in _NAMES
        )  # where there is no name, programs put the address into its place
        surname, letters = split_name(family)
        shown, more = split_name(display)
        suffix, last = split_suffix(get(Field.SUFFIX, ""))
        for before, after, name in ((family, surname, "Last Name"), (display, shown, "Display Name")):
            if before != after:
                self._foreign.insert(0, f"{name}: {before}")
        parts.letters = list(dict.fromkeys((*letters, *more, *last, *self._told.lists.get(Field.CREDENTIALS, ()))))
        parts.formatted = shown
        if self._ours.uid:
            parts.formatted = self._filed_as()
            given = "" if given == parts.formatted and not (surname or get(Field.MIDDLE)) else given
        parts.name = (surname, given, get(Field.MIDDLE, ""), get(Field.PREFIX, ""), suffix)
        if nickname := get(Field.NICKNAME, ""):
            add(parts.nicknames, nickname)

    def _filed_as(self) -> str:
        """How somebody of ours is shown; that we had Google file them so, as one of one's contacts, is ours alone."""
        start = f"{FILED_AS}: "
        found = next((entry for entry in self._foreign if entry.startswith(start)), "")
        self._foreign = [entry for entry in self._foreign if entry not in (found, f"Labels: {OURS}")]
        return found.removeprefix(start)

    def _birthday_in_parts(self) -> None:
        year, month, day = map(self._told.singles.get, (Field.BIRTH_YEAR, Field.BIRTH_MONTH, Field.BIRTH_DAY))
        if not (year or month or day) or "BDAY" in self._parts.singles:
            return
        text = f"{year or '1604'}-{(month or '').zfill(2)}-{(day or '').zfill(2)}"
        if found := read_date(text, self._dates):
            self._parts.singles["BDAY"] = found
        else:
            told = (("Birth Year", year), ("Birth Month", month), ("Birth Day", day))
            self._foreign += [f"{name}: {value}" for name, value in told if value]

    _takers: ClassVar[dict[Field, Callable[[Row, str, Meaning, str], bool]]] = {
        **dict.fromkeys(Field, _take_single),
        **dict.fromkeys((Field.EMAIL, Field.PHONE, Field.WEBSITE, Field.LINKEDIN, Field.CHAT), _take_way),
        **dict.fromkeys((Field.ADDRESS, *IN_ADDRESS), _take_address),
        **dict.fromkeys((Field.ORGANISATION, Field.TITLE, Field.DEPARTMENT), _take_place),
        **dict.fromkeys((Field.CREDENTIALS, Field.AREAS, Field.LANGUAGES), _take_list),
        Field.LABEL: _take_label,
        Field.PHONETIC: _take_phonetic,
        Field.NOTE: _take_note,
        Field.TAGS: _take_tags,
        Field.BIRTHDAY: _take_birthday,
        Field.CONNECTED: _take_connected,
        Field.PHOTO: _take_photo,
        Field.CUSTOM: _take_custom,
        Field.KEPT: _take_nothing,
    }
