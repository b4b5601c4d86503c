"""The Journey place: what one learned on the way."""
