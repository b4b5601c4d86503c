"""The passphrase: asked for, set, changed and removed; the locked window; the recovery sheet."""
