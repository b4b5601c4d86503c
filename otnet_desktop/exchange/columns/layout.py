"""What each column of a table means: by its name, by the columns beside it, by what it holds, or as somebody said.

Public: ``lay_out(sheet, mapping)``, ``Layout``, ``TableMapping`` and ``signature(layout, has_names)``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from otnet_desktop.exchange.columns.dates import DateOrder, order_in
from otnet_desktop.exchange.columns.guess import guess_columns, since_when
from otnet_desktop.exchange.columns.headerless import thunderbird_columns
from otnet_desktop.exchange.columns.meaning import KEPT, Field, Meaning, spelled_meaning
from otnet_desktop.exchange.columns.names import DAY_BEFORE_MONTH, best_language, folded, lookup
from otnet_desktop.exchange.columns.numbered import numbered_meaning
from otnet_desktop.exchange.columns.program import Program, program_of
from otnet_desktop.exchange.columns.sheet import Sheet

_PREFIXES = frozenset(
    {"dr", "mr", "mrs", "ms", "mx", "miss", "sir", "prof", "professor", "herr", "frau", "hr", "fr", "mme", "m", "mlle",
     "sr", "sra", "dott", "dottssa", "ing"}
)  # fmt: skip
_IDENTITY = frozenset({Field.GIVEN, Field.FAMILY, Field.DISPLAY, Field.EMAIL, Field.NICKNAME})


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What somebody said columns mean, by name or by number from 1, and the order of their dates ("" if unsaid).

    ``habit`` is the order of dates where one lives, for tables in English that do not tell theirs.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    dates: str = ""
    habit: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """``meanings`` of the columns, in order. ``unknown``: columns nobody could tell, which are kept as they are.

    ``dates_are_sure``: some date can be read in one way only, or somebody said how.
    """

    names: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    program: Program
    unknown: frozenset[int]
    dates: DateOrder
    dates_are_sure: bool
    can_tell_people: bool


def lay_out(sheet: Sheet, mapping: TableMapping | None = None) -> Layout:
    """What the columns mean."""
    said = {column.casefold(): spelled for column, spelled in mapping.columns.items()} if mapping else {}
    names = sheet.names
    language = best_language(names)
    if names:
        named = _with_neighbours([_named(name, language) for name in names], sheet.samples)
        program = program_of(names, named)
    else:
        named = thunderbird_columns(sheet.samples) or [None] * sheet.width
        program = Program.THUNDERBIRD if any(named) else Program.ANY
    is_familiar = program is not Program.ANY
    named = [_said(said, n, names) or meaning for n, meaning in enumerate(named)]
    guessed = named if is_familiar else guess_columns(sheet.samples, named)
    order, sure = _dates(sheet, guessed, mapping, language)
    identity = any(meaning and meaning.field in _IDENTITY for meaning in (guessed if not names else named))
    return Layout(
        names or tuple(f"Column {n}" for n in range(1, sheet.width + 1)),
        tuple(meaning or KEPT for meaning in guessed),
        program,
        frozenset(n for n, meaning in enumerate(guessed) if meaning is None),
        order,
        sure,
        identity,
    )


def signature(layout: Layout, has_names: bool) -> str:
    """The same for every table with these columns; where they have no names, for every one that holds the like."""
    told = [folded(name) or name for name in layout.names] if has_names else [m.spelled for m in layout.meanings]
    return hashlib.sha256("\x1f".join([*told, str(has_names)]).encode()).hexdigest()[:32]


def _said(said: Mapping[str, str], number: int, names: Sequence[str]) -> Meaning | None:
    name = names[number] if names else f"Column {number + 1}"
    text = said.get(name.casefold()) or said.get(str(number + 1))
    return spelled_meaning(text) if text else None


def _named(name: str, language: str) -> str | Meaning:
    return numbered_meaning(name) or lookup(name, language)


def _with_neighbours(told: Sequence[str | Meaning], samples: Sequence[Sequence[str]]) -> list[Meaning | None]:
    """Names that mean one thing beside some columns and another beside others."""
    sure = [spelled_meaning(one) if isinstance(one, str) else one for one in told]
    has = {meaning.field for meaning in sure if meaning}
    titles = [n for n, one in enumerate(told) if one == "title?"]
    for n, one in enumerate(told):
        if one == "title?":
            cells = [row[n].strip().rstrip(".").casefold() for row in samples if n < len(row) and row[n].strip()]
            are_prefixes = bool(cells) and all(cell in _PREFIXES for cell in cells)
            is_first_of_two = len(titles) > 1 and n == titles[0]
            sure[n] = Meaning(Field.PREFIX if Field.TITLE in has or are_prefixes or is_first_of_two else Field.TITLE)
        elif one == "name?":
            sure[n] = Meaning(_part_of_name(has))
        elif one == "given?":  # Czech Outlook numbers them: Jméno, 2. křestní jméno
            sure[n] = Meaning(Field.MIDDLE if "name?" in told else Field.GIVEN)
        elif one == "place?":
            sure[n] = KEPT if Field.CITY in has else Meaning(Field.CITY)
        elif one == "birthday?":
            sure[n] = KEPT if Field.BIRTHDAY in has else Meaning(Field.BIRTHDAY)
        elif one == "birthday" and {Field.BIRTH_YEAR, Field.BIRTH_MONTH} <= has:
            sure[n] = Meaning(Field.BIRTH_DAY)
    if (last := since_when(sure, samples)) is not None:
        sure[last] = Meaning(Field.CONNECTED)
    return sure


def _part_of_name(has: set[Field]) -> Field:
    if Field.GIVEN in has and Field.FAMILY not in has:
        return Field.FAMILY
    if Field.FAMILY in has and Field.GIVEN not in has:
        return Field.GIVEN
    return Field.DISPLAY


def _dates(
    sheet: Sheet, meanings: Sequence[Meaning | None], mapping: TableMapping | None, language: str
) -> tuple[DateOrder, bool]:
    if mapping and mapping.dates:
        return DateOrder(mapping.dates), True
    columns = [n for n, meaning in enumerate(meanings) if meaning and meaning.field is Field.BIRTHDAY]
    cells = [row[n] for row in sheet.samples for n in columns if n < len(row)]
    found = order_in(cells)
    if found is not None:
        return found, True
    if language in DAY_BEFORE_MONTH or any("." in cell for cell in cells):
        return DateOrder.DAY_FIRST, False
    return DateOrder(mapping.habit) if mapping and mapping.habit else DateOrder.MONTH_FIRST, False
