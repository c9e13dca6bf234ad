"""The words inside a quote that answer who, when, where, how many."""
