"""The reference desk in a story of a million words: every mention of the heroine, another name for her.

She is named wherever a novel would say “she”: more often than anybody is in a book.
"""

import asyncio
import json
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from fabula_lsp.uris import uri_of
from tests.benchmarks.big_story import build
from tests.benchmarks.lsp_bench import FABULA, _daemon, _status, _until, _without_embeddings
from tests.support.wire import WireClient, started

HEROINE = "Jane Eyre"
CHAPTER = "manuscript/0100.md"
CAPABILITIES: Any = {
    "workspace": {"workspaceEdit": {"documentChanges": True, "changeAnnotationSupport": {}}},
    "textDocument": {"rename": {"prepareSupport": True}},
}


def figures() -> dict[str, float]:
    """Return seconds, and the milliseconds for which the loop was held at most meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        root = build(Path(folder) / "story")
        for chapter in (root / "manuscript").iterdir():
            chapter.write_text(re.sub(r"\bshe\b", HEROINE, chapter.read_text("utf-8")), "utf-8")
        return asyncio.run(_figures(root, Path(folder) / "worst.json"))


async def _figures(root: Path, report: Path) -> dict[str, float]:
    (root / ".fabula").mkdir(exist_ok=True)
    _without_embeddings(root)
    results: dict[str, float] = {}
    async with _daemon(root, report) as worst, started(FABULA, "lsp", cwd=root) as (client, _):
        await _until(lambda: _status(root)["index"]["phase"] == "idle")
        await client.initialize(CAPABILITIES, rootUri=uri_of(root))
        uri, text = uri_of(root / CHAPTER), f"“Go,” said {HEROINE}.\n\n" + (root / CHAPTER).read_text("utf-8")
        client.open(uri, text)
        await client.told("textDocument/publishDiagnostics")
        await worst()
        for key in ("references_1m_words_s", "references_again_s"):
            results[key], found = await _timed(
                client, uri, "references", context={"includeDeclaration": True}
            )
            sys.stderr.write(f"{len(found)} references\n")
        results["rename_1m_words_s"], edit = await _timed(client, uri, "rename", newName="Joan Ayre")
        sys.stderr.write(f"{sum(len(file['edits']) for file in edit['documentChanges'])} edits\n")
        results["hover_s"], _ = await _timed(client, uri, "hover")
        results["loop_block_ms_max_desk"] = await worst()
    return results


async def _timed(client: WireClient, uri: str, method: str, **params: Any) -> tuple[float, Any]:
    at = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 14}}
    began = time.perf_counter()
    found = await client.request(f"textDocument/{method}", {**at, **params})
    return time.perf_counter() - began, found


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
