"""A person's tags, as a cell has them: words with ; between."""

DIVIDED = ";"


def tags_of(text: str) -> tuple[str, ...]:
    """The tags of a cell.

    >>> tags_of("urgent; check the year")
    ('urgent', 'check the year')
    """
    return tuple(dict.fromkeys(each.strip() for each in text.split(DIVIDED) if each.strip()))
