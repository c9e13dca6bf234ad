"""How many, as of when and who gives it: figures of sentences, and the dated series they make."""
