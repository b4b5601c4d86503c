"""The rules behind ``domain.outlook``: how a story is read, and what each kind of reminder follows from."""
