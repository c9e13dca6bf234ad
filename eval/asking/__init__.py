"""Put questions to an assistant and keep what it says."""
