"""What OTnet shows outside its window: the tray icon and notifications. Everything works without either."""
