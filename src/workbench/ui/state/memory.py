"""What each page remembers while the vault is open: the case, the step, the filter, where it was scrolled."""

from dataclasses import dataclass, field


@dataclass
class Memory:
    """Forgotten at lock: it may hold what belongs to a case."""

    case_id: str = ""
    case_number: str = ""
    pages: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)

    def of(self, page: str, case_id: str = "") -> dict[str, object]:
        """The notes of one page for one case; the page writes into them."""
        return self.pages.setdefault((page, case_id), {})
