"""A populated data file of every released schema, for ever; see ``make``."""
