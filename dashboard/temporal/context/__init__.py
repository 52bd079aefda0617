"""A phrase in its clause: the cues around it, its tense, what stands beside it, and whether it is a name; ``parse`` puts them together.

A new cue is a row under its list in the lexicon; what a list is for stands with its name in ``cues``.
"""
