"""Quotes held to their articles: the fold, the ledger, durable citations and how they are exported."""
