"""From candidates that are one to an event's row, its mention records, their ids, and all that was left unread.

To fill a new column: a field of ``model.Event`` and the value in ``event_rows``; ``mention_record`` names its words.
"""
