"""Use cases. They know the store and the rules, and neither Qt nor SQL."""
