"""Publishers side by side: how they differ, which are one origin, who has nothing."""
