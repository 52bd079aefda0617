"""The card beside the chart: the open event, what is stated of it, and how its time was read.

Another line of the card is a row in ``shown.py``; what it rests on comes with the ``dossier``.
"""
