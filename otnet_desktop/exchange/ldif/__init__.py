"""People out of directories (LDIF, RFC 2849)."""
