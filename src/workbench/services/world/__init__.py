"""The world around the people of a case: organisations, places, vehicles, accounts, journeys, and what ties them."""

from workbench.services.world.entities import add_entity, correct_entity, list_entities
from workbench.services.world.links import add_link, end_link, list_links, withdraw_link
from workbench.services.world.rows import EntityRow, LinkRow

__all__ = [
    "EntityRow", "LinkRow", "add_entity", "add_link", "correct_entity", "end_link", "list_entities", "list_links",
    "withdraw_link",
]  # fmt: skip
