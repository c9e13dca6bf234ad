"""What is said beside questions, and questions that lean on what was said before."""
