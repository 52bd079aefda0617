"""The page's other doors: downloads, and what is answered to whom, how, and how much of it.

Another guard is a function here that hooks into Flask, and a line in ``create_app``.
"""
