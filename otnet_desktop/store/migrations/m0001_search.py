"""The search tables of the first schema, and the triggers that keep them right by whatever path a text changes."""

from __future__ import annotations

SEARCH = """
CREATE VIRTUAL TABLE find_people USING fts5 (
    full_name, headline, find_text,
    content='person', content_rowid='id',
    detail=column, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER find_people_added AFTER INSERT ON person WHEN (SELECT index_later FROM journal_pen) = 0 BEGIN
    INSERT INTO find_people (rowid, full_name, headline, find_text)
    VALUES (NEW.id, NEW.full_name, NEW.headline, NEW.find_text);
END;
CREATE TRIGGER find_people_removed AFTER DELETE ON person BEGIN
    INSERT INTO find_people (find_people, rowid, full_name, headline, find_text)
    VALUES ('delete', OLD.id, OLD.full_name, OLD.headline, OLD.find_text);
END;
CREATE TRIGGER find_people_changed AFTER UPDATE OF full_name, headline, find_text ON person
WHEN OLD.full_name <> NEW.full_name OR OLD.headline <> NEW.headline OR OLD.find_text <> NEW.find_text BEGIN
    INSERT INTO find_people (find_people, rowid, full_name, headline, find_text)
    VALUES ('delete', OLD.id, OLD.full_name, OLD.headline, OLD.find_text);
    INSERT INTO find_people (rowid, full_name, headline, find_text)
    VALUES (NEW.id, NEW.full_name, NEW.headline, NEW.find_text);
END;

CREATE VIRTUAL TABLE find_words USING fts5 (
    body, content='', detail=none, prefix='2 3 4 5 6', tokenize="unicode61 remove_diacritics 2"
);

-- merged in idle moments instead of every few saves, which would make some saves ten times as long
INSERT INTO find_people (find_people, rank) VALUES ('automerge', 0);
INSERT INTO find_people (find_people, rank) VALUES ('crisismerge', 32);
INSERT INTO find_words (find_words, rank) VALUES ('automerge', 0);
INSERT INTO find_words (find_words, rank) VALUES ('crisismerge', 32);
"""

PIECES = (
    # number, table, row id column, searched text; rowid in find_words = row id * 8 + number
    (0, "note", "person_id", ("body",)),
    (1, "key_point", "id", ("text", "source")),
    (2, "purpose", "id", ("statement",)),
    (3, "message", "id", ("subject", "body")),
    (4, "meeting", "id", ("title", "place", "event", "notes", "takeaways", "advice")),
    (5, "question", "id", ("text", "answer")),
    (6, "promise", "id", ("text",)),
    (7, "opportunity", "id", ("title",)),
)
"""Everything a person may remember, apart from the names and places of ``find_people``."""


def word_triggers() -> str:
    """SQL that keeps ``find_words`` right by whatever path a text changes."""
    parts = []
    for number, table, row, columns in PIECES:

        def text(row_name: str, columns: tuple[str, ...] = columns) -> str:
            return " || char(10) || ".join(f"{row_name}.{column}" for column in columns)

        add = f"INSERT INTO find_words (rowid, body) VALUES (NEW.{row} * 8 + {number}, {text('NEW')});"
        drop = (
            f"INSERT INTO find_words (find_words, rowid, body) "
            f"VALUES ('delete', OLD.{row} * 8 + {number}, {text('OLD')});"
        )
        names = ", ".join(columns)
        parts.append(
            f"CREATE TRIGGER find_{table}_added AFTER INSERT ON {table} "
            f"WHEN (SELECT index_later FROM journal_pen) = 0 BEGIN {add} END;\n"
            f"CREATE TRIGGER find_{table}_removed AFTER DELETE ON {table} BEGIN {drop} END;\n"
            f"CREATE TRIGGER find_{table}_changed AFTER UPDATE OF {names} ON {table} BEGIN {drop} {add} END;\n"
        )
    return "".join(parts)
