"""What every reader of words shares."""
