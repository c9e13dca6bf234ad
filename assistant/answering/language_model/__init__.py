"""A language model that may word the answer, and what holds it to the quotes."""
