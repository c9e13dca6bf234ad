"""How well the assistant answers, cites and refuses, measured on questions with known answers."""
