"""Papers on the screen: pages as images."""
