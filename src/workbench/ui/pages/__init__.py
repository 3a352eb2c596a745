"""The pages, one a file; each is imported when it is first shown."""
