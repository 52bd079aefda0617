"""What is read from front to back: the chronology of a dataset and the methods behind it, as values and as HTML and Word.

``chronology`` and ``methods`` say what is told, ``page`` and ``word`` how it looks; a new way to look at it is a module
beside those and an ``as_….py`` in the room above.
"""
