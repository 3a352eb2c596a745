"""The list of people and the card of a person."""
