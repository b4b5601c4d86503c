"""Rows on disk. The only place that knows peewee and SQL; it hands out domain values."""
