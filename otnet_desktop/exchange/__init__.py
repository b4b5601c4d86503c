"""Text in and out: vCard, LinkedIn's list, mail and archive. No database, no Qt."""
