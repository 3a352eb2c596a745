"""What phones and people bring, read into rows: one file a format, run in a child process with limits.

The parsers meet hostile bytes. Nothing in this package but ``runner`` is imported by the program itself; the rest runs
in the child.
"""
