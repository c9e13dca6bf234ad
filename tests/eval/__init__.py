"""The measuring stick is measured: metrics against formulas, the validator against malformed files, planted faults."""
