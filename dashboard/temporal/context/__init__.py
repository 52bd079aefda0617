"""A phrase in its clause: the cues around it, its tense, what stands beside it, and whether it is a name; ``parse`` puts them together.

A new cue is a row under its list in the lexicon; a new list is a table there, a name in ``lexing.lexicon``,
and a place in a ``Wording``, whose pattern names it.
"""
