"""Who may do what, which keys open what, and the chain that shows what was done."""

from workbench.security.acts import ALLOWED, ROLES, Act, may

__all__ = ["ALLOWED", "ROLES", "Act", "may"]
