"""Phrases counted from a reference time: whose it is, what day it is, and what stays open where nobody tells it.

A new proof of the day of publication is a step in ``publication_date.worked_out``.
"""
