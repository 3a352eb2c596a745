"""The hands of the evidence page: what its buttons open, its long work, and what is inside the sealed files."""
