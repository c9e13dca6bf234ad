"""From articles to something that can be searched: passages, token counts, encoders, dense and lexical indexes."""
