"""The parts of the screening page: what is asked, what the rule says of it, and what the officer decides."""
