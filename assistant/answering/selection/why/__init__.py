"""Causes: how a sentence gives one, and of which fact."""
