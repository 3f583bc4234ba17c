"""What an editor does with a WorkspaceEdit."""

from typing import Any

from fabula_lsp.document import Document
from fabula_lsp.positions import Encoding


def apply(edit: Any, texts: dict[str, str], encoding: Encoding = "utf-16") -> dict[str, str]:
    """Return `texts`, by URI, with the edit applied; as strict as an editor that knows every kind of edit."""
    texts = dict(texts)
    for uri, edits in (edit.get("changes") or {}).items():
        texts[uri] = _edited(texts.get(uri, ""), edits, encoding)
    for change in edit.get("documentChanges") or ():
        if change.get("kind") == "create":
            assert change["uri"] not in texts, "it exists already"
            texts[change["uri"]] = ""
        elif change.get("kind") == "rename":
            assert change["newUri"] not in texts, "it exists already"
            texts[change["newUri"]] = texts.pop(change["oldUri"])
        else:
            uri = change["textDocument"]["uri"]
            texts[uri] = _edited(texts[uri], change["edits"], encoding)
    return texts


def _edited(text: str, edits: Any, encoding: Encoding) -> str:
    document = Document("", 0, text, encoding)
    spans = [
        [(at["line"], at["character"]) for at in (e["range"]["start"], e["range"]["end"])] for e in edits
    ]
    for (start, end), edit in sorted(zip(spans, edits, strict=True), key=lambda pair: pair[0], reverse=True):
        document.replace(start, end, edit["newText"])
    return document.text
