"""Reaching out: letters, and what was said and written elsewhere."""
