"""What travels between stations: files that are read with suspicion and written the same way everywhere."""
