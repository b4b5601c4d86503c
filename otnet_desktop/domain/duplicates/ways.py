"""Addresses, numbers and places as they are compared: what is only another spelling of the same is equal here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from otnet_desktop.domain.names import fold
from otnet_desktop.domain.people import ContactKind

_PROFILE = re.compile(r"^(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_EXTENSION = re.compile(
    r"(?:[;,#]|(?<![a-z])(?:extension|ext|x|dw)\b\.?|(?<![a-z])x(?=\d))\D*(\d{1,6})\s*$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_COMPANY_FORMS = frozenset({"inc", "llc", "ltd", "gmbh", "corp", "co", "plc", "the", "kg", "ag"})

FEWEST_DIGITS = 7
DIGITS_OF_ANY_COUNTRY = 8
"""So many last digits are the same with and without country and area code; fewer are compared only as a whole."""

OF_NO_PERSON = (["company"], ["school"], ["showcase"], ["groups"], ["jobs"], ["feed"], ["posts"], ["events"])
"""Where else an address at LinkedIn may lead."""

OF_A_HOUSE = frozenset(
    {"admin", "administration", "appointments", "billing", "booking", "bookings", "care", "careers", "clinic",
     "contact", "desk", "education", "enquiries", "fieldwork", "frontdesk", "front", "hello", "hr", "info",
     "information", "inquiries", "intake", "jobs", "kontakt", "mail", "main", "no", "noreply", "occupationaltherapy",
     "office", "ot", "practice", "praxis", "reception", "recruiting", "recruitment", "referral", "referrals", "rehab",
     "scheduling", "school", "secretary", "service", "services", "staff", "students", "support", "team", "therapies",
     "therapists", "therapy", "volunteer", "ward"}
)  # fmt: skip
"""Words before the @ of a mailbox that belongs to a place and not to a person."""


def profile_address(url: str) -> str:
    """``linkedin.com/in/name`` from any spelling of a profile's address; nothing if it is not LinkedIn's."""
    text = url.strip()
    found = _PROFILE.match(text)
    if not found:
        return ""
    path = re.split(r"[?#]", text[found.end() :], maxsplit=1)[0].strip("/").casefold()
    return f"linkedin.com/{path}" if path else ""


def personal_page(url: str) -> str:
    """The address of a person's profile; nothing for the page of a company, a school or a group."""
    address = profile_address(url)
    return "" if address.split("/")[1:2] in OF_NO_PERSON else address


def fold_site(url: str) -> str:
    """A web page without scheme, "www." and trailing slash."""
    return _SCHEME.sub("", url.strip()).rstrip("/").casefold()


def fold_email(address: str) -> str:
    """An address as mail systems compare it in practice."""
    return address.strip().casefold()


def is_of_a_house(address: str) -> bool:
    """Whether a folded address is that of a reception or a team: several people read it."""
    first = re.split(r"[._+\-0-9]", address.partition("@")[0], maxsplit=1)[0]
    return first in OF_A_HOUSE


def fold_phone(number: str) -> str:
    """The digits that stay when country is dialled or not, with the extension ("6045550101x12"); "" for too few."""
    told = number.strip().removeprefix("tel:")
    extension = _EXTENSION.search(told)
    digits = "".join(letter for letter in (told[: extension.start()] if extension else told) if letter.isdecimal())
    digits = digits.lstrip("0")
    if len(digits) < FEWEST_DIGITS:
        return ""
    return f"{digits}x{extension[1]}" if extension else digits


def same_phone(one: str, other: str) -> bool:
    """Whether two folded numbers are one: equal, or one of them told with its country or area code."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    bare, _, extension = shorter.partition("x")
    whole, _, other_extension = longer.partition("x")
    return extension == other_extension and len(bare) >= DIGITS_OF_ANY_COUNTRY and whole.endswith(bare)


def share_phone(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of these folded numbers is one of the others."""
    ends: dict[str, list[str]] = {}
    for other in others:
        ends.setdefault(phone_key(other), []).append(other)
    return any(same_phone(one, other) for one in some for other in ends.get(phone_key(one), ()))


def phone_key(folded: str) -> str:
    """What numbers that may be one have in common: their ends."""
    return folded[-DIGITS_OF_ANY_COUNTRY:]


@lru_cache(maxsize=4096)
def fold_company(name: str) -> str:
    """An organisation's name without accents, punctuation and its legal form."""
    words = words_of(name)
    return " ".join(word for word in words if word not in _COMPANY_FORMS) or " ".join(words)


def same_way(kind: ContactKind, one: str, other: str) -> bool:
    """Whether two values of one kind are the same way to reach somebody."""
    match kind:
        case ContactKind.EMAIL:
            return fold_email(one) == fold_email(other)
        case ContactKind.PHONE if (first := fold_phone(one)) and (second := fold_phone(other)):
            return same_phone(first, second)
        case ContactKind.LINKEDIN if address := profile_address(one):
            return address == profile_address(other)
    return one.strip() == other.strip()


def way_key(kind: ContactKind, value: str) -> str:
    """Equal for any two values that are the same way: of many, only those that share it need be compared."""
    match kind:
        case ContactKind.EMAIL:
            return fold_email(value)
        case ContactKind.PHONE if folded := fold_phone(value):
            return phone_key(folded)
        case ContactKind.LINKEDIN if address := profile_address(value):
            return address
    return value.strip()


def words_of(text: str) -> list[str]:
    """The folded words of a text: no accents, no case, no apostrophes, no punctuation."""
    return _WORD.findall(fold(_APOSTROPHES.sub("", text)))
