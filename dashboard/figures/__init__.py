"""From the table to pictures: plain plotly dicts, made without a browser and without Dash.

``timeline`` goes down: what is ``shown`` → ``view`` → ``lanes`` → ``marks`` → ``placed`` in rows → ``pieces`` → ``traces`` →
the figure, with ``axes`` and ``reported`` around it; ``overview`` is the strip above.

To add a mark: a branch of ``pieces.drawn``; a figure: a module beside ``timeline`` that begins with ``shown_of``.
"""
