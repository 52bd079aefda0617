"""A sealed case: all that a finding rests on in one file, and the proof that nothing in it was changed since.

``manifest`` is what the seal says it holds, ``parts`` what goes into it, ``seal`` writes the file, ``verify`` checks one,
``stamp`` reads a time stamp. A new kind of part is a function in ``parts`` and a row of its tuple.
"""
