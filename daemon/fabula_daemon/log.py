"""The daemon's log: one JSON object a line in .fabula/daemon.log, a few files of a few megabytes, no more."""

import json
import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FILE_BYTES = 2_000_000
_FILES_KEPT = 3
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """Formats a record as one line of JSON, with whatever `extra` was given."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its end."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": record.getMessage(),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _OWN}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def write_to(file: Path) -> logging.Handler:
    """Let every logger of ours, and what others warn of, be written to `file`; return the handler, to be
    closed.
    """
    handler = RotatingFileHandler(file, maxBytes=_FILE_BYTES, backupCount=_FILES_KEPT, encoding="utf-8")
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.WARNING)
    for ours in ("fabula", "fabula_daemon", "fabula_lsp"):
        logging.getLogger(ours).setLevel(logging.INFO)
    return handler
