"""How OTnet looks: colours by role, sizes by font, one icon set. Start with ``theme.Theme`` and ``look.look``."""
