"""What stands in each clause: its words, cues, casualties, places, actors, times and modality, each found once.

To add an event cue: a pattern in the row of language/lexicon/en/types.toml that means the same, or a row of its own.
"""
