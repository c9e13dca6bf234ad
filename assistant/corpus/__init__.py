"""Files to Articles: reader, front matter, cleaner of menus and teasers, metadata with its provenance."""
