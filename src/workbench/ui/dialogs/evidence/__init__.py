"""The dialogs around exhibits: registering, handing over, counting, taking in, and what leaves the vault."""
