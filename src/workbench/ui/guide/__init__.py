"""The guide's three columns: the steps, the step, the case at a glance."""
