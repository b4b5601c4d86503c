"""The words of the second schema: room for more kinds of texts, and the triggers that keep them."""

from __future__ import annotations

STRIDE = 16

PIECES = (
    # number, table, row id column, searched text; rowid in find_words = row id * 16 + number
    (0, "note", "person_id", ("body",)),
    (1, "key_point", "id", ("text", "source")),
    (2, "purpose", "id", ("statement",)),
    (3, "message", "id", ("subject", "body")),
    (4, "meeting", "id", ("title", "place", "event", "notes", "takeaways")),
    (5, "question", "id", ("text", "answer")),
    (6, "promise", "id", ("text",)),
    (7, "opportunity", "id", ("title", "organisation", "notes")),
    (8, "place_note", "organisation_id", ("body",)),
    (9, "place_point", "id", ("text", "source")),
    (10, "advice", "id", ("text", "outcome")),
    (11, "reflection", "meeting_id", ("liked", "disliked", "wondering")),
    (12, "hours", "id", ("text",)),
)


def words_again() -> str:
    """SQL that makes the triggers and the index of words anew with the wider numbers."""
    parts = ["INSERT INTO find_words (find_words) VALUES ('delete-all');\n"]
    for number, table, row, columns in PIECES:

        def text(prefix: str, columns: tuple[str, ...] = columns) -> str:
            return " || char(10) || ".join(f"{prefix}{column}" for column in columns)

        add = f"INSERT INTO find_words (rowid, body) VALUES (NEW.{row} * {STRIDE} + {number}, {text('NEW.')});"
        drop = (
            f"INSERT INTO find_words (find_words, rowid, body) "
            f"VALUES ('delete', OLD.{row} * {STRIDE} + {number}, {text('OLD.')});"
        )
        parts += [f"DROP TRIGGER IF EXISTS find_{table}_{change};\n" for change in ("added", "removed", "changed")]
        parts.append(
            f"INSERT INTO find_words (rowid, body) SELECT {row} * {STRIDE} + {number}, {text('')} FROM {table};\n"
            f"CREATE TRIGGER find_{table}_added AFTER INSERT ON {table} "
            f"WHEN (SELECT index_later FROM journal_pen) = 0 BEGIN {add} END;\n"
            f"CREATE TRIGGER find_{table}_removed AFTER DELETE ON {table} BEGIN {drop} END;\n"
            f"CREATE TRIGGER find_{table}_changed AFTER UPDATE OF {', '.join(columns)} ON {table} "
            f"BEGIN {drop} {add} END;\n"
        )
    return "".join(parts)
