"""Sentences that meet a question's words and surely do not answer it."""
