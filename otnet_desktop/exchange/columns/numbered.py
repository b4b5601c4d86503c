"""Google's columns that belong together by number: ``E-mail 1 - Label`` says what kind ``E-mail 1 - Value`` is."""

from __future__ import annotations

import re
from functools import lru_cache

from otnet_desktop.exchange.columns.meaning import KEPT, Field, Meaning

_NUMBERED = re.compile(r"\s*([^\d]{2,40}?)\s*(\d{1,3})\s*[-–—:]\s*([^\d]{2,40})\s*")


def _by_name(told: dict[Field, str]) -> dict[str, Field]:
    return {name: field for field, names in told.items() for name in names.split("|")}


_THINGS = _by_name(
    {
        Field.EMAIL: "e-mail|email|correo|correo electrónico|courriel|e-mailadres|e-post|epost|sähköposti|メール",
        Field.PHONE: "phone|telefon|téléphone|telefone|teléfono|telefono|telefoon|puhelin|電話|電話番号",
        Field.ADDRESS: "address|adresse|dirección|indirizzo|adres|endereço|morada|adress|osoite|住所",
        Field.ORGANISATION: "organization|organisation|organización|organizzazione|organisatie|organização|organizacja"
        "|organisaatio|組織",
        Field.WEBSITE: "website|site web|sitio web|sito web|site|witryna|webbplats|websted|nettsted|webseite"
        "|ウェブサイト",
        Field.CHAT: "im|chat",
        Field.CUSTOM: "custom field",
    }
)
_OTHERS = frozenset({"relation", "event", "calendar link", "jot", "external id"})
"""Of these no field of ours can hold one."""

_KINDS = frozenset(
    {"type", "label", "libellé", "etiqueta", "etichetta", "etykieta", "etikett", "ラベル", "typ", "tipo", "service"}
)
_VALUES = frozenset(
    {"value", "wert", "valeur", "valor", "valore", "waarde", "wartość", "värde", "værdi", "verdi", "arvo", "値", "name",
     "nom", "nome", "nombre", "naam", "nazwa"}
)  # fmt: skip
_PARTS = _by_name(
    {
        Field.ADDRESS: "formatted|formatiert",
        Field.STREET: "street|straße|rue|calle|via|straat|rua|ulica|gata|gade|gate|katu|extended address",
        Field.CITY: "city|stadt|ort|ville|ciudad|città|plaats|cidade|miasto|by|kaupunki",
        Field.BOX: "po box|postfach",
        Field.REGION: "region|bundesland|région|provincia|regione|provincie|estado|województwo",
        Field.POSTCODE: "postal code|postleitzahl|code postal|código postal|cap|postcode|kod pocztowy|zip",
        Field.COUNTRY: "country|land|pays|país|paese|kraj",
    }
)
_AT_WORK = _by_name(
    {
        Field.TITLE: "title|titel|titre|título|titolo",
        Field.DEPARTMENT: "department|abteilung|departamento|reparto|afdeling",
    }
)

_OF = {Field.ADDRESS: _PARTS, Field.ORGANISATION: _AT_WORK}


@lru_cache(maxsize=4096)
def numbered_meaning(name: str) -> Meaning | None:
    """What such a column is; None for a name that is not made like these."""
    found = _NUMBERED.fullmatch(name)
    if not found:
        return None
    thing_name, number, part = found[1].strip().casefold(), int(found[2]), found[3].strip().casefold()
    thing = _THINGS.get(thing_name)
    if thing is None:
        return KEPT if thing_name in _OTHERS else None
    if part in _KINDS:
        says_nothing = thing is Field.ORGANISATION or (thing is Field.CHAT and part == "type")
        return KEPT if says_nothing else Meaning(Field.LABEL, thing.value, number)
    field = thing if part in _VALUES else _OF.get(thing, {}).get(part)
    if field:
        return Meaning(field, "", number)
    return KEPT if thing in _OF else None  # "E-Mail 2: Adresse" is Outlook's, and has a name of its own
