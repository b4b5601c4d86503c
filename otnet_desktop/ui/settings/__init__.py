"""Settings: one page, everything at once, nothing to confirm."""
