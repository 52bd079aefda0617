"""Tables of events that others made, into ours: what kind a file is, its rows as they stand, and what they tell.

``carriers`` give rows as texts, whatever file they come in; a kind (``acled``, ``ucdp``, ``mapped`` …) turns rows into
event columns; ``built`` makes datasets of them and keeps each original row (``kept_rows``). Everything goes in batches,
so that a file may be larger than the memory.
"""
