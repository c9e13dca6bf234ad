"""What French, and English questions over French text, need: sentences, words, names, numbers, dates."""
