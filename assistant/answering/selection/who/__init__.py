"""Who holds an office, and who did a thing."""
