"""Reports into a timeline that can be defended."""
