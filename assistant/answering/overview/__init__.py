"""A request for the whole: the essential, a line for each party, a line for each date."""
