"""From a report to its events."""
