"""What people would otherwise use, asked the same questions of the same articles beside the assistant."""
