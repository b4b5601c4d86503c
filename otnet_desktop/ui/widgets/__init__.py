"""Small widgets and row painters that every pane shares. Each module's first lines list what it offers."""
