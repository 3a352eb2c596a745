"""What was found, in words: for the command box and for the page of all hits."""
