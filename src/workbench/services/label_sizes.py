"""The sizes of labels whose sheets are sold everywhere."""


def label_sizes() -> tuple[str, ...]:
    """In millimetres, width by height; any other size is laid out edge to edge. What prints is loaded only here."""
    from workbench.reports.label_sheet import GRIDS

    return tuple(GRIDS)
