"""What somebody says, wants or answers, and whose words a sentence is."""
