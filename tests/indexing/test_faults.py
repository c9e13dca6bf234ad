"""Whatever happens during a build, the index is the old one or the new one, never a mix and never gone."""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import IndexLockedError, IndexNotFoundError, SavedIndexError
from assistant.indexing.lock import LOCK, build_lock
from tests.indexing.corpora import build, contents, is_whole, load, write_corpus
from tests.indexing.faults import FAILURES, fails, kill, operations, spawn, wait

MEMORY = Path("/dev/shm")
RANDOM_KILLS = 40
REBUILDS = 20
READERS = 3
LOADS = 200


class Place:
    """Two corpora, and what an index of each is to the byte."""

    def __init__(self, folder: Path) -> None:
        self.index = folder / "index"
        self.old = write_corpus(folder / "old", seed=0, articles=2, sentences=6)
        self.new = write_corpus(folder / "new", seed=100, articles=2, sentences=6)
        self.index_of_old = folder / "index of old"
        build(self.old, self.index_of_old)
        build(self.new, folder / "index of new")
        self.of_old, self.of_new = contents(self.index_of_old), contents(folder / "index of new")

    def state(self) -> str:
        """Tell what is served: ``none``, ``old`` or ``new``; fails on anything else."""
        try:
            loaded = load(self.index)
        except IndexNotFoundError:
            return "none"
        assert is_whole(loaded)
        return "old" if "article-0-0" in loaded.articles else "new"

    def reset(self, start: str) -> None:
        shutil.rmtree(self.index, ignore_errors=True)
        if start == "old":
            shutil.copytree(self.index_of_old, self.index)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    """Give a place in memory where there is one: a thousand builds wait for the disk otherwise, and prove no more."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        yield Place(Path(folder))


def count_operations(place: Place, start: str) -> int:
    place.reset(start)
    with operations() as steps:
        build(place.new, place.index)
    return steps.count


@pytest.mark.parametrize("start", ["none", "old"])
def test_a_failure_at_any_operation_leaves_old_or_new(place: Place, start: str) -> None:
    total = count_operations(place, start)
    assert total > 30
    seen = set()
    for at in range(1, total + 1):
        place.reset(start)
        refused = False
        with operations(at=at, happen=fails(FAILURES[at % 3])):
            try:
                build(place.new, place.index)
            except SavedIndexError as error:
                refused = True
                assert str(place.index) in str(error)
        state = place.state()
        seen.add((state, refused))
        assert state in {start, "new"}
        assert refused or state == "new", f"operation {at} failed, and the build reported success"
        build(place.new, place.index)
        assert contents(place.index) == place.of_new, f"something is left of operation {at}"
    assert {(start, True), ("new", False)} <= seen


@pytest.mark.parametrize("start", ["none", "old"])
def test_a_kill_at_any_operation_leaves_old_or_new(place: Place, start: str) -> None:
    seen = []
    for at in range(1, count_operations(place, start) + 1):
        place.reset(start)
        assert wait(spawn(build_until_killed, place, at)) == -signal.SIGKILL
        seen.append(place.state())
        build(place.new, place.index)
        assert contents(place.index) == place.of_new, f"something is left of a kill at operation {at}"
    assert set(seen) == {start, "new"}
    assert seen == sorted(seen, key=["none", "old", "new"].index), "there is more than one act that counts"


def build_until_killed(place: Place, at: int) -> None:
    with operations(at=at, happen=kill):
        build(place.new, place.index)


def test_a_kill_at_any_time_leaves_old_or_new(place: Place) -> None:
    draw = random.Random(0)
    place.reset("old")
    began = time.perf_counter()
    build(place.new, place.index)
    pace = time.perf_counter() - began
    seen: list[str] = []

    while len(seen) < RANDOM_KILLS or set(seen) != {"old", "new"}:
        ready = place.index.with_name(f"ready {len(seen)}")
        builder = spawn(build_for_ever, place, ready)
        while not ready.exists() and builder.is_alive():
            time.sleep(0.001)
        time.sleep(draw.uniform(0, pace) * (1 + len(seen) / 10))  # a busy machine is waited for longer and longer
        builder.kill()
        assert wait(builder) == -signal.SIGKILL
        seen.append(place.state())

    build(place.old, place.index)
    assert contents(place.index) == place.of_old


def build_for_ever(place: Place, ready: Path) -> None:
    ready.touch()
    while True:
        build(place.old, place.index)
        build(place.new, place.index)


def test_readers_see_one_index_or_the_other_while_builds_run(place: Place) -> None:
    place.reset("old")
    readers = [spawn(read_until_both_are_seen, place) for _ in range(READERS)]
    builds = 0

    while builds < REBUILDS or any(reader.is_alive() for reader in readers):
        builds += 1
        assert not build((place.old, place.new)[builds % 2], place.index).unchanged

    assert [wait(reader) for reader in readers] == [0] * READERS


def read_until_both_are_seen(place: Place) -> None:
    seen = [place.state() for _ in range(LOADS)]
    while len(set(seen)) < 2:
        seen.append(place.state())


def test_a_second_builder_is_turned_away_while_the_first_lives(place: Place) -> None:
    place.reset("old")
    with build_lock(place.index):
        assert wait(spawn(build_is_refused, place, os.getpid())) == 0
        build_is_refused(place, os.getpid())
        assert place.state() == "old"
    build(place.new, place.index)
    assert contents(place.index) == place.of_new


def build_is_refused(place: Place, holder: int) -> None:
    with pytest.raises(IndexLockedError, match=f"pid {holder}"):
        build(place.new, place.index)


def test_the_lock_of_a_dead_builder_is_taken_over(place: Place) -> None:
    place.reset("old")

    assert wait(spawn(die_with_the_lock, place)) == -signal.SIGKILL
    assert (place.index / LOCK).exists()
    build(place.new, place.index)
    assert contents(place.index) == place.of_new


def die_with_the_lock(place: Place) -> None:
    with build_lock(place.index):
        kill("")


def test_many_builders_at_once_leave_a_whole_index(place: Place) -> None:
    place.reset("none")

    builders = [spawn(build_when_it_is_free, place) for _ in range(4)]

    assert [wait(builder) for builder in builders] == [0] * 4
    assert contents(place.index) == place.of_new


def build_when_it_is_free(place: Place) -> None:
    while True:
        try:
            build(place.new, place.index)
        except IndexLockedError:
            continue
        return
