"""What is due: the tray at the bottom of the window, the whole list, and where each thing is done."""
