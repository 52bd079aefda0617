"""The map: where events were, on outlines that come with the product, in a projection of our own and without tiles."""
