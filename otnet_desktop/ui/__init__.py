"""Windows, panes and widgets. They know the services and never the store."""
