"""What was said, measured: one question's measures, means with their intervals, all figures of a run."""
