"""From hits to an answer: choose the sentences that answer, say who speaks in them, or abstain."""
