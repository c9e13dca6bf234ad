"""Places and times: which a sentence tells, of what, and whether they answer."""
