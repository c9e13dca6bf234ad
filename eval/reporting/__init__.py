"""Write a run down: JSON, Markdown, and one page that explains itself."""
