"""Ways to reach somebody, as properties: EMAIL, TEL, ADR, URL, IMPP, SOCIALPROFILE and Apple's X-SOCIALPROFILE."""

from __future__ import annotations

import re
from collections.abc import Callable

from otnet_desktop.domain.people import ContactKind, ContactPoint, ContactState
from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.heads import parameter
from otnet_desktop.exchange.vcard.labels import to_apple, types_of
from otnet_desktop.exchange.vcard.parts import Told
from otnet_desktop.exchange.vcard.values import escape, fields, in_one_line, unescape

LINKEDIN = re.compile(r"(?:^|[/.@])linkedin\.com(?:/|$)", re.IGNORECASE)
_STATE = "X-OTNET-STATE"
_TEL_URI = re.compile(r"\+[0-9][0-9().-]*(?:;[A-Za-z0-9-]+=[A-Za-z0-9().+-]+)*", re.ASCII)
_NAMES = {
    ContactKind.EMAIL: "EMAIL",
    ContactKind.PHONE: "TEL",
    ContactKind.ADDRESS: "ADR",
    ContactKind.WEBSITE: "URL",
    ContactKind.CHAT: "IMPP",
    ContactKind.LINKEDIN: "SOCIALPROFILE",
}
_CHATS = {
    "X-SKYPE": "Skype", "X-SKYPE-USERNAME": "Skype", "X-JABBER": "Jabber", "X-AIM": "AIM", "X-ICQ": "ICQ",
    "X-MSN": "MSN", "X-YAHOO": "Yahoo", "X-GTALK": "Google Talk", "X-GOOGLE-TALK": "Google Talk", "X-QQ": "QQ",
    "X-GADUGADU": "Gadu-Gadu", "X-MS-IMADDRESS": "", "X-KADDRESSBOOK-X-IMADDRESS": "",
}  # fmt: skip
"""Properties from before IMPP, and the service each is for."""

_KINDS = {name: kind for kind, name in _NAMES.items()} | {"X-SOCIALPROFILE": ContactKind.LINKEDIN}
_KINDS |= dict.fromkeys(_CHATS, ContactKind.CHAT) | {"X-MS-TEL": ContactKind.PHONE}
NAMES = frozenset(_KINDS)
"""The properties read here."""


def read_point(content: Property, apple_label: str) -> tuple[ContactPoint, Told] | None:
    """A way to reach somebody, and whether that is all the line says; None for a line that leads nowhere."""
    head = content.head
    kind = _KINDS[head.name]
    told = Told.FULLY if head.is_plain and not (apple_label and head.label) else Told.PARTLY
    label = apple_label or head.label
    if kind is ContactKind.ADDRESS:
        value, one_field = _address(content.value)
        told = told if one_field else Told.PARTLY
    else:
        value = unescape(content.value).strip()
    if kind is ContactKind.EMAIL and value[:7].lower() == "mailto:":
        value, told = value[7:].strip(), Told.PARTLY
    elif head.name == "X-MS-TEL":
        told = Told.PARTLY
    elif kind is ContactKind.PHONE and value[:4].lower() == "tel:":
        value = value[4:].strip()
    elif head.name in _CHATS:
        label, told = apple_label or _CHATS[head.name] or label, Told.PARTLY
    elif kind is ContactKind.LINKEDIN:
        kind, label, told = _profile(content, value, apple_label, told)
    elif kind is ContactKind.WEBSITE and LINKEDIN.search(value):
        kind, told = ContactKind.LINKEDIN, Told.PARTLY
    if not value:
        return None
    state = _state(head.parameter(_STATE)) if _STATE in head.text else ContactState.OK
    return ContactPoint(kind, value, label, head.preferred, state), told


def _profile(content: Property, value: str, apple_label: str, told: Told) -> tuple[ContactKind, str, Told]:
    """A social profile is LinkedIn, or a website labelled with the service."""
    head = content.head
    service = head.parameter("SERVICE-TYPE") or (head.types[0] if head.types else "")
    if service.lower() == "linkedin" or LINKEDIN.search(value):
        types = ("linkedin",) if head.name == "X-SOCIALPROFILE" else ()
        is_ours = service == "LinkedIn" and head.types == types
        return ContactKind.LINKEDIN, apple_label, told if is_ours else Told.PARTLY
    return ContactKind.WEBSITE, apple_label or service, Told.PARTLY


def _address(value: str) -> tuple[str, bool]:
    """An address in one text, and whether it was one field anyway (the street, as Google and we write it)."""
    parts = [unescape(part).strip() for part in fields(value)]
    filled = [index for index, part in enumerate(parts) if part]
    if filled == [2]:
        return parts[2], value.startswith(";;") and value.endswith(";;;;") and len(parts) == 7
    return ", ".join(", ".join(parts[index].split("\n")) for index in filled), False


def _state(text: str) -> ContactState:
    return ContactState(text) if text in set(ContactState) else ContactState.OK


def write_point(point: ContactPoint, fresh_group: Callable[[], str]) -> list[str]:
    """The lines that say a way to reach somebody; a group is asked for only where a free label must be tied to it."""
    name = _NAMES[point.kind]
    types = types_of(name, point.label) if point.kind is not ContactKind.LINKEDIN or not point.label else None
    head = name
    if point.kind is ContactKind.LINKEDIN:
        head += ";SERVICE-TYPE=LinkedIn" + ("" if ":" in point.value else ";VALUE=text")
    if types:
        head += f";TYPE={','.join(types)}"
    if point.primary:
        head += ";PREF=1"
    if point.state is not ContactState.OK:
        head += parameter(_STATE, point.state)
    line = _valued(head, point)
    if types is not None:
        return [line]
    group = fresh_group()
    return [f"{group}.{line}", f"{group}.X-ABLabel:{escape(to_apple(point.label))}"]


def _valued(head: str, point: ContactPoint) -> str:
    match point.kind:
        case ContactKind.PHONE if _TEL_URI.fullmatch(point.value):
            return f"{head};VALUE=uri:tel:{point.value}"
        case ContactKind.ADDRESS:
            return f"{head}:;;{escape(point.value)};;;;"
        case ContactKind.EMAIL | ContactKind.PHONE:
            return f"{head}:{escape(point.value)}"
    return f"{head}:{in_one_line(point.value)}"
