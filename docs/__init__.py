"""The guide, and what draws its picture."""
