"""The story of a person, or of everyone: what is to come above today, what was below."""
