"""What peewee believes and what the schema says are the same."""

from __future__ import annotations

from typing import Any

import peewee

from otnet_desktop.store import schedule_tables, tables
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.store import Store

MODELS = [
    kind
    for module in (tables, schedule_tables)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, tables.Table)
]


def test_every_model_is_a_table_with_the_same_columns(store: Store) -> None:
    for model in MODELS:
        if model is tables.Table:
            continue
        meta: Any = model._meta
        told = store.database.sql(f"PRAGMA table_info({meta.table_name})").fetchall()
        kinds = {"INTEGER": peewee.IntegerField, "TEXT": peewee.TextField, "BLOB": peewee.BlobField}
        for _number, name, kind, is_needed, default, key in told:
            field: Any = meta.fields[name]
            assert kinds[kind] in type(field).mro(), (model, name)
            assert field.null == (not is_needed and not key), (model, name)
            if default is not None:
                assert str(field.default) == default.strip("'"), (model, name)
        assert set(meta.fields) == {row[1] for row in told}, model


def test_every_table_of_content_is_named(store: Store) -> None:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'find%' AND name NOT LIKE 'sqlite%'"
    journal = {"journal_group", "journal", "journal_pen"}
    others = {"preference", "notice_shown", "outlook", "reminder", "trash_row", *journal}
    assert {row[0] for row in store.database.sql(named)} == {*JOURNALED, *others}
