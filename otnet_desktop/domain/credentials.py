"""Letters after a name: "Möller, MSOT" is the family name Möller and the credential MSOT.

Credentials are never judged: a code nobody knows is kept as text. Known ones are only needed to tell letters from a
name.
"""

from __future__ import annotations

import re

KNOWN = frozenset(
    {"OTR", "OTR/L", "COTA", "COTA/L", "OT/L", "LOTR", "OTS", "OTAS", "MOT", "MSOT", "OTD", "FAOTA", "BCG", "BCP",
     "BCPR", "BCMH", "SCDCM", "SCEM", "SCFES", "SCLV", "SCSS", "CHT", "CLT", "ATP", "CAPS", "CDRS", "CBIS", "CSRS",
     "CNT", "CPRP", "CEAS", "LSVT BIG", "HCPC", "MRCOT", "FRCOT", "CORU", "OT Reg.", "OT Reg. (Ont.)", "erg.",
     "Ahpra", "OTBNZ", "HPCSA", "MScOT", "MSc(OT)", "BScOT", "BSc(OT)", "BHScOT", "DrOT", "OT", "PT", "DPT", "SLP",
     "CCC-SLP", "PhD", "EdD", "DrPH", "ScD", "DHSc", "MD", "RN", "BSN", "MSN", "MPH", "MBA", "MEd", "MHA", "MA", "MS",
     "MSc", "BA", "BS", "BSc", "LCSW", "CCM", "CSCS", "FACRM", "FWFOT"}
)  # fmt: skip
"""Credentials of occupational therapists and the degrees that stand beside them; any other suffix is kept as well."""

_CODE = re.compile(r"[A-Za-z][A-Za-z()]*(?:[./-][A-Za-z()]+)*\.?", re.ASCII)
_GENERATION = re.compile(r"(?:jr|sr|junior|senior|ii|iii|iv|v|esq)\.?", re.IGNORECASE)
_LONGEST = 12


def split_name(name: str) -> tuple[str, tuple[str, ...]]:
    """``("Möller", ("MSOT",))`` from ``"Möller, MSOT"``: letters after the last commas, or known ones after a space.

    Unknown codes go along when a known one stands beside them ("Lee, OTR/L, XYZ"); else they stay in the name.
    """
    if "," not in name and name.rpartition(" ")[2] not in KNOWN:
        return name, ()
    head, *tail = [part.strip() for part in name.split(",")]
    kept = len(tail)
    while kept and (_is_known(tail[kept - 1]) or _is_code(tail[kept - 1])):
        kept -= 1
    letters = tail[kept:]
    if not any(_is_known(token) for token in letters):
        kept, letters = len(tail), []
    rest = ", ".join(part for part in (head, *tail[:kept]) if part)
    if kept == 0:
        rest, spaced = _after_spaces(rest)
        letters = [*spaced, *letters]
    return (rest, tuple(letters)) if rest and letters else (name, ())


def split_suffix(suffix: str) -> tuple[str, tuple[str, ...]]:
    """A suffix field holds credentials unless it says Jr. or III: ``("Jr.", ("OTR/L",))`` from ``"Jr., OTR/L"``."""
    if not suffix:
        return "", ()
    stays: list[str] = []
    letters: list[str] = []
    for token in (part.strip() for part in suffix.split(",")):
        is_letters = token and not _GENERATION.fullmatch(token) and (_is_known(token) or _is_code(token))
        (letters if is_letters else stays).append(token)
    return ", ".join(token for token in stays if token), tuple(letters)


def _after_spaces(name: str) -> tuple[str, list[str]]:
    """Letters after a space, only if they are spelled exactly as known ("Smith OTR/L", but not "Ng Mot")."""
    words = name.split()
    end = len(words)
    while end > 1 and words[end - 1] in KNOWN and len(words[end - 1]) > 2:
        end -= 1
    return (name, []) if end == len(words) else (" ".join(words[:end]), words[end:])


def _is_known(token: str) -> bool:
    return token in KNOWN or (_capitals(token) >= 2 and _key(token) in _KNOWN_KEYS)


def _is_code(token: str) -> bool:
    return len(token) <= _LONGEST and _capitals(token) >= 2 and _CODE.fullmatch(token) is not None


def _capitals(token: str) -> int:
    return sum(1 for letter in token if letter.isupper())


def _key(token: str) -> str:
    return token.upper().replace(".", "").replace(" ", "")


_KNOWN_KEYS = frozenset(_key(token) for token in KNOWN)
