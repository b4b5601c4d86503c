"""Properties whose meaning is known although no field of ours holds them; they are kept without a word."""

from __future__ import annotations

_REGISTERED = frozenset(
    {"SOURCE", "KIND", "XML", "FN", "N", "NICKNAME", "PHOTO", "BDAY", "ANNIVERSARY", "GENDER", "ADR", "TEL", "EMAIL",
     "IMPP", "LANG", "TZ", "GEO", "TITLE", "ROLE", "LOGO", "ORG", "MEMBER", "RELATED", "CATEGORIES", "NOTE", "PRODID",
     "REV", "SOUND", "UID", "CLIENTPIDMAP", "URL", "VERSION", "KEY", "FBURL", "CALADRURI", "CALURI", "BIRTHPLACE",
     "DEATHPLACE", "DEATHDATE", "EXPERTISE", "HOBBY", "INTEREST", "ORG-DIRECTORY", "CONTACT-URI", "CREATED",
     "GRAMGENDER", "LANGUAGE", "PRONOUNS", "SOCIALPROFILE", "JSPROP", "AGENT", "LABEL", "MAILER", "CLASS", "NAME",
     "PROFILE", "SORT-STRING"}
)  # fmt: skip
"""RFC 6350 and its extensions (6473, 6474, 6715, 8605, 9554, 9555), then what only vCard 2.1 and 3.0 had."""

_FAMILIES = (
    "X-AB",
    "X-ADDRESSBOOKSERVER-",
    "X-AIM",
    "X-ANDROID-",
    "X-ANNIVERSARY",
    "X-APPLE-",
    "X-ETAG",
    "X-EVOLUTION-",
    "X-GTALK",
    "X-ICQ",
    "X-IMAGE",
    "X-JABBER",
    "X-KADDRESSBOOK-",
    "X-MOZILLA-",
    "X-MS-",
    "X-MSN",
    "X-OTNET-",
    "X-PHONETIC-",
    "X-QQ",
    "X-SKYPE",
    "X-SPOUSE",
    "X-YAHOO",
)


def is_known(name: str) -> bool:
    """Whether a property (in capitals) needs no remark."""
    return name in _REGISTERED or name.startswith(_FAMILIES)
