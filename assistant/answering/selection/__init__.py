"""Which sentence answers: what is measured of it, the model that weighs that, and how sure it is."""
