"""The label of an exhibit and its custody."""
