"""Words plus a reference time give an interval, with the reason kept."""
