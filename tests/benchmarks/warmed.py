"""What a reader, an importer and a server load before their work, loaded: the processes of ``warm`` begin with it."""

import dashboard.app
import dashboard.cli.many
import dashboard.cli.serve
import dashboard.cli.tables  # noqa: F401
from dashboard import gazetteer

gazetteer.load()
