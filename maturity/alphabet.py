"""Norwegian alphabetical order."""


def alphabetic(name: str) -> str:
    """Return what to sort a name by: æ, ø and å come last, in that order."""
    return name.lower().translate(str.maketrans("æøå", "{|}"))
