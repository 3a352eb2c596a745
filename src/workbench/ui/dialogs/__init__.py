"""Dialogs: a question with its object, what follows in one sentence, and verbs on the buttons."""
