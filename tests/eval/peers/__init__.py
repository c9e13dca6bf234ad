"""What people would otherwise use is asked fairly: whole passages, exact places, the same questions in turn."""
