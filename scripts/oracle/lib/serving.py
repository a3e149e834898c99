"""Starts bin/citygraph for the oracles, which compare its answers with their own."""

import contextlib
import json
import pathlib
import re
import subprocess
import threading
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
BINARY = ROOT / "bin" / "citygraph"
SEED = ROOT / "seed"


@contextlib.contextmanager
def server():
    """Serves the seed dataset on a free port and gives the address, without a slash at the end."""
    process = subprocess.Popen(
        [BINARY, "serve", "--addr", "127.0.0.1:0"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        printed = ""
        for line in process.stdout:
            printed += line
            port = re.search(r"127\.0\.0\.1:([1-9]\d*)", printed)
            if port:
                break
        else:
            raise SystemExit(f"citygraph serve named no address; it printed:\n{printed}")
        # Its log goes on; a pipe that nobody reads would stop the server.
        threading.Thread(target=process.stdout.read, daemon=True).start()
        yield f"http://127.0.0.1:{port.group(1)}"
    finally:
        process.terminate()
        process.wait()


def ask(address, query, variables=None):
    """The data that the API answers; any error ends the program."""
    request = urllib.request.Request(
        f"{address}/graphql",
        json.dumps({"query": query, "variables": variables or {}}).encode(),
        {"Content-Type": "application/json", "Accept": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        answer = json.load(response)
    if "errors" in answer:
        raise SystemExit(f"the API refused {query!r}: {answer['errors']}")
    return answer["data"]
