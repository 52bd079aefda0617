"""How many died in each event, as far as anybody says: at least and at most, never in between."""

import numpy as np
import numpy.typing as npt

from dashboard.table.index import Index

Deaths = npt.NDArray[np.float64]


def dead(index: Index) -> tuple[Deaths, Deaths, Deaths]:
    """Of each event the fewest and most dead that are told, 0 where nothing is, and 1 where something is."""

    def worked_out() -> tuple[Deaths, Deaths, Deaths]:
        columns = ("fatalities_low", "fatalities_high", "fatalities")
        low, high, said = (index.events[each].to_numpy(dtype=np.float64, na_value=np.nan) for each in columns)
        low = np.where(np.isnan(low), np.where(np.isnan(said), high, said), low)
        high = np.where(np.isnan(high), np.fmax(said, low), high)
        return np.nan_to_num(low), np.nan_to_num(high), (~np.isnan(low)).astype(np.float64)

    return index.once.of("dead", worked_out)
