"""From text to tokens that may tell time: words by the lexicon, figures by their shape, Arabic script made even.

A new word is a row in the lexicon (``language/lexicon/<language>/time.toml``); a new kind of word is its heading there.
"""
