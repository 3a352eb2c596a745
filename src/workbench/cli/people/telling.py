"""A person in one line, by code."""

from workbench.services.rows import PersonRow


def line(row: PersonRow) -> str:
    """Code, roles and age; what protects somebody stands at the end."""
    age = (
        "age unknown"
        if row.age_low is None
        else f"age {row.age_low}" + (f" to {row.age_high}" if row.age_high != row.age_low else "")
    )
    marks = (
        ("child", row.child), ("non-punishment", row.non_punishment is not None),
        ("sealed", row.more.protection == "sealed"), ("deceased", row.deceased),
    )  # fmt: skip
    return f"{row.alias}  {', '.join(row.roles)}  {age}" + "".join(f"  [{word}]" for word, on in marks if on)
