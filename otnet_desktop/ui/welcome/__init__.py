"""The first start: three ways to begin."""
