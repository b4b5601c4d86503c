"""Notes and labels turned into English one can send, or into nothing where only the writer can.

Public: ``with_article("OT student")``, ``of_their_work`` and ``said_takeaway`` (from one's own notes), ``thing_of`` and
``offer_of`` (from a promise), ``in_setting(code, label)``, ``clock_of(zone)`` and ``ended(text)``. Nothing is guessed:
a note that speaks of somebody as "she", or that is no sentence about them, gives "".
"""

from __future__ import annotations

import re

SETTINGS = {
    "acute_care": "acute care",
    "icu": "intensive care",
    "irf": "inpatient rehabilitation",
    "ltach": "long-term acute care",
    "snf": "skilled nursing",
    "outpatient_ortho": "outpatient orthopaedics",
    "hand_clinic": "hand therapy",
    "outpatient_neuro": "outpatient neurorehabilitation",
    "outpatient_peds": "outpatient paediatrics",
    "home_health": "home health",
    "community": "a community team",
    "primary_care": "primary care",
    "early_intervention": "early intervention",
    "school": "schools",
    "nicu": "NICU and follow-up care",
    "inpatient_mh": "inpatient mental health",
    "community_mental_health": "community mental health",
    "justice": "forensic services",
    "homeless": "housing first services",
    "housing": "housing and adaptations",
    "disability": "disability services",
    "va": "veterans’ services",
    "hospice": "hospice and palliative care",
    "oncology": "oncology rehabilitation",
    "low_vision": "low vision services",
    "driving": "driver rehabilitation",
    "wheelchair": "seating and assistive technology",
    "industry": "ergonomics and work rehabilitation",
    "health_tech": "health technology",
    "telehealth": "telehealth",
    "private_practice": "private practice",
    "academia": "university teaching",
    "research": "research",
    "public_health": "public health",
    "recruiting": "therapy recruiting",
    "association": "professional associations",
    "nonprofit": "the non-profit sector",
}
"""What stands after "in" and "about", by the code of the vocabulary. "Other" says nothing."""

PRESENT = {
    "has": "have", "is": "are", "does": "do", "goes": "go", "teaches": "teach", "coaches": "coach", "studies": "study",
    "publishes": "publish", "researches": "research", "focuses": "focus",
    **{f"{verb}s": verb for verb in (
        "write", "run", "lead", "work", "train", "speak", "use", "see", "build", "offer", "host", "chair", "manage",
        "supervise", "treat", "develop", "organise", "organize", "edit", "own", "serve", "make",
        "start", "present", "mentor", "design", "bring", "combine", "help", "like", "love",
    )},
}  # fmt: skip
PAST = frozenset({
    "became", "began", "brought", "built", "chaired", "chose", "coached", "created", "designed", "developed", "did",
    "directed", "earned", "edited", "founded", "gave", "grew", "held", "helped", "hosted", "introduced", "joined",
    "launched", "lectured", "led", "made", "managed", "mentored", "moved", "opened", "organised", "organized",
    "presented", "published", "ran", "received", "researched", "reviewed", "saw", "served", "set", "shared", "spoke",
    "started", "studied", "supervised", "taught", "trained", "translated", "treated", "used", "went", "won", "worked",
    "wrote",
})  # fmt: skip
"""Not every word in -ed: "retired professor" tells of nobody's deed."""

OF_HER_OR_HIM = re.compile(r"\b(she|her|hers|he|him|his|herself|himself)\b", re.IGNORECASE)
"""Who reads this is spoken to, and not of."""

OF_OTHERS = re.compile(r"\b(they|them|their|theirs|i|me|my|mine|we|our|us)\b", re.IGNORECASE)

DEEDS = frozenset({
    "ask", "bring", "call", "check", "connect", "email", "e-mail", "find", "forward", "get", "give", "help",
    "introduce", "invite", "lend", "let", "look", "make", "meet", "pass", "put", "read", "review", "send", "share",
    "show", "talk", "tell", "visit", "write",
})  # fmt: skip
"""How promises begin that say what to do; others name a thing."""

HANDED_OVER = re.compile(
    r"(?:send|share|forward|e-?mail|bring|give|lend|pass on)\s+(?:(?:you|her|him|them)\s+)?(.+)", re.IGNORECASE
)

SHORT_TAKEAWAY = 3
"""Words: longer ones are sentences, and stand in quotation marks."""

SPELT_WITH_A_VOWEL = "AEFHILMNORSX"
"""Letters whose names begin with one: an OT, an MSc student, but a PhD."""


def with_article(what: str) -> str:
    """As in “an OT student”, “a new graduate”; what has an article keeps it."""
    first = what.split(" ", 1)[0]
    if not first or first.lower() in ("a", "an", "the", "your"):
        return what
    if len(first) > 1 and first[:2].isupper():
        vowel = first[0] in SPELT_WITH_A_VOWEL
    else:
        vowel = first[0].lower() in "aeiou" and not first.lower().startswith(("uni", "eu", "one"))
    return f"{'an' if vowel else 'a'} {what}"


def of_their_work(note: str) -> str:
    """A key point as a sentence to them: "Wrote the guide" becomes “I read that you wrote the guide, and …”."""
    first, _, rest = note.strip().rstrip(".").partition(" ")
    verb = first.lower()
    verb = PRESENT.get(verb, verb if verb in PAST else "")
    if not verb or not rest or OF_HER_OR_HIM.search(rest) or OF_OTHERS.search(rest):
        return ""
    return f"I read that you {verb} {rest}, and it stayed with me."


def said_takeaway(note: str) -> str:
    """A takeaway inside a sentence: a few words as they are, a sentence in quotation marks."""
    text = note.strip().rstrip(".").strip('“”"')
    if OF_HER_OR_HIM.search(text):
        return ""
    return within_a_sentence(text) if len(text.split()) <= SHORT_TAKEAWAY else f"“{text}”"


def thing_of(promise: str) -> str:
    """What is handed over: "send the goal bank" is “the goal bank”; "" where something else was promised."""
    text = promise.strip().rstrip(".")
    handed = HANDED_OVER.fullmatch(text)
    if handed is not None:
        text = handed[1]
    elif text.split(" ", 1)[0].lower() in DEEDS:
        return ""
    return "" if OF_HER_OR_HIM.search(text) else within_a_sentence(text)


def offer_of(promise: str) -> str:
    """What goes after “you kindly offered”: “to send the template”, or the thing."""
    text = promise.strip().rstrip(".")
    if OF_HER_OR_HIM.search(text) or not text:
        return ""
    text = within_a_sentence(text)
    return f"to {text}" if text.split(" ", 1)[0].lower() in DEEDS else text


def in_setting(code: str, label: str) -> str:
    """A setting after "in"; a word of one's own as it is."""
    return SETTINGS.get(code, "" if code == "other" else within_a_sentence(label))


def within_a_sentence(label: str) -> str:
    """A label as it stands inside a sentence: "school system", but "NICU and follow-up"."""
    first, _, _ = label.partition(" ")
    return label if first[1:] != first[1:].lower() or first == "I" else label[:1].lower() + label[1:]


def clock_of(zone: str) -> str:
    """As in “New York time”."""
    city = zone.rpartition("/")[2].replace("_", " ")
    return city if city == "UTC" else f"{city} time" if city else ""


def ended(text: str) -> str:
    """With a full stop, unless it ends in a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in '.!?…”"' else f"{text}."
