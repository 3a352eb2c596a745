"""The elements page: the matrix of proof, the panel of one element, and the charges side by side."""
