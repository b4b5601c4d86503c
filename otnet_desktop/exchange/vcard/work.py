"""Where somebody works: ORG and TITLE, paired into affiliations and taken apart again."""

from __future__ import annotations

from collections import deque
from datetime import date

from otnet_desktop.domain.people import Affiliation
from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.heads import Head, parameter
from otnet_desktop.exchange.vcard.parts import Organisation, Parts, Title, Told, add, fully
from otnet_desktop.exchange.vcard.values import escape, fields, unescape

OURS = "job"
"""Groups of this name tie a title to its organisation; others (Apple's item1) only hang labels on single lines."""

_SETTING, _SINCE, _UNTIL = "X-OTNET-SETTING", "X-OTNET-SINCE", "X-OTNET-UNTIL"


def read_organisation(parts: Parts, content: Property) -> Told:
    """ORG: the organisation and its units."""
    units = [unescape(unit).strip() for unit in fields(content.value)]
    name, department = units[0], "; ".join(unit for unit in units[1:] if unit)
    if not name and not department:
        return Told.FULLY
    parts.organisations.append(Organisation(content.line, content.head.group, name, department, *_dates(content.head)))
    add(parts.work, ("ORG", name, department))
    exact = units in ([name, department], [name])
    return fully(content.head) if exact else Told.PARTLY


def read_title(parts: Parts, content: Property) -> Told:
    """TITLE: what somebody is there."""
    text = unescape(content.value).strip()
    if not text:
        return Told.FULLY
    add(parts.work, ("TITLE", text))
    parts.titles.append(Title(content.line, content.head.group, text, *_dates(content.head)))
    return fully(content.head)


def _dates(head: Head) -> tuple[str, str, str]:
    if not head.parameters:
        return "", "", ""
    return head.parameter(_SETTING), head.parameter(_SINCE), head.parameter(_UNTIL)


def affiliations(parts: Parts) -> tuple[Affiliation, ...]:
    """Organisations with their titles: by group where there is one, else one after the other."""
    if len(parts.organisations) == 1 and len(parts.titles) == 1 and not parts.titles[0].group.startswith(OURS):
        return (_affiliation(parts.organisations[0], parts.titles[0]),)
    by_group: dict[str, deque[Organisation]] = {}
    for organisation in parts.organisations:
        by_group.setdefault(organisation.group, deque()).append(organisation)
    loose = deque(o for o in parts.organisations if not o.group.startswith(OURS))
    taken: set[int] = set()
    found: list[tuple[int, Affiliation]] = []
    for title in parts.titles:
        mate = _next(by_group.get(title.group), taken)
        if mate is None and not title.group.startswith(OURS):
            mate = _next(loose, taken)
        if mate is not None:
            taken.add(mate.line)
        found.append((mate.line if mate else title.line, _affiliation(mate, title)))
    found += [(o.line, _affiliation(o, None)) for o in parts.organisations if o.line not in taken]
    return tuple(dict.fromkeys(affiliation for _, affiliation in sorted(found, key=lambda pair: pair[0])))


def _next(waiting: deque[Organisation] | None, taken: set[int]) -> Organisation | None:
    """The first organisation that has no title yet."""
    while waiting:
        organisation = waiting.popleft()
        if organisation.line not in taken:
            return organisation
    return None


def _affiliation(organisation: Organisation | None, title: Title | None) -> Affiliation:
    told = organisation or title
    return Affiliation(
        organisation=organisation.name if organisation else "",
        title=title.text if title else "",
        department=organisation.department if organisation else "",
        setting=told.setting if told else "",
        since=_date(told.since) if told else None,
        until=_date(told.until) if told else None,
    )


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def needs_groups(places: tuple[Affiliation, ...]) -> bool:
    """Whether order alone would not tell which title belongs to which organisation."""
    return len(places) > 1 and any(not place.title or not (place.organisation or place.department) for place in places)


def write_organisation(place: Affiliation) -> str:
    """The ORG line."""
    units = [place.organisation, place.department] if place.department else [place.organisation]
    return f"ORG{_details(place)}:{';'.join(escape(unit) for unit in units)}"


def write_title(place: Affiliation) -> str:
    """The TITLE line; it carries the dates when there is no organisation to carry them."""
    details = "" if place.organisation or place.department else _details(place)
    return f"TITLE{details}:{escape(place.title)}"


def _details(place: Affiliation) -> str:
    told = ((_SETTING, place.setting), (_SINCE, place.since), (_UNTIL, place.until))
    return "".join(parameter(name, str(value)) for name, value in told if value)
