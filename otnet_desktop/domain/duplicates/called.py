"""What somebody is called, taken apart so that titles, letters, order, accents and nicknames do not matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from otnet_desktop.domain.credentials import split_name
from otnet_desktop.domain.duplicates.nicknames import formal
from otnet_desktop.domain.duplicates.ways import words_of
from otnet_desktop.domain.people import Profile
from otnet_desktop.domain.typed_name import PARTICLES, TITLES, read_name

_IN_BRACKETS = re.compile(r"""[("“”„«‚'‘](\w[\w .-]*?)[)"“”»’']""")
_WRITTEN_OUT = {ord(letter): two for letter, two in zip("äöüåøÄÖÜÅØ", ("ae", "oe", "ue", "aa", "oe") * 2, strict=True)}
_HAS_NO_SPACES = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Han, kana and hangul: family and given name are written as one word."""


@dataclass(frozen=True, slots=True)
class Called:
    """A name's folded words.

    ``given`` and ``family`` may stand the wrong way round, as people type them; ``words`` are both, in any order.
    ``also`` are other first names: a nickname, what stands in brackets. ``spelled`` says for words with an umlaut how
    they are written without one ("muller": "mueller"). ``middles`` are initials. ``written`` are all words as they
    stand there, in the order of the alphabet.
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    middles: frozenset[str] = frozenset()
    spelled: tuple[tuple[str, str], ...] = ()
    written: str = ""

    @property
    def key(self) -> str:
        """Equal for equal names."""
        return " ".join(sorted(self.words))

    @property
    def runs(self) -> frozenset[str]:
        """Written as one word, either way round: "Anne-Marie" is "Annemarie"."""
        given, family = "".join(self.given), "".join(self.family)
        return frozenset({given + family, family + given})


def called(profile: Profile) -> Called:
    """What a profile is called; nothing where all one has is an address."""
    return _called(profile.given, profile.family, profile.middle, profile.display, profile.nickname)


@lru_cache(maxsize=4096)
def _called(given: str, family: str, middle: str, display: str, nickname: str) -> Called:
    if not given and not family:
        typed = read_name(_IN_BRACKETS.sub(" ", display))
        given, family = typed.given, typed.family
    if "@" in given or "@" in family:
        return Called()
    bracketed = " ".join(_IN_BRACKETS.findall(f"{display} {given}"))
    first, last = (_parts(_IN_BRACKETS.sub(" ", text)) for text in (given, family))
    first, middles = _without_initials(first, last)
    spelled = {
        plain: written
        for text in (given, family)
        if not text.isascii()
        for plain, written in zip(_parts(text), _parts(text.translate(_WRITTEN_OUT)), strict=False)
        if plain != written
    }
    return Called(
        given=first,
        family=last,
        words=frozenset((*first, *last)),
        also=frozenset(words_of(f"{nickname} {bracketed}")) - {*first, *last},
        middles=frozenset({*middles, *(word[0] for word in words_of(middle))}),
        spelled=tuple(spelled.items()),
        written=" ".join(sorted(word for word in words_of(split_name(f"{given} {family}")[0]) if word not in TITLES)),
    )


@lru_cache(maxsize=8192)
def _parts(text: str) -> tuple[str, ...]:
    """The words of one part of a name, without titles and letters after it; small words belong to the next one."""
    bare, _letters = split_name(text.strip())
    words = words_of(bare)
    words = [word for word in words if word not in TITLES] or words
    parts: list[str] = []
    before = ""
    for word in words:
        before += word
        if word not in PARTICLES:
            parts.append(before)
            before = ""
    return (*parts, before) if before else tuple(parts)


def _without_initials(first: tuple[str, ...], last: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Somebody typed as "Robert J." is called Robert; but "J." alone is all there is."""
    names = tuple(word for word in first if len(word) > 1)
    if not names or (not last and len(names) < 2):
        return first, ()
    return names, tuple(word for word in first if len(word) == 1)


def name_keys(name: Called) -> tuple[str, ...]:
    """Keys that people share who may be called the same, that of the name itself first."""
    if not name.words:
        return ()
    keys = [name.key, name.written]
    if len(name.given) > 1 or len(name.family) > 1:
        givens, families = {name.given, ("".join(name.given),)}, {name.family, ("".join(name.family),)}
        keys += (_key((*given, *family)) for given in sorted(givens) for family in sorted(families))
    spelled = dict(name.spelled)
    if spelled:
        keys.append(_key(tuple(spelled.get(word, word) for word in (*name.given, *name.family))))
    for place, word in enumerate(name.given):
        rest = (*name.given[:place], *name.given[place + 1 :], *name.family)
        keys += (_key((full, *rest)) for full in sorted(formal(word)))
    for word in sorted(name.also):
        keys += (_key((full, *name.family)) for full in (word, *sorted(formal(word))))
    if _HAS_NO_SPACES.search(name.key):
        keys += sorted(name.runs)
    return tuple(dict.fromkeys(key for key in keys if key))


def _key(words: tuple[str, ...]) -> str:
    return " ".join(sorted({word for word in words if word}))
