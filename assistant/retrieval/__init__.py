"""From a question to hits: understand the question, search both indexes, fuse, filter."""
