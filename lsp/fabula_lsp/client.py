"""One editor window, as the features see it: what it can do, what it has open, and the story behind it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lsprotocol import types

from fabula_daemon.sessions import Services
from fabula_lsp.document import Document
from fabula_lsp.positions import Encoding
from fabula_lsp.uris import path_of, uri_of


@dataclass(frozen=True, slots=True)
class Abilities:
    """What an editor said it can do, as far as it matters to us."""

    pulls: bool  # it asks for diagnostics, so none are pushed
    refreshes: bool  # it can be told to ask for them again
    recolours: bool  # it can be told to ask again for semantic tokens
    reads_lenses_anew: bool  # and for code lenses
    explains: bool  # it shows the evidence of a diagnostic
    versions_edits: bool  # an edit may say which version of a document it is meant for
    creates_files: bool
    moves_files: bool
    annotates: bool  # it shows edits by groups, and asks before it makes them
    peeks: bool  # it can be given several places with what is around them
    reads_markdown: bool  # in what it shows on hover

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities) -> "Abilities":
        """Read them out of what a client declares."""
        text = capabilities.text_document or types.TextDocumentClientCapabilities()
        workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
        edits = workspace.workspace_edit or types.WorkspaceEditClientCapabilities()
        asks_again = workspace.diagnostics and workspace.diagnostics.refresh_support
        shown = text.diagnostic or text.publish_diagnostics
        operations = edits.resource_operations or ()
        # Neovim 0.12 names operations, which only document changes can hold, and not these.
        versions = bool(edits.document_changes or operations)
        formats = (text.hover and text.hover.content_format) or ()
        return cls(
            pulls=text.diagnostic is not None,
            refreshes=bool(asks_again),
            recolours=bool(workspace.semantic_tokens and workspace.semantic_tokens.refresh_support),
            reads_lenses_anew=bool(workspace.code_lens and workspace.code_lens.refresh_support),
            explains=bool(shown and shown.related_information),
            versions_edits=versions,
            creates_files=versions and types.ResourceOperationKind.Create in operations,
            moves_files=versions and types.ResourceOperationKind.Rename in operations,
            annotates=bool(edits.document_changes) and edits.change_annotation_support is not None,
            peeks=bool(text.definition and text.definition.link_support),
            reads_markdown=not formats or types.MarkupKind.Markdown in formats,
        )


@dataclass(slots=True)
class Opened:
    """A document of the story that an editor has open, its path in the story, and what it was told last: by
    which name the findings, and by which name which semantic tokens.

    An editor that closes a document and opens it again has forgotten them, though it may still know the name.
    """

    path: str
    document: Document
    told: str | None = None
    tokens: tuple[str, tuple[int, ...]] | None = None


@dataclass(eq=False)
class Client:
    """An editor window. It owns its buffers in the desk: the object itself is the owner's identity.

    `notify` sends a notification; `ask` a request whose answer nobody waits for.
    """

    services: Services
    encoding: Encoding
    abilities: Abilities
    notify: Callable[[str, Any], None]
    ask: Callable[[str], object]
    opened: dict[str, Opened] = field(default_factory=dict)  # by URI, as the editor spells it

    def open(self, item: types.TextDocumentItem) -> Opened | None:
        """Take over a document from the disk; None if it is not of this story."""
        file = path_of(item.uri)
        path = self.services.desk.relative(file) if file else None
        if path is None:
            return None
        opened = Opened(path, Document(item.uri, item.version, item.text, self.encoding))
        self.opened[item.uri] = opened
        self.services.desk.open(self, path, opened.document.text)
        return opened

    def close(self, uri: str) -> Opened | None:
        """Give a document back to the disk; None if it was not of this story."""
        opened = self.opened.pop(uri, None)
        if opened:
            self.services.desk.close(self, opened.path)
            self.services.learning.left(self, [opened.path])
        return opened

    def leave(self) -> None:
        """Give everything back."""
        self.services.learning.left(self, [opened.path for opened in self.opened.values()])
        self.opened.clear()
        self.services.desk.leave(self)

    def uri(self, path: str) -> str:
        """Return the URI of a file of the story, in the editor's own spelling if it has the file open."""
        opened = self._opened_at(path)
        return opened.document.uri if opened else uri_of(self.services.desk.root / path)

    def document(self, path: str) -> Document:
        """Return the text at `path` as this editor has it open, else as the desk has it."""
        opened = self._opened_at(path)
        if opened:
            return opened.document
        return Document(self.uri(path), 0, self.services.desk.text(path) or "", self.encoding)

    def quoted(self, path: str) -> Document:
        """Return the text at `path` in which the offsets of findings and their evidence count."""
        opened = self._opened_at(path)
        if opened:
            return opened.document
        return Document(self.uri(path), 0, self.services.desk.text_as_read(path) or "", self.encoding)

    def is_current(self, path: str) -> bool:
        """Whether the desk's offsets count in what this editor shows.

        They do not while another window has typed into the same file and not saved it yet.
        """
        opened = self._opened_at(path)
        return opened is None or opened.document.text == self.services.desk.text(path)

    def version(self, path: str) -> int | None:
        """Return the editor's version of a document, None if it has not got it open."""
        opened = self._opened_at(path)
        return opened.document.version if opened else None

    def _opened_at(self, path: str) -> Opened | None:
        return next((opened for opened in self.opened.values() if opened.path == path), None)
