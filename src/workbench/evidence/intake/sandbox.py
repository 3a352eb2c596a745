"""A process that shuts itself in before it looks at the first hostile byte, and says which walls stand."""

from dataclasses import dataclass

from workbench.evidence.intake import audit_wall, landlock, system_calls

# What can be said of a reading: which of these stood. ``job`` is Windows' own, made by the parent.
WALLS = (
    "memory", "processor_time", "no_files", "few_handles", "no_core", "no_processes", "dies_with_parent",
    "not_dumpable", "no_new_privileges", "only_libraries", "system_calls", "job", "audit",
)  # fmt: skip
_HANDLES = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one file may take: seconds of work, seconds by the clock, bytes of memory and of answer."""

    processor_seconds: int = 20
    seconds: float = 60.0
    memory: int = 768 * 1024 * 1024
    answer: int = 192 * 1024 * 1024

    @classmethod
    def of(cls, size: int) -> "Limits":
        """What a file of this size may take: large tables are honest, and old laptops slow."""
        seconds = min(20 + size // 1_000_000, 120)
        return cls(processor_seconds=seconds, seconds=3.0 * seconds)


def enter(limits: Limits, parent: int) -> tuple[str, ...]:
    """Raise every wall that this system has; the names of those that stand. Cannot be undone."""
    # The kernel's limits come first: behind the filter nobody can set one, not even narrower.
    stands = [*_limited(limits), *landlock.enter(audit_wall.libraries()), *system_calls.enter(parent)]
    if "system_calls" not in stands:
        # Counts threads too, so it is raised only where the filter does not tell threads from processes.
        stands += _one("no_processes", "RLIMIT_NPROC", 0, 0)
    stands += audit_wall.enter()
    return tuple(stands)


def _limited(limits: Limits) -> list[str]:
    return [
        *_one("memory", "RLIMIT_AS", limits.memory, limits.memory),
        *_one("processor_time", "RLIMIT_CPU", limits.processor_seconds, limits.processor_seconds + 1),
        *_one("no_files", "RLIMIT_FSIZE", 0, 0),
        *_one("few_handles", "RLIMIT_NOFILE", _HANDLES, _HANDLES),
        *_one("no_core", "RLIMIT_CORE", 0, 0),
    ]


def _one(wall: str, limit: str, soft: int, hard: int) -> list[str]:
    try:
        import resource

        number = getattr(resource, limit)
        _, highest = resource.getrlimit(number)
        if highest != resource.RLIM_INFINITY:
            soft, hard = min(soft, highest), min(hard, highest)
        resource.setrlimit(number, (soft, hard))
    except (ImportError, AttributeError, OSError, ValueError):
        return []
    return [wall]
