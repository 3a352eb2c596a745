"""Dialogs of interviews: planning, holding, what comes after the words, and who interprets."""
