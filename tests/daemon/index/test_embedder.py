"""Every chunk gets its vector once, the newest edit first, and unchanged text never again."""

import hashlib

import numpy as np
import pytest

from fabula_daemon.errors import DiskFull
from fabula_daemon.index import vectors
from fabula_daemon.index.embedder import BATCH, Embedder
from fabula_daemon.index.encoder import Encoder


class Counting:
    """An encoder that remembers what it was given; its vectors are digests."""

    def __init__(self):
        self.seen = []

    def __call__(self, texts):
        self.seen += texts
        rows = [np.frombuffer(hashlib.sha256(text.encode()).digest(), dtype=np.uint8) for text in texts]
        return np.stack(rows).astype(np.float32)


@pytest.fixture
def counting():
    return Counting()


@pytest.fixture
def embedder(store, counting):
    return Embedder(store, vectors.model(store, "digest", "0"), Encoder(counting, "by hand"))


def embed_all(embedder):
    embedder.look()
    done = []
    while not embedder.done:
        done += embedder.step()
    return done


def test_every_chunk_gets_a_vector_once(store, catch_up, embedder, counting):
    catch_up()
    assert len(embed_all(embedder)) == 4
    assert embed_all(embedder) == []
    assert len(counting.seen) == 4
    assert any(
        text.startswith("Chapter 1, Dust, scene 1. With Sarah Chen. Sarah Chen closed")
        for text in counting.seen
    )


def test_the_newest_edit_comes_first(story, catch_up, embedder, counting):
    catch_up()
    story.write("manuscript/01.md", "# Dust\n\nThe storm was over.\n")
    catch_up()
    embed_all(embedder)
    assert "The storm was over." in counting.seen[0]


@pytest.mark.parametrize("as_if_restarted", [False, True])
def test_moved_renumbered_and_pasted_text_is_not_embedded_again(
    story, store, catch_up, embedder, counting, as_if_restarted
):
    catch_up()
    embed_all(embedder)
    counting.seen.clear()
    if as_if_restarted:
        embedder = Embedder(store, vectors.model(store, "digest", "0"), Encoder(counting, "by hand"))
    story.move("manuscript/02.md", "manuscript/00.md")
    catch_up()
    embed_all(embedder)
    scene = "Sarah Chen closed the valve."
    story.write("manuscript/01.md", story.read("manuscript/01.md").replace(scene, ""))
    catch_up()
    embed_all(embedder)
    story.write("manuscript/00.md", story.read("manuscript/00.md") + f"\n* * *\n\n{scene}\n")
    story.write("world/marcus.md", "---\nname: Marcus Webb\nkind: character\n---\n")
    catch_up()
    embed_all(embedder)
    assert ["kind: character" in text for text in counting.seen] == [True]  # the new sheet alone


def test_other_weights_mean_other_vectors(store, catch_up, embedder, counting):
    catch_up()
    embed_all(embedder)
    other = Embedder(store, vectors.model(store, "digest", "1"), Encoder(counting, "by hand"))
    assert len(embed_all(other)) == 4


def test_the_same_text_twice_is_embedded_once(story, catch_up, embedder, counting):
    story.write("manuscript/01.md", "Silence.\n\n* * *\n\nSilence.\n")
    story.write("manuscript/02.md", "Silence.\n")
    catch_up()
    embed_all(embedder)
    assert sum("Silence" in text for text in counting.seen) == 1


def test_small_batches_and_what_comes_meanwhile_is_seen(story, catch_up, embedder):
    story.write("manuscript/01.md", "\n\n* * *\n\n".join(f"Scene {n}." for n in range(3 * BATCH)))
    catch_up()
    embedder.look()
    assert len(embedder.step()) == BATCH
    story.write("manuscript/02.md", "A new thought.\n")
    catch_up()
    newest = embed_all(embedder)[0]
    assert newest == hashlib.sha256(b"A new thought.").hexdigest()[:32]


def test_a_full_disk_loses_nothing(story, store, catch_up, embedder):
    story.write("manuscript/01.md", "\n\n* * *\n\n".join(f"Scene {n}." for n in range(60 * BATCH)))
    catch_up()
    embedder.look()
    store.value(f"PRAGMA max_page_count = {store.value('PRAGMA page_count')}")
    with pytest.raises(DiskFull):
        embed_all(embedder)
    store.value("PRAGMA max_page_count = 1000000")
    embed_all(embedder)
    chunks = store.value("SELECT count(DISTINCT hash) FROM chunks")
    assert store.value("SELECT count(*) FROM embeddings") == chunks


def test_vectors_of_gone_text_are_kept_until_they_are_many(story, store, catch_up, embedder, monkeypatch):
    catch_up()
    embed_all(embedder)
    story.delete("manuscript/01.md")
    story.delete("manuscript/02.md")
    catch_up()
    vectors.sweep(store)
    assert store.value("SELECT count(*) FROM embeddings") == 4
    monkeypatch.setattr(vectors, "KEPT_ORPHANS", 0)
    vectors.sweep(store)
    assert store.value("SELECT count(*) FROM embeddings") == 1
