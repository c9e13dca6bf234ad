"""Questions and what is known about their answers: the types, and a reader for each form they come in."""
