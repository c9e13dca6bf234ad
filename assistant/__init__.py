"""Ask a folder of French news articles; every answer quotes its source to the letter."""
