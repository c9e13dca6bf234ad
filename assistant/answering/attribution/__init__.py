"""Who says a sentence, and how firmly."""
