"""What a reader, an importer, a sealer and a server load before their work, loaded: the processes of ``warm`` begin with it."""

import gc
from datetime import date

import dashboard.app
import dashboard.cli.case
import dashboard.cli.filled
import dashboard.cli.many
import dashboard.cli.read_reports
import dashboard.cli.serve
import dashboard.cli.tables  # noqa: F401
from dashboard import gazetteer
from dashboard.extraction import read_report
from dashboard.text import Report

gazetteer.load()
read_report(Report("Shells hit Douma on Tuesday, killing two rebels.", published=date(2018, 5, 21)))
gc.freeze()  # what they share is not swept, and so not copied, in each of them
