"""The readiness of a case: what is missing, what was not examined, where the procedure was left."""
