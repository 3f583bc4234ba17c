"""A model server that does as it is told, in a process of its own: what vLLM's processes do, in milliseconds.

    python scripted_server.py PORT NAME STEPS…

The steps are: `load=S` seconds before it listens, in which it ignores SIGTERM as vLLM does; `say=TEXT`
into the log; `child`, which starts a process that would outlive it; `exit=STATUS` instead of listening;
`mute`, which answers /health and nothing else. Served are /health, /metrics, the loading and
unloading of adapters (but of none called `refused`), and /v1/completions, which ends it at the prompt `die`.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

PROGRAM = Path(__file__)


class Handler(BaseHTTPRequestHandler):
    mute = False
    adapters: ClassVar[dict[str, str]] = {}

    def do_GET(self) -> None:
        self._reply({"well": True})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.headers["authorization"] != f"Bearer {os.environ['VLLM_API_KEY']}":
            self._reply({"error": "no key"}, 401)
        elif self.path == "/v1/load_lora_adapter":
            refused = "refused" in asked["lora_name"]
            if not refused:
                self.adapters[asked["lora_name"]] = asked["lora_path"]
            self._reply({"error": "no"} if refused else {}, 500 if refused else 200)
        elif self.path == "/v1/unload_lora_adapter":
            self._reply({}, 200 if self.adapters.pop(asked["lora_name"], None) else 404)
        elif asked["prompt"] == "die":
            os._exit(0)
        elif self.mute:
            threading.Event().wait()
        else:
            path = self.adapters.get(asked["model"])
            known = path is not None or asked["model"] == sys.argv[2]
            told = {"choices": [{"text": " had"}], "pid": os.getpid(), "adapter": path}
            self._reply(told if known else {"error": "no such model"}, 200 if known else 404)

    def log_message(self, *_: object) -> None:
        pass

    def _reply(self, data: object, status: int = 200) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main(port: int, steps: list[str]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for step in steps:
        what, _, value = step.partition("=")
        if what == "load":
            time.sleep(float(value))
        elif what == "say":
            sys.stdout.write(f"{value}\n")
            sys.stdout.flush()
        elif what == "child":
            subprocess.Popen([sys.executable, "-S", "-c", "import threading; threading.Event().wait()"])
        elif what == "exit":
            sys.exit(int(value))
        elif what == "mute":
            Handler.mute = True
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[3:])
