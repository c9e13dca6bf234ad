"""The benchmark writes what it measured, on articles that are the same each time."""
