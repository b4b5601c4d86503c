"""Messages on disk. When one was sent or received is told by its fact."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.messages import Channel, Draft, Message, MessageId, MessageState, Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import instant, seconds

SELECT = """
SELECT m.id, m.person_id, m.state, m.channel, m.kind, m.subject, m.body, m.reminder_key, m.meeting_id,
       coalesce(fact.at, m.saved_at), fact.data
FROM message m
LEFT JOIN fact ON fact.message_id = m.id AND fact.person_id = m.person_id AND fact.type IN ('sent', 'received')
"""

TO_MANY = """
SELECT message_id, person_id FROM message_reader WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""

AMONG = "IN (SELECT value FROM json_each(:people))"
OTHERS_READ = f"SELECT message_id FROM message_reader WHERE person_id NOT {AMONG}"
NEXT_READER = f"""
SELECT person_id FROM message_reader WHERE message_id = :message AND person_id NOT {AMONG} ORDER BY id LIMIT 1
"""
IS_FIRST_NOW = """
DELETE FROM message_reader WHERE message_id = ? AND person_id = (SELECT person_id FROM message WHERE id = message_id)
"""


class Messages:
    """Saves drafts, marks what became of them, keeps what came in."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save_draft(self, draft: Draft, at: datetime, message: MessageId | None = None) -> MessageId:
        """Save a new draft, or a newer text of one. What was sent stays as it was: that text is a new draft."""
        columns = {
            "person_id": draft.person,
            "kind": draft.kind.value,
            "subject": draft.subject,
            "body": draft.body,
            "channel": draft.channel.value,
            "reminder_key": draft.reminder,
            "meeting_id": draft.meeting,
            "state": MessageState.DRAFT.value,
            "direction": "out",
        }
        if message is not None:
            unsent = t.Message.state.in_([MessageState.DRAFT.value, MessageState.HANDED_OVER.value])
            if self._db.run(t.Message.update(**columns).where(t.Message.id == message, unsent)):
                self._address(message, draft.also)
                return message
        made = MessageId(self._db.insert("message", columns | {"saved_at": seconds(at)}))
        self._address(made, draft.also)
        return made

    def _address(self, message: MessageId, also: Sequence[PersonId]) -> None:
        """To these besides the first."""
        if self._also([message]).get(message, ()) != tuple(also):
            self._db.sql("DELETE FROM message_reader WHERE message_id = ?", (message,))
            for person in also:
                self._db.sql("INSERT INTO message_reader (message_id, person_id) VALUES (?, ?)", (message, person))

    def _also(self, messages: Sequence[int]) -> dict[int, tuple[PersonId, ...]]:
        found: dict[int, tuple[PersonId, ...]] = {}
        for message, person in self._db.sql(TO_MANY, (json.dumps(list(messages)),)):
            found[message] = (*found.get(message, ()), PersonId(person))
        return found

    def receive(self, reply: Reply, at: datetime) -> MessageId:
        """Keep what they answered."""
        return MessageId(
            int(
                self._db.run(
                    t.Message.insert(
                        person_id=reply.person,
                        direction="in",
                        state=MessageState.RECEIVED.value,
                        channel=reply.channel.value,
                        kind=reply.kind.value,
                        body=reply.body,
                        saved_at=seconds(at),
                    )
                )
            )
        )

    def mark(self, message: MessageId, state: MessageState) -> None:
        """Say what became of a draft."""
        self._db.sql("UPDATE message SET state = ? WHERE id = ?", (state.value, message))

    def drop(self, message: MessageId) -> None:
        """Throw a draft away."""
        self._db.run(t.Message.delete().where(t.Message.id == message))

    def pass_on(self, people: Sequence[PersonId]) -> None:
        """What went to several stays with the others when its first readers go."""
        asked = {"people": json.dumps(list(people))}
        shared = self._db.sql(f"SELECT id FROM message WHERE person_id {AMONG} AND id IN ({OTHERS_READ})", asked)
        for (message,) in shared.fetchall():
            told = asked | {"message": message}
            self._db.sql(f"UPDATE message SET person_id = ({NEXT_READER}) WHERE id = :message", told)
            self._db.sql(IS_FIRST_NOW, (message,))

    def get(self, message: MessageId) -> Message:
        """One message. Raises NotFound."""
        found = self._read("WHERE m.id = ?", (message,))
        if not found:
            raise NotFound("That message is not here any more.", "Perhaps the change was undone: press Ctrl+Z again.")
        return found[0]

    def of(self, person: PersonId) -> list[Message]:
        """Everything written to and by one person, earliest first."""
        to_them = "m.person_id = ? OR m.id IN (SELECT message_id FROM message_reader WHERE person_id = ?)"
        return self._read(f"WHERE {to_them}", (person, person))

    def drafts(self) -> list[Message]:
        """Everything written and not sent."""
        return self._read("WHERE m.state = 'draft'")

    def unsent(self) -> list[Message]:
        """Drafts, and what the mail program got and nobody said was sent."""
        return self._read("WHERE m.state IN ('draft', 'handed_over')")

    def handed_over(self) -> list[Message]:
        """What the mail program got and nobody said was sent."""
        return self._read("WHERE m.state = 'handed_over'")

    def sent_since(self, at: datetime, kinds: Sequence[str]) -> int:
        """How many of these kinds were sent since then, wherever that was."""
        counted = "SELECT count(*) FROM fact WHERE type = 'sent' AND at >= ? AND data ->> 'kind' IN "
        found = self._db.sql(f"{counted} (SELECT value FROM json_each(?))", (seconds(at), json.dumps(list(kinds))))
        return int(found.fetchone()[0])

    def _read(self, where: str, parameters: tuple[int, ...] = ()) -> list[Message]:
        rows = self._db.sql(f"{SELECT} {where} ORDER BY 10, m.id", parameters).fetchall()
        also = self._also([row[0] for row in rows])
        return [
            Message(
                id=MessageId(row[0]),
                person=PersonId(row[1]),
                state=MessageState(row[2]),
                channel=Channel(row[3]),
                kind=row[4],
                subject=row[5],
                body=row[6],
                reminder=row[7],
                meeting=MeetingId(row[8]) if row[8] is not None else None,
                at=instant(row[9]),
                needs_reply=bool(json.loads(row[10]).get("needs_reply")) if row[10] else False,
                also=also.get(row[0], ()),
            )
            for row in rows
        ]
