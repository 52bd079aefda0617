"""Who may see a case and who may change it, where several people share a page: names, roles, sessions, links, the brake on guessing.

Nothing here knows of a server or a page: ``app/server`` asks at the door, ``cli`` keeps the file of people. A new role is a row of
``Role``, in the order of what it may do; another way to sign in is asked in ``app/server/gate.py``.
"""

from dashboard.access.people import People, Person, Role, people_now, write_people
from dashboard.access.sessions import Book, open_book
from dashboard.access.shares import Share, Shares, shares_now, write_shares

__all__ = ["Book", "People", "Person", "Role", "Share", "Shares", "open_book", "people_now", "shares_now", "write_people", "write_shares"]  # fmt: skip
