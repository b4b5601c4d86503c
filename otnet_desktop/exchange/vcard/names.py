"""N and FN: the parts of a name, and the letters that stand in them."""

from __future__ import annotations

from otnet_desktop.domain.credentials import split_name, split_suffix
from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.parts import Parts, Told, fully
from otnet_desktop.exchange.vcard.values import escape, fields, items, unescape

_LIST = 5


def read_name(parts: Parts, content: Property) -> Told:
    """N: family, given, middle, prefix, suffix. Letters after the family name become credentials.

    One with something else alone has nothing to do with the name we write.
    """
    told = fully(content.head)
    raw = fields(content.value)
    if any(raw[_LIST:]):
        if not any(unescape(field).strip() for field in raw[:_LIST]):
            return Told.NOT
        told = Told.PARTLY
    if parts.name is not None:
        return Told.ALSO
    texts: list[str] = []
    for index, field in enumerate((*raw, "", "", "", "", "")[:_LIST]):
        if "," in field:
            members = [text for item in items(field) if (text := unescape(item).strip())]
            texts.append((", " if index == _LIST - 1 else " ").join(members))
            told = told if index == _LIST - 1 or len(members) <= 1 else Told.PARTLY
        else:
            texts.append(unescape(field).strip())
    family, letters = split_name(texts[0])
    suffix, more_letters = split_suffix(texts[4])
    if letters:
        told = Told.PARTLY
    parts.shown_letters = tuple(t for t in parts.shown_letters if t not in letters and t not in more_letters)
    _add_letters(parts, (*letters, *more_letters))
    parts.name = (family, texts[1], texts[2], texts[3], suffix)
    return told


def read_formatted(parts: Parts, content: Property) -> Told:
    """FN: the name as it is shown, without the letters after it."""
    text = unescape(content.value).strip()
    if not text:
        return Told.FULLY
    if parts.formatted is not None:
        return Told.ALSO
    parts.shown = text
    parts.formatted, letters = split_name(text)
    parts.shown_letters = tuple(token for token in letters if token not in parts.letters)
    _add_letters(parts, letters)
    return Told.PARTLY if letters else fully(content.head)


def _add_letters(parts: Parts, letters: tuple[str, ...]) -> None:
    parts.letters += [token for token in letters if token not in parts.letters]


def shows_letters(profile: Profile) -> bool:
    """Whether letters would be found in the names of somebody who has none."""
    names = (profile.full_name, profile.family)
    return any(split_name(name.strip())[1] for name in names) or bool(split_suffix(profile.suffix)[1])


def write_name(name: tuple[str, str, str, str, str], credentials: tuple[str, ...]) -> str:
    """The N line; credentials stand in the suffix, where phones show them."""
    *four, suffix = name
    suffixes = [escape(part) for part in (*suffix.split(", "), *credentials) if part]
    return f"N:{';'.join(escape(part) for part in four)};{','.join(suffixes)}"
