"""What is said about a message: what it was for, when, by which way, and how long it is.

Public: ``channel_word``, ``wrote_word``, ``answer_word`` and ``message_row``, which makes an entry of the timeline.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.facts import InKind, OutKind
from otnet_desktop.domain.messages import Channel, Message, MessageState
from otnet_desktop.domain.writing import words_in
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.timeline.teller import Teller
from otnet_desktop.ui.widgets.story_row import StoryRow
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate

ICONS = {
    Channel.EMAIL: "mail",
    Channel.PHONE: "phone",
    Channel.LINKEDIN: "profile",
    Channel.TEXT: "chat",
    Channel.CARD: "card",
    Channel.IN_PERSON: "in-person",
}


def channel_word(channel: Channel) -> str:
    """The way something was said."""
    return {
        Channel.EMAIL: translate("Messages", "e-mail"),
        Channel.PHONE: translate("Messages", "phone"),
        Channel.LINKEDIN: translate("Messages", "LinkedIn"),
        Channel.TEXT: translate("Messages", "text message"),
        Channel.CARD: translate("Messages", "card"),
        Channel.IN_PERSON: translate("Messages", "in person"),
    }[channel]


def wrote_word(kind: OutKind) -> str:
    """What I wrote or called for, as the title of an entry."""
    return {
        OutKind.INTRO: translate("Messages", "First message"),
        OutKind.ASK: translate("Messages", "Asked for a conversation"),
        OutKind.NUDGE: translate("Messages", "Gentle reminder"),
        OutKind.SLOTS: translate("Messages", "Offered times"),
        OutKind.REPLY: translate("Messages", "Answered"),
        OutKind.CONFIRM: translate("Messages", "Confirmed the time"),
        OutKind.DECLINE_ACK: translate("Messages", "Thanked for the answer"),
        OutKind.APOLOGY: translate("Messages", "Apologised"),
        OutKind.THANKS: translate("Messages", "Thank-you note"),
        OutKind.KEEP_IN_TOUCH: translate("Messages", "Said hello"),
        OutKind.UPDATE: translate("Messages", "Told how it went on"),
        OutKind.CONGRATULATE: translate("Messages", "Congratulated"),
        OutKind.CLOSE_LOOP: translate("Messages", "Told what came of the introduction"),
        OutKind.NEWS: translate("Messages", "Shared news"),
        OutKind.OTHER: translate("Messages", "Wrote"),
    }[kind]


def answer_word(kind: InKind) -> str:
    """What they answered, with ``{name}`` for who."""
    return {
        InKind.YES: translate("Messages", "{name} said yes"),
        InKind.QUESTION: translate("Messages", "{name} asked something"),
        InKind.SLOTS: translate("Messages", "{name} proposed times"),
        InKind.ANOTHER_TIME: translate("Messages", "{name} asked for another time"),
        InKind.ANSWER: translate("Messages", "{name} answered in words"),
        InKind.NO: translate("Messages", "{name} said no"),
        InKind.LATER: translate("Messages", "{name} said: later"),
        InKind.OUT_OF_OFFICE: translate("Messages", "{name} is out of office"),
        InKind.BOUNCE: translate("Messages", "The message came back"),
        InKind.DO_NOT_CONTACT: translate("Messages", "{name} asked not to be contacted"),
        InKind.NOTE: translate("Messages", "{name} wrote"),
    }[kind]


def message_row(key: str, message: Message, teller: Teller, is_open: bool) -> StoryRow:
    """The message as an entry of the timeline; ``is_open`` shows what was written."""
    words = words_in(message.body)
    details = [said_moment(message.at, teller.now, teller.zone), channel_word(message.channel)]
    if message.subject and not is_open:
        details.append(message.subject)
    if words:
        details.append(plural(words, translate("Messages", "{n} word"), translate("Messages", "{n} words")))
    body = "\n\n".join(part for part in (message.subject, message.body) if part)
    return StoryRow(
        key,
        _title(message, teller),
        "note" if message.state is MessageState.DRAFT else ICONS[message.channel],
        _tone(message),
        " · ".join(details),
        body=body if is_open else "",
    )


def _title(message: Message, teller: Teller) -> str:
    match message.state:
        case MessageState.RECEIVED:
            return answer_word(InKind(message.kind)).format(name=teller.name_of(message.person))
        case MessageState.DRAFT:
            return translate("Messages", "Draft: {what}").format(what=wrote_word(OutKind(message.kind)))
        case MessageState.HANDED_OVER:
            return translate("Messages", "Handed over: {what}").format(what=wrote_word(OutKind(message.kind)))
    return wrote_word(OutKind(message.kind))


def _tone(message: Message) -> Tone:
    match message.state:
        case MessageState.RECEIVED:
            return Tone.PLUM
        case MessageState.SENT:
            return Tone.MOSS if message.kind == OutKind.THANKS else Tone.BLUE
    return Tone.QUIET
