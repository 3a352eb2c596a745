"""The small parts of which pages are put together: texts, buttons, chips, masks, notices."""
