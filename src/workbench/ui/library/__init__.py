"""The procedures that are kept here: their editions, drawn, printed, received, and followed by cases."""
