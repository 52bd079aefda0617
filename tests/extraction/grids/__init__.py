"""Acts in every construction, with everybody they may be done to: grids of ordinary sentences."""
