"""What belongs to which act: a clause's time, place, actors and harm, its own or taken over from another clause.

To add a reason why a clause makes no event: a row in ``refusals`` and its word in ``model.UnreadReason``.
"""
